// Values → the words of a dump: numbers of one width of precision, quoted text, paths, paints.
#pragma once

#include "base/geometry.h"
#include "layout/frame.h"

#include <string>
#include <string_view>

namespace zheye::dump {

/// Two decimals; what rounds to nothing is 0.00, never -0.00.
[[nodiscard]] std::string number(double);
[[nodiscard]] std::string point(Point);
/// "x y width×height".
[[nodiscard]] std::string rect(const Rect&);
/// In double quotes; quotes, backslashes, controls and invisible characters escaped.
[[nodiscard]] std::string quoted(std::string_view);
/// "rect …" for an upright rectangle, else the segments as SVG writes them: M L C Z.
[[nodiscard]] std::string path(const Path&);
[[nodiscard]] std::string paint(const layout::Paint&);
[[nodiscard]] std::string stroke(const layout::Stroke&);
/// How the glyphs of a run stand.
[[nodiscard]] std::string_view orientation(layout::Orientation);
[[nodiscard]] std::string_view role(layout::Role);

}  // namespace zheye::dump
