#include "layout/clip.h"

namespace zheye::layout {

namespace {

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

}  // namespace

void clip_to(Shape& shape, const Rect& visible) {
    const auto path = shape.path.bounds();
    if (!path || holds(visible, path->grown(shape.stroke ? shape.stroke->width / 2 : 0))) return;
    shape.clip = shape.clip ? common(*shape.clip, visible) : visible;
}

void clip_to(Image& image, const Rect& visible) {
    const Rect shown = image.clip.value_or(image.place);
    if (!holds(visible, shown)) image.clip = common(shown, visible);
}

}  // namespace zheye::layout
