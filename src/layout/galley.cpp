// Filling is greedy: total fit is for lines, where it shows; a column takes what it can hold and ends at a good place.
#include "layout/galley.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

constexpr double kTolerance = 0.01;  ///< pt: rounding of sums, not a measure anybody sees

double snapped(double y, double grid) { return grid > 0 ? std::ceil(y / grid - kTolerance / grid) * grid : y; }

/// Follows pieces down a column and keeps track of the group's paddings and repeated heads.
class Cursor {
public:
    Cursor(const Galley& galley, std::size_t begin, double grid) : galley_(galley), begin_(begin), grid_(grid) {}

    /// Where piece `i` begins, after everything that comes before it.
    double enter(std::size_t i) {
        const auto& piece = galley_.pieces[i];
        const bool first = i == begin_;
        if (!first && piece.group != group_) leave();
        if (!first) y_ += piece.space_before;
        if (piece.group != group_ || first) {
            group_ = piece.group;
            fragment_ = y_;
            if (group_ >= 0) {
                const auto& group = galley_.groups[static_cast<std::size_t>(group_)];
                y_ += group.pad_top;
                if (first && continues(i) && group.head) y_ += group.head->size.height;
            }
        }
        if (piece.on_grid && group_ < 0) y_ = snapped(y_, grid_);
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

private:
    const Galley& galley_;
    std::size_t begin_;
    double grid_;
    double y_ = 0, fragment_ = 0;
    int group_ = -1;
};

bool may_end_before(const Galley& galley, std::size_t i) {
    return i == galley.pieces.size() || galley.pieces[i].break_before != BreakBefore::forbidden;
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
    after = block.after;
    heading_last = pieces.back().keep_next;
}

Fill fill(const Galley& galley, std::size_t begin, double room, double grid, bool force) {
    Cursor cursor(galley, begin, grid);
    Fill good{begin, begin, 0}, fitting{begin, begin, 0};
    for (std::size_t i = begin; i < galley.pieces.size(); ++i) {
        if (i > begin && galley.pieces[i].break_before == BreakBefore::column) return good;
        cursor.enter(i);
        cursor.pass(i, false);
        const double height = cursor.height();
        if (height > room + kTolerance && !(force && i == begin)) break;
        fitting = {begin, i + 1, height};
        if (may_end_before(galley, i + 1) && !lonely(galley, begin, i + 1)) good = fitting;
    }
    return good.end == begin && force ? fitting : good;
}

std::optional<std::vector<Fill>> balance(const Galley& galley, std::size_t begin, int columns, double room,
                                         double grid) {
    Cursor whole(galley, begin, grid);
    for (std::size_t i = begin; i < galley.pieces.size(); ++i) {
        whole.enter(i);
        whole.pass(i, false);
    }
    for (double height = snapped(whole.height() / columns, grid); height <= snapped(room, grid) + grid / 2;
         height += grid) {
        std::vector<Fill> fills;
        std::size_t at = begin;
        for (int c = 0; c < columns; ++c) {
            fills.push_back(fill(galley, at, std::min(height, room), grid, false));
            at = fills.back().end;
        }
        if (at == galley.pieces.size()) return fills;
    }
    return {};
}

double start_height(const Galley& galley, double grid) {
    Cursor cursor(galley, 0, grid);
    for (std::size_t i = 0; i < galley.pieces.size(); ++i) {
        cursor.enter(i);
        cursor.pass(i, false);
        if (may_end_before(galley, i + 1)) break;
    }
    return galley.pieces.empty() ? 0 : galley.pieces.front().space_before + cursor.height();
}

Frame compose(const Galley& galley, const Fill& part, double grid, bool page_top, std::vector<PlacedMark>& marks) {
    Cursor cursor(galley, part.begin, grid);
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
        if (!first && g.head) content.place({0, cursor.fragment() + g.pad_top}, *g.head);
    };
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const auto& piece = galley.pieces[i];
        if (piece.group != group) end_fragment(i, cursor.height());
        if (piece.group != group || i == part.begin) group = piece.group, group_begin = i, width = 0;
        const double y = cursor.enter(i);
        const bool reaches = page_top && i == part.begin && piece.at_top;
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

}  // namespace zheye::layout
