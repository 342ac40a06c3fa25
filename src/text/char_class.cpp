// Classes of the characters that the table of marks does not name: by blocks, and by Unicode's properties where the
// blocks say nothing.
#include "text/char_class.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

namespace zheye::text {
namespace {

constexpr bool in(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

bool is_east_asian_letter(char32_t code) {
    return in(code, 0x3041, 0x30FF) || in(code, 0x3105, 0x31BF) || in(code, 0x31F0, 0x31FF) ||
           in(code, 0xAC00, 0xD7A3) || in(code, 0x1100, 0x11FF) || in(code, 0xFF10, 0xFF19) ||
           in(code, 0xFF21, 0xFF3A) || in(code, 0xFF41, 0xFF5A) || in(code, 0x2E80, 0x2FDF) || code == 0x3007 ||
           code == 0x3005;
}

/// ㎡ ㎏ ㏄ and their like (CJK Compatibility).
bool is_unit_sign(char32_t code) { return in(code, 0x3371, 0x33DF) && !in(code, 0x337B, 0x337F); }

bool is_raised_or_lowered_digit(char32_t code) {
    return code == 0xB2 || code == 0xB3 || code == 0xB9 || in(code, 0x2070, 0x2089);
}

CharClass classify_ascii(char32_t code) {
    if (code == U'\n') return CharClass::line_break;
    if (code == U' ' || code == U'\t' || code == U'\r') return CharClass::space;
    if (code < 0x20 || code == 0x7F) return CharClass::ignorable;
    if (in(code, U'0', U'9')) return CharClass::digit;
    if (in(code | 0x20, U'a', U'z')) return CharClass::latin;
    return CharClass::narrow_symbol;
}

CharClass classify_by_properties(char32_t code) {
    const auto c = static_cast<UChar32>(code);
    if (code == 0x2028 || code == 0x2029) return CharClass::line_break;
    if (code == 0xA0 || code == 0x202F || code == 0x2007) return CharClass::no_break_space;
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharClass::ignorable;
    if (u_isUWhiteSpace(c)) return CharClass::space;
    if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return CharClass::digit;
    if (u_charType(c) == U_CURRENCY_SYMBOL) return CharClass::prefix;
    if (is_unit_sign(code)) return CharClass::suffix;
    if (is_raised_or_lowered_digit(code)) return CharClass::latin;  // m², CO₂: parts of words
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    const bool wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH;
    if (u_isalpha(c) && u_charType(c) != U_OTHER_SYMBOL) return wide ? CharClass::han : CharClass::latin;
    if (wide) return CharClass::symbol;
    // Roman numerals, arrows, circled figures, geometric shapes: 1em in a Chinese font. × ÷ ± and their like stay with
    // the digits.
    return width == U_EA_AMBIGUOUS && code >= 0x2160 ? CharClass::symbol : CharClass::narrow_symbol;
}

}  // namespace

CharClass classify(char32_t code) {
    if (in(code, 0x4E00, 0x9FFF)) return CharClass::han;
    if (const MarkEntry* mark = find_mark(code)) return mark->cls;
    if (code < 0x80) return classify_ascii(code);
    if (code == 0x3000) return CharClass::ideographic_space;
    if (is_east_asian_letter(code) || utf8::is_han(code)) return CharClass::han;
    return classify_by_properties(code);
}

CharClass narrow_form(char32_t code) {
    switch (code) {
        case U'‘':
        case U'“':
            return CharClass::narrow_opening;
        case U'’':
        case U'”':
            return CharClass::narrow_closing;
        case U'…':
            return CharClass::narrow_stop;
        default:
            return CharClass::narrow_symbol;
    }
}

bool is_wide(char32_t code, CharClass cls) {
    if (cls == CharClass::han || cls == CharClass::symbol || is_wide_mark(cls)) return true;
    if (cls == CharClass::suffix) return code == U'℃' || code == U'℉' || code == U'％' || is_unit_sign(code);
    return cls == CharClass::prefix && code >= 0xFF00;
}

}  // namespace zheye::text
