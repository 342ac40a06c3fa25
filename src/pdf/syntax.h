// Numbers and strings → PDF text, byte for byte the same on every machine and in every locale.
// Must not know objects or pages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zheye::pdf {

/// With `decimals` (0..6) at most, trailing zeros cut; never an exponent, never "-0".
void append_number(std::string& to, double value, int decimals = 3);
void append_whole(std::string& to, std::uint64_t value);
/// value / 1000.
void append_thousandths(std::string& to, std::int64_t value);
void append_hex(std::string& to, std::string_view bytes);
/// Two bytes, big-endian: a code of an Identity-H font.
void append_code(std::string& to, std::uint16_t code);
/// A text string's bytes: ASCII as it is (equal in PDFDocEncoding), else UTF-16BE with its mark (PDF 32000-1, 7.9.2.2).
[[nodiscard]] std::string text_bytes(std::string_view utf8);
/// The same as a hexadecimal string with its angle brackets.
[[nodiscard]] std::string text_string(std::string_view utf8);
/// Whether `code` is white space, of whatever width.
[[nodiscard]] bool is_space(char32_t code);

}  // namespace zheye::pdf
