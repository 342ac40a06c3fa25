#include "pdf/page_key.h"

#include <cassert>
#include <span>

namespace zheye::pdf {

namespace {

class PageKey {
public:
    explicit PageKey(const layout::Pages& document) : document_(document) {}

    Hash128 of(const layout::Page& page) {
        add(page.frame.size.width, page.frame.size.height, page.turned);
        for (const auto& item : page.frame.items) {
            add(item.index());
            std::visit(*this, item);
        }
        return print_.hash();
    }

    void operator()(const layout::GlyphRun& run) {
        add(run.face, run.size, run.orientation, run.narrow);
        colour(run.colour);
        point(run.origin);
        print_.add(run.text);
        print_.add(run.glyphs.hash());
    }
    void operator()(const layout::Shape& shape) {
        path(shape.path);
        add(shape.opacity, shape.even_odd, shape.clip_radius);
        optional(shape.fill, [this](const Paint& fill) { paint(fill); });
        optional(shape.stroke, [this](const Stroke& one) { stroke(one); });
        optional(shape.clip, [this](const Rect& clip) { rect(clip); });
        optional(shape.plates, [this](const Plates& plates) {
            for (const double ink : plates.cmyk) add(ink);
            add(plates.all);
        });
    }
    void operator()(const layout::Image& image) {
        const auto& picture = *document_.images[image.image];
        add(image.image, picture.orientation, image.clip_radius);
        if (picture.drawing) {
            assert(picture.drawing->print != Hash128{});  // or two drawings would be one
            print_.add(picture.drawing->print);
        }
        rect(image.place);
        optional(image.clip, [this](const Rect& clip) { rect(clip); });
    }
    void operator()(const layout::Link&) {}  // annotations are no part of the content
    void operator()(layout::TagBegin tag) { add(tag.node, document_.structure.nodes[tag.node].role); }
    void operator()(layout::TagEnd) {}

private:
    template <class... Values>
    void add(Values... values) {
        (print_.add(values), ...);
    }
    template <class Value, class Add>
    void optional(const std::optional<Value>& value, const Add& add_value) {
        add(value.has_value());
        if (value) add_value(*value);
    }
    void colour(Colour colour) { add(colour.r, colour.g, colour.b); }
    void point(Point point) { add(point.x, point.y); }
    void rect(const Rect& rect) { add(rect.x, rect.y, rect.width, rect.height); }
    void path(const Path& path) {
        add(path.segments.size());
        for (const auto& segment : path.segments) {
            add(segment.op);
            static_assert(sizeof segment.points == 6 * sizeof(double));
            print_.add(std::span(&segment.points.front().x, 6));
        }
    }
    void stroke(const Stroke& stroke) {
        colour(stroke.colour);
        add(stroke.width, stroke.round_caps, stroke.square_caps, stroke.dash_offset, stroke.mitre_limit);
        optional(stroke.join, [this](Join join) { add(join); });
        add(stroke.dash.size());
        for (const double length : stroke.dash) add(length);
    }
    void paint(const Paint& paint) {
        add(paint.index());
        if (const auto* plain = std::get_if<Colour>(&paint)) return colour(*plain);
        const auto& gradient = std::get<LinearGradient>(paint);
        point(gradient.from);
        point(gradient.to);
        add(gradient.stops.size());
        for (const auto& stop : gradient.stops) {
            add(stop.at);
            colour(stop.colour);
        }
    }

    const layout::Pages& document_;
    Fingerprint print_;
};

}  // namespace

Hash128 page_key(const layout::Page& page, const layout::Pages& document) { return PageKey(document).of(page); }

}  // namespace zheye::pdf
