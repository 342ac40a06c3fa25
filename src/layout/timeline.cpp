// Timelines: lying across a wide measure, standing in a narrow one.
#include "layout/blocks.h"

#include <algorithm>

namespace zheye::layout {

namespace {

using theme::Style;

struct Entry {
    Frame frame;
    NodeId item = 0;
};

/// Of their size, what dates become at the least to be in one line.
constexpr double kLeastDate = 0.75;

double widest_date(Typesetter& type, const content::Timeline& block) {
    double widest = 0;
    for (const auto& entry : block.entries)
        if (!entry.date.empty())
            widest = std::max(widest, type.shape(entry.date, Style::timeline_date, kArtifact).natural_width());
    return widest;
}

/// The size at which every date is in one line, the same for all; its own where that would be much smaller.
double date_scale(Typesetter& type, const content::Timeline& block, double width) {
    const double widest = widest_date(type, block);
    return widest > width && width >= kLeastDate * widest ? 0.999 * width / widest : 1;
}

/// Entries beside each other: fewer where dates would be broken.
std::size_t lying_columns(Typesetter& type, const content::Timeline& block, double width) {
    const auto& style = type.theme.timeline;
    const double least = kLeastDate * widest_date(type, block) + style.gap;
    const auto count = block.entries.size();
    auto columns = even_row(count, static_cast<std::size_t>(style.most));
    while (columns > 1 && width / static_cast<double>(columns) < least) columns = even_row(count, columns - 1);
    return columns;
}

/// Date and text under each other.
Frame entry_text(Typesetter& type, const content::TimelineEntry& entry, double width, double scale, NodeId list) {
    const NodeId item = type.node(list, Role::list_item, entry.date.empty() ? diag::Span{} : entry.date.front().span);
    std::vector<Frame> frames;
    TypeOptions date;
    date.scale = scale;
    frames.push_back(type.block(entry.date, Style::timeline_date, type.node(item, Role::label), width, date));
    frames.push_back(type.block(entry.text, Style::timeline_text, type.node(item, Role::list_body), width));
    return stacked(std::move(frames));
}

void draw_dot(Frame& frame, Point centre, const theme::TimelineStyle& style) {
    frame.items.emplace_back(Shape{Path::circle(centre, style.dot / 2), Paint{style.dot_colour}, {}, 1});
}

Piece lying(Typesetter& type, const content::Timeline& block, std::size_t begin, std::size_t end, std::size_t columns,
            double width, NodeId list) {
    const auto& style = type.theme.timeline;
    const double column = width / static_cast<double>(columns), r = style.dot / 2;
    const double scale = date_scale(type, block, column - style.gap);
    Frame row;
    row.size.width = width;
    draw_rule(row, style.line, {r, r}, {end - begin == columns ? width : column * static_cast<double>(end - begin), r});
    for (std::size_t i = begin; i < end; ++i) {
        const double x = column * static_cast<double>(i - begin);
        draw_dot(row, {x + r, r}, style);
        Frame text = entry_text(type, block.entries[i], column - style.gap, scale, list);
        row.size.height = std::max(row.size.height, style.dot + style.gap / 2 + text.size.height);
        row.place({x, style.dot + style.gap / 2}, std::move(text));
    }
    return piece_of(std::move(row));
}

Piece standing(Typesetter& type, const content::TimelineEntry& entry, bool last, double width, NodeId list) {
    const auto& style = type.theme.timeline;
    const double shift = style.dot + style.gap;
    const double middle = type.theme.style(Style::timeline_date).leading / 2;
    Frame text = entry_text(type, entry, width - shift, 1, list);
    Frame row;
    row.size = {width, text.size.height + (last ? 0 : style.between)};
    if (!last) draw_rule(row, style.line, {style.dot / 2, middle}, {style.dot / 2, row.size.height + middle});
    draw_dot(row, {style.dot / 2, middle}, style);
    row.place({shift, 0}, std::move(text));
    return piece_of(std::move(row));
}

}  // namespace

Galley set_timeline(Typesetter& type, const content::Timeline& block, const Measure& measure, NodeId parent) {
    const auto& style = type.theme.timeline;
    const NodeId list = type.node(parent, Role::list);
    const auto count = block.entries.size();
    Galley galley;
    if (measure.width >= style.horizontal) {
        const auto columns = lying_columns(type, block, measure.width);
        for (std::size_t begin = 0; begin < count; begin += columns) {
            Galley row;
            row.pieces.push_back(
                lying(type, block, begin, std::min(count, begin + columns), columns, measure.width, list));
            galley.append(std::move(row), style.between);
        }
        return galley;
    }
    for (std::size_t i = 0; i < count; ++i)
        galley.pieces.push_back(standing(type, block.entries[i], i + 1 == count, measure.width, list));
    keep_ends(galley);
    return galley;
}

}  // namespace zheye::layout
