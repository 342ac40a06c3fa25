// The cells of a table on their grid, shaped, and how wide its columns become.
#pragma once

#include "layout/blocks.h"

#include <vector>

namespace zheye::layout {

struct GridCell {
    const content::TableCell* source = nullptr;
    std::size_t row = 0, column = 0, rows = 1, columns = 1;
    ShapedText text;
    NodeId node = 0;
};

/// Where each cell of the table stands: row by row, spans taken into account. The elements of the rows go into `table`,
/// those of each group into a body of their own, whose cells name what heads them; `heads` are those of the columns.
[[nodiscard]] std::vector<GridCell> place_cells(Typesetter&, const content::Table&, NodeId table,
                                                const std::vector<NodeId>& heads);

struct ColumnPlan {
    std::vector<double> widths;  ///< with padding
    double pad = 0;              ///< pt on either side of a cell's text
    bool fits = true;            ///< else something stands out of its column, whatever is done
};
/// Widths that sum up to `width`: the writer's weights if there are any, else by what the cells hold: each gets its
/// longest unbreakable part, then what its widest line wants, then a share of the rest. Where columns would be too
/// narrow to be read the theme's padding gives way; what does not fit even then is a warning (code "wide-table") at
/// `span`.
[[nodiscard]] ColumnPlan plan_columns(const Typesetter&, const content::Table&, const std::vector<GridCell>&,
                                      const std::vector<ShapedText>& heads, double width, diag::Span span);

}  // namespace zheye::layout
