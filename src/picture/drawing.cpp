#include "picture/drawing.h"

#include <utility>

namespace zheye::picture {

std::vector<Shape> shapes_in(const Rect& place, const Drawing& drawing, const std::optional<Rect>& clip,
                             double radius) {
    const Affine map{place.width / drawing.size.width, 0, 0, place.height / drawing.size.height, place.x, place.y};
    std::vector<Shape> shapes;
    shapes.reserve(drawing.shapes.size());
    for (const auto& one : drawing.shapes) {
        auto shape = transformed(one, map);
        if (clip) {
            clip_to(shape, *clip);
            // A clip of the drawing's own that is smaller has corners of its own.
            if (radius > 0 && (!shape.clip || *shape.clip == *clip)) {
                shape.clip = clip;
                shape.clip_radius = radius;
            }
        }
        if (!shape.clip || (shape.clip->width > 0 && shape.clip->height > 0)) shapes.push_back(std::move(shape));
    }
    return shapes;
}

}  // namespace zheye::picture
