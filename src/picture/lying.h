// How the rows of a picture lie in it, for outputs that embed them as they are stored.
#pragma once

#include "base/geometry.h"
#include "picture/picture.h"

namespace zheye::picture {

/// From the unit square in which the rows of `data` lie to that in which the picture is looked at, y downwards.
[[nodiscard]] Affine lying(const Picture&);

}  // namespace zheye::picture
