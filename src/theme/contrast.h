// Whether text can be read on what lies under it (WCAG 2.1, 1.4.3): every pair of style and ground that a
// theme makes. What artwork does to the words of a title only their page can tell: layout/legibility.h.
#pragma once

#include "diag/diagnostic.h"
#include "theme/theme.h"

#include <string>
#include <vector>

namespace zheye::theme {

/// 1 (the same) to 21 (black on white).
[[nodiscard]] double contrast(Colour, Colour);

/// A style on a ground that it cannot be read on.
struct LowContrast {
    std::string text, ground;  ///< settings, as styles.caption and box.ground
    double ratio = 0, least = 0;
};
/// Every one. Text needs 4.5:1, large text (18 pt, or 14 pt and bold) 3:1.
[[nodiscard]] std::vector<LowContrast> low_contrasts(const Theme&);

/// A warning each.
void report_low_contrasts(const Theme&, diag::Span, diag::Diagnostics&);

}  // namespace zheye::theme
