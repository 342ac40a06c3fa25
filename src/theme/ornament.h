// What a theme draws and where it puts text: rules, artwork, places. Lengths in pt.
#pragma once

#include "base/colour.h"
#include "base/geometry.h"

#include <optional>
#include <vector>

namespace zheye::theme {

struct Rule {
    double width = 0;  ///< 0: no line
    Colour colour;
};

/// A shape of the artwork, drawn in some area of a page. One unit is the width of the area, so that no page size
/// distorts it; y counts downwards from the area's top, or from its bottom. It may reach over the edges, into the
/// bleed.
struct Artwork {
    bool ground = false;  ///< the whole area with its bleed; `path` is empty, the gradient runs in shares of the area
    bool from_bottom = false;
    Path path;
    struct Stop {
        double at = 0;
        Colour colour;
    };
    std::vector<Stop> fill;  ///< none, one colour, or a gradient from `from` to `to`
    Point from, to;
    std::optional<Colour> stroke;
    double stroke_width = 0;  ///< pt
    double opacity = 1;
};

/// A place for text, in shares of the page. Text grows down from the top edge, or up from the bottom edge.
struct TextArea {
    Rect area;
    bool from_bottom = false;
};

}  // namespace zheye::theme
