// The lookups of an opened catalogue. Everything here reads immutable values, so threads may share a FontBook.
#include "font/font_book.h"

#include "font/opening.h"

#include <hb.h>

#include <cassert>
#include <utility>

namespace zheye::font {

struct FontBook::Impl {
    OpenedCatalog opened;
};

namespace {

/// As the shaper would set them: a mark is taken into its base where the font has the two composed.
bool has_all(hb_font_t* font, std::u32string_view characters) {
    hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
    hb_codepoint_t glyph = 0, base = characters.front(), composed = 0;
    for (const char32_t mark : characters.substr(1)) {
        if (hb_unicode_compose(unicode, base, mark, &composed) && hb_font_get_nominal_glyph(font, composed, &glyph))
            base = composed;
        else if (!hb_font_get_nominal_glyph(font, mark, &glyph))
            return false;
    }
    return hb_font_get_nominal_glyph(font, base, &glyph);
}

}  // namespace

diag::Result<FontBook> FontBook::open(const Catalog& catalog, std::vector<FontStyle> wanted,
                                      const FileSystem& file_system, diag::Diagnostics& diagnostics) {
    auto opened = open_chains(catalog, wanted, file_system, diagnostics);
    if (!opened) return std::unexpected(diag::Failed{});
    return FontBook(std::make_unique<Impl>(Impl{std::move(*opened)}));
}

FontBook::FontBook(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontBook::FontBook(FontBook&&) noexcept = default;
FontBook& FontBook::operator=(FontBook&&) noexcept = default;
FontBook::~FontBook() = default;

ChainId FontBook::chain(const FontStyle& style) const {
    const auto found = impl_->opened.styles.find(style);
    assert(found != impl_->opened.styles.end() && "a style that was not wanted at opening");
    return found->second;
}

const Face& FontBook::face(FaceId id) const {
    assert(id < impl_->opened.faces.size());
    return impl_->opened.faces[id];
}

std::size_t FontBook::face_count() const { return impl_->opened.faces.size(); }

std::optional<FaceId> FontBook::face_for(ChainId chain, char32_t code, char32_t selector, bool latin) const {
    assert(chain < impl_->opened.chains.size());
    const auto& faces = impl_->opened.faces;
    const auto& order = impl_->opened.chains[chain].order[latin ? 1 : 0];
    hb_codepoint_t glyph = 0;
    if (selector != 0)
        for (const auto id : order)
            if (hb_font_get_variation_glyph(faces[id].hb_font, code, selector, &glyph)) return id;
    // A selector that no face knows is ignored (Unicode 23.4).
    for (const auto id : order)
        if (hb_font_get_nominal_glyph(faces[id].hb_font, code, &glyph)) return id;
    return std::nullopt;
}

std::optional<FaceId> FontBook::face_for(ChainId chain, std::u32string_view characters, bool latin) const {
    assert(chain < impl_->opened.chains.size() && !characters.empty());
    for (const auto id : impl_->opened.chains[chain].order[latin ? 1 : 0])
        if (has_all(impl_->opened.faces[id].hb_font, characters)) return id;
    return std::nullopt;
}

const Face& FontBook::main_face(ChainId chain) const {
    assert(chain < impl_->opened.chains.size());
    return face(impl_->opened.chains[chain].main);
}

std::vector<std::string> FontBook::missing_packages(ChainId chain) const {
    assert(chain < impl_->opened.chains.size());
    return impl_->opened.chains[chain].missing_packages;
}

}  // namespace zheye::font
