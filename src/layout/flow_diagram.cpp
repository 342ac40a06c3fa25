// Steps that lead to each other: boxes in rows with arrows between them, or under each other in a narrow measure.
#include "layout/blocks.h"
#include "layout/caption.h"
#include "layout/icon.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

using theme::Style;

class FlowDiagram {
public:
    FlowDiagram(Typesetter& type, const content::Flow& flow, const Measure& measure)
        : type_(type), style_(type.theme.flow), flow_(flow), measure_(measure) {}

    Galley set(NodeId parent) {
        const NodeId node = type_.node(parent, Role::div);
        list_ = type_.node(node, Role::list);
        type_.structure(list_).ordered = true;
        const auto count = flow_.entries.size();
        const auto columns = even_row(count, fitting(measure_.width, style_.minimum_width, style_.arrow));
        Galley galley;
        if (columns == 1)
            standing(galley);
        else
            for (std::size_t begin = 0; begin < count; begin += columns)
                galley.pieces.push_back(row(begin, std::min(count, begin + columns), columns));
        keep_ends(galley);
        append_caption(type_, galley, flow_.caption, measure_.width, style_.caption_gap, node);
        return galley;
    }

private:
    Frame words(const content::Entry& entry, double width) {
        const NodeId body = type_.node(type_.node(list_, Role::list_item, entry.span), Role::list_body);
        TypeOptions options;
        options.align = theme::Align::left;
        std::vector<Frame> frames;
        if (!entry.icon.empty()) frames.push_back(icon(entry.icon));
        frames.push_back(type_.fitted(entry.title, Style::node_title, type_.node(body, Role::p), width, options));
        for (const auto* text : {&entry.subtitle, &entry.text})
            if (!text->empty())
                frames.push_back(type_.block(*text, Style::node_text, type_.node(body, Role::p), width, options));
        return stacked(std::move(frames));
    }

    Frame icon(const std::string& name) {
        const auto& style = type_.theme.icon;
        Frame frame{{style.size, style.size + style.gap}, {}};
        draw_icon(frame, type_, name, {0, 0, style.size, style.size}, style.colour);
        return frame;
    }

    void draw_box(Frame& frame, const Rect& place) const {
        Shape shape{Path::rounded(place, style_.radius), Paint{style_.ground}, {}, 1};
        if (style_.outline.width > 0) shape.stroke = Stroke{style_.outline.colour, style_.outline.width, {}, false};
        frame.items.emplace_back(std::move(shape));
        const double y = place.y + style_.top.width / 2;
        draw_rule(frame, style_.top, {place.x, y}, {place.right(), y});
    }

    /// A line with a head, from one box to the next, clear of both.
    void draw_arrow(Frame& frame, Point from, Point to) const {
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0 || style_.line.width <= 0) return;
        const Point along{(to.x - from.x) / length, (to.y - from.y) / length}, aside{-along.y, along.x};
        const double clear = 0.18 * length, head = std::min(0.34 * length, 6 * style_.line.width + 2);
        const auto at = [&](double on, double off) {
            return Point{from.x + along.x * on + aside.x * off, from.y + along.y * on + aside.y * off};
        };
        const double tip = length - clear;
        draw_rule(frame, style_.line, at(clear, 0), at(tip - head / 2, 0));
        Path path;
        path.move_to(at(tip, 0));
        path.line_to(at(tip - head, head * 0.55));
        path.line_to(at(tip - head, -head * 0.55));
        path.close();
        frame.items.emplace_back(Shape{std::move(path), Paint{style_.line.colour}, {}, 1});
    }

    Piece row(std::size_t begin, std::size_t end, std::size_t columns) {
        const double gaps = style_.arrow * static_cast<double>(columns - 1);
        const double width = (measure_.width - gaps) / static_cast<double>(columns);
        std::vector<Frame> all;
        double high = 0;
        for (std::size_t i = begin; i < end; ++i) {
            all.push_back(words(flow_.entries[i], width - 2 * style_.pad));
            high = std::max(high, all.back().size.height);
        }
        const double height = high + 2 * style_.pad, above = begin > 0 ? style_.arrow : 0;
        Frame frame{{measure_.width, above + height}, {}};
        for (std::size_t i = begin; i < end; ++i) {
            const double x = (width + style_.arrow) * static_cast<double>(i - begin);
            draw_box(frame, {x, above, width, height});
            if (i > begin) draw_arrow(frame, {x - style_.arrow, above + height / 2}, {x, above + height / 2});
            frame.place({x + style_.pad, above + style_.pad}, std::move(all[i - begin]));
        }
        if (begin > 0) draw_turn(frame, width);
        return piece_of(std::move(frame));
    }
    /// From the end of the row above to the beginning of this one.
    void draw_turn(Frame& frame, double width) const {
        const double right = measure_.width - width / 2, left = width / 2, y = style_.arrow * 0.5;
        Path path;
        path.move_to({right, style_.arrow * 0.18});
        path.line_to({right, y});
        path.line_to({left, y});
        if (style_.line.width > 0)
            frame.items.emplace_back(
                Shape{std::move(path), {}, Stroke{style_.line.colour, style_.line.width, {}, false}, 1});
        draw_arrow(frame, {left, y - style_.arrow * 0.18}, {left, style_.arrow * 1.1});
    }

    void standing(Galley& galley) {
        for (std::size_t i = 0; i < flow_.entries.size(); ++i) {
            const double above = i > 0 ? style_.arrow : 0;
            Frame text = words(flow_.entries[i], measure_.width - 2 * style_.pad);
            const double height = text.size.height + 2 * style_.pad;
            Frame frame{{measure_.width, above + height}, {}};
            if (i > 0) draw_arrow(frame, {measure_.width / 2, 0}, {measure_.width / 2, above});
            draw_box(frame, {0, above, measure_.width, height});
            frame.place({style_.pad, above + style_.pad}, std::move(text));
            galley.pieces.push_back(piece_of(std::move(frame)));
        }
    }

    Typesetter& type_;
    const theme::FlowStyle& style_;
    const content::Flow& flow_;
    const Measure& measure_;
    NodeId list_ = 0;
};

}  // namespace

Galley set_flow(Typesetter& type, const content::Flow& block, const Measure& measure, NodeId parent) {
    return FlowDiagram(type, block, measure).set(parent);
}

}  // namespace zheye::layout
