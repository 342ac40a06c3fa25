// Pages as a reader sees them → sheets as they are printed: which page lies where, with bleed, and with marks for cuts
// and folds outside of the trim.
#pragma once

#include "layout/frame.h"
#include "theme/theme.h"

namespace zheye::layout {

/// The pages put onto their sheets, one page for each side; a page of a document that is not folded is a sheet by
/// itself. Of each panel there is shown what lies in it, and in the bleed where no other panel is beside it. Links and
/// the outline lead to the sheets. Every page must lie on a sheet: see `first_without_sheet`.
[[nodiscard]] Pages on_sheets(Pages, const theme::MarksStyle&);

/// The first page that no sheet has a place for.
[[nodiscard]] std::optional<std::size_t> first_without_sheet(const Pages&);

}  // namespace zheye::layout
