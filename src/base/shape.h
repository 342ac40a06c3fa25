// What is drawn with colours: a path with its fill and its line. Must not know what it is a part of.
#pragma once

#include "base/colour.h"
#include "base/geometry.h"

#include <array>
#include <optional>
#include <variant>
#include <vector>

namespace zheye {

struct GradientStop {
    double at = 0;  ///< 0..1
    Colour colour;
};
struct LinearGradient {
    Point from, to;
    std::vector<GradientStop> stops;  ///< at least two, ascending
};
using Paint = std::variant<Colour, LinearGradient>;

enum class Join : unsigned char { mitre, round, bevel };

struct Stroke {
    Colour colour;
    double width = 0.5;
    std::vector<double> dash;  ///< pt on, off, …; empty: solid
    bool round_caps = false;   ///< and round corners, where `join` does not say otherwise
    bool square_caps{};        ///< the line reaches half its width over its ends
    std::optional<Join> join{};
    double dash_offset{};     ///< pt into the dashes, where the line begins
    double mitre_limit = 10;  ///< of its width: a corner that reaches further is cut off
};

/// The inks of a press themselves: what a file in inks draws a shape with, whatever colours it has.
struct Plates {
    std::array<double, 4> cmyk{};  ///< 0..1
    bool all = false;              ///< on every plate alike, for marks in register
};

struct Shape {
    Path path;
    std::optional<Paint> fill;
    std::optional<Stroke> stroke;
    double opacity = 1;
    std::optional<Rect> clip{};  ///< only what lies in it is shown
    std::optional<Plates> plates{};
    bool even_odd{};       ///< what the path goes round an even number of times is outside; else: as often to as fro
    double clip_radius{};  ///< pt, of the corners of `clip`
};

/// Path, gradient, line and clip. A line keeps one width, its mean; a clip becomes the upright rectangle around it.
[[nodiscard]] Shape transformed(Shape, const Affine&);
/// Around all points, and the width of its line.
[[nodiscard]] Rect bounds(const Shape&);
/// Leaves as it is what lies inside, and narrows a clip that there is already.
void clip_to(Shape&, const Rect& visible);

}  // namespace zheye
