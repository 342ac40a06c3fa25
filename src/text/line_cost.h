// What the eye pays for a line: the demerits that total fit adds up. Must not know how lines are searched.
#pragma once

#include "text/fit_line.h"

namespace zheye::text {

struct LineCost {
    double demerits = 0;
    double density = 0;  ///< em per gap that the line is spread (positive) or tightened; neighbours should agree
};

struct LineAsked {
    LineKind kind = LineKind::natural;
    bool last = false;
    bool only = false;  ///< first and last at once: B6 has nothing to say
};

[[nodiscard]] LineCost line_cost(const Paragraph::Impl&, const LineFit&, LineAsked);
/// What two neighbouring lines pay for differing in density.
[[nodiscard]] double contrast_cost(double density_above, double density);

}  // namespace zheye::text
