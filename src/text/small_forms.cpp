// Super- and subscripts and fractions: by the font's own small forms where it has all that a run needs, else made of
// its letters by size and rise. Must not know glyphs' places or lines.
#include "text/small_forms.h"

#include <hb.h>

#include <algorithm>
#include <memory>
#include <span>

namespace zheye::text {
namespace {

constexpr char32_t kFractionSlash = U'⁄';

struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

std::uint32_t feature_of(Position position) {
    switch (position) {
        case Position::superscript:
            return HB_TAG('s', 'u', 'p', 's');
        case Position::subscript:
            return HB_TAG('s', 'u', 'b', 's');
        case Position::fraction:
            return HB_TAG('f', 'r', 'a', 'c');
        default:
            return 0;
    }
}

using Buffer = std::unique_ptr<hb_buffer_t, BufferDeleter>;

Buffer shaped(std::span<const Character> chars, hb_font_t* font, const std::string& language, std::uint32_t feature) {
    Buffer buffer(hb_buffer_create());
    for (unsigned i = 0; i < chars.size(); ++i) hb_buffer_add(buffer.get(), chars[i].code, i);
    hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), static_cast<hb_script_t>(chars[0].script));
    hb_buffer_set_language(buffer.get(), hb_language_from_string(language.data(), static_cast<int>(language.size())));
    const hb_feature_t wanted{feature, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font, buffer.get(), &wanted, feature == 0 ? 0 : 1);
    return buffer;
}

/// Whether the feature puts another glyph in the place of every character's own.
bool changes_all(std::span<const Character> chars, const font::FontBook& book, const std::string& language,
                 std::uint32_t feature) {
    const auto of_one_face = [&](const Character& c) { return c.face == chars[0].face && !c.missing; };
    if (!std::ranges::all_of(chars, of_one_face)) return false;
    hb_font_t* font = book.face(chars[0].face).hb_font;
    const Buffer plain = shaped(chars, font, language, 0), small = shaped(chars, font, language, feature);
    unsigned plain_count = 0, small_count = 0;
    const hb_glyph_info_t* own = hb_buffer_get_glyph_infos(plain.get(), &plain_count);
    const hb_glyph_info_t* changed = hb_buffer_get_glyph_infos(small.get(), &small_count);
    return std::all_of(changed, changed + small_count, [&](const hb_glyph_info_t& info) {
        return info.codepoint != 0 && std::none_of(own, own + plain_count, [&](const hb_glyph_info_t& o) {
                   return o.cluster == info.cluster && o.codepoint == info.codepoint;
               });
    });
}

class FormChooser {
public:
    FormChooser(std::vector<Character>& chars, Paragraph::Impl& p, const font::FontBook& book)
        : chars_(chars), p_(p), book_(book) {}

    void run() {
        for (std::size_t i = 0, end = 0; i < chars_.size(); i = end) {
            const std::uint16_t run = chars_[i].run;
            while (end < chars_.size() && chars_[end].run == run) ++end;
            const Position position = p_.runs[run].style.position;
            if (position == Position::none) continue;
            if (changes_all(std::span(chars_).subspan(i, end - i), book_, p_.runs[chars_[i].run].style.language,
                            feature_of(position)))
                p_.runs[run].feature = feature_of(position);
            else
                make(run, i, end);
        }
    }

private:
    void make(std::uint16_t run, std::size_t begin, std::size_t end) {
        const DecorationStyle& style = p_.style.decoration;
        switch (p_.runs[run].style.position) {
            case Position::superscript:
                return set_small(p_.runs[run], style.superscript_rise);
            case Position::subscript:
                return set_small(p_.runs[run], -style.subscript_drop);
            default:
                return make_fraction(begin, end);
        }
    }

    /// `rise` in em. What is drawn beside the run still keeps to the em box of the text around it.
    void set_small(RunInfo& run, double rise) const {
        run.style.rise += rise * run.style.size;
        run.style.size *= p_.style.decoration.small_size;
    }

    void make_fraction(std::size_t begin, std::size_t end) {
        const auto is_solidus = [](const Character& c) { return c.code == U'/' || c.code == kFractionSlash; };
        const auto from = chars_.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = chars_.begin() + static_cast<std::ptrdiff_t>(end);
        const auto solidus = std::find_if(from, to, is_solidus);
        if (solidus == to) return;
        const auto at = static_cast<std::size_t>(solidus - chars_.begin());
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(book_.face(solidus->face).hb_font, kFractionSlash, &glyph))
            solidus->drawn = kFractionSlash;
        cut(begin, at, p_.style.decoration.numerator_rise);
        cut(at + 1, end, 0);
    }

    /// The characters become a run of their own.
    void cut(std::size_t begin, std::size_t end, double rise) {
        if (begin == end) return;
        RunInfo part = p_.runs[chars_[begin].run];
        const std::uint32_t from = chars_[begin].begin;
        const auto to = end < chars_.size() ? chars_[end].begin : static_cast<std::uint32_t>(p_.text.size());
        part.span = span_of(part, from, to);
        part.begin = from;
        part.end = to;
        set_small(part, rise);
        for (std::size_t i = begin; i < end; ++i) chars_[i].run = static_cast<std::uint16_t>(p_.runs.size());
        p_.runs.push_back(std::move(part));
    }

    std::vector<Character>& chars_;
    Paragraph::Impl& p_;
    const font::FontBook& book_;
};

}  // namespace

void choose_small_forms(std::vector<Character>& chars, Paragraph::Impl& p, const font::FontBook& book) {
    const auto asks = [](const RunInfo& run) { return run.style.position != Position::none; };
    if (std::ranges::any_of(p.runs, asks)) FormChooser(chars, p, book).run();
}

}  // namespace zheye::text
