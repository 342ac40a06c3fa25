// Tells an escape from a backslash.
#include "content/escape.h"

#include "base/utf8.h"

namespace zheye::content {

bool is_escapable(char32_t c) {
    if (c < 0x80)
        return (c >= ' ' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
    const bool is_general = c == 0xB7 || (c >= 0x2010 && c <= 0x2027) || c == 0x2500;
    const bool is_odd = (c >= 0xFE50 && c <= 0xFE6B) || (c >= 0xFF61 && c <= 0xFF65);  // small, half-width
    return is_general || is_odd || (c >= 0x3000 && c <= 0x301F && c != 0x3005 && c != 0x3007) ||
           (c >= 0xFF01 && c <= 0xFF5E);
}

std::size_t escape_at(std::string_view text, std::size_t at) {
    if (text[at] != '\\' || at + 1 == text.size()) return 0;
    const auto [code, length] = utf8::decode(text, at + 1);
    return is_escapable(code) ? 1 + length : 0;
}

std::size_t find_unescaped(std::string_view text, std::string_view wanted, std::size_t from) {
    for (auto at = from; at < text.size(); ++at) {
        if (const auto length = escape_at(text, at); length > 0)
            at += length - 1;
        else if (wanted.contains(text[at]))
            return at;
    }
    return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (escape_at(text, at) > 0) ++at;
        result += text[at];
    }
    return result;
}

}  // namespace zheye::content
