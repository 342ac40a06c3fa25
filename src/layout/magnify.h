// A frame → the same frame larger: type, lines, pictures and all. For what is laid out on a small page and shown on a
// large one.
#pragma once

#include "layout/frame.h"

namespace zheye::layout {

[[nodiscard]] Frame magnified(Frame, double factor);

}  // namespace zheye::layout
