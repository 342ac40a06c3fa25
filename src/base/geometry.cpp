#include "base/geometry.h"

#include <algorithm>
#include <cmath>

namespace zheye {

namespace {
/// Distance of the control points that makes a cubic curve the closest to a quarter circle of radius 1.
constexpr double kQuarterCircle = 0.5522847498;
}  // namespace

Rect covering(const Rect& area, double ratio) {
    const double width = std::max(area.width, area.height * ratio), height = width / ratio;
    return {area.x - (width - area.width) / 2, area.y - (height - area.height) / 2, width, height};
}

Rect covering(const Rect& area, double ratio, Point focus) {
    Rect whole = covering(area, ratio);
    const Point middle{area.x + area.width / 2, area.y + area.height / 2};
    whole.x = std::clamp(middle.x - focus.x * whole.width, area.right() - whole.width, area.x);
    whole.y = std::clamp(middle.y - focus.y * whole.height, area.bottom() - whole.height, area.y);
    return whole;
}

Rect common(const Rect& a, const Rect& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.right(), b.right()) - x),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - y)};
}

Affine operator*(const Affine& o, const Affine& i) {
    return {o.a * i.a + o.c * i.b, o.b * i.a + o.d * i.b,       o.a * i.c + o.c * i.d,
            o.b * i.c + o.d * i.d, o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

Rect Affine::operator()(const Rect& r) const {
    Path path = Path::rectangle(r);
    path.transform(*this);
    return *path.bounds();
}

namespace {

int points_of(const Path::Segment& segment) {
    return segment.op == Path::Op::close ? 0 : segment.op == Path::Op::curve ? 3 : 1;
}

}  // namespace

void Path::transform(const Affine& affine) {
    for (auto& segment : segments)
        for (int i = 0; i < points_of(segment); ++i) {
            auto& p = segment.points[static_cast<std::size_t>(i)];
            p = affine(p);
        }
}

std::optional<Rect> Path::bounds() const {
    std::optional<Rect> box;
    for (const auto& segment : segments) {
        for (int i = 0; i < points_of(segment); ++i) {
            const Point p = segment.points[static_cast<std::size_t>(i)];
            if (!box) box = Rect{p.x, p.y, 0, 0};
            const double x = std::min(box->x, p.x), y = std::min(box->y, p.y);
            box = Rect{x, y, std::max(box->right(), p.x) - x, std::max(box->bottom(), p.y) - y};
        }
    }
    return box;
}

std::optional<Rect> Path::as_rectangle() const {
    std::vector<Point> corners;
    for (const auto& segment : segments) {
        if (segment.op == Op::close) continue;
        if (segment.op == Op::curve || (segment.op == Op::move) != corners.empty()) return {};
        corners.push_back(segment.points[0]);
    }
    if (corners.size() == 5 && corners.front() == corners.back()) corners.pop_back();
    if (corners.size() != 4) return {};
    const Point p = corners[0], q = corners[1], r = corners[2], s = corners[3];
    const bool lies = p.y == q.y && q.x == r.x && r.y == s.y && s.x == p.x;
    const bool stands = p.x == q.x && q.y == r.y && r.x == s.x && s.y == p.y;
    return lies || stands ? bounds() : std::nullopt;
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
