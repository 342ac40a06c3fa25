// Where the lines of a paragraph end for a given width: total fit (J4), first fit, or lines of equal length.
// Must not place glyphs.
#include "text/choose_breaks.h"

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

/// Lines of one segment: the text between two forced line ends, as a range of Paragraph::Impl::breaks.
class SegmentBreaker {
public:
    SegmentBreaker(const Paragraph::Impl& p, double width, std::size_t first, std::size_t last)
        : p_(p), width_(width), first_(first), last_(last) {}

    void append_to(std::vector<ChosenLine>& lines) const {
        if (fit(first_, last_).need() >= -1e-6 && !fit(first_, last_).overfull()) {
            lines.push_back(line(first_, last_));
        } else if (p_.on(Rule::J4)) {
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
    };
    using Ends = std::vector<std::size_t>;  ///< of the lines, ascending

    LineFit fit(std::size_t from, std::size_t to) const {
        const std::uint32_t begin = p_.breaks[from];
        return fit_line(p_, begin, p_.breaks[to], width_ - indent_of(p_, begin));
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
        std::size_t count = 0, from = first_;
        double loosest = 0;
        for (const std::size_t to : ends) {
            const LineFit f = fit(std::exchange(from, to), to);
            const double loose = looseness(p_, f, allot(p_, f, kind(to)));
            if (loose > 1e-7) ++count;
            loosest = std::max(loosest, loose);
        }
        return {count, loosest};
    }

    /// Knuth and Plass, "Breaking Paragraphs into Lines" (1981): the cheapest way to every break, from the left.
    Ends cheapest_ends(const Weighing& weigh) const {
        std::vector<Node> nodes(last_ - first_ + 1);
        nodes[0].cost = {};
        std::size_t from = first_;
        for (std::size_t to = first_ + 1; to <= last_; ++to) {
            while (from + 1 < to && hopeless(fit(from, to))) ++from;
            nodes[to - first_] = cheapest(nodes, from, to, weigh);
        }
        Ends ends;
        for (std::size_t to = last_; to != first_; to = nodes[to - first_].previous) ends.push_back(to);
        std::ranges::reverse(ends);
        return ends;
    }

    Node cheapest(const std::vector<Node>& nodes, std::size_t from, std::size_t to, const Weighing& weigh) const {
        const bool any_length = to == last_ || p_.style.balance;
        const bool parts_word = p_.hyphen_before(p_.breaks[to]) != nullptr;
        Node best;
        bool found = false, loose = false;
        for (std::size_t start = from; start < to; ++start) {
            const Node& above = nodes[start - first_];
            if (loose && !above.cost.ranks_before(best.cost)) continue;
            const LineFit f = fit(start, to);
            if (f.overfull() && start + 1 < to) continue;
            loose = found && !any_length && f.need() > kLooseEm * p_.em;
            if (loose && !above.cost.ranks_before(best.cost)) continue;
            const LineAsked asked{kind(to), to == last_, start == first_ && to == last_};
            const LineCost line = line_cost(p_, f, asked);
            const std::uint32_t hyphens = parts_word ? above.hyphens + 1 : 0;
            Cost sum = above.cost;
            sum += line.cost;
            sum.stretched += weigh(line.looseness) + hyphens_cost(p_, f, asked, above.hyphens, hyphens);
            if (start != first_) sum.demerits += contrast_cost(above.density, line.density);
            if (!found || sum < best.cost) best = {sum, line.density, start, hyphens};
            found = true;
        }
        return best;
    }

    /// Each line as long as it can be, pushing in before pushing out (B5).
    void first_fit(std::vector<ChosenLine>& lines) const {
        for (std::size_t from = first_; from != last_;) {
            std::size_t best = from + 1;
            for (std::size_t to = from + 2; to <= last_; ++to) {
                const LineFit f = fit(from, to);
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
    double width_;
    std::size_t first_, last_;
};

}  // namespace

std::vector<ChosenLine> choose_breaks(const Paragraph::Impl& p, double width) {
    std::vector<ChosenLine> lines;
    std::size_t first = 0;
    for (std::size_t i = 1; i < p.breaks.size(); ++i) {
        const std::uint32_t at = p.breaks[i];
        if (at < p.clusters.size() && p.clusters[at].break_before != Break::mandatory) continue;
        SegmentBreaker(p, width, first, i).append_to(lines);
        first = i;
    }
    return lines;
}

}  // namespace zheye::text
