// The marks of pictograms.
#pragma once

#include "base/geometry.h"
#include "content/document.h"

namespace zheye::layout {

/// Width to height.
[[nodiscard]] double mark_ratio(content::Chart::Mark);
/// The mark in a place of that proportion.
[[nodiscard]] Path mark_path(content::Chart::Mark, const Rect& place);
/// What of a filled path lies to the left of `x`; its curves become lines.
[[nodiscard]] Path left_part(const Path&, double x);

}  // namespace zheye::layout
