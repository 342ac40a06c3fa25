// viewBox and preserveAspectRatio (SVG 1.1, 7.7, 7.8) → where the units of an SVG lie.
#pragma once

#include "picture/svg_file.h"

#include "base/geometry.h"

#include <optional>

namespace zheye::picture {

struct SvgView {
    Rect viewport;  ///< in the units around it
    Affine map;     ///< from the units inside it to those around it
    Size size;      ///< in the units inside: what percentages are of
};

/// Of the root, in px. Nothing, which was told, where it has no size.
[[nodiscard]] std::optional<SvgView> svg_view(SvgFile&, const pugi::xml_node& root);
/// Of an `<svg>` inside, or of a `<symbol>` as large as its `<use>` says; nothing if it shows nothing.
[[nodiscard]] std::optional<SvgView> svg_inner_view(SvgFile&, const pugi::xml_node&, Size around);
[[nodiscard]] std::optional<SvgView> svg_symbol_view(SvgFile&, const pugi::xml_node& symbol, const pugi::xml_node& use,
                                                     Size around);

}  // namespace zheye::picture
