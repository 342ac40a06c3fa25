// Where the lines of a paragraph end for a given width: total fit (J4), first fit, or lines of equal length.
// Must not place glyphs.
#include "text/choose_breaks.h"

#include "text/boundaries.h"
#include "text/line_cost.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace zheye::text {
namespace {

/// Lines this much too short (em) are looked at only where they rank before the fuller ones; keeps the search linear.
constexpr double kLooseEm = 6;
/// em per gap. A line this loose weighs as much as two, and more with the square: one wide open line looks worse than
/// two that share what is missing.
constexpr double kLoosenessStep = 0.2;
/// Lines of equal length, for headings and the like: what it costs to end one inside a word, and inside a phrase, in
/// demerits, which there are square em. So a line gives up to four characters for a word, three for a phrase; and never
/// a line more is taken for either.
constexpr double kInsideWord = 36, kInsidePhrase = 18, kLine = 200;

/// What a stretched line weighs against others.
struct Weighing {
    double loosest = std::numeric_limits<double>::infinity();  ///< em per gap, beyond which no line may be
    bool by_looseness = true;                                  ///< else each line is one

    [[nodiscard]] std::int64_t operator()(double looseness) const {
        constexpr std::int64_t kForbidden = std::int64_t{1} << 32;
        if (looseness <= 0) return 0;
        if (looseness > loosest + 1e-9) return kForbidden;
        const double steps = std::min(looseness / kLoosenessStep, 1e3);
        return by_looseness ? 1 + static_cast<std::int64_t>(steps * steps) : 1;
    }
};

/// Lines of one segment: the text between two forced line ends, as a range of Paragraph::Impl::breaks. `above`: lines
/// of the paragraph before it.
class SegmentBreaker {
public:
    SegmentBreaker(const Paragraph::Impl& p, const LineWidths& widths, std::size_t above, std::size_t first,
                   std::size_t last)
        : p_(p),
          width_(widths.width),
          beside_width_(widths.beside_width),
          beside_(widths.beside - std::min(widths.beside, above)),
          first_(first),
          last_(last) {}

    void append_to(std::vector<ChosenLine>& lines) {
        const LineFit whole = fit(0, first_, last_);
        if (whole.need() >= -1e-6 && !whole.overfull()) {
            lines.push_back(line(first_, last_));
        } else if (p_.on(Rule::J4)) {
            if (p_.style.balance) words_ = boundaries(p_.text, Boundary::word);
            total_fit(lines);
        } else {
            first_fit(lines);
        }
    }

private:
    struct Node {
        Cost cost{std::numeric_limits<std::int64_t>::max()};
        double density = 0;
        std::size_t previous = 0;
        std::uint32_t hyphens = 0;  ///< lines in a row, up to this place, that end with one
        bool reached = false;
        bool same_row = false;  ///< the line before ended in the same row of nodes
    };
    /// The best ways to every break. Of the lines that stand beside something each has a row of its own, with the ways
    /// of exactly so many lines; all others share one.
    using Row = std::vector<Node>;
    using Ends = std::vector<std::size_t>;  ///< of the lines, ascending

    LineFit fit(std::size_t line, std::size_t from, std::size_t to) const {
        const std::uint32_t begin = p_.breaks[from];
        const double width = line < beside_ ? beside_width_ : width_;
        return fit_line(p_, begin, p_.breaks[to], width - indent_of(p_, begin));
    }
    LineKind kind(std::size_t to) const {
        const bool justify = p_.style.align == Align::justify && !p_.style.balance;
        return justify && to != last_ ? LineKind::justified : LineKind::natural;
    }
    ChosenLine line(std::size_t from, std::size_t to) const {
        return {p_.breaks[from], p_.breaks[to], kind(to), to == last_};
    }
    /// So long that no line from here to this end or any later one can fit.
    bool hopeless(const LineFit& f) const { return f.natural - f.shrinkable > f.available + 2 * p_.em; }

    /// First the lines of the least cost, where a very loose line weighs as much as several. Then, if it might be done
    /// with fewer stretched lines none of which is looser than the loosest now, those. So there is never another way to
    /// break the paragraph that has fewer stretched lines and no looser one.
    void total_fit(std::vector<ChosenLine>& lines) const {
        Ends ends = cheapest_ends({});
        const auto [stretched, loosest] = stretched_lines(ends);
        if (stretched > 2 && loosest >= kLoosenessStep) ends = cheapest_ends({loosest, false});
        std::size_t from = first_;
        for (const std::size_t to : ends) lines.push_back(line(std::exchange(from, to), to));
    }

    /// Their number, and em per gap of the loosest.
    std::pair<std::size_t, double> stretched_lines(const Ends& ends) const {
        std::size_t count = 0, line = 0, from = first_;
        double loosest = 0;
        for (const std::size_t to : ends) {
            const LineFit f = fit(line++, std::exchange(from, to), to);
            const double loose = looseness(p_, f, allot(p_, f, kind(to)));
            if (loose > 1e-7) ++count;
            loosest = std::max(loosest, loose);
        }
        return {count, loosest};
    }

    /// Knuth and Plass, "Breaking Paragraphs into Lines" (1981): the cheapest way to every break, from the left.
    Ends cheapest_ends(const Weighing& weigh) const {
        std::vector<Row> rows(1, Row(last_ - first_ + 1));
        rows[0][0].cost = {};
        rows[0][0].reached = true;
        for (std::size_t line = 0; line < beside_; ++line) rows.push_back(one_line_more(rows.back(), line, weigh));
        Row& rest = rows.back();
        std::size_t from = first_;
        for (std::size_t to = first_ + 1; to <= last_; ++to) {
            while (from + 1 < to && hopeless(fit(beside_, from, to))) ++from;
            Node node = cheapest(rest, beside_, from, to, weigh);
            node.same_row = true;
            Node& now = rest[to - first_];
            if (node.reached && (!now.reached || node.cost < now.cost)) now = node;
        }
        return ends_of(rows);
    }

    /// The ways of the row and one more line, the paragraph's `line`th.
    Row one_line_more(const Row& above, std::size_t line, const Weighing& weigh) const {
        Row row(above.size());
        std::size_t from = first_, furthest = first_;
        for (std::size_t i = 0; i < above.size(); ++i)
            if (above[i].reached) furthest = first_ + i;
        while (from < last_ && !above[from - first_].reached) ++from;
        for (std::size_t to = from + 1; to <= last_; ++to) {
            while (from < furthest && hopeless(fit(line, from, to))) ++from;
            if (from == furthest && to > from + 1 && hopeless(fit(line, from, to))) break;
            row[to - first_] = cheapest(above, line, from, to, weigh);
        }
        return row;
    }

    Ends ends_of(const std::vector<Row>& rows) const {
        std::size_t row = rows.size() - 1;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Node &best = rows[row].back(), &other = rows[i].back();
            if (other.reached && (!best.reached || other.cost < best.cost)) row = i;
        }
        Ends ends;
        for (std::size_t to = last_; to != first_;) {
            const Node& node = rows[row][to - first_];
            ends.push_back(to);
            to = node.previous;
            if (!node.same_row) --row;
        }
        std::ranges::reverse(ends);
        return ends;
    }

    /// The cheapest way to `to` whose last line, the paragraph's `number`th, begins where a way of the row ends.
    Node cheapest(const Row& above_all, std::size_t number, std::size_t from, std::size_t to,
                  const Weighing& weigh) const {
        const bool any_length = to == last_ || p_.style.balance;
        const bool parts_word = p_.hyphen_before(p_.breaks[to]) != nullptr;
        Node best;
        bool loose = false;
        for (std::size_t start = from; start < to; ++start) {
            const Node& above = above_all[start - first_];
            if (!above.reached || (loose && !above.cost.ranks_before(best.cost))) continue;
            const LineFit f = fit(number, start, to);
            if (f.overfull() && start + 1 < to) continue;
            loose = best.reached && !any_length && f.need() > kLooseEm * p_.em;
            if (loose && !above.cost.ranks_before(best.cost)) continue;
            const LineAsked asked{kind(to), to == last_, start == first_ && to == last_};
            const LineCost line = line_cost(p_, f, asked);
            const std::uint32_t hyphens = parts_word ? above.hyphens + 1 : 0;
            Cost sum = above.cost;
            sum += line.cost;
            sum.stretched += weigh(line.looseness) + hyphens_cost(p_, f, asked, above.hyphens, hyphens);
            if (start != first_) sum.demerits += contrast_cost(above.density, line.density);
            if (p_.style.balance) sum.demerits += parting_cost(to);
            if (!best.reached || sum < best.cost) best = {sum, line.density, start, hyphens, true, false};
        }
        return best;
    }

    /// What it costs a balanced paragraph to part its text there.
    [[nodiscard]] double parting_cost(std::size_t to) const {
        if (to == last_) return kLine;
        const auto& next = p_.clusters[p_.breaks[to]];
        const auto& before = p_.clusters[p_.breaks[to] - 1];
        if (is_wide_mark(before.cls) || is_wide_mark(next.cls) || is_space(before.cls)) return kLine;
        const bool inside_word = !words_.empty() && !words_[next.begin];
        return kLine + kInsidePhrase + (inside_word ? kInsideWord : 0);
    }

    /// Each line as long as it can be, pushing in before pushing out (B5).
    void first_fit(std::vector<ChosenLine>& lines) const {
        std::size_t number = 0;
        for (std::size_t from = first_; from != last_; ++number) {
            std::size_t best = from + 1;
            for (std::size_t to = from + 2; to <= last_; ++to) {
                const LineFit f = fit(number, from, to);
                if (hopeless(f)) break;
                const bool fits = kind(to) == LineKind::justified || to == last_ ? !f.overfull() : f.need() >= -1e-6;
                const bool parts = p_.hyphen_before(p_.breaks[to]) != nullptr && kind(to) != LineKind::justified;
                if (fits && !parts) best = to;
            }
            lines.push_back(line(from, best));
            from = best;
        }
    }

    const Paragraph::Impl& p_;
    double width_, beside_width_;
    std::size_t beside_;  ///< lines of this segment that are beside_width_ wide, the first
    std::size_t first_, last_;
    std::vector<bool> words_;  ///< where words begin, by byte; only for balanced paragraphs
};

}  // namespace

std::vector<ChosenLine> choose_breaks(const Paragraph::Impl& p, const LineWidths& widths) {
    std::vector<ChosenLine> lines;
    std::size_t first = 0;
    for (std::size_t i = 1; i < p.breaks.size(); ++i) {
        const std::uint32_t at = p.breaks[i];
        if (at < p.clusters.size() && p.clusters[at].break_before != Break::mandatory) continue;
        SegmentBreaker(p, widths, lines.size(), first, i).append_to(lines);
        first = i;
    }
    return lines;
}

}  // namespace zheye::text
