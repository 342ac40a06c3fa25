// Shapes and pictures → path, shading and image operators (PDF 32000-1, 8.5, 8.7.4, 8.9). y is turned over number by
// number: then text needs no matrix of its own. Must not know fonts, objects or the structure.
#include "pdf/draw.h"

#include "pdf/ellipse.h"
#include "pdf/syntax.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace zheye::pdf {

namespace {

using Op = Path::Op;

/// Where a coordinate is written, in units of the last digit: a third of what a drawing takes in a file is its digits.
std::int64_t rounded(const ContentStream& to, double value) { return std::llround(value * to.steps()); }

void append(ContentStream& to, std::int64_t rounded) {
    append_number(to.out(), static_cast<double>(rounded) / to.steps(), to.decimals());
    to.out() += ' ';
}

/// Where a point of a path is written.
struct Place {
    std::int64_t x = 0, y = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

class PathWriter {
public:
    /// Places are written as seen from `origin`.
    explicit PathWriter(ContentStream& to, Place origin = {}) : to_(to), origin_(origin) {}

    void write(std::span<const Path::Segment> segments) {
        for (std::size_t i = 0; i < segments.size();) {
            std::size_t end = i + 1;
            while (end < segments.size() && segments[end].op != Op::move) ++end;
            const auto part = segments.subspan(i, end - i);
            if (!rectangle(part)) lines(part);
            i = end;
        }
    }

private:
    [[nodiscard]] Place place(Point point) const { return {rounded(to_, point.x), rounded(to_, to_.flip(point.y))}; }

    /// As one operator, which goes along x first: the same way around from the one corner or the next.
    bool rectangle(std::span<const Path::Segment> part) {
        if (part.size() != 5 || part[4].op != Op::close) return false;
        std::array<Place, 4> corners;
        for (std::size_t i = 0; i < 4; ++i) {
            if (i > 0 && part[i].op != Op::line) return false;
            corners[i] = place(part[i].points[0]);
        }
        if (corners[0].x == corners[1].x) std::ranges::rotate(corners, corners.begin() + 1);
        const auto& [a, b, c, d] = corners;
        if (a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x) return false;
        for (const auto each : {a.x - origin_.x, a.y - origin_.y, c.x - a.x, c.y - a.y}) append(to_, each);
        to_.op("re");
        return true;
    }

    void lines(std::span<const Path::Segment> part) {
        const bool has_more = part.size() > 2;  // a line to where it begins is a dot
        for (const auto& [op, points] : part) switch (op) {
                case Op::move:
                    point(points[0]);
                    start_ = at_;
                    to_.op("m");
                    break;
                case Op::line:
                    if (has_more && place(points[0]) == at_) break;
                    point(points[0]);
                    to_.op("l");
                    break;
                case Op::curve:
                    curve(points);
                    break;
                case Op::close:
                    to_.op("h");
                    at_ = start_;
                    break;
            }
    }

    /// A control point that is an end of the curve need not be said (PDF 32000-1, 8.5.2.2).
    void curve(const std::array<Point, 3>& points) {
        const bool from_here = place(points[0]) == at_, to_there = place(points[1]) == place(points[2]);
        if (!from_here) point(points[0]);
        if (from_here || !to_there) point(points[1]);
        point(points[2]);
        to_.op(from_here ? "v" : to_there ? "y" : "c");
    }

    void point(Point point) {
        at_ = place(point);
        append(to_, at_.x - origin_.x);
        append(to_, at_.y - origin_.y);
    }

    ContentStream& to_;
    Place origin_;
    Place at_, start_;  ///< of the pen, and where its subpath began
};

void append_path(ContentStream& to, const Path& path) { PathWriter(to).write(path.segments); }

/// All ellipses that are only filled are one circle, in as many sizes: the same bytes.
bool fill_ellipse(ContentStream& to, const Path& path, const std::string& painting) {
    const auto ellipse = ellipse_of(path);
    if (!ellipse) return false;
    const auto across = rounded(to, ellipse->across), down = rounded(to, ellipse->down);
    if (across == 0 || down == 0) return false;
    to.out() += "q\n";
    append(to, across);
    to.out() += "0 0 ";
    append(to, down);
    append(to, rounded(to, ellipse->centre.x));
    append(to, rounded(to, to.flip(ellipse->centre.y)));
    to.op(
        "cm\n0 1 m\n0.5523 1 1 0.5523 1 0 c\n1 -0.5523 0.5523 -1 0 -1 c\n-0.5523 -1 -1 -0.5523 -1 0 c\n"
        "-1 0.5523 -0.5523 1 0 1 c\n" +
        painting + "\nQ");
    return true;
}

/// A path that is painted. Where it has many points they are seen from its first, so that they are short, and shapes
/// that are alike, as windows and trees are, become the same bytes wherever they stand.
void paint_path(ContentStream& to, const Path& path, const std::string& painting) {
    if (painting.front() == 'f' && fill_ellipse(to, path, painting)) return;
    constexpr std::size_t kWorthIt = 6;  // segments; a rectangle has five
    if (path.segments.size() < kWorthIt) {
        append_path(to, path);
        return to.op(painting);
    }
    const auto first = path.segments.front().points[0];
    const Place origin{rounded(to, first.x), rounded(to, to.flip(first.y))};
    to.out() += "q\n1 0 0 1 ";
    append(to, origin.x);
    append(to, origin.y);
    to.op("cm");
    PathWriter(to, origin).write(path.segments);
    to.op(painting + "\nQ");
}

void append_clip(ContentStream& to, const Rect& rect, double radius) {
    append_path(to, radius > 0 ? Path::rounded(rect, radius) : Path::rectangle(rect));
    to.op("W n");
}

void fill_gradient(ContentStream& to, const layout::Shape& shape, layout::LinearGradient gradient) {
    gradient.from.y = to.flip(gradient.from.y);
    gradient.to.y = to.flip(gradient.to.y);
    const auto number = to.shared().shading(gradient);
    to.resources().shadings.insert(number);
    to.op("q");
    append_path(to, shape.path);
    to.op(shape.even_odd ? "W* n" : "W n");
    to.op("/S" + std::to_string(number) + " sh");
    to.op("Q");
}

/// The square in which the rows of a picture lie, y upwards, onto the place.
void append_placing(ContentStream& to, const Rect& place, const Affine& lying) {
    const Affine map = Affine{place.width, 0, 0, place.height, place.x, place.y} * lying;
    for (const double each : {map.a, -map.b, -map.c, map.d, map.c + map.e, to.flip(map.d + map.f)}) to.number(each);
    to.op("cm");
}

void set_stroke(ContentStream& to, const layout::Stroke& stroke) {
    to.stroke_colour(stroke.colour);
    to.line_style(stroke);
}

/// True if the shape has colours to be drawn with (a gradient is drawn by itself).
bool set_colours(ContentStream& to, const layout::Shape& shape) {
    const auto* colour = shape.fill ? std::get_if<Colour>(&*shape.fill) : nullptr;
    if (shape.plates && to.in_inks()) {
        to.plates(*shape.plates);
        if (shape.stroke) to.line_style(*shape.stroke);
        return true;
    }
    if (shape.fill && !colour) fill_gradient(to, shape, std::get<layout::LinearGradient>(*shape.fill));
    if (colour) to.fill_colour(*colour);
    if (shape.stroke) set_stroke(to, *shape.stroke);
    return colour || shape.stroke;
}

void draw_whole(ContentStream& to, const layout::Shape& shape) {
    if ((!shape.fill && !shape.stroke) || shape.path.segments.empty()) return;
    to.begin_graphics();
    to.opacity(shape.opacity);
    if (!set_colours(to, shape)) return;
    const bool filled = shape.fill && std::holds_alternative<Colour>(*shape.fill);
    const std::string star = filled && shape.even_odd ? "*" : "";
    paint_path(to, shape.path, (filled && shape.stroke ? "B" : filled ? "f" : "S") + star);
}

}  // namespace

/// A picture is many shapes of one clip, which is set once.
void draw(ContentStream& to, const layout::Shape& shape) {
    std::optional<ContentStream::Clip> clip;
    if (shape.clip) clip = {*shape.clip, shape.clip_radius};
    if (to.clip() != clip) {
        to.end_clip();
        if (clip) {
            to.begin_graphics();
            to.begin_clip(*clip);
            append_clip(to, clip->area, clip->radius);
        }
    }
    draw_whole(to, shape);
}

void draw(ContentStream& to, const layout::Image& image, const Affine& lying) {
    to.end_clip();
    to.begin_graphics();
    to.opacity(1);
    to.resources().images.insert(image.image);
    to.op("q");
    if (image.clip) append_clip(to, *image.clip, image.clip_radius);
    append_placing(to, image.place, lying);
    to.op("/I" + std::to_string(image.image) + " Do");
    to.op("Q");
}

namespace {

bool covers(const Rect& outer, const Rect& inner) {
    const double near = 1e-6 * std::max(inner.width, inner.height);
    return outer.x <= inner.x + near && outer.y <= inner.y + near && outer.right() >= inner.right() - near &&
           outer.bottom() >= inner.bottom() - near;
}

}  // namespace

/// In the drawing's own coordinates, which are short and say the same of shapes that are alike.
void draw(ContentStream& to, const layout::Image& image, const picture::Drawing& drawing) {
    const Rect& place = image.place;
    const double across = place.width / drawing.size.width, down = place.height / drawing.size.height;
    const Rect seen = image.clip ? common(*image.clip, place) : place;
    const Rect shown{(seen.x - place.x) / across, (seen.y - place.y) / down, seen.width / across, seen.height / down};
    const auto shapes =
        picture::shapes_in({0, 0, drawing.size.width, drawing.size.height}, drawing, shown, image.clip_radius / across);
    if (shapes.empty()) return;
    to.end_clip();
    to.begin_graphics();
    to.op("q");
    append_clip(to, seen, image.clip_radius);
    to.enter_space({across, 0, 0, down, place.x, place.y});
    for (auto shape : shapes) {
        if (shape.clip && covers(*shape.clip, shown)) shape.clip.reset();  // all that is drawn is cut there
        draw(to, shape);
    }
    to.leave_space();
}

}  // namespace zheye::pdf
