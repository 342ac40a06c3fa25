// The numbers of headings, as the theme wants them: 一、 （一） 1. （1）. They become words of the heading, so that the
// text, the contents, the running heads and the outline say the same.
#pragma once

#include "content/document.h"
#include "theme/theme.h"

namespace zheye::layout {

/// Headings of a chapter are counted from one, subheadings from one below each heading. A heading that has a number of
/// that kind from the writer keeps it, and the count goes on from there in order. Boxes are left alone.
[[nodiscard]] content::Document with_numbered_headings(content::Document, const theme::Theme&);

}  // namespace zheye::layout
