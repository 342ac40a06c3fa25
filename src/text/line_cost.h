// What the eye pays for a line, first things first: what total fit adds up and compares. Must not know how lines are
// searched.
#pragma once

#include "text/fit_line.h"

#include <compare>

namespace zheye::text {

/// A cost is less than another if the first of its members that differs is less. Sums of whole numbers, so that two
/// ways to the same cost are equal.
struct Cost {
    std::int64_t overfull = 0;  ///< thousandths of an em that stand out
    std::int64_t runts = 0;     ///< B6
    std::int64_t unfilled = 0;  ///< lines without a gap to stretch
    /// Lines for which the gaps between characters had to open (J2 ③), by their weight; hyphens in bad places.
    std::int64_t stretched = 0;
    double demerits = 0;  ///< all else: how even lines are

    Cost& operator+=(const Cost&);
    friend auto operator<=>(const Cost&, const Cost&) = default;
    /// Whether it is less by more than demerits.
    [[nodiscard]] bool ranks_before(const Cost&) const;
};

struct LineCost {
    Cost cost;             ///< `stretched` is not in it: what a stretched line weighs is the search's business
    double looseness = 0;  ///< em per gap; see looseness()
    double density = 0;    ///< em per gap that the line is spread (positive) or tightened; neighbours should agree
};

struct LineAsked {
    LineKind kind = LineKind::natural;
    bool last = false;
    bool only = false;  ///< first and last at once: B6 has nothing to say
};

[[nodiscard]] LineCost line_cost(const Paragraph::Impl&, const LineFit&, LineAsked);
/// Where the hyphens stand, in the weight of stretched lines: more than two lines in a row that end with one, one at
/// the end of the last full line, and after it nothing but the rest of the word. `row`: lines that end with one, up to
/// this line; `row_above`: up to the line above.
[[nodiscard]] std::int64_t hyphens_cost(const Paragraph::Impl&, const LineFit&, LineAsked, std::uint32_t row_above,
                                        std::uint32_t row);
/// Demerits of two neighbouring lines that differ in density.
[[nodiscard]] double contrast_cost(double density_above, double density);

}  // namespace zheye::text
