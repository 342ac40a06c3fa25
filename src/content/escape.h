// The backslash of inline marks: what it may stand before, and text without it. Must not know the marks.
#pragma once

#include <string>
#include <string_view>

namespace zheye::content {

/// ASCII punctuation, as in Markdown: before anything else a backslash is a backslash.
[[nodiscard]] bool is_escapable(char);
/// The first byte from `from` on that is one of `wanted` and has no backslash before it; npos if there is none.
[[nodiscard]] std::size_t find_unescaped(std::string_view text, std::string_view wanted, std::size_t from = 0);
[[nodiscard]] std::string unescaped(std::string_view);

}  // namespace zheye::content
