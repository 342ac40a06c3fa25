#include "layout/chart_marks.h"

namespace zheye::layout {

namespace {

using ChartMark = content::Chart::Mark;

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

/// The closed outlines of a path, as polygons.
std::vector<std::vector<Point>> polygons(const Path& path) {
    constexpr int kSteps = 12;
    std::vector<std::vector<Point>> all;
    for (const auto& segment : path.segments) {
        const auto& p = segment.points;
        if (segment.op == Path::Op::move) all.push_back({p[0]});
        if (segment.op == Path::Op::line) all.back().push_back(p[0]);
        if (segment.op != Path::Op::curve) continue;
        const Point from = all.back().back();
        for (int i = 1; i <= kSteps; ++i) {
            const double t = static_cast<double>(i) / kSteps;
            const Point a = between(from, p[0], t), b = between(p[0], p[1], t), c = between(p[1], p[2], t);
            all.back().push_back(between(between(a, b, t), between(b, c, t), t));
        }
    }
    return all;
}

}  // namespace

double mark_ratio(ChartMark mark) { return mark == ChartMark::person ? 0.46 : 0.8; }

Path mark_path(ChartMark mark, const Rect& place) {
    const double h = place.height;
    const Point middle{place.x + place.width / 2, place.y + h / 2};
    if (mark == ChartMark::circle) return Path::circle(middle, place.width / 2);
    if (mark == ChartMark::square)
        return Path::rectangle({place.x, middle.y - place.width / 2, place.width, place.width});
    constexpr double kHead = 0.17, kShoulders = 0.39, kRound = 0.2;
    Path path = Path::circle({middle.x, place.y + kHead * h}, kHead * h);
    const double left = place.x, right = place.right(), top = place.y + kShoulders * h, bottom = place.bottom();
    const double round = kRound * h, control = round * 0.45;
    path.move_to({left, bottom});
    path.line_to({left, top + round});
    path.curve_to({left, top + control}, {left + control, top}, {left + round, top});
    path.line_to({right - round, top});
    path.curve_to({right - control, top}, {right, top + control}, {right, top + round});
    path.line_to({right, bottom});
    path.close();
    return path;
}

Path left_part(const Path& path, double x) {
    Path part;
    for (const auto& polygon : polygons(path)) {
        std::vector<Point> kept;
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const Point a = polygon[i], b = polygon[(i + 1) % polygon.size()];
            if (a.x <= x) kept.push_back(a);
            if ((a.x <= x) != (b.x <= x)) kept.push_back(between(a, b, (x - a.x) / (b.x - a.x)));
        }
        if (kept.size() < 3) continue;
        part.move_to(kept.front());
        for (std::size_t i = 1; i < kept.size(); ++i) part.line_to(kept[i]);
        part.close();
    }
    return part;
}

}  // namespace zheye::layout
