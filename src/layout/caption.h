// The caption below a figure or diagram.
#pragma once

#include "layout/galley.h"
#include "layout/typesetter.h"

namespace zheye::layout {

/// Its lines stay with what stands above them. Nothing if it is empty.
void append_caption(Typesetter&, Galley&, const content::RichText& caption, double width, double gap, NodeId parent);

}  // namespace zheye::layout
