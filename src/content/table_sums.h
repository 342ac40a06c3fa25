// Whether the totals of a table are the sums of what stands above them. Only tells; the figures stay the writer's.
#pragma once

#include "content/document.h"

namespace zheye::content {

/// Warns where the figures of a column, plain numbers of one unit, do not add up to the total given for them: of the
/// rows since the group's name or the total before it, or of all rows above. Says nothing of columns whose figures are
/// not to be added (per cent, ranks, averages), nor of tables with rows that are part of others (其中).
void check_totals(const Table&, diag::Diagnostics&);

}  // namespace zheye::content
