#include "pdf/drawn_pages.h"

#include "pdf/page_key.h"

#include <utility>

namespace zheye::pdf {

DrawnPages::DrawnPages(const layout::Pages& document, Memory* memory) : document_(document), memory_(memory) {
    GlyphReader reader;
    for (const auto& page : document.pages) {
        if (!memory) {
            glyphs_.push_back(std::make_shared<const PageGlyphs>(reader.read(page)));
            continue;
        }
        keys_.push_back(page_key(page, document));
        auto known = memory->glyphs.find(keys_.back());
        glyphs_.push_back(known ? std::move(known) : memory->glyphs.keep(keys_.back(), reader.read(page)));
    }
}

Hash128 DrawnPages::key_of(std::size_t page, const FontSet& fonts) const {
    Fingerprint print;
    print.add(keys_[page]);
    for (const auto& of : glyphs_[page]->faces) {
        const auto& font = fonts.of(of.face);
        print.add(font.number());
        for (const auto& meaning : of.meanings) print.add(font.glyph(meaning.glyph).print);
    }
    return print.hash();
}

PageContents DrawnPages::draw(const FontSet& fonts, const Inks& inks, SharedResources& shared) const {
    PageContents contents;
    contents.reserve(document_.pages.size());
    const bool remembers = memory_ && !inks.is_cmyk();
    for (std::size_t i = 0; i < document_.pages.size(); ++i) {
        const auto key = remembers ? key_of(i, fonts) : Hash128{};
        auto known = remembers ? memory_->contents.find(key) : nullptr;
        if (!known || !shared.repeat(known->shared)) {
            known = std::make_shared<const PageContent>(draw_page(document_.pages[i], document_, fonts, inks, shared));
            if (remembers) memory_->contents.keep(key, known);
        }
        contents.push_back(std::move(known));
    }
    return contents;
}

}  // namespace zheye::pdf
