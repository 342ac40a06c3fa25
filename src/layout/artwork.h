// The theme's artwork, drawn into a rectangle of a page.
#pragma once

#include "layout/frame.h"
#include "theme/theme.h"

#include <vector>

namespace zheye::layout {

/// Adds the shapes, as artifacts. A ground covers `area`, and `bleed` pt beyond it where it touches an edge of a page
/// of the frame's size. What is drawn further out is cut off where the area is a part of the page only.
void draw_artwork(Frame&, const std::vector<theme::Artwork>&, const Rect& area, double bleed);

}  // namespace zheye::layout
