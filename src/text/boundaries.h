// What ICU says of a text. Must not know of paragraphs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zheye::text {

/// `line`: where a line may end (UAX #14, strict, Chinese); `word`: where a word begins, Chinese ones by a dictionary.
enum class Boundary : std::uint8_t { line, word };

/// For every byte of the text, and its end, whether there is such a boundary before it. Empty if ICU fails.
[[nodiscard]] std::vector<bool> boundaries(const std::string& text, Boundary);

}  // namespace zheye::text
