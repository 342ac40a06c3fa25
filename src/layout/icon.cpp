#include "layout/icon.h"

#include <algorithm>
#include <utility>

namespace zheye::layout {

void draw_icon(Frame& frame, Typesetter& type, const std::string& name, const Rect& place, Colour colour) {
    const auto drawing = name.empty() ? nullptr : type.icon(name);
    if (!drawing) return;
    const double scale = std::min(place.width / drawing->size.width, place.height / drawing->size.height);
    const Affine map{scale,
                     0,
                     0,
                     scale,
                     place.x + (place.width - scale * drawing->size.width) / 2,
                     place.y + (place.height - scale * drawing->size.height) / 2};
    for (const auto& one : drawing->shapes) {
        auto shape = transformed(one, map);
        if (shape.fill) shape.fill = colour;
        if (shape.stroke) {
            shape.stroke->colour = colour;
            shape.stroke->width *= type.theme.icon.weight;
        }
        frame.items.emplace_back(std::move(shape));
    }
}

double icon_side(const theme::IconStyle& style) { return style.size + (style.ground ? 2 * style.pad : 0); }

Frame set_icon(Typesetter& type, const std::string& name) {
    const auto& style = type.theme.icon;
    const double side = icon_side(style), pad = style.ground ? style.pad : 0;
    Frame frame{{side, side}, {}};
    if (style.ground)
        frame.items.emplace_back(Shape{Path::rounded({0, 0, side, side}, style.radius), Paint{*style.ground}, {}, 1});
    draw_icon(frame, type, name, {pad, pad, style.size, style.size}, style.colour);
    return frame;
}

}  // namespace zheye::layout
