// Where the lines of a paragraph end for a given width: total fit (J4), first fit, or lines of equal length.
// Must not place glyphs.
#pragma once

#include "text/fit_line.h"

#include <vector>

namespace zheye::text {

struct ChosenLine {
    std::uint32_t begin = 0, end = 0;  ///< clusters
    LineKind kind = LineKind::natural;
    bool last = false;
};

[[nodiscard]] std::vector<ChosenLine> choose_breaks(const Paragraph::Impl&, const LineWidths&);

}  // namespace zheye::text
