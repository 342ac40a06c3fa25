// The known name nearest to one that was mistyped, for hints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zheye {

/// By edit distance over characters (a swap of neighbours counts one). Nothing when none is near enough to be meant:
/// at most a third of the characters, at least one, may differ.
[[nodiscard]] std::optional<std::string> nearest(std::string_view name, const std::vector<std::string>& known);

}  // namespace zheye
