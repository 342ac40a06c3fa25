#include "layout/vertical.h"

#include "layout/turn.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

double whole_lines(double height, double grid) { return grid > 0 ? std::ceil(height / grid - 1e-6) * grid : height; }

/// A frame of what stands upright, in the coordinates of the lines around it and in the middle of whole lines.
Piece among_lines(Frame upright, double grid) {
    Frame lying = turned_back(std::move(upright));
    Frame frame;
    frame.size = {lying.size.width, whole_lines(lying.size.height, grid)};
    const double above = (frame.size.height - lying.size.height) / 2;
    frame.place({0, above}, std::move(lying));
    auto piece = piece_of(std::move(frame));
    piece.on_grid = true;
    return piece;
}

/// The galley in frames no higher than `most`.
std::vector<Frame> in_parts(const Galley& galley, double width, double most) {
    std::vector<Frame> frames;
    std::vector<PlacedMark> marks;  // what is inside has no headings of the chapter
    for (std::size_t at = 0; at < galley.pieces.size();) {
        Room room;
        room.height = room.whole = most;
        room.force = true;
        const Fill part = fill(galley, at, room);
        frames.push_back(compose(galley, part, room, false, marks));
        frames.back().size = {width, part.height};
        at = part.end;
    }
    return frames;
}

/// Title and text of a box, in lines of `length`.
Galley box_galley(Typesetter& type, const content::Box& block, Measure measure, double length, NodeId node) {
    measure.width = length;
    measure.vertical = true;
    Galley galley;
    if (!block.title.empty()) {
        TypeOptions options;
        options.balance = options.vertical = true;
        const auto shaped = type.shape(block.title, theme::Style::box_title, type.node(node, Role::p), options);
        append_lines(galley, type.lines(shaped, length), 0, length, false);
        for (auto& piece : galley.pieces) piece.keep_next = true;
        galley.after = type.theme.box.title_gap;
        galley.heading_last = true;
    }
    galley.append(set_blocks(type, block.content, measure, node), 0);
    return galley;
}

}  // namespace

PageSetup vertical_setup(const PageSetup& setup, const theme::Theme& theme) {
    const double em = theme.style(theme::Style::body).size;
    PageSetup v = setup;
    v.vertical = true;
    v.upright = setup.column;
    v.width = setup.height;
    v.height = setup.width;
    const double room = setup.text.height, gutters = (setup.columns - 1) * theme.page.gutter;
    v.column = std::max(1.0, std::floor((room - gutters) / setup.columns / em + 1e-6)) * em;
    v.gutter = setup.columns > 1 ? (room - setup.columns * v.column) / (setup.columns - 1) : 0;
    v.text.x = setup.text.y;
    v.text.width = setup.columns > 1 ? room : v.column;
    v.text.y = setup.width - setup.text.right();
    v.text.height = std::max(1.0, std::floor(setup.text.width / setup.grid + 1e-6)) * setup.grid;
    return v;
}

Flowed turned_pages(Flowed flowed, const PageSetup& vertical) {
    for (auto& page : flowed.pages) {
        page.frame.size = {vertical.width, vertical.height};
        page.frame = turned_clockwise(std::move(page.frame));
    }
    return flowed;
}

bool stands_upright(const content::Block& block) {
    return std::visit(
        []<class T>(const T&) {
            return !(std::is_same_v<T, content::Heading> || std::is_same_v<T, content::Text> ||
                     std::is_same_v<T, content::List> || std::is_same_v<T, content::Quote> ||
                     std::is_same_v<T, content::Box> || std::is_same_v<T, content::Across> ||
                     std::is_same_v<T, content::Break>);
        },
        block.value);
}

bool wants_all_bands(const Typesetter& type, const content::Block& block) {
    if (const auto* heading = std::get_if<content::Heading>(&block.value))
        return heading->level == 1 ? type.theme.heading.across : type.theme.subheading.across;
    return std::holds_alternative<content::Across>(block.value);
}

void append_upright(Galley& galley, Typesetter& type, const content::Block& block, Measure& measure, NodeId parent) {
    Measure flat = measure;
    flat.vertical = false;
    flat.inside = true;
    flat.width = std::min(measure.upright, measure.text_height);
    while (flat.width < measure.text_height && wants_all_columns(type, block, flat.width))
        flat.width = std::min(flat.width + std::max(1.0, measure.grid), measure.text_height);
    flat.text_height = measure.width;
    Galley set;
    append_block(set, type, block, flat, parent);
    measure.headings = flat.headings;
    if (set.empty()) return;
    Galley lying;
    for (auto& frame : in_parts(set, flat.width, measure.width))
        lying.pieces.push_back(among_lines(std::move(frame), measure.grid));
    const double before = set.pieces.front().space_before;
    lying.after = set.after;
    galley.append(std::move(lying), before);
}

std::vector<Frame> set_vertical_box(Typesetter& type, const content::Box& block, const Measure& measure, double width,
                                    double most, NodeId node) {
    constexpr double kLeast = 6;  // em: a line of fewer characters reads badly
    const double em = type.theme.style(theme::Style::box_text).size;
    Measure inner = measure;
    inner.text = theme::Style::box_text;
    inner.inside = true;
    inner.text_height = inner.upright = width;
    inner.grid = 0;  // the lines fill the width evenly
    const double longest = std::max(1.0, std::floor(most / em)) * em;
    double length = std::min(longest, kLeast * em);
    const auto height_at = [&](double at) {
        Pages scratch;  // only its height is wanted: the same text is set again, and then reported
        scratch.structure.add(0, Role::document);
        diag::Diagnostics unheard;
        Typesetter trial(type.theme, type.fonts, type.hyphenator, type.files, type.language, scratch, unheard,
                         type.off);
        const Galley galley = box_galley(trial, block, inner, at, 0);
        Room room;
        room.height = room.whole = 1e9;
        room.force = true;
        return galley.empty() ? 0 : fill(galley, 0, room).height;
    };
    // The area hardly changes with the length of the lines: begin a little below what it says.
    length = std::max(length,
                      std::floor(height_at(std::min(longest, width)) * std::min(longest, width) / width / em - 2) * em);
    while (length < longest && height_at(length) > width + 0.01) length += em;
    length = std::min(length, longest);
    auto frames = in_parts(box_galley(type, block, inner, length, node), length, width);
    for (auto& frame : frames) {
        const double left = std::max(0.0, width - frame.size.height);
        frame.size.height = width;
        Frame whole{frame.size, {}};
        whole.place({0, frames.size() == 1 ? left / 2 : 0}, std::move(frame));
        frame = turned_clockwise(std::move(whole));
    }
    return frames;
}

}  // namespace zheye::layout
