#include "pdf/ellipse.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace zheye::pdf {

namespace {

using Op = Path::Op;

/// Of the radius: how far the control points of a quarter of a circle are from its ends.
constexpr double kQuarter = 0.5523;

/// Where a path of four curves and nothing else begins, and each ends; nothing if it is another.
std::optional<std::array<Point, 5>> ends_of_quarters(const Path& path, std::array<std::array<Point, 3>, 4>& curves) {
    std::array<Point, 5> ends;
    std::size_t count = 0;
    for (const auto& [op, points] : path.segments) {
        const bool begins = &points == &path.segments.front().points;
        if (begins != (op == Op::move)) return {};
        if (begins) ends[0] = points[0];
        if (op == Op::line && !(points[0] == ends[count])) return {};
        if (op != Op::curve) continue;
        if (count == 4) return {};
        curves[count++] = points;
        ends[count] = points[2];
    }
    return count == 4 ? std::optional(ends) : std::nullopt;
}

}  // namespace

std::optional<Ellipse> ellipse_of(const Path& path) {
    std::array<std::array<Point, 3>, 4> curves;
    const auto known = ends_of_quarters(path, curves);
    if (!known) return {};
    const auto& ends = *known;
    const Point centre{(ends[0].x + ends[2].x) / 2, (ends[0].y + ends[2].y) / 2};
    const double across = std::max(std::abs(ends[0].x - centre.x), std::abs(ends[1].x - centre.x));
    const double down = std::max(std::abs(ends[0].y - centre.y), std::abs(ends[1].y - centre.y));
    constexpr double kNear = 2e-3;  // of the ellipse: less than programs differ in what they take for a circle
    const auto plumb = [&](Point a, Point b) { return std::abs(a.x - b.x) <= kNear * across; };
    const auto level = [&](Point a, Point b) { return std::abs(a.y - b.y) <= kNear * down; };
    const auto meet = [&](Point a, Point b) { return plumb(a, b) && level(a, b); };
    const bool upright =
        (level(ends[0], centre) && plumb(ends[1], centre)) || (plumb(ends[0], centre) && level(ends[1], centre));
    if (!upright || !meet(ends[0], ends[4])) return {};
    for (std::size_t i = 1; i < 5; ++i) {
        const Point from = ends[i - 1], to = ends[i];
        const Point first{from.x + kQuarter * (to.x - centre.x), from.y + kQuarter * (to.y - centre.y)};
        const Point second{to.x + kQuarter * (from.x - centre.x), to.y + kQuarter * (from.y - centre.y)};
        const bool opposite = i < 3 || meet({to.x + ends[i - 2].x, to.y + ends[i - 2].y}, {2 * centre.x, 2 * centre.y});
        if (!opposite || !meet(first, curves[i - 1][0]) || !meet(second, curves[i - 1][1])) return {};
    }
    return Ellipse{centre, across, down};
}

}  // namespace zheye::pdf
