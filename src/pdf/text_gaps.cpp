// Where the gaps between glyphs would make a reader add or lose a space or a line end. Readers know no spaces but those
// they guess from positions: Poppler sees one in a gap of 0.1–0.15 em, a new line in an overlap of 0.1–0.2 em; MuPDF
// and Ghostscript have like numbers. Must not know operators.
#include "pdf/text_line.h"

#include "base/utf8.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace zheye::pdf {

namespace {

/// In em. Within these a gap without a space is read as none.
constexpr double kMostGap = 0.08, kMostOverlap = 0.08;
/// In em. From here on a gap with a space in it is read as one.
constexpr double kLeastSpace = 0.2;
/// Cells between two misread ranges that cost less inside ActualText than a further marked-content sequence would.
constexpr std::size_t kWorthMerging = 10;

using Range = std::pair<std::size_t, std::size_t>;

bool gap_misleads(const Cell& before, const Cell& after, bool space_between) {
    const double gap = after.begin - before.end;
    const double small = std::min(before.run->size, after.run->size);
    const double large = std::max(before.run->size, after.run->size);
    if (space_between) return gap < kLeastSpace * large;
    return gap > kMostGap * small || gap < -kMostOverlap * small;
}

void append(std::vector<Range>& ranges, Range next) {
    if (!ranges.empty() && next.first <= ranges.back().second + kWorthMerging)
        ranges.back() = {std::min(ranges.back().first, next.first), std::max(ranges.back().second, next.second)};
    else
        ranges.push_back(next);
}

/// A vertical line goes whole. Poppler's raw order takes every glyph of writing mode 1 for a line of its own, since it
/// looks for the next one to the right; and readers take what is turned and what stands side by side for other lines.
bool is_vertical_line(const std::vector<Cell>& cells) {
    const auto across = [](const Cell& cell) { return cell.run->orientation == layout::Orientation::across; };
    return cells.size() > 1 && std::ranges::none_of(cells, across);
}

/// White space of the text between two cells with ink.
struct Between {
    std::size_t characters = 0;
    bool plain = true;  ///< U+0020 only
    void add(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++characters) {
            const auto [code, length] = utf8::decode(text, at);
            plain &= code == ' ';
            at += length;
        }
    }
    /// A reader that sees a gap gives one U+0020 for it, whatever it was.
    [[nodiscard]] bool more_than_a_gap() const { return characters > 1 || !plain; }
};

}  // namespace

std::vector<Range> misread(const std::vector<Cell>& cells) {
    if (is_vertical_line(cells)) return {{0, cells.size() - 1}};
    std::vector<Range> ranges;
    std::size_t last_ink = cells.size();  // the cell with ink before this one; none yet
    Between between;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& cell = cells[i];
        if (cell.differs) append(ranges, {i, i});
        if (cell.blank) {
            between.add(cell.cluster.text);
            continue;
        }
        const bool first = last_ink == cells.size();
        if (between.more_than_a_gap())
            append(ranges, {first ? 0 : last_ink, i});
        else if (!first && gap_misleads(cells[last_ink], cell, between.characters > 0))
            append(ranges, {last_ink, i});
        last_ink = i;
        between = {};
        if (cell.cluster.text.ends_with(' ')) between.add(" ");
    }
    return ranges;
}

}  // namespace zheye::pdf
