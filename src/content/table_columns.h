// The columns of a table whose rows have been read: what stands in them, and how they are aligned by themselves.
#pragma once

#include "content/document.h"

#include <vector>

namespace zheye::content {

/// For each row the cell in each column; null where a cell over several rows or columns is.
[[nodiscard]] std::vector<std::vector<const TableCell*>> cells_by_column(const Table&);

/// Figures of one unit are compared digit by digit: a column of them is aligned on their decimal points, unless its
/// alignment is `given`. Not the first, which names the rows: years and numbers there are names.
void align_figures(Table&, const std::vector<bool>& given);

}  // namespace zheye::content
