// Finished pages → what went wrong on them. The last look before an output is made: nothing may be lost in silence.
#pragma once

#include "diag/diagnostic.h"
#include "layout/frame.h"

namespace zheye::layout {

/// Text of the document that lies beyond an edge of its page is an error at its source (code "outside-page"), once for
/// each element and page, with how far it reaches; text below the text area but on the page a warning ("outside-text").
/// `bottoms`: pt from the top of each page to the end of its text area.
void report_outside(const Pages&, const std::vector<double>& bottoms, diag::Diagnostics&);

}  // namespace zheye::layout
