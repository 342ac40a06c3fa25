// What stands beside the characters of a line → shapes, in the measures of the theme. Must not know tags or pages: all
// that is drawn here is an artifact.
#pragma once

#include "layout/frame.h"
#include "text/paragraph.h"
#include "theme/theme.h"

namespace zheye::layout {

/// Where the coordinates of a line are in its frame.
struct LineAxes {
    double baseline = 0;    ///< pt from the frame's top
    bool vertical = false;  ///< the frame is still to be turned: above the line is to its right then
    [[nodiscard]] Point at(double along, double above) const { return {along, baseline - above}; }
};

/// What the text room needs to know of the theme's measures.
[[nodiscard]] text::DecorationStyle measures_of(const theme::DecorationStyle&);
/// Grounds, to be drawn before the characters.
void draw_grounds(Frame&, const text::Line&, LineAxes, const theme::DecorationStyle&);
/// Lines and dots.
void draw_beside(Frame&, const text::Line&, LineAxes, const theme::DecorationStyle&);

}  // namespace zheye::layout
