// “5000余”, “1,000”, “2万” with their units → numbers that can be compared and drawn. Must not know what they are for.
#pragma once

#include "content/decimal.h"
#include "content/proofreading.h"
#include "diag/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>

namespace zheye::content {

/// A figure as it is printed, and what it counts.
struct Quantity {
    std::string text;   ///< as the writer has it, words like 约 and 余 included, without the unit: 127, 5000余, 2万
    std::string unit;   ///< as the writer has it: 亿元
    Decimal value;      ///< in `base`: 127亿元 is 12700000000
    std::string base;   ///< the unit without 万, 亿 and 千: 元
    int magnitude = 0;  ///< powers of ten between `unit` and `base`: 8 for 亿元
    int significant = 1;  ///< digits of the figure
    diag::Span span;
};

/// Nothing if no number stands at the beginning, or a second one after it. A unit may stand in `text` or beside it.
[[nodiscard]] std::optional<Quantity> parse_quantity(std::string_view text, std::string_view unit, diag::Span = {});
/// What parts a figure from its unit: a no-break space where that is a word of letters and the text is not Chinese.
[[nodiscard]] std::string_view unit_gap(std::string_view unit, Script);
/// For values that stand for none: —, –, -, …, 无.
[[nodiscard]] bool is_no_value(std::string_view text);

/// `part` of `whole` in per cent: as many digits as the less exact of the two has, and at most two places. Nothing if
/// their units do not go together or `whole` is not above zero.
[[nodiscard]] std::optional<Decimal> share_of(const Quantity& part, const Quantity& whole);
/// From `former` to `now` in per cent, in the same way; where both are per cent, the difference in points.
[[nodiscard]] std::optional<Decimal> change_from(const Quantity& former, const Quantity& now);

}  // namespace zheye::content
