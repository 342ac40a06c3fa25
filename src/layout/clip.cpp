#include "layout/clip.h"

#include <algorithm>

namespace zheye::layout {

namespace {

/// The smallest rectangle around the points of a path, as wide as its line.
Rect around(const Shape& shape) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const auto& segment : shape.path.segments) {
        const int count = segment.op == Path::Op::close ? 0 : segment.op == Path::Op::curve ? 3 : 1;
        for (int i = 0; i < count; ++i) {
            const Point p = segment.points[static_cast<std::size_t>(i)];
            left = std::min(left, p.x), right = std::max(right, p.x);
            top = std::min(top, p.y), bottom = std::max(bottom, p.y);
        }
    }
    const double half = shape.stroke ? shape.stroke->width / 2 : 0;
    return {left - half, top - half, right - left + 2 * half, bottom - top + 2 * half};
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

Rect both(const Rect& a, const Rect& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.right(), b.right()) - x),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - y)};
}

}  // namespace

void clip_to(Shape& shape, const Rect& visible) {
    if (shape.path.segments.empty() || holds(visible, around(shape))) return;
    shape.clip = shape.clip ? both(*shape.clip, visible) : visible;
}

void clip_to(Image& image, const Rect& visible) {
    const Rect shown = image.clip.value_or(image.place);
    if (!holds(visible, shown)) image.clip = both(shown, visible);
}

}  // namespace zheye::layout
