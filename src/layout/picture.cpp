#include "layout/picture.h"

#include "layout/clip.h"

namespace zheye::layout {

namespace {

void draw_shapes(Frame& frame, const picture::Drawing& drawing, const PicturePlace& place) {
    const auto& whole = place.whole;
    const Affine map{whole.width / drawing.size.width, 0, 0, whole.height / drawing.size.height, whole.x, whole.y};
    for (const auto& one : drawing.shapes) {
        auto shape = transformed(one, map);
        if (place.clip) {
            clip_to(shape, *place.clip);
            // A clip of the drawing's own that is smaller has corners of its own.
            if (place.radius > 0 && (!shape.clip || *shape.clip == *place.clip)) {
                shape.clip = place.clip;
                shape.clip_radius = place.radius;
            }
        }
        if (!shape.clip || (shape.clip->width > 0 && shape.clip->height > 0))
            frame.items.emplace_back(std::move(shape));
    }
}

}  // namespace

void draw_picture(Frame& frame, const Typesetter& type, ImageId id, const PicturePlace& place) {
    const auto& picture = type.image(id);
    if (picture.drawing) return draw_shapes(frame, *picture.drawing, place);
    frame.items.emplace_back(Image{id, place.whole, place.clip, place.clip ? place.radius : 0, place.span});
}

}  // namespace zheye::layout
