// Pages as a reader sees them → sheets as they are printed: which page lies where, with bleed, and with marks for cuts
// and folds outside of the trim.
#pragma once

#include "layout/frame.h"
#include "layout/imposition.h"
#include "theme/theme.h"

#include <functional>

namespace zheye::layout {

struct SheetPlan {
    Imposition imposition = Imposition::none;  ///< of a leaf that is folded: none
    double creep = 0;                          ///< pt, see saddle_stitched
    bool turned_backs = false;                 ///< backs stand on their heads
    bool colour_bar = false;                   ///< and marks in register
    /// The line below a side, by its number from 1; none: no line.
    std::function<Frame(std::size_t side)> line;
};

/// The pages put onto their sheets, one page for each side; a page of a document that is not folded is a sheet by
/// itself. Of each panel there is shown what lies in it, and in the bleed where no other panel is beside it. Links and
/// the outline lead to the sheets. Every page must lie on a sheet: see `first_without_sheet`.
[[nodiscard]] Pages on_sheets(Pages, const theme::MarksStyle&, const SheetPlan& = {});

/// The first page that no sheet has a place for.
[[nodiscard]] std::optional<std::size_t> first_without_sheet(const Pages&);

}  // namespace zheye::layout
