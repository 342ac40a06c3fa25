// Shapes and pictures → operators. Must not know fonts, objects or the structure.
#pragma once

#include "layout/frame.h"
#include "pdf/content_stream.h"
#include "picture/drawing.h"

namespace zheye::pdf {

void draw(ContentStream&, const layout::Shape&);
/// `lying`: how the rows of the picture lie in it, see picture/lying.h.
void draw(ContentStream&, const layout::Image&, const Affine& lying);
/// The image is this drawing, and its place has the drawing's proportions.
void draw(ContentStream&, const layout::Image&, const picture::Drawing&);

}  // namespace zheye::pdf
