// How pictures are cut and put beside each other.
#pragma once

#include "base/geometry.h"
#include "content/document.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <optional>

namespace zheye::content {

/// Width to height: 3:2, 3：2, 3/2, 1.5, square.
[[nodiscard]] std::optional<double> read_crop(const yaml::Node& scalar, diag::Diagnostics&);
/// Shares across and down: [0.3, 0.4], [30%, 40%], or words such as `top`, `bottom left`, 左上.
[[nodiscard]] std::optional<Point> read_focus(const yaml::Node&, diag::Diagnostics&);
/// `3` columns, or rows and columns: 2x3, 2×3.
[[nodiscard]] std::optional<Grid> read_grid(const yaml::Node& scalar, diag::Diagnostics&);

}  // namespace zheye::content
