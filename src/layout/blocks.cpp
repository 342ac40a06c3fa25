// The dispatcher over the kinds of blocks, and what they share.
#include "layout/blocks.h"

#include "layout/vertical.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

}  // namespace

std::size_t fitting(double width, double least, double gap) {
    return static_cast<std::size_t>(std::max(1.0, std::floor((width + gap) / (least + gap) + 0.001)));
}

std::size_t even_row(std::size_t count, std::size_t most) {
    if (count == 0) return 1;
    const std::size_t rows = (count + most - 1) / most;
    return (count + rows - 1) / rows;
}

void keep_ends(Galley& galley) {
    const auto count = galley.pieces.size();
    for (const auto i : {std::size_t{1}, count - 1})
        if (i > 0 && i < count) galley.pieces[i].break_before = BreakBefore::forbidden;
}

Piece piece_of(Frame frame) {
    Piece piece;
    piece.frame = std::move(frame);
    return piece;
}

void append_lines(Galley& galley, std::vector<Frame> lines, double shift, double width, bool on_grid) {
    const std::size_t count = lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        Frame frame;
        frame.size = {width, lines[i].size.height};
        frame.place({shift, 0}, std::move(lines[i]));
        auto piece = piece_of(std::move(frame));
        piece.on_grid = on_grid;
        piece.continues = i > 0;
        const bool second = i == 1, last = i + 1 == count;
        if (i > 0 && (second || last)) piece.break_before = BreakBefore::forbidden;
        galley.pieces.push_back(std::move(piece));
    }
}

void append_block(Galley& galley, Typesetter& type, const content::Block& block, Measure& measure, NodeId parent) {
    if (measure.vertical && stands_upright(block)) return append_upright(galley, type, block, measure, parent);
    const auto& theme = type.theme;
    const auto add_text = [&](Galley set, double before, double after) {
        set.after = after;
        galley.append(std::move(set), before);
    };
    const auto add = [&](Galley set, double before, double after) {
        for (std::size_t i = 1; i < set.pieces.size(); ++i) set.pieces[i].inside = true;
        add_text(std::move(set), before, after);
    };
    std::visit(
        Overloaded{
            [&](const content::Heading& b) {
                const auto& style = b.level == 1 ? theme.heading : theme.subheading;
                add_text(set_heading(type, b, measure, parent, block.span), style.before, style.after);
                measure.headings = std::max(measure.headings, b.level + 1);
            },
            [&](const content::Text& b) {
                if (b.lead)
                    add_text(set_lead(type, b, measure, parent), theme.lead.before, theme.lead.after);
                else
                    append_text(galley, type, b, measure, parent);
            },
            [&](const content::Table& b) {
                add(set_table(type, b, measure, parent, block.span), theme.table.before, theme.table.after);
            },
            [&](const content::Stats& b) {
                add(set_stats(type, b, measure, parent), theme.stats.before, theme.stats.after);
            },
            [&](const content::Figure& b) {
                add(set_figure(type, b, measure, parent), theme.figure.before, theme.figure.after);
            },
            [&](const content::List& b) {
                add_text(set_list(type, b, measure, parent), theme.list.before, theme.list.after);
            },
            [&](const content::Quote& b) {
                const auto& style = b.pull ? theme.pull : theme.quote;
                add(set_quote(type, b, measure, parent), style.before, style.after);
            },
            [&](const content::Timeline& b) {
                add(set_timeline(type, b, measure, parent), theme.timeline.before, theme.timeline.after);
            },
            [&](const content::Box& b) { add(set_box(type, b, measure, parent), theme.box.before, theme.box.after); },
            [&](const content::Across& b) {
                for (const auto& inner : b.content) append_block(galley, type, inner, measure, parent);
            },
            [&](const content::Hub& b) { add(set_hub(type, b, measure, parent), theme.hub.before, theme.hub.after); },
            [&](const content::Flow& b) {
                add(set_flow(type, b, measure, parent), theme.flow.before, theme.flow.after);
            },
            [&](const content::Cards& b) {
                add(set_cards(type, b, measure, parent), theme.cards.before, theme.cards.after);
            },
            [&](const content::Qr& b) { add(set_qr(type, b, measure, parent), theme.qr.before, theme.qr.after); },
            [&](const content::Contact& b) {
                add(set_contact(type, b, measure, parent), theme.qr.before, theme.qr.after);
            },
            [&](const content::Chart& b) {
                add(set_chart(type, b, measure, parent), theme.chart.before, theme.chart.after);
            },
            [](const content::Break&) {}},
        block.value);
}

Galley set_blocks(Typesetter& type, const content::Blocks& blocks, Measure& measure, NodeId parent) {
    Galley galley;
    for (const auto& block : blocks) append_block(galley, type, block, measure, parent);
    return galley;
}

bool wants_all_columns(Typesetter& type, const content::Block& block, Size column) {
    const auto& theme = type.theme;
    return std::visit(
        Overloaded{
            [&](const content::Heading& b) { return b.level == 1 ? theme.heading.across : theme.subheading.across; },
            [&](const content::Text& b) { return b.lead && theme.lead.across; },
            [&](const content::Table& b) {
                return static_cast<double>(b.columns.size()) * theme.table.comfortable_column > column.width;
            },
            [&](const content::Stats& b) {
                return static_cast<double>(b.facts.size()) * theme.stats.minimum_width > column.width;
            },
            [&](const content::Figure& b) { return b.extent != content::Extent::column; },
            [&](const content::Timeline& b) {
                return theme.timeline.across && static_cast<int>(b.entries.size()) <= theme.timeline.most &&
                       column.width < theme.timeline.horizontal;
            },
            [&](const content::Hub&) { return column.width < theme.hub.narrow; },
            [&](const content::Flow& b) {
                return static_cast<double>(b.entries.size()) * (theme.flow.minimum_width + theme.flow.arrow) >
                       column.width;
            },
            [&](const content::Cards& b) {
                return static_cast<double>(b.entries.size()) * (theme.cards.minimum_width + theme.cards.gap) >
                       column.width;
            },
            [&](const content::Chart& b) { return chart_wants_all_columns(type, b, column); },
            [](const content::Across&) { return true; }, [](const auto&) { return false; }},
        block.value);
}

}  // namespace zheye::layout
