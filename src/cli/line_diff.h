// Two states of a text → a unified diff, for people and for `patch`.
#pragma once

#include <string>
#include <string_view>

namespace zheye::cli {

/// The texts have the same number of lines: corrections never part or join lines. Empty if they are equal.
[[nodiscard]] std::string line_diff(std::string_view before, std::string_view after, std::string_view path);

}  // namespace zheye::cli
