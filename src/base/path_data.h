// SVG path data (SVG 1.1, 8.3) → Path. Themes draw with it, and pictures.
#pragma once

#include "base/geometry.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string_view>

namespace zheye {

/// No coordinate is larger: what claims to be is a mistake, and would overflow on the way to the page.
inline constexpr double kLargestCoordinate = 1e6;

/// All commands; arcs become curves. Fails with the byte at which the data are no longer any. Empty data are an empty
/// path.
[[nodiscard]] std::expected<Path, std::size_t> parse_path_data(std::string_view);

/// A row of numbers parted by blanks and commas. Takes one number off the front of `text`, with the blanks and the
/// comma before it; nothing if there is none, or none that can be drawn with.
[[nodiscard]] std::optional<double> take_number(std::string_view& text);

}  // namespace zheye
