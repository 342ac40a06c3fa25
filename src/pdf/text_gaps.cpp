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

/// Figures that stand in one em of a vertical line.
bool side_by_side(const Cell& a, const Cell& b) {
    const auto down = layout::Orientation::down;
    return a.run->orientation == down && b.run->orientation == down && std::abs(a.begin - b.begin) < 0.01 * b.run->size;
}

void append(std::vector<Range>& ranges, Range next) {
    if (!ranges.empty() && next.first <= ranges.back().second + kWorthMerging)
        ranges.back() = {std::min(ranges.back().first, next.first), std::max(ranges.back().second, next.second)};
    else
        ranges.push_back(next);
}

bool is_turned(const Cell& cell) { return cell.run->orientation == layout::Orientation::turned; }

/// A turned word goes whole, with what stands upright on either side: readers take upright and turned glyphs for
/// different lines.
std::vector<Range> with_whole_words(std::vector<Range> ranges, const std::vector<Cell>& cells) {
    std::vector<Range> whole;
    for (auto [first, last] : ranges) {
        while (first > 0 && is_turned(cells[first])) --first;
        while (last + 1 < cells.size() && is_turned(cells[last])) ++last;
        append(whole, {first, last});
    }
    return whole;
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
    std::vector<Range> ranges;
    std::size_t last_ink = cells.size();  // the cell with ink before this one; none yet
    Between between;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& cell = cells[i];
        if (cell.differs) append(ranges, {i, i});
        if (i > 0 && side_by_side(cells[i - 1], cell)) append(ranges, {i < 2 ? 0 : i - 2, i});
        if (cell.blank) {
            between.add(cell.cluster.text);
            continue;
        }
        const bool first = last_ink == cells.size();
        if (!first && is_turned(cells[last_ink]) != is_turned(cell)) append(ranges, {last_ink, i});
        if (between.more_than_a_gap())
            append(ranges, {first ? 0 : last_ink, i});
        else if (!first && gap_misleads(cells[last_ink], cell, between.characters > 0))
            append(ranges, {last_ink, i});
        last_ink = i;
        between = {};
        if (cell.cluster.text.ends_with(' ')) between.add(" ");
    }
    return with_whole_words(std::move(ranges), cells);
}

}  // namespace zheye::pdf
