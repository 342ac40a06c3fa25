// Symbols from top to bottom; the tone at the right of the last, the dot of the neutral tone above the first.
#include "text/zhuyin.h"

#include "base/utf8.h"

#include <hb.h>

#include <algorithm>

namespace zheye::text {
namespace {

constexpr std::size_t kMostSymbols = 4;   // more do not fit beside one character
constexpr double kDotHeight = 0.4;        // of the symbols' size: the room of the dot above them
constexpr double kToneRise = 0.2;         // of the symbols' distance: so much higher than the middle of the last
constexpr double kToneFromSymbols = 0.4;  // of the room beside the symbols, to the middle of the tone mark

enum class Part : unsigned char { symbol, tone, dot, other };

/// The final stops of Taiwanese and Hakka stand where tones do.
bool is_final_stop(char32_t c) { return (c >= 0x31B4 && c <= 0x31B7) || c == 0x31BB; }

Part part_of(char32_t c) {
    if (c == U'˙') return Part::dot;
    if (c == U'ˊ' || c == U'ˇ' || c == U'ˋ' || c == U'ˉ' || c == U'˪' || c == U'˫' || is_final_stop(c))
        return Part::tone;
    const bool symbol = (c >= 0x3105 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31BF);
    return symbol ? Part::symbol : Part::other;
}

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// A point of the page: pt to the right of the character and above its middle.
struct Spot {
    double right = 0, up = 0;
};

class ColumnSetter {
public:
    ColumnSetter(Line& line, std::string_view text, const ColumnPlace& place, const font::FontBook& book)
        : line_(line), text_(text), place_(place), book_(book) {}

    void run() {
        measure();
        for (std::size_t i = 0; i < line_.glyphs.size();) {
            std::size_t end = i + 1;
            while (end < line_.glyphs.size() && line_.glyphs[end].text_begin == line_.glyphs[end].text_end) ++end;
            set(i, end);
            i = end;
        }
    }

private:
    Part part(const Glyph& glyph) const { return part_of(utf8::decode(text_, glyph.text_begin).code); }

    void measure() {
        std::size_t symbols = 0;
        bool dotted = false;
        for (const Glyph& glyph : line_.glyphs) {
            if (glyph.text_begin == glyph.text_end) continue;
            size_ = glyph.size;
            symbols += part(glyph) == Part::symbol;
            dotted = dotted || part(glyph) == Part::dot;
        }
        const double dot = dotted ? kDotHeight * size_ : 0;
        const auto count = static_cast<double>(std::max<std::size_t>(symbols, 1));
        step_ = std::min(size_, (place_.em - dot) / count);
        const double top = (count * step_ + dot) / 2;
        dot_ = top - dot / 2;
        next_ = top - dot - step_ / 2;
        last_ = top - dot - (count - 0.5) * step_;
    }

    /// The glyphs [begin, end) of one character, moved together.
    void set(std::size_t begin, std::size_t end) {
        const Glyph first = line_.glyphs[begin];
        Spot origin;
        switch (part(first)) {
            case Part::symbol:
                origin = by_em_box(first, {size_ / 2, next_});
                next_ -= step_;
                break;
            case Part::dot:
                origin = by_ink(first, {size_ / 2, dot_});
                break;
            default:
                origin = by_ink(first, {size_ + kToneFromSymbols * (place_.width - size_), last_ + kToneRise * step_});
        }
        for (std::size_t i = begin; i < end; ++i) {
            Glyph& glyph = line_.glyphs[i];
            put(glyph, {origin.right + glyph.x - first.x, origin.up + glyph.y - first.y});
        }
    }

    double unit(const Glyph& glyph) const { return glyph.size / book_.face(glyph.face).metrics.units_per_em; }

    /// Where the origin has to be for the middle of the em box to be at `middle`.
    Spot by_em_box(const Glyph& glyph, Spot middle) const {
        const font::Metrics& metrics = book_.face(glyph.face).metrics;
        const double up = (metrics.ascent + metrics.descent) / 2.0 * unit(glyph);
        return {middle.right - glyph.advance / 2, middle.up - up};
    }

    /// The same for the middle of the ink: fonts do not agree on where a tone mark stands in its glyph.
    Spot by_ink(const Glyph& glyph, Spot middle) const {
        hb_glyph_extents_t ink{};
        if (!hb_font_get_glyph_extents(book_.face(glyph.face).hb_font, glyph.id, &ink)) return by_em_box(glyph, middle);
        return {middle.right - (ink.x_bearing + ink.width / 2.0) * unit(glyph),
                middle.up - (ink.y_bearing + ink.height / 2.0) * unit(glyph)};
    }

    void put(Glyph& glyph, Spot origin) const {
        if (!place_.vertical) {
            glyph.x = origin.right;
            glyph.y = place_.height + origin.up;
            return;
        }
        hb_font_t* font = book_.face(glyph.face).hb_font;
        hb_position_t x = 0, y = 0;
        hb_font_get_glyph_v_origin(font, glyph.id, &x, &y);
        glyph.x = -(origin.up + y * unit(glyph));
        glyph.y = place_.em / 2 + origin.right + x * unit(glyph);
        glyph.advance = -hb_font_get_glyph_v_advance(font, glyph.id) * unit(glyph);
        glyph.upright = true;
    }

    Line& line_;
    std::string_view text_;
    const ColumnPlace& place_;
    const font::FontBook& book_;
    double size_ = 0, step_ = 0;            ///< pt: of the symbols; from one to the next
    double dot_ = 0, next_ = 0, last_ = 0;  ///< pt above the middle: the dot, the symbol to come, the last one
};

}  // namespace

bool is_zhuyin_syllable(std::string_view text) {
    std::size_t symbols = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        const Part part = part_of(code);
        if (part == Part::other && (at == 0 || !is_combining(code))) return false;
        symbols += part == Part::symbol;
        at += length;
    }
    return symbols > 0 && symbols <= kMostSymbols;
}

void set_column(Line& reading, std::string_view text, const ColumnPlace& place, const font::FontBook& book) {
    ColumnSetter(reading, text, place, book).run();
}

}  // namespace zheye::text
