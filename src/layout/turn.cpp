#include "layout/turn.h"

#include <cassert>

namespace zheye::layout {

namespace {

enum class Turn : std::uint8_t { clockwise, back };

class Turner {
public:
    Turner(Turn turn, Size size) : clockwise_(turn == Turn::clockwise), size_(size) {}

    [[nodiscard]] Point operator()(Point p) const {
        return clockwise_ ? Point{size_.height - p.y, p.x} : Point{p.y, size_.width - p.x};
    }
    [[nodiscard]] Rect operator()(const Rect& r) const {
        return clockwise_ ? Rect{size_.height - r.bottom(), r.x, r.height, r.width}
                          : Rect{r.y, size_.width - r.right(), r.height, r.width};
    }
    [[nodiscard]] Orientation operator()(Orientation o) const {
        if (o == Orientation::across) return clockwise_ ? Orientation::turned : Orientation::unturned;
        if (o == Orientation::unturned) return clockwise_ ? Orientation::across : o;
        assert(clockwise_);  // vertical lines do not stand inside what stands upright among vertical lines
        return o;
    }

    void apply(Item& item) const {
        if (auto* run = std::get_if<GlyphRun>(&item)) {
            run->origin = (*this)(run->origin);
            run->orientation = (*this)(run->orientation);
        } else if (auto* shape = std::get_if<Shape>(&item)) {
            turn_path(shape->path);
            if (auto* gradient = shape->fill ? std::get_if<LinearGradient>(&*shape->fill) : nullptr) {
                gradient->from = (*this)(gradient->from);
                gradient->to = (*this)(gradient->to);
            }
            if (shape->clip) shape->clip = (*this)(*shape->clip);
        } else if (auto* image = std::get_if<Image>(&item)) {
            image->place = (*this)(image->place);
            if (image->clip) image->clip = (*this)(*image->clip);
        } else if (auto* link = std::get_if<Link>(&item)) {
            link->area = (*this)(link->area);
        }
    }

private:
    /// A rectangle stays one that is drawn from its top left corner.
    void turn_path(Path& path) const {
        const auto& s = path.segments;
        using Op = Path::Op;
        bool rectangle = s.size() == 5 && s[0].op == Op::move && s[4].op == Op::close;
        for (std::size_t i = 1; rectangle && i < 4; ++i) rectangle = s[i].op == Op::line;
        if (rectangle) {
            const Point a = s[0].points[0], b = s[1].points[0], c = s[2].points[0], d = s[3].points[0];
            rectangle = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x && a.x <= c.x && a.y <= c.y;
            if (rectangle) {
                path = Path::rectangle((*this)(Rect{a.x, a.y, c.x - a.x, c.y - a.y}));
                return;
            }
        }
        for (auto& segment : path.segments)
            for (auto& point : segment.points) point = (*this)(point);
    }

    bool clockwise_;
    Size size_;
};

Frame turned(Frame frame, Turn turn) {
    const Turner turner(turn, frame.size);
    for (auto& item : frame.items) turner.apply(item);
    frame.size = {frame.size.height, frame.size.width};
    return frame;
}

}  // namespace

Frame turned_clockwise(Frame frame) { return turned(std::move(frame), Turn::clockwise); }
Frame turned_back(Frame frame) { return turned(std::move(frame), Turn::back); }

}  // namespace zheye::layout
