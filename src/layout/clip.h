// Of shapes and pictures there is shown what lies in a rectangle.
#pragma once

#include "layout/frame.h"

namespace zheye::layout {

/// Both leave as it is what lies inside, and narrow a clip that there is already.
void clip_to(Shape&, const Rect& visible);
void clip_to(Image&, const Rect& visible);

}  // namespace zheye::layout
