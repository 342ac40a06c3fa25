// Filling is greedy: total fit is for lines, where it shows; a column takes what it can hold and ends at a good place.
#include "layout/galley.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

constexpr double kTolerance = 0.01;  ///< pt: rounding of sums, not a measure anybody sees

bool on_grid(const Piece& piece) { return piece.on_grid && piece.group < 0; }

/// Follows pieces down a column and keeps track of the groups' paddings and of the grid (G3): what does not stand on it
/// takes a whole number of lines all the same, and what that adds is shared above and below.
class Cursor {
public:
    Cursor(const Galley& galley, std::size_t begin, const Room& room)
        : galley_(galley), begin_(begin), grid_(room.grid), phase_(room.phase) {}

    /// Where piece `i` begins, after everything that comes before it.
    double enter(std::size_t i) {
        const auto& piece = galley_.pieces[i];
        const bool first = i == begin_;
        if (!first && piece.group != group_) leave();
        if (!first) y_ += piece.space_before;
        if (!first && grid_ > 0 && on_grid(galley_.pieces[i - 1]) && !on_grid(piece)) y_ += rest_above(i);
        if (piece.group != group_ || first) {
            group_ = piece.group;
            fragment_ = y_;
            if (group_ >= 0) y_ += galley_.groups[static_cast<std::size_t>(group_)].pad_top;
            if (first && piece.repeat) y_ += piece.repeat->size.height;
        }
        if (on_grid(piece)) y_ = snapped(y_);
        return y_;
    }
    void pass(std::size_t i, bool page_top) {
        const auto& piece = galley_.pieces[i];
        y_ += piece.frame.size.height - (page_top && i == begin_ && piece.at_top ? piece.reach : 0);
    }
    /// Ends the fragment of the group that the last piece was in.
    void leave() {
        if (group_ >= 0) y_ += galley_.groups[static_cast<std::size_t>(group_)].pad_bottom;
        group_ = -1;
    }
    [[nodiscard]] double height() const {
        return y_ + (group_ >= 0 ? galley_.groups[static_cast<std::size_t>(group_)].pad_bottom : 0);
    }
    [[nodiscard]] double fragment() const { return fragment_; }
    /// Whether the group of piece `i` began before it.
    [[nodiscard]] bool continues(std::size_t i) const {
        return i > 0 && galley_.pieces[i].group >= 0 && galley_.pieces[i - 1].group == galley_.pieces[i].group;
    }
    [[nodiscard]] double snapped(double y) const {
        if (grid_ <= 0) return y;
        return std::ceil((y + phase_ - kTolerance) / grid_) * grid_ - phase_;
    }

private:
    /// What the pieces from `i` to the next line on the grid leave of a whole number of grid lines: half of it stands
    /// above them, all of it above a heading.
    [[nodiscard]] double rest_above(std::size_t i) const {
        Cursor run(galley_, i, {});
        for (; i < galley_.pieces.size() && !on_grid(galley_.pieces[i]); ++i) {
            run.enter(i);
            run.pass(i, false);
        }
        if (i == galley_.pieces.size() || galley_.pieces[i].break_before == BreakBefore::column) return 0;
        const double end = y_ + run.height() + galley_.pieces[i].space_before, rest = snapped(end) - end;
        return rest * share_above(galley_.pieces[i - 1]);
    }

    const Galley& galley_;
    std::size_t begin_;
    double grid_, phase_;
    double y_ = 0, fragment_ = 0;
    int group_ = -1;
};

/// The notes of a column under way.
class Notes {
public:
    explicit Notes(const Room& room) : room_(room) {}

    void add(std::size_t at, const std::vector<Footnote>& notes) {
        for (const auto& note : notes) {
            const std::size_t least = room_.foot ? room_.foot->style().least_lines(note) : note.lines.size();
            least_ = whole_;
            for (std::size_t i = 0; i < least; ++i) least_ += note.lines[i].size.height;
            whole_ += note.height();
            last_ = at;
            any_ = true;
        }
    }
    [[nodiscard]] bool fit_whole(double height) const { return fit(height, whole_); }
    /// With the last one parted.
    [[nodiscard]] bool fit_parted(double height) const { return room_.parts_notes && fit(height, least_); }
    /// The piece of the last mark.
    [[nodiscard]] std::size_t last() const { return last_; }

private:
    [[nodiscard]] bool fit(double height, double lines) const {
        if (any_ && room_.closed) return false;
        return height + (room_.foot ? room_.foot->height(lines) : 0) <= room_.whole + kTolerance;
    }

    const Room& room_;
    double whole_ = 0, least_ = 0;
    std::size_t last_ = 0;
    bool any_ = false;
};

bool may_end_before(const Galley& galley, std::size_t i) {
    return i == galley.pieces.size() || galley.pieces[i].break_before != BreakBefore::forbidden;
}

bool is_between_blocks(const Galley& galley, std::size_t i) {
    return i == galley.pieces.size() || !(galley.pieces[i].inside || galley.pieces[i].continues);
}

/// Whether a column from `begin` to before `i` would hold a single line out of the middle of a paragraph (B7).
bool lonely(const Galley& galley, std::size_t begin, std::size_t i) {
    return i == begin + 1 && i < galley.pieces.size() && galley.pieces[begin].continues && galley.pieces[i].continues;
}

}  // namespace

void Galley::append(Galley block, double before) {
    if (block.pieces.empty()) return;
    const int shift = static_cast<int>(groups.size());
    auto& first = block.pieces.front();
    first.space_before = heading_last ? after : std::max({first.space_before, before, after});
    for (auto& piece : block.pieces) {
        if (piece.group >= 0) piece.group += shift;
        if (!pieces.empty() && pieces.back().keep_next) piece.break_before = BreakBefore::forbidden;
        pieces.push_back(std::move(piece));
    }
    std::ranges::move(block.groups, std::back_inserter(groups));
    beside = block.beside;
    after = block.after;
    heading_last = pieces.back().keep_next;
}

double share_above(const Piece& last) { return last.keep_next ? 1 : 0.5; }

Fill fill(const Galley& galley, std::size_t begin, const Room& room) {
    Cursor cursor(galley, begin, room);
    Notes notes(room);
    Fill good{begin, begin, 0}, fair = good, fitting = good;
    for (std::size_t i = begin; i < galley.pieces.size(); ++i) {
        if (i > begin && galley.pieces[i].break_before == BreakBefore::column) return good;
        cursor.enter(i);
        cursor.pass(i, false);
        notes.add(i, galley.pieces[i].notes);
        const double height = cursor.height();
        const bool whole = notes.fit_whole(height), forced = room.force && i == begin;
        // A note is parted where its mark would have to go elsewhere else, never for the text below the mark.
        const bool parted = !whole && notes.last() >= good.end && notes.fit_parted(height);
        const bool fits_nowhere = room.force && good.end == begin && galley.pieces[i].frame.size.height > room.whole;
        if ((height > room.height + kTolerance || (!whole && !parted)) && !forced && !fits_nowhere) break;
        fitting = {begin, i + 1, height};
        if (may_end_before(galley, i + 1) && !lonely(galley, begin, i + 1)) {
            good = fitting;
            if (!whole) break;
        }
        if (is_between_blocks(galley, i + 1)) fair = fitting;
    }
    if (good.end > begin || !room.force) return good;
    return fair.end > begin ? fair : fitting;
}

std::optional<std::vector<Fill>> balance(const Galley& galley, std::size_t begin, const std::vector<Room>& rooms) {
    const auto& first = rooms.front();
    Cursor whole(galley, begin, first);
    for (std::size_t i = begin; i < galley.pieces.size(); ++i) {
        whole.enter(i);
        whole.pass(i, false);
    }
    const double step = first.grid > 0 ? first.grid : 1;
    double highest = 0;
    for (const auto& room : rooms) highest = std::max(highest, room.height);
    double height = std::ceil((whole.height() / static_cast<double>(rooms.size()) - kTolerance) / step) * step;
    for (; height < highest + step; height += step) {
        std::vector<Fill> fills;
        std::size_t at = begin;
        for (auto room : rooms) {
            room.height = std::min(height, room.height);
            fills.push_back(fill(galley, at, room));
            at = fills.back().end;
        }
        if (at == galley.pieces.size()) return fills;
    }
    return {};
}

double start_height(const Galley& galley, const Foot& foot) {
    Cursor cursor(galley, 0, {});
    double notes = 0;
    for (std::size_t i = 0; i < galley.pieces.size(); ++i) {
        cursor.enter(i);
        cursor.pass(i, false);
        for (const auto& note : galley.pieces[i].notes) notes += note.height();
        if (may_end_before(galley, i + 1)) break;
    }
    if (galley.pieces.empty()) return 0;
    return galley.pieces.front().space_before + cursor.height() + foot.height(notes) - foot.height();
}

std::optional<double> rigid_height(const Galley& galley) {
    Cursor cursor(galley, 0, {});
    for (std::size_t i = 0; i < galley.pieces.size(); ++i) {
        if (on_grid(galley.pieces[i])) return {};
        cursor.enter(i);
        cursor.pass(i, false);
    }
    return cursor.height();
}

Frame compose(const Galley& galley, const Fill& part, const Room& room, bool page_top, std::vector<PlacedMark>& marks) {
    Cursor cursor(galley, part.begin, room);
    Frame result, content;
    double width = 0;
    int group = -1;
    std::size_t group_begin = part.begin;
    const auto end_fragment = [&](std::size_t end, double bottom) {
        if (group < 0) return;
        const auto& g = galley.groups[static_cast<std::size_t>(group)];
        const bool first = !cursor.continues(group_begin);
        const bool last = end == galley.pieces.size() || !cursor.continues(end);
        if (g.ground) result.place({0, cursor.fragment()}, g.ground({width, bottom - cursor.fragment()}, first, last));
    };
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const auto& piece = galley.pieces[i];
        if (piece.group != group) end_fragment(i, cursor.height());
        if (piece.group != group || i == part.begin) group = piece.group, group_begin = i, width = 0;
        const double y = cursor.enter(i);
        const bool reaches = page_top && i == part.begin && piece.at_top;
        if (i == part.begin && piece.repeat) content.place({0, y - piece.repeat->size.height}, *piece.repeat);
        if (piece.mark) marks.push_back({*piece.mark, y});
        content.place({0, reaches ? y - piece.reach : y}, reaches ? *piece.at_top : piece.frame);
        width = std::max(width, piece.frame.size.width);
        cursor.pass(i, page_top);
    }
    end_fragment(part.end, cursor.height());
    cursor.leave();
    result.size.height = cursor.height();
    result.place({0, 0}, std::move(content));
    return result;
}

std::size_t without_kept_end(const Galley& galley, std::size_t begin) {
    std::size_t end = galley.pieces.size();
    const auto kept = [&](std::size_t i) {
        const bool joined = i < galley.pieces.size() && galley.pieces[i].break_before == BreakBefore::forbidden;
        return galley.pieces[i - 1].keep_next || joined;
    };
    while (end > begin && kept(end)) --end;
    return end;
}

Fill fill_until(const Galley& galley, std::size_t begin, std::size_t end, const Room& room) {
    Galley head;
    head.pieces.assign(galley.pieces.begin(), galley.pieces.begin() + static_cast<std::ptrdiff_t>(end));
    head.groups = galley.groups;
    return fill(head, begin, room);
}

}  // namespace zheye::layout
