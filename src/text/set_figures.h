// Figures that stand under others take one width (Figures::column). Must not know what stands on a line.
#pragma once

#include "text/paragraph_impl.h"

namespace zheye::text {

/// Where the face has no tabular forms, or forms narrower than its widest figure, each figure stands in the middle of
/// the width of that.
void set_figures(Paragraph::Impl&, const font::FontBook&);

}  // namespace zheye::text
