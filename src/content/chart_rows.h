// The data of a chart, from facts, from series of facts or from a small table: labels, series, values as they stand.
#pragma once

#include "content/context.h"
#include "content/document.h"

namespace zheye::content {

/// Fills labels and series; values are not yet checked against each other. Whether the data are there and can be read,
/// else it is reported.
[[nodiscard]] bool read_chart_rows(const Fields&, const yaml::Node& mapping, Chart&, const Context&);

}  // namespace zheye::content
