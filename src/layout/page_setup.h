// The page as geometry: the document's wishes and the theme's measures → text area, columns, grid.
#pragma once

#include "content/document.h"
#include "layout/blocks.h"

namespace zheye::layout {

struct PageSetup {
    double width = 0, height = 0, bleed = 0;
    Rect text;        ///< text area; its height is a whole number of grid lines
    double grid = 0;  ///< pitch
    int columns = 1;
    double column = 0;  ///< width of one: a whole multiple of the body size (G2)
    double gutter = 0;
    bool vertical = false;  ///< the page of vertical text before it is turned; see vertical.h
    double upright = 0;     ///< then: width of what stands upright in it

    [[nodiscard]] double column_left(int index) const { return text.x + index * (column + gutter); }
    [[nodiscard]] Measure measure(bool across) const;
};

[[nodiscard]] PageSetup page_setup(const content::PageSetup&, const theme::Theme&, text::RuleSet off = {});

/// A share of the page as a rectangle in pt.
[[nodiscard]] Rect on_page(const Rect& share, const PageSetup&);

}  // namespace zheye::layout
