// Items inside figures → the figures' bounding boxes, which a reader of the structure wants (PDF 32000-1, 14.8.5.4.3).
// Must not know objects.
#include "pdf/structure.h"

#include <algorithm>
#include <cmath>

namespace zheye::pdf {

namespace {

using layout::NodeId;

constexpr NodeId kNoFigure = 0xFFFFFFFF;
/// Of the size; near enough for a box around a figure's lettering.
constexpr double kAscent = 0.88, kDescent = 0.12;

struct Bounds {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    void add(double x, double y) {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    void add(const Rect& rect) {
        add(rect.x, rect.y);
        add(rect.right(), rect.bottom());
    }
};

void add_item(Bounds& bounds, const layout::Item& item) {
    if (const auto* run = std::get_if<layout::GlyphRun>(&item)) {
        for (const auto& glyph : run->glyphs) {
            bounds.add(run->origin.x + glyph.x, run->origin.y - glyph.y - kAscent * run->size);
            bounds.add(run->origin.x + glyph.x + glyph.advance, run->origin.y - glyph.y + kDescent * run->size);
        }
    } else if (const auto* shape = std::get_if<layout::Shape>(&item)) {
        if (!shape->path.segments.empty())
            bounds.add(shape->clip ? common(*shape->clip, zheye::bounds(*shape)) : zheye::bounds(*shape));
    } else if (const auto* image = std::get_if<layout::Image>(&item)) {
        bounds.add(image->clip ? *image->clip : image->place);
    }
}

/// The nearest figure that every node is or lies in. Parents come before their children.
std::vector<NodeId> figures_of(const layout::Structure& structure) {
    std::vector<NodeId> figures(structure.nodes.size(), kNoFigure);
    for (NodeId id = 0; id < structure.nodes.size(); ++id) {
        const auto& node = structure.nodes[id];
        if (node.role == layout::Role::figure)
            figures[id] = id;
        else if (node.parent < id)
            figures[id] = figures[node.parent];
    }
    return figures;
}

}  // namespace

std::vector<std::optional<FigureBox>> figure_boxes(const layout::Pages& pages) {
    const auto figures = figures_of(pages.structure);
    std::vector<std::optional<FigureBox>> boxes(pages.structure.nodes.size());
    std::vector<Bounds> bounds(boxes.size());
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
        NodeId figure = kNoFigure;
        for (const auto& item : pages.pages[page].frame.items) {
            if (const auto* tag = std::get_if<layout::TagBegin>(&item)) figure = figures[tag->node];
            if (std::holds_alternative<layout::TagEnd>(item)) figure = kNoFigure;
            if (figure == kNoFigure || (boxes[figure] && boxes[figure]->page != page)) continue;
            add_item(bounds[figure], item);
            if (bounds[figure].left <= bounds[figure].right) boxes[figure] = {page, {}};
        }
    }
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (boxes[i]) {
            const auto& b = bounds[i];
            boxes[i]->box = {b.left, b.top, b.right - b.left, b.bottom - b.top};
        }
    return boxes;
}

}  // namespace zheye::pdf
