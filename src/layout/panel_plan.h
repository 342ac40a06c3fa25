// How a leaf is folded: which panel lies where on which side of the sheet, and how wide each is.
#pragma once

#include "content/document.h"
#include "layout/frame.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace zheye::layout {

/// Panels are numbered as a reader meets them: the cover, the panel folded in, those inside from left to right, the
/// back.
struct PanelPlan {
    std::vector<double> widths;            ///< pt
    std::vector<SheetSide> sides;          ///< outside, inside
    std::optional<std::size_t> folded_in;  ///< the panel that lies inside when the leaf is closed

    [[nodiscard]] std::size_t back() const { return widths.size() - 1; }
    [[nodiscard]] double narrowest() const;
};

/// `bifold`: four panels of the same width. `trifold` (letter fold): six; the panel folded in, and the one behind it,
/// are narrower by `fold_in` pt, so that it lies flat between the others.
[[nodiscard]] PanelPlan plan_panels(content::Form, Size sheet, double fold_in);

}  // namespace zheye::layout
