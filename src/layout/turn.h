// A frame laid out in the coordinates of vertical text → the frame as the reader sees it, and back. Along a vertical
// line x counts down the page; lines follow each other in y, from the right edge to the left.
#pragma once

#include "layout/frame.h"

namespace zheye::layout {

/// The frame turned by 90° clockwise: what was its left edge is on top, what was its top on the right. Runs of vertical
/// lines (`down`, `turned`) are named by how they stand then and keep their orientation.
[[nodiscard]] Frame turned_clockwise(Frame);
/// The inverse, for what stands upright among vertical lines.
[[nodiscard]] Frame turned_back(Frame);

}  // namespace zheye::layout
