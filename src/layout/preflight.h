// Finished pages → what a printer would send back: text at the edge, pictures and areas that end at the cut, lines too
// thin, light type too small. Must not know files.
#pragma once

#include "diag/diagnostic.h"
#include "layout/frame.h"

namespace zheye::layout {

/// What a press can keep; pt.
struct PressLimits {
    double edge = 8.5;  ///< 3 mm: text keeps so far from the trim and from folds
    double hairline = 0.25;
    double reversed = 7;  ///< light type on a ground of ink is no smaller
};

/// Warnings, each at the place in the writer's files that causes it; what a theme causes names the page.
void preflight(const Pages&, const PressLimits&, diag::Diagnostics&);
/// Faces whose licence does not let them into a file, each at the first text that is set in it.
void check_licences(const Pages&, const font::FontBook&, diag::Diagnostics&);
/// The sheets of a booklet are folded once: four pages each. `span`: where the writer asks for a booklet.
void check_page_count(const Pages&, diag::Span, diag::Diagnostics&);

}  // namespace zheye::layout
