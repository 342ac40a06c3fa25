// The one table of character classes (CLREQ §3.1, GB/T 15834-2011): what a character is for breaking, squeezing and
// justification. Must not know fonts, widths in pt or lines.
#pragma once

#include "text/paragraph.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace zheye::text {

/// Behind a mark: its form with the ink in a corner, whatever the language (StandardizedVariants.txt of Unicode).
inline constexpr char32_t kCornerSelector = 0xFE00;

enum class CharClass : std::uint8_t {
    han,             ///< ideographs, kana, hangul, bopomofo, full-width letters and digits
    symbol,          ///< other characters of 1em: ①, ★, ■, emoji
    latin,           ///< letters of the proportional scripts
    digit,           ///< and the point, comma between digits (B4)
    prefix,          ///< currency and number signs before digits (B2)
    suffix,          ///< % ‰ ℃ ° ㎡ after digits (B1)
    opening,         ///< ink in the right half (P1)
    closing,         ///< ink in the left half, as the next three
    comma,           ///< 、，；：
    stop,            ///< 。．
    exclamation,     ///< ！？
    interpunct,      ///< · (P2)
    connector,       ///< – ～, the single — (一字线), the hyphen between Han (短横线)
    dash,            ///< ——
    ellipsis,        ///< ……
    solidus,         ///< ／
    narrow_opening,  ///< the proportional ones of the four kinds
    narrow_closing,
    narrow_stop,
    narrow_symbol,
    space,
    ideographic_space,
    no_break_space,
    line_break,  ///< U+000A, U+2028: the line ends here
    ignorable,   ///< format characters: no glyph to see, no width
};

/// What decides between the two forms of a character that Unicode has only once (P3).
enum class Ambiguity : std::uint8_t {
    none,
    strong,   ///< the nearest strong characters on both sides
    near,     ///< the very neighbours: one of them
    between,  ///< the very neighbours: both of them
};

struct MarkEntry {
    char32_t code;
    CharClass cls;
    Ambiguity ambiguity = Ambiguity::none;
};

// clang-format off
/// Ordered by code. The class is the one in Chinese context; narrow_form() gives the other.
inline constexpr auto kMarks = std::to_array<MarkEntry>({
    {U'!', CharClass::narrow_stop},          {U'"', CharClass::narrow_symbol},
    {U'#', CharClass::narrow_symbol},        {U'$', CharClass::prefix},              // B2
    {U'%', CharClass::suffix},               {U'(', CharClass::narrow_opening},      // B1; B2
    {U')', CharClass::narrow_closing},       {U',', CharClass::narrow_stop},
    {U'-', CharClass::connector, Ambiguity::between},                                // P2
    {U'.', CharClass::narrow_stop},
    {U'/', CharClass::solidus, Ambiguity::near},                                     // P2, B3
    {U':', CharClass::narrow_stop},          {U';', CharClass::narrow_stop},
    {U'?', CharClass::narrow_stop},
    {U'[', CharClass::narrow_opening},       {U']', CharClass::narrow_closing},
    {U'{', CharClass::narrow_opening},       {U'}', CharClass::narrow_closing},
    {U'£', CharClass::prefix},               {U'¥', CharClass::prefix},
    {U'°', CharClass::suffix},
    {U'·', CharClass::interpunct, Ambiguity::strong},                                // P2, P3
    {U'–', CharClass::connector, Ambiguity::strong},                                 // P2, B1
    {U'—', CharClass::dash, Ambiguity::strong},                                      // P1, P3, B4
    {U'‘', CharClass::opening, Ambiguity::strong},                                   // P3, B2
    {U'’', CharClass::closing, Ambiguity::strong},                                   // P3, B1
    {U'“', CharClass::opening, Ambiguity::strong},
    {U'”', CharClass::closing, Ambiguity::strong},
    {U'…', CharClass::ellipsis, Ambiguity::strong},                                  // P1, P3, B4
    {U'‧', CharClass::interpunct},
    {U'‰', CharClass::suffix},               {U'′', CharClass::suffix},
    {U'″', CharClass::suffix},               {U'€', CharClass::prefix},
    {U'℃', CharClass::suffix},               {U'℉', CharClass::suffix},              // B1
    {U'№', CharClass::prefix},               {U'⋯', CharClass::ellipsis},
    {U'⸺', CharClass::dash},
    {U'、', CharClass::comma},               {U'。', CharClass::stop},                // B1, S1–S4
    {U'〈', CharClass::opening},             {U'〉', CharClass::closing},             // B1, B2, S1–S3
    {U'《', CharClass::opening},             {U'》', CharClass::closing},
    {U'「', CharClass::opening},             {U'」', CharClass::closing},
    {U'『', CharClass::opening},             {U'』', CharClass::closing},
    {U'【', CharClass::opening},             {U'】', CharClass::closing},
    {U'〔', CharClass::opening},             {U'〕', CharClass::closing},
    {U'〖', CharClass::opening},             {U'〗', CharClass::closing},
    {U'〘', CharClass::opening},             {U'〙', CharClass::closing},
    {U'〚', CharClass::opening},             {U'〛', CharClass::closing},
    {U'〜', CharClass::connector},           {U'・', CharClass::interpunct},
    {U'！', CharClass::exclamation},         {U'％', CharClass::suffix},
    {U'（', CharClass::opening},             {U'）', CharClass::closing},
    {U'，', CharClass::comma},               {U'．', CharClass::stop},
    {U'／', CharClass::solidus},             {U'：', CharClass::comma},
    {U'；', CharClass::comma},               {U'？', CharClass::exclamation},
    {U'［', CharClass::opening},             {U'］', CharClass::closing},
    {U'｛', CharClass::opening},             {U'｝', CharClass::closing},
    {U'～', CharClass::connector},           {U'￠', CharClass::prefix},
    {U'￡', CharClass::prefix},              {U'￥', CharClass::prefix},
});
// clang-format on
static_assert(std::ranges::is_sorted(kMarks, {}, &MarkEntry::code));

/// The entry of a mark; null for letters and whatever else the table does not name.
[[nodiscard]] constexpr const MarkEntry* find_mark(char32_t code) {
    const auto at = std::ranges::lower_bound(kMarks, code, {}, &MarkEntry::code);
    return at != kMarks.end() && at->code == code ? &*at : nullptr;
}

/// The class in Chinese context.
[[nodiscard]] CharClass classify(char32_t code);
/// The class of an ambiguous mark inside Latin text (P3).
[[nodiscard]] CharClass narrow_form(char32_t code);
/// Set from the Han face, on the grid of the em: everything that takes part in stretching between characters (J2 ③).
[[nodiscard]] bool is_wide(char32_t code, CharClass);

/// Has blanks or a width of its own, so that only the table decides on breaks beside it.
[[nodiscard]] constexpr bool is_wide_mark(CharClass cls) {
    return cls >= CharClass::opening && cls <= CharClass::solidus;
}
[[nodiscard]] constexpr bool is_space(CharClass cls) {
    return cls == CharClass::space || cls == CharClass::ideographic_space || cls == CharClass::line_break;
}

/// B1, with what B3 adds at the higher levels.
[[nodiscard]] constexpr bool is_prohibited_at_start(CharClass cls, Prohibition level) {
    switch (cls) {
        case CharClass::comma:
        case CharClass::stop:
        case CharClass::exclamation:
        case CharClass::closing:
        case CharClass::connector:
        case CharClass::interpunct:
        case CharClass::suffix:
        case CharClass::narrow_closing:
        case CharClass::narrow_stop:
            return level != Prohibition::none;
        case CharClass::solidus:
            return level == Prohibition::gb || level == Prohibition::strict;
        case CharClass::dash:
        case CharClass::ellipsis:
            return level == Prohibition::strict;
        default:
            return false;
    }
}
/// B2, with what B3 adds. Currency signs are prohibited before digits only and not listed here.
[[nodiscard]] constexpr bool is_prohibited_at_end(CharClass cls, Prohibition level) {
    switch (cls) {
        case CharClass::opening:
        case CharClass::narrow_opening:
            return level != Prohibition::none;
        case CharClass::solidus:
            return level == Prohibition::gb || level == Prohibition::strict;
        default:
            return false;
    }
}

}  // namespace zheye::text
