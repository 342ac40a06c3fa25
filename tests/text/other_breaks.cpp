// Whether a paragraph could have been broken better. See other_breaks.h.
#include "other_breaks.h"

#include "lines.h"

#include <algorithm>
#include <cmath>

namespace zheye::text::test {
namespace {

constexpr double kEps = 1e-4;  // em

bool is_han_latin(const Placed& a, const Placed& b) {
    return (a.kind == Kind::han && b.kind == Kind::latin) || (a.kind == Kind::latin && b.kind == Kind::han);
}

}  // namespace

OtherBreaks::OtherBreaks(const Paragraph& p) : style_(p.style()), text_(p.text()) {
    const std::vector<char32_t> codes = codes_of(text_);
    placed_ = placed(break_lines(p, 1e9).at(0), codes);
    sums_.resize(1);
    for (std::size_t i = 1; i < placed_.size();) {
        std::size_t end = i;
        while (end < placed_.size() && placed_[end].kind == Kind::space) ++end;
        if (end > i && end < placed_.size()) {
            add_spaces(i, end);
            i = end + 1;
        } else {
            add_gap(i++);
        }
    }
    for (const Line& line : break_lines(p, 0.1 * kSize)) breaks_.push_back(index(line.text_begin));
    breaks_.push_back(placed_.size());
}

std::size_t OtherBreaks::index(std::uint32_t byte) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(placed_, byte, {}, &Placed::at) - placed_.begin());
}

void OtherBreaks::add_gap(std::size_t i) {
    const Placed &a = placed_[i - 1], &b = placed_[i];
    Sums sums = sums_.back();
    const double natural = b.left - a.right;
    if (!is_one_unit(a, b, text_)) {
        if (is_han_latin(a, b)) {
            sums.shrink += 0.125;
            sums.easy += 1.0 / 3 - 0.25;
            ++sums.easy_gaps;
        } else {
            sums.shrink += natural;  // the blanks of marks
            ++sums.gaps;
        }
    }
    sums_.push_back(sums);
}

/// Characters first … end - 1 are spaces between two others.
void OtherBreaks::add_spaces(std::size_t first, std::size_t end) {
    const Placed &a = placed_[first - 1], &b = placed_[end];
    Sums sums = sums_.back();
    sums.shrink += a.kind == Kind::closing ? placed_[first].left - a.right : 0;
    if (a.kind == Kind::closing) ++sums.gaps;
    if (is_han_latin(a, b)) {
        sums.shrink += 0.125;
        sums.easy += 1.0 / 3 - 0.25;
    } else {
        const double space = b.left - placed_[first].left;
        sums.shrink += std::max(0.0, space - 0.25);
        sums.easy += std::max(0.0, 0.5 - space);
    }
    ++sums.easy_gaps;
    for (std::size_t i = first; i <= end; ++i) sums_.push_back(sums);
}

Prospect OtherBreaks::between(double em, std::size_t begin, std::size_t end) const {
    std::size_t last = end - 1;
    while (last > begin && placed_[last].kind == Kind::space) --last;
    const Placed& edge = placed_[last];
    double natural = edge.right - placed_[begin].left + (begin == 0 ? style_.indent / kSize : 0);
    if (style_.hanging && last > begin && is_one_of(edge.code, U"、，。")) natural -= 0.5;
    const Sums &a = sums_[begin], &b = sums_[last];
    Prospect prospect;
    const double need = em - natural;
    prospect.overfull = need + (b.shrink - a.shrink) < -kEps;
    if (end == placed_.size() || need <= kEps) return prospect;
    // `open` keeps the blank at the line's end where there is room for it.
    const double blank = style_.punctuation == PunctuationStyle::open && edge.kind == Kind::closing ? 0.5 : 0;
    const double left = need - blank - (b.easy - a.easy);
    const int gaps = b.gaps - a.gaps, easy_gaps = b.easy_gaps - a.easy_gaps;
    if (left > kEps) prospect.unfilled = gaps + easy_gaps == 0;
    if (left > kEps && !prospect.unfilled) prospect.looseness = left / (gaps > 0 ? gaps : easy_gaps);
    return prospect;
}

Prospect OtherBreaks::line(double em, std::uint32_t begin, std::uint32_t end) const {
    return between(em, index(begin), index(end));
}

std::uint32_t OtherBreaks::next_break(std::uint32_t at) const {
    const auto next = std::ranges::upper_bound(breaks_, index(at));
    return next == breaks_.end() || *next == placed_.size() ? static_cast<std::uint32_t>(text_.size())
                                                            : placed_[*next].at;
}

bool OtherBreaks::is_runt(std::size_t begin) const {
    return begin > 0 &&
           std::count_if(placed_.begin() + static_cast<std::ptrdiff_t>(begin), placed_.end(), is_character) < 2;
}

std::optional<OtherBreaks::Least> OtherBreaks::least(double em, double loosest) const {
    std::vector<std::optional<Least>> ways(breaks_.size());
    ways[0] = Least{};
    for (std::size_t to = 1; to < breaks_.size(); ++to) {
        for (std::size_t from = to; from-- > 0;) {
            const Prospect line = between(em, breaks_[from], breaks_[to]);
            if (line.overfull && from + 1 < to) break;
            if (!ways[from] || line.looseness > loosest + kEps) continue;
            if (to + 1 == breaks_.size() && is_runt(breaks_[from])) continue;
            const Least &above = *ways[from], way = {above.overfull + line.overfull, above.unfilled + line.unfilled,
                                                     above.stretched + (line.looseness > 0)};
            if (!ways[to] || way < *ways[to]) ways[to] = way;
        }
    }
    return ways.back();
}

}  // namespace zheye::text::test
