// Round numbers for the axis of a chart.
#pragma once

#include "content/decimal.h"

#include <vector>

namespace zheye::layout {

/// Ticks from the first to the last, evenly: 1, 2 or 5 times a power of ten apart, about `wanted` of them, around
/// [low, high]. They begin at zero unless all values lie in the upper half.
[[nodiscard]] std::vector<content::Decimal> axis_ticks(double low, double high, int wanted);
/// The smallest of 1, 2, 5 times a power of ten that is not below `value`, which is above zero.
[[nodiscard]] content::Decimal round_up(double value);

}  // namespace zheye::layout
