// UTF-8 text: decoding, checking, and how many columns it takes in a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zheye::utf8 {

struct Decoded {
    char32_t code = 0;
    std::size_t length = 0;  ///< bytes; at least 1 unless `at` is the end
};

/// The character that begins at byte `at`; a broken sequence gives U+FFFD of length 1.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);
void append(std::string& text, char32_t code);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string from_utf32(std::u32string_view text);
/// UTF-16BE bytes with a leading byte order mark, as PDF text strings want them.
[[nodiscard]] std::string to_utf16be(std::string_view text);
/// The byte where the text stops being UTF-8 (no overlong forms, no surrogates); nothing if all of it is.
[[nodiscard]] std::optional<std::size_t> find_invalid(std::string_view text);
/// Whether bytes that are not UTF-8 look like GBK/GB 18030 text.
[[nodiscard]] bool looks_like_gbk(std::string_view text);
/// Columns in a terminal: wide and full-width characters take two, combining marks none.
[[nodiscard]] int columns(std::string_view text);
/// Han ideographs of all blocks, with 〇 and 々.
[[nodiscard]] bool is_han(char32_t code);

}  // namespace zheye::utf8
