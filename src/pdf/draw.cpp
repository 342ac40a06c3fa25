// Shapes and pictures → path, shading and image operators (PDF 32000-1, 8.5, 8.7.4, 8.9). y is turned over number by
// number: then text needs no matrix of its own. Must not know fonts, objects or the structure.
#include "pdf/draw.h"

#include <optional>
#include <string>

namespace zheye::pdf {

namespace {

using Op = Path::Op;

void append_point(ContentStream& to, Point point) {
    to.number(point.x);
    to.number(to.flip(point.y));
}

void append_rectangle(ContentStream& to, const Rect& rect) {
    to.number(rect.x);
    to.number(to.flip(rect.bottom()));
    to.number(rect.width);
    to.number(rect.height);
    to.op("re");
}

/// The rectangle that the path is, drawn from its top left corner as Path::rectangle does.
std::optional<Rect> as_rectangle(const Path& path) {
    const auto& s = path.segments;
    if (s.size() != 5 || s[0].op != Op::move || s[4].op != Op::close) return {};
    for (int i = 1; i < 4; ++i)
        if (s[i].op != Op::line) return {};
    const Point a = s[0].points[0], b = s[1].points[0], c = s[2].points[0], d = s[3].points[0];
    if (a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x || c.x < a.x || c.y < a.y) return {};
    return Rect{a.x, a.y, c.x - a.x, c.y - a.y};
}

void append_path(ContentStream& to, const Path& path) {
    if (const auto rect = as_rectangle(path)) return append_rectangle(to, *rect);
    for (const auto& segment : path.segments) {
        const int count = segment.op == Op::close ? 0 : segment.op == Op::curve ? 3 : 1;
        for (int i = 0; i < count; ++i) append_point(to, segment.points[i]);
        switch (segment.op) {
            case Op::move:
                to.op("m");
                break;
            case Op::line:
                to.op("l");
                break;
            case Op::curve:
                to.op("c");
                break;
            case Op::close:
                to.op("h");
                break;
        }
    }
}

void append_clip(ContentStream& to, const Rect& rect, double radius) {
    if (radius > 0)
        append_path(to, Path::rounded(rect, radius));
    else
        append_rectangle(to, rect);
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
    append_path(to, shape.path);
    const std::string star = filled && shape.even_odd ? "*" : "";
    to.op((filled && shape.stroke ? "B" : filled ? "f" : "S") + star);
}

}  // namespace

void draw(ContentStream& to, const layout::Shape& shape) {
    if (!shape.clip) return draw_whole(to, shape);
    to.begin_graphics();
    to.save();
    append_clip(to, *shape.clip, shape.clip_radius);
    draw_whole(to, shape);
    to.restore();
}

void draw(ContentStream& to, const layout::Image& image, const Affine& lying) {
    to.begin_graphics();
    to.opacity(1);
    to.resources().images.insert(image.image);
    to.op("q");
    if (image.clip) append_clip(to, *image.clip, image.clip_radius);
    append_placing(to, image.place, lying);
    to.op("/I" + std::to_string(image.image) + " Do");
    to.op("Q");
}

}  // namespace zheye::pdf
