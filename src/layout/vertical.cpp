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

/// Room that a piece leaves of its band, in lines that end where the others do; beside the space below it as well.
std::optional<Beside> room_beside(const Piece& piece, const Measure& measure, double em, double after) {
    constexpr double kLeast = 10;  // em: shorter lines are set badly
    Beside beside;
    beside.width = std::floor((measure.width - piece.frame.size.width) / em - 1 + 1e-6) * em;
    if (measure.grid <= 0 || beside.width < kLeast * em) return {};
    beside.x = measure.width - beside.width;
    beside.end = piece.frame.size.height + after;
    const double most = std::max(piece.frame.size.height, measure.text_height);
    beside.lines =
        static_cast<std::size_t>(std::min(whole_lines(beside.end, measure.grid), most) / measure.grid + 0.01);
    return beside;
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
    while (flat.width < measure.text_height && wants_all_columns(type, block, {flat.width, measure.width}))
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
    lying.beside = room_beside(lying.pieces.back(), measure, type.theme.style(theme::Style::body).size, lying.after);
    galley.append(std::move(lying), before);
}

namespace {

/// The lengths that the lines of a box may have, tried before one is chosen: the same text is set again for each.
class BoxLines {
public:
    BoxLines(Typesetter& type, const content::Box& block, const Measure& measure, double width, double most)
        : type_(type),
          block_(block),
          measure_(measure),
          width_(width),
          em_(type.theme.style(theme::Style::box_text).size),
          longest_(std::max(1.0, std::floor(most / em_)) * em_) {}

    /// The shortest lines that are set well and of which there are no more than the width holds.
    [[nodiscard]] double choose() const {
        double length = std::min(longest_, least() * em_);
        // The area hardly changes with the length of the lines: begin a little below what it says.
        const double guess = std::min(longest_, width_);
        length = std::max(length, std::floor(set_at(guess).height * guess / width_ / em_ - 2) * em_);
        while (length < longest_ && set_at(length).height > width_ + 0.01) length += em_;
        return set_well(std::min(length, longest_));
    }

private:
    struct Trial {
        double height = 0;
        std::size_t ill = 0;  ///< what would be said of its lines
    };

    [[nodiscard]] Trial set_at(double length) const {
        Pages scratch;
        scratch.structure.add(0, Role::document);
        diag::Diagnostics unheard;
        Typesetter trial(type_.theme, type_.fonts, type_.hyphenator, type_.files, type_.sources, type_.language,
                         scratch, unheard, type_.off);
        const Galley galley = box_galley(trial, block_, measure_, length, 0);
        Room room;
        room.height = room.whole = 1e9;
        room.force = true;
        return {galley.empty() ? 0 : fill(galley, 0, room).height, unheard.all().size()};
    }

    /// em; shorter lines read badly and are hard to justify, but a few words are to fill most of the width.
    [[nodiscard]] double least() const {
        constexpr double kLeast = 6, kGood = 10, kMostOfWidth = 0.6;
        return set_at(std::min(longest_, kGood * em_)).height >= kMostOfWidth * width_ ? kGood : kLeast;
    }

    [[nodiscard]] double set_well(double length) const {
        constexpr int kTries = 4;  // em more: then some of the width stays empty
        double best = length;
        std::size_t least_ill = set_at(length).ill;
        for (int i = 1; i <= kTries && least_ill > 0 && length + i * em_ <= longest_; ++i) {
            const std::size_t ill = set_at(length + i * em_).ill;
            if (ill < least_ill) best = length + i * em_, least_ill = ill;
        }
        return best;
    }

    Typesetter& type_;
    const content::Box& block_;
    const Measure& measure_;
    double width_, em_, longest_;
};

}  // namespace

std::vector<Frame> set_vertical_box(Typesetter& type, const content::Box& block, const Measure& measure, double width,
                                    double most, NodeId node) {
    Measure inner = measure;
    inner.text = theme::Style::box_text;
    inner.inside = true;
    inner.text_height = inner.upright = width;
    inner.grid = 0;  // the lines fill the width evenly
    const double length = BoxLines(type, block, inner, width, most).choose();
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
