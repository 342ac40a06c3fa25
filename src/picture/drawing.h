// A picture of shapes, without pixels: it is sharp at every size.
#pragma once

#include "base/hash.h"
#include "base/shape.h"

#include <optional>
#include <vector>

namespace zheye::picture {

struct Drawing {
    Size size;                  ///< in units of its own; what lies outside of (0, 0)–`size` is not shown
    std::vector<Shape> shapes;  ///< in the order in which they are drawn
    Hash128 print{};            ///< of what it was read from; drawings that are made otherwise have none
};

/// The shapes as the drawing lies with all of its size in `place`, cut off at `clip`, whose corners may be round. What
/// is hidden altogether is left out.
[[nodiscard]] std::vector<Shape> shapes_in(const Rect& place, const Drawing&, const std::optional<Rect>& clip,
                                           double radius);

}  // namespace zheye::picture
