// Words on artwork → whether they can be read there. Looks at finished pages, for a theme cannot know where the words
// of a title will end. theme/contrast.h sees to the grounds that a theme puts under the words itself.
#pragma once

#include "diag/diagnostic.h"
#include "layout/frame.h"

namespace zheye::layout {

/// A warning (code "low-contrast") at the source of each element whose words have too little contrast with what is
/// drawn under them on the page, or with its `paper` (WCAG 2.1, 1.4.3: 4.5, and 3 for large text). What stands outside
/// of all elements is ornament, and what shows through over a picture is not known: neither is judged.
void report_illegible(const Frame& page, Colour paper, const font::FontBook&, diag::Diagnostics&);

}  // namespace zheye::layout
