// Gradients of an SVG → what a shape can be filled with.
#pragma once

#include "picture/svg_style.h"

#include <optional>

namespace zheye::picture {

struct SvgFill {
    Paint paint;  ///< in the units of the element
    double alpha = 1;
};
/// The gradient `wanted` refers to, on an element whose path lies in `box`. A radial one becomes its middle colour, and
/// is told; nothing where there is none.
[[nodiscard]] std::optional<SvgFill> svg_gradient(SvgFile&, SvgStyles&, const SvgPaint& wanted, const Rect& box,
                                                  Size view);

}  // namespace zheye::picture
