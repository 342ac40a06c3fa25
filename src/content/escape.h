// The backslash of inline marks: what it may stand before, and text without it. Must not know the marks.
#pragma once

#include <string>
#include <string_view>

namespace zheye::content {

/// Bytes of the backslash at `at` and the mark behind it; 0 if that is no mark but a letter, say, or Han: then the
/// backslash is a backslash. Marks are those of ASCII, as in Markdown, those of Chinese, all that is full-width, and
/// the blanks of both: a space that is meant, which no proofreader takes for a slip.
[[nodiscard]] std::size_t escape_at(std::string_view text, std::size_t at);
/// Whether a backslash before it is an escape.
[[nodiscard]] bool is_escapable(char32_t);
/// The first byte from `from` on that is one of `wanted` and has no backslash before it; npos if there is none.
[[nodiscard]] std::size_t find_unescaped(std::string_view text, std::string_view wanted, std::size_t from = 0);
[[nodiscard]] std::string unescaped(std::string_view);

}  // namespace zheye::content
