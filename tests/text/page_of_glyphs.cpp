// Produced lines → characters with the edges of their bodies. See page_of_glyphs.h.
#include "page_of_glyphs.h"

#include "lines.h"

#include "base/utf8.h"

#include <algorithm>

namespace zheye::text::test {
namespace {

constexpr std::u32string_view kOpening = U"（《〈【『「“‘〔〖［｛";
constexpr std::u32string_view kClosing = U"、，。；：？！）》〉】』」”’〕〗］｝．";
constexpr std::u32string_view kHalf = U"·–／";
constexpr std::u32string_view kQuotes = U"“”‘’";
constexpr std::u32string_view kMeasures = U"年月日时分元亿万余";

bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || c == U'〇'; }
bool is_latin(char32_t c) {
    return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7) || (c >= 0x370 && c <= 0x3FF) || c == 0xB2 || c == 0xB3 ||
           (c >= 0x2080 && c <= 0x2089);
}

/// Han and the marks that are only Chinese.
bool is_chinese(char32_t c) { return c >= 0x2E80; }
bool is_letter(char32_t c) { return is_latin(c) && !is_digit(c); }

/// The proportional form of an ambiguous mark: of a face of 1em by its width, else by what stands beside it.
bool is_narrow_form(const Glyph& g, char32_t before, char32_t after) {
    const bool proportional_face = book().face(g.face).postscript_name.starts_with("LXGW");
    if (!proportional_face) return g.advance < 0.9 * g.size;
    return before != 0 && before < 0x2000 && after != 0 && after < 0x2000;
}

Kind kind_of(const Glyph& g, char32_t c, char32_t before, char32_t after) {
    if (c == U' ') return Kind::space;
    if (is_one_of(c, kQuotes) && is_narrow_form(g, before, after)) return Kind::narrow;
    if (is_one_of(c, U"·–—…") && is_letter(before) && is_letter(after)) return Kind::narrow;
    if (is_one_of(c, kOpening)) return Kind::opening;
    if (is_one_of(c, kClosing)) return Kind::closing;
    // A face may have a solidus too wide for ½em.
    if (is_one_of(c, kHalf)) return g.advance > 0.9 * g.size && c == U'／' ? Kind::whole : Kind::half;
    if (c == U'/') return is_chinese(before) || is_chinese(after) ? Kind::half : Kind::narrow;
    if (c == U'-') return is_chinese(before) && is_chinese(after) ? Kind::half : Kind::narrow;
    if (is_han(c)) return Kind::han;
    if (is_latin(c)) return Kind::latin;
    if (c < 0x2000) return Kind::narrow;
    return c == U'‰' ? Kind::narrow : Kind::whole;
}

Placed place(const Glyph& g, Kind kind, char32_t code) {
    const double x = g.x / kSize, advance = g.advance / kSize, em = g.size / kSize, middle = x + advance / 2;
    Placed p{code, kind, x, x + advance, g.text_begin, g.text_end};
    const auto centre = [&](double width) {
        p.left = middle - width / 2;
        p.right = middle + width / 2;
    };
    if (kind == Kind::opening) p.left = p.right - em / 2;
    if (kind == Kind::closing) p.right = x + em / 2;
    if (kind == Kind::half) centre(em / 2);
    if (code == U'—' || code == U'…') centre(em * (g.text_end - g.text_begin) / 3);
    if (kind == Kind::space) p.right = p.left;
    return p;
}

char32_t code_before(const std::vector<char32_t>& codes, std::uint32_t at) {
    while (at > 0 && codes[--at] == 0) {
    }
    return at < codes.size() ? codes[at] : 0;
}
char32_t code_at(const std::vector<char32_t>& codes, std::uint32_t at) { return at < codes.size() ? codes[at] : 0; }

}  // namespace

std::vector<char32_t> codes_of(const std::string& text) {
    std::vector<char32_t> codes(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        codes[at] = code;
        at += length;
    }
    return codes;
}

std::vector<Placed> placed(const Line& line, const std::vector<char32_t>& codes) {
    std::vector<Placed> result;
    result.reserve(line.glyphs.size());
    for (const Glyph& g : line.glyphs) {
        if (g.text_begin == g.text_end) {
            result.back().right = std::max(result.back().right, (g.x + g.advance) / kSize);
            continue;
        }
        const char32_t code = codes[g.text_begin];
        const char32_t before = g.text_begin > 0 ? code_before(codes, g.text_begin) : 0;
        result.push_back(place(g, kind_of(g, code, before, code_at(codes, g.text_end)), code));
    }
    return result;
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_character(const Placed& p) {
    if (p.kind == Kind::han || p.kind == Kind::latin) return true;
    return p.kind == Kind::whole && p.code >= 0x2150 && p.code < 0x3000;  // ① ★ →
}

bool is_one_unit(const Placed& a, const Placed& b, const std::string& text) {
    if (!a.wide() && !b.wide()) return true;
    if (a.code == b.code && (a.code == U'—' || a.code == U'…')) return true;
    if (is_one_of(a.code, U"？！") && is_one_of(b.code, U"？！")) return true;
    if (is_digit(a.code) && (is_one_of(b.code, kMeasures) || is_one_of(b.code, U"℃㎡％"))) {
        return b.code != U'余' || text.compare(b.at, 9, "余亿元") == 0 || text.compare(b.at, 9, "余万元") == 0;
    }
    if (is_one_of(a.code, U"￥＄") && is_digit(b.code)) return true;
    // inside 亿元, 万元, 余亿元, 余万元 behind a figure
    const auto behind_figure = [&](std::size_t bytes) {
        return a.at >= bytes && text[a.at - bytes] >= '0' && text[a.at - bytes] <= '9';
    };
    const bool amount = is_one_of(a.code, U"亿万") && b.code == U'元';
    if (amount && behind_figure(1)) return true;
    if (amount && a.at >= 3 && text.compare(a.at - 3, 3, "余") == 0 && behind_figure(4)) return true;
    return a.code == U'余' && is_one_of(b.code, U"亿万") && text.compare(b.at + 3, 3, "元") == 0 && behind_figure(1);
}

}  // namespace zheye::text::test
