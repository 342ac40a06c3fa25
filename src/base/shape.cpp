#include "base/shape.h"

#include <cmath>

namespace zheye {

namespace {

/// What is across a gradient does not stay so where the map is none of turning and scaling alone; the colours do: they
/// are a linear function of the place, and so is that after the map.
void transform(LinearGradient& gradient, const Affine& affine) {
    const Point along = gradient.to - gradient.from;
    const double square = along.x * along.x + along.y * along.y, det = affine.determinant();
    const Point from = affine(gradient.from);
    if (square == 0 || det == 0) {
        gradient.to = affine(gradient.to);
        gradient.from = from;
        return;
    }
    const Point slope{(affine.d * along.x - affine.b * along.y) / (det * square),
                      (affine.a * along.y - affine.c * along.x) / (det * square)};
    const double steep = slope.x * slope.x + slope.y * slope.y;
    gradient.from = from;
    gradient.to = from + Point{slope.x / steep, slope.y / steep};
}

}  // namespace

Shape transformed(Shape shape, const Affine& affine) {
    const double scale = std::sqrt(std::abs(affine.determinant()));
    shape.path.transform(affine);
    if (auto* gradient = shape.fill ? std::get_if<LinearGradient>(&*shape.fill) : nullptr) transform(*gradient, affine);
    if (shape.stroke) {
        shape.stroke->width *= scale;
        shape.stroke->dash_offset *= scale;
        for (double& length : shape.stroke->dash) length *= scale;
    }
    if (shape.clip) shape.clip = affine(*shape.clip);
    shape.clip_radius *= scale;
    return shape;
}

Rect bounds(const Shape& shape) {
    return shape.path.bounds().value_or(Rect{}).grown(shape.stroke ? shape.stroke->width / 2 : 0);
}

void clip_to(Shape& shape, const Rect& visible) {
    const auto path = shape.path.bounds();
    if (!path || visible.holds(path->grown(shape.stroke ? shape.stroke->width / 2 : 0))) return;
    shape.clip = shape.clip ? common(*shape.clip, visible) : visible;
}

}  // namespace zheye
