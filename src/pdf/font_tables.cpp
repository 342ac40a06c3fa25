// Glyphs of a subset → the tables that go with its font program. Must not know where the glyphs come from.
#include "pdf/font_tables.h"

#include "base/utf8.h"
#include "pdf/syntax.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace zheye::pdf {

namespace {

/// Characters that ToUnicode must not give (PDF/UA-1, 7.21.7) are given as "replacement character".
std::string mapped_text(const std::string& text) {
    if (text.empty()) return "\u00AD";
    auto codes = utf8::to_utf32(text);
    for (auto& code : codes)
        if (code == 0 || code == 0xFEFF || code == 0xFFFE) code = 0xFFFD;
    return utf8::from_utf32(codes);
}

constexpr std::string_view kCMapHead =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr std::string_view kCMapTail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
constexpr std::size_t kMappingsPerBlock = 100;  // the limit of PostScript CMaps

/// Of a run of equal widths shorter than this a list is no longer than "first last width".
constexpr std::size_t kWorthARange = 4;

}  // namespace

double default_width(const std::vector<FontGlyph>& glyphs) {
    std::map<double, int> times;
    for (const auto& glyph : glyphs) ++times[glyph.width];
    const auto most =
        std::max_element(times.begin(), times.end(), [](auto& a, auto& b) { return a.second < b.second; });
    return most == times.end() ? 1000 : most->first;
}

std::string width_array(const std::vector<FontGlyph>& glyphs, double default_width) {
    std::string array;
    bool open = false;
    std::uint32_t next = 0;  // the code that would go on the open list
    for (std::size_t i = 0; i < glyphs.size();) {
        const auto& glyph = glyphs[i];
        std::size_t same = 1;
        while (i + same < glyphs.size() && glyphs[i + same].width == glyph.width &&
               glyphs[i + same].code == glyph.code + same)
            ++same;
        const bool range = glyph.width != default_width && same >= kWorthARange;
        if (open && (range || glyph.width == default_width || glyph.code != next)) {
            array += ']';
            open = false;
        }
        if (range) {
            array += ' ' + std::to_string(glyph.code) + ' ' + std::to_string(glyph.code + same - 1) + ' ';
            append_number(array, glyph.width);
        } else if (glyph.width != default_width) {
            array += open ? " " : ' ' + std::to_string(glyph.code) + '[';
            append_number(array, glyph.width);
            open = true;
            same = 1;
        }
        next = glyph.code + static_cast<std::uint32_t>(same);
        i += same;
    }
    if (open) array += ']';
    return array;
}

std::string vertical_widths(const std::vector<FontGlyph>& glyphs) {
    std::map<std::pair<double, double>, int> times;
    for (const auto& glyph : glyphs) ++times[{glyph.origin_y, glyph.down}];
    const auto most =
        std::max_element(times.begin(), times.end(), [](auto& a, auto& b) { return a.second < b.second; });
    if (most == times.end()) return {};
    const auto [height, down] = most->first;
    std::string text = "/DW2[";
    append_number(text, height);
    text += ' ';
    append_number(text, -down);
    text += "]/W2[";
    for (const auto& glyph : glyphs) {
        const bool centred = std::abs(glyph.origin_x - glyph.width / 2) <= 0.5;
        if (glyph.origin_y == height && glyph.down == down && centred) continue;
        text += std::to_string(glyph.code) + '[';
        append_number(text, -glyph.down);
        text += ' ';
        append_number(text, glyph.origin_x);
        text += ' ';
        append_number(text, glyph.origin_y);
        text += ']';
    }
    return text + ']';
}

std::string to_unicode(const std::vector<FontGlyph>& glyphs) {
    std::string map(kCMapHead);
    for (std::size_t begin = 0; begin < glyphs.size(); begin += kMappingsPerBlock) {
        const auto end = std::min(glyphs.size(), begin + kMappingsPerBlock);
        map += std::to_string(end - begin) + " beginbfchar\n";
        for (auto i = begin; i < end; ++i) {
            map += '<';
            append_code(map, glyphs[i].code);
            map += "> <";
            append_hex(map, std::string_view(utf8::to_utf16be(mapped_text(glyphs[i].text))).substr(2));
            map += ">\n";
        }
        map += "endbfchar\n";
    }
    map += kCMapTail;
    return map;
}

}  // namespace zheye::pdf
