#include "layout/chart_axis.h"

#include <array>
#include <cmath>

namespace zheye::layout {

content::Decimal round_up(double value) {
    const int exponent = static_cast<int>(std::floor(std::log10(value)));
    constexpr std::array kSteps = {1, 2, 5, 10};
    for (const int step : kSteps)
        if (content::Decimal{step, exponent}.as_double() >= value * (1 - 1e-9)) return {step, exponent};
    return {1, exponent + 1};
}

std::vector<content::Decimal> axis_ticks(double low, double high, int wanted) {
    constexpr double kUpperHalf = 0.5;
    if (low > 0 && low < kUpperHalf * high) low = 0;
    if (high < 0) high = 0;
    if (low == high) low = std::min(0.0, low), high = std::max(high, 0.0);
    if (low == high) high = 1;
    const auto step = round_up((high - low) / wanted);
    const auto first = static_cast<std::int64_t>(std::floor(low / step.as_double() + 1e-9));
    const auto last = static_cast<std::int64_t>(std::ceil(high / step.as_double() - 1e-9));
    std::vector<content::Decimal> ticks;
    for (auto i = first; i <= last; ++i) ticks.push_back({i * step.digits, step.exponent});
    return ticks;
}

}  // namespace zheye::layout
