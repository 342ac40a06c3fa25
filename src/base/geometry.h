// Points, rectangles and paths in the one coordinate system of the project: origin top left, x to the right,
// y downwards, all numbers in PDF points (1/72 inch). Must not know pages, colours or fonts.
#pragma once

#include <array>
#include <optional>
#include <vector>

namespace zheye {

struct Point {
    double x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }

struct Size {
    double width = 0, height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] bool holds(const Rect& inner) const {
        return inner.x >= x && inner.y >= y && inner.right() <= right() && inner.bottom() <= bottom();
    }
    [[nodiscard]] Rect grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    [[nodiscard]] Rect moved(Point by) const { return {x + by.x, y + by.y, width, height}; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// The smallest rectangle of the proportion `ratio` (width to height) that covers `area`, with the same centre.
[[nodiscard]] Rect covering(const Rect& area, double ratio);
/// The same, lying so that the point at these shares of it comes as near to the middle of `area` as it can.
[[nodiscard]] Rect covering(const Rect& area, double ratio, Point focus);

/// The linear map x' = a x + c y + e, y' = b x + d y + f, as SVG and PDF write it.
struct Affine {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    [[nodiscard]] Point operator()(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
    [[nodiscard]] double determinant() const { return a * d - b * c; }
    /// Whether upright rectangles stay upright.
    [[nodiscard]] bool keeps_axes() const { return (b == 0 && c == 0) || (a == 0 && d == 0); }
    /// The smallest upright rectangle around the image of one.
    [[nodiscard]] Rect operator()(const Rect&) const;
    [[nodiscard]] static Affine moving(Point by) { return {1, 0, 0, 1, by.x, by.y}; }
    [[nodiscard]] static Affine scaling(double x, double y) { return {x, 0, 0, y, 0, 0}; }
};
/// First `inner`, then `outer`.
[[nodiscard]] Affine operator*(const Affine& outer, const Affine& inner);

/// What both cover; of no width or height where they do not meet.
[[nodiscard]] Rect common(const Rect&, const Rect&);

/// A path of straight lines and cubic curves, as PDF and SVG both have them.
struct Path {
    enum class Op : unsigned char { move, line, curve, close };
    /// `points` holds the target (move, line) or control, control, target (curve).
    struct Segment {
        Op op = Op::move;
        std::array<Point, 3> points{};
    };
    std::vector<Segment> segments;

    void move_to(Point p) { segments.push_back({Op::move, {p}}); }
    void line_to(Point p) { segments.push_back({Op::line, {p}}); }
    void curve_to(Point a, Point b, Point p) { segments.push_back({Op::curve, {a, b, p}}); }
    void close() { segments.push_back({Op::close, {}}); }
    void move_by(Point by);
    /// The smallest rectangle around all points, control points included; none of an empty path.
    [[nodiscard]] std::optional<Rect> bounds() const;
    void transform(const Affine&);
    /// The rectangle that the path is, if it is an upright one, drawn in whatever direction.
    [[nodiscard]] std::optional<Rect> as_rectangle() const;

    [[nodiscard]] static Path line(Point from, Point to);
    [[nodiscard]] static Path rectangle(const Rect&);
    /// Corners of `radius` (cut down to half the shorter side).
    [[nodiscard]] static Path rounded(const Rect&, double radius);
    [[nodiscard]] static Path circle(Point centre, double radius);
};

}  // namespace zheye
