#include "layout/artwork.h"

namespace zheye::layout {

namespace {

Path scaled(const Path& path, double factor, Point origin) {
    Path result = path;
    for (auto& segment : result.segments)
        for (auto& p : segment.points) p = Point{p.x * factor, p.y * factor} + origin;
    return result;
}

std::optional<Paint> paint(const theme::Artwork& artwork, Point origin, double scale_x, double scale_y) {
    if (artwork.fill.empty()) return {};
    if (artwork.fill.size() == 1) return artwork.fill.front().colour;
    LinearGradient gradient;
    gradient.from = Point{artwork.from.x * scale_x, artwork.from.y * scale_y} + origin;
    gradient.to = Point{artwork.to.x * scale_x, artwork.to.y * scale_y} + origin;
    for (const auto& stop : artwork.fill) gradient.stops.push_back({stop.at, stop.colour});
    return gradient;
}

Rect reaching(const Rect& area, Size page, double bleed) {
    const double left = area.x <= 0 ? bleed : 0, top = area.y <= 0 ? bleed : 0;
    const double right = area.right() >= page.width ? bleed : 0, bottom = area.bottom() >= page.height ? bleed : 0;
    return {area.x - left, area.y - top, area.width + left + right, area.height + top + bottom};
}

}  // namespace

void draw_artwork(Frame& frame, const std::vector<theme::Artwork>& all, const Rect& area, double bleed) {
    const Rect visible = reaching(area, frame.size, bleed);
    const bool whole = area.width >= frame.size.width && area.height >= frame.size.height;
    for (const auto& artwork : all) {
        const Point origin{area.x, artwork.from_bottom && !artwork.ground ? area.bottom() : area.y};
        Shape shape;
        if (artwork.ground)
            shape.path = Path::rectangle(visible);
        else
            shape.path = scaled(artwork.path, area.width, origin);
        shape.fill = paint(artwork, origin, area.width, artwork.ground ? area.height : area.width);
        if (artwork.stroke) shape.stroke = Stroke{*artwork.stroke, artwork.stroke_width, {}, true};
        shape.opacity = artwork.opacity;
        if (!whole) clip_to(shape, visible);
        frame.items.emplace_back(std::move(shape));
    }
}

}  // namespace zheye::layout
