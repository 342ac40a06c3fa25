// A picture of shapes, without pixels: it is sharp at every size.
#pragma once

#include "base/shape.h"

#include <vector>

namespace zheye::picture {

struct Drawing {
    Size size;                  ///< pt, as the file wants it; what lies outside of (0, 0)–`size` is not shown
    std::vector<Shape> shapes;  ///< in the order in which they are drawn
};

}  // namespace zheye::picture
