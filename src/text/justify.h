// What every gap of one line becomes: the allotment of the line shared out inside its classes (J1, J2).
#pragma once

#include "text/fit_line.h"

#include <vector>

namespace zheye::text {

/// pt added to each gap of the line (negative: taken away); entry i is the gap before cluster begin + i.
[[nodiscard]] std::vector<double> adjust_gaps(const Paragraph::Impl&, const LineFit&, const Allotment&);

}  // namespace zheye::text
