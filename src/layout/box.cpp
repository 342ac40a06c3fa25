// Boxes: blocks on a ground of their own, with a title above them or, in a wide measure, beside them.
#include "layout/blocks.h"
#include "layout/vertical.h"

#include <algorithm>

namespace zheye::layout {

namespace {

/// Draws the grounds of groups inside the box under their pieces, for the box is the one group that the column knows: a
/// quote's bar piece by piece, so that it is parted with them; a table's last rule under its last row.
void draw_inner_grounds(Galley& galley) {
    for (std::size_t i = 0; i < galley.pieces.size(); ++i) {
        const int group = galley.pieces[i].group;
        if (group < 0 || !galley.groups[static_cast<std::size_t>(group)].ground) continue;
        const bool first = i == 0 || galley.pieces[i - 1].group != group;
        const bool last = i + 1 == galley.pieces.size() || galley.pieces[i + 1].group != group;
        const auto& inner = galley.groups[static_cast<std::size_t>(group)];
        if (inner.at_end && !last) continue;
        auto& piece = galley.pieces[i];
        const double above = first ? 0 : piece.space_before;
        Frame under{piece.frame.size, {}};
        under.place({0, -above}, inner.ground({piece.frame.size.width, above + piece.frame.size.height}, first, last));
        under.place({0, 0}, std::move(piece.frame));
        piece.frame = std::move(under);
    }
    galley.groups.clear();
}

/// The pieces of the inside, moved right and widened to the box, so that its ground lies under all of them.
void indent(Galley& galley, double shift, double width) {
    const auto moved = [&](Frame frame) {
        Frame wide;
        wide.size = {width, frame.size.height};
        wide.place({shift, 0}, std::move(frame));
        return wide;
    };
    for (auto& piece : galley.pieces) {
        piece.frame = moved(std::move(piece.frame));
        if (piece.repeat) piece.repeat = std::make_shared<const Frame>(moved(*piece.repeat));
        piece.group = 0;
        piece.on_grid = false;
        piece.at_top.reset();
    }
}

/// The title to the left of the text, read before it. The box is not parted before the title's end.
void set_beside(Galley& galley, Frame title, double left, double drop) {
    double height = drop;
    for (std::size_t i = 0; i < galley.pieces.size(); ++i) {
        auto& piece = galley.pieces[i];
        if (i > 0 && height < title.size.height) piece.break_before = BreakBefore::forbidden;
        height += (i > 0 ? piece.space_before : 0) + piece.frame.size.height;
    }
    galley.pieces.back().frame.size.height += std::max(0.0, title.size.height - height);
    auto& first = galley.pieces.front().frame;
    Frame both{{first.size.width, first.size.height + drop}, {}};
    both.place({left, 0}, std::move(title));
    both.place({0, drop}, std::move(first));
    first = std::move(both);
}

Group ground(const theme::BoxStyle& style) {
    Group group;
    group.pad_top = group.pad_bottom = style.pad;
    group.ground = [style](Size size, bool first, bool) {
        Frame frame;
        const double line = style.outline.width;
        Shape shape{Path::rounded({line / 2, line / 2, size.width - line, size.height - line}, style.radius),
                    Paint{style.ground},
                    {},
                    1};
        if (line > 0) shape.stroke = Stroke{style.outline.colour, line, {}, false};
        frame.items.emplace_back(std::move(shape));
        if (first) draw_rule(frame, style.top, {0, 0}, {size.width, 0});
        draw_rule(frame, style.bar, {style.bar.width / 2, 0}, {style.bar.width / 2, size.height});
        return frame;
    };
    return group;
}

/// Vertical text in a page of horizontal text.
Galley set_standing(Typesetter& type, const content::Box& block, const Measure& measure, NodeId node) {
    const auto& style = type.theme.box;
    const double inside = measure.width - 2 * style.pad, most = measure.text_height - 2 * style.pad;
    Galley galley;
    galley.groups.push_back(ground(style));
    for (auto& part : set_vertical_box(type, block, measure, inside, most, node)) {
        Frame frame{{measure.width, part.size.height}, {}};
        frame.place({style.pad, 0}, std::move(part));
        galley.pieces.push_back(piece_of(std::move(frame)));
        galley.pieces.back().group = 0;
    }
    return galley;
}

}  // namespace

Galley set_box(Typesetter& type, const content::Box& block, Measure& measure, NodeId parent) {
    const auto& style = type.theme.box;
    const NodeId node = type.node(parent, Role::div);
    if (block.direction == content::Direction::vertical && !measure.vertical)
        return set_standing(type, block, measure, node);
    const double inside = measure.width - 2 * style.pad;
    const bool beside = style.side_title > 0 && measure.width >= style.wide && !block.title.empty();
    const double aside = beside ? inside * style.side_title : 0;

    Frame title;
    TypeOptions options;
    options.balance = true;
    options.vertical = measure.vertical;
    double drop = 0;  // of the text, for its first baseline to be that of a title beside it
    if (!block.title.empty()) {
        const auto shaped = type.shape(block.title, theme::Style::box_title, type.node(node, Role::p), options);
        // Beside text, a title that stands nearer than an em of its own would be read on into it.
        const double gap = std::max(style.title_gap, type.theme.style(theme::Style::box_title).size);
        title = type.block(shaped, beside ? aside - gap : inside);
        if (beside) drop = std::max(0.0, shaped.baseline - type.baseline(theme::Style::box_text, 1, measure.vertical));
    }

    Measure inner = measure.narrowed(inside - aside);
    inner.text = theme::Style::box_text;
    inner.inside = true;
    Galley content = set_blocks(type, block.content, inner, node);
    draw_inner_grounds(content);
    indent(content, style.pad + aside, measure.width);

    Galley galley;
    galley.groups.push_back(ground(style));
    if (!beside && title.size.height > 0) {
        Frame frame;
        frame.size = {measure.width, title.size.height + style.title_gap};
        frame.place({style.pad, 0}, std::move(title));
        auto piece = piece_of(std::move(frame));
        piece.group = 0;
        piece.keep_next = true;
        galley.pieces.push_back(std::move(piece));
    }
    for (auto& piece : content.pieces) {
        if (!galley.pieces.empty() && galley.pieces.back().keep_next) piece.break_before = BreakBefore::forbidden;
        galley.pieces.push_back(std::move(piece));
    }
    if (galley.empty()) return galley;
    if (beside) set_beside(galley, std::move(title), style.pad, drop);
    // A short box stays in one piece; a long one may be parted where its content allows.
    double height = 2 * style.pad;
    for (const auto& piece : galley.pieces) height += piece.space_before + piece.frame.size.height;
    if (height <= style.keep * measure.text_height)
        for (std::size_t i = 1; i < galley.pieces.size(); ++i) galley.pieces[i].break_before = BreakBefore::forbidden;
    return galley;
}

}  // namespace zheye::layout
