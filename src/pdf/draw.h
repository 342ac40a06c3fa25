// Shapes and pictures → operators. Must not know fonts, objects or the structure.
#pragma once

#include "layout/frame.h"
#include "pdf/content_stream.h"

namespace zheye::pdf {

void draw(ContentStream&, const layout::Shape&);
/// `orientation`: how the rows of the picture lie, 1 … 8.
void draw(ContentStream&, const layout::Image&, int orientation);

}  // namespace zheye::pdf
