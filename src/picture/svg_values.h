// Words of SVG attributes → numbers, lengths, colours, maps. Must not know elements.
#pragma once

#include "base/colour.h"
#include "base/geometry.h"

#include <optional>
#include <string_view>

namespace zheye::picture {

[[nodiscard]] std::string_view trimmed(std::string_view);

/// In user units (px, 1/96 inch); `whole` is what 100 % is of.
[[nodiscard]] std::optional<double> svg_length(std::string_view, double whole);
/// A number or a percentage, from 0 to 1.
[[nodiscard]] std::optional<double> svg_share(std::string_view);

struct SvgColour {
    Colour colour;
    double alpha = 1;
};
/// #rgb, #rrggbb (also with alpha), rgb(), rgba(), or a name of CSS.
[[nodiscard]] std::optional<SvgColour> svg_colour(std::string_view);

/// `translate(…) scale(…)` and so on, the first of which is done last.
[[nodiscard]] std::optional<Affine> svg_transform(std::string_view);

/// The id behind `#id` or `url(#id)`; empty if it is none.
[[nodiscard]] std::string_view svg_reference(std::string_view);

}  // namespace zheye::picture
