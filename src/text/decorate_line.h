// A line whose clusters have their places → what stands beside and above them: lines of names, underlines, grounds
// (D2), dots (D1), readings (D3). Moves no character.
#pragma once

#include "text/fit_line.h"

#include <vector>

namespace zheye::text {

/// `pens`: pt from the start edge to each body of the line.
void decorate(const Paragraph::Impl&, const LineFit&, const std::vector<double>& pens, Line&);

}  // namespace zheye::text
