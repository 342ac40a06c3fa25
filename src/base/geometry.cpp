#include "base/geometry.h"

#include <algorithm>

namespace zheye {

namespace {
/// Distance of the control points that makes a cubic curve the closest to a quarter circle of radius 1.
constexpr double kQuarterCircle = 0.5522847498;
}  // namespace

Rect covering(const Rect& area, double ratio) {
    const double width = std::max(area.width, area.height * ratio), height = width / ratio;
    return {area.x - (width - area.width) / 2, area.y - (height - area.height) / 2, width, height};
}

Rect common(const Rect& a, const Rect& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.right(), b.right()) - x),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - y)};
}

std::optional<Rect> Path::bounds() const {
    std::optional<Rect> box;
    for (const auto& segment : segments) {
        const std::size_t count = segment.op == Op::close ? 0 : segment.op == Op::curve ? 3 : 1;
        for (std::size_t i = 0; i < count; ++i) {
            const Point p = segment.points[i];
            if (!box) box = Rect{p.x, p.y, 0, 0};
            const double x = std::min(box->x, p.x), y = std::min(box->y, p.y);
            box = Rect{x, y, std::max(box->right(), p.x) - x, std::max(box->bottom(), p.y) - y};
        }
    }
    return box;
}

void Path::move_by(Point by) {
    for (auto& segment : segments)
        for (auto& p : segment.points) p = p + by;
}

Path Path::line(Point from, Point to) {
    Path path;
    path.move_to(from);
    path.line_to(to);
    return path;
}

Path Path::rectangle(const Rect& r) {
    Path path;
    path.move_to({r.x, r.y});
    path.line_to({r.right(), r.y});
    path.line_to({r.right(), r.bottom()});
    path.line_to({r.x, r.bottom()});
    path.close();
    return path;
}

Path Path::rounded(const Rect& r, double radius) {
    const double q = std::min({radius, r.width / 2, r.height / 2});
    if (q <= 0) return rectangle(r);
    const double c = q * (1 - kQuarterCircle);
    Path path;
    path.move_to({r.x + q, r.y});
    path.line_to({r.right() - q, r.y});
    path.curve_to({r.right() - c, r.y}, {r.right(), r.y + c}, {r.right(), r.y + q});
    path.line_to({r.right(), r.bottom() - q});
    path.curve_to({r.right(), r.bottom() - c}, {r.right() - c, r.bottom()}, {r.right() - q, r.bottom()});
    path.line_to({r.x + q, r.bottom()});
    path.curve_to({r.x + c, r.bottom()}, {r.x, r.bottom() - c}, {r.x, r.bottom() - q});
    path.line_to({r.x, r.y + q});
    path.curve_to({r.x, r.y + c}, {r.x + c, r.y}, {r.x + q, r.y});
    path.close();
    return path;
}

Path Path::circle(Point centre, double radius) {
    return rounded({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius);
}

}  // namespace zheye
