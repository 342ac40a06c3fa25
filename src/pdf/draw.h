// Shapes and pictures → operators. Must not know fonts, objects or the structure.
#pragma once

#include "layout/frame.h"
#include "pdf/content_stream.h"

namespace zheye::pdf {

void draw(ContentStream&, const layout::Shape&);
void draw(ContentStream&, const layout::Image&);

}  // namespace zheye::pdf
