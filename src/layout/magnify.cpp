#include "layout/magnify.h"

namespace zheye::layout {

namespace {

class Magnifier {
public:
    explicit Magnifier(double factor) : factor_(factor) {}

    void operator()(GlyphRun& run) const {
        run.size *= factor_;
        scale(run.origin);
        for (auto& glyph : run.glyphs.edit()) {
            glyph.x *= factor_;
            glyph.y *= factor_;
            glyph.advance *= factor_;
        }
    }
    void operator()(Shape& shape) const { shape = transformed(std::move(shape), Affine::scaling(factor_, factor_)); }
    void operator()(Image& image) const {
        scale(image.place);
        if (image.clip) scale(*image.clip);
        image.clip_radius *= factor_;
    }
    void operator()(Link& link) const {
        scale(link.area);
        link.y *= factor_;
    }
    void operator()(const TagBegin&) const {}
    void operator()(const TagEnd&) const {}

private:
    void scale(Point& p) const { p = {p.x * factor_, p.y * factor_}; }
    void scale(Rect& r) const { r = {r.x * factor_, r.y * factor_, r.width * factor_, r.height * factor_}; }

    double factor_;
};

}  // namespace

Frame magnified(Frame frame, double factor) {
    const Magnifier magnify(factor);
    for (auto& item : frame.items) std::visit(magnify, item);
    frame.size = {frame.size.width * factor, frame.size.height * factor};
    return frame;
}

}  // namespace zheye::layout
