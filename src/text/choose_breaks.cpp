// Where the lines of a paragraph end for a given width: total fit (J4), first fit, or lines of equal length.
// Must not place glyphs.
#include "text/choose_breaks.h"

#include "text/line_cost.h"

#include <algorithm>
#include <limits>

namespace zheye::text {
namespace {

/// Lines this much too short (em) are looked at only where there is no fuller one; keeps the search linear.
constexpr double kLooseEm = 6;

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
        double cost = std::numeric_limits<double>::infinity();
        double density = 0;
        std::size_t previous = 0;
    };

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

    /// Knuth and Plass, "Breaking Paragraphs into Lines" (1981): the cheapest way to every break, from the left.
    void total_fit(std::vector<ChosenLine>& lines) const {
        std::vector<Node> nodes(last_ - first_ + 1);
        nodes[0].cost = 0;
        std::size_t from = first_;
        for (std::size_t to = first_ + 1; to <= last_; ++to) {
            while (from + 1 < to && hopeless(fit(from, to))) ++from;
            nodes[to - first_] = cheapest(nodes, from, to);
        }
        const std::size_t before = lines.size();
        for (std::size_t to = last_; to != first_; to = nodes[to - first_].previous) {
            lines.push_back(line(nodes[to - first_].previous, to));
        }
        std::reverse(lines.begin() + static_cast<std::ptrdiff_t>(before), lines.end());
    }

    Node cheapest(const std::vector<Node>& nodes, std::size_t from, std::size_t to) const {
        const bool any_length = to == last_ || p_.style.balance;
        Node best;
        for (std::size_t start = from; start < to; ++start) {
            const LineFit f = fit(start, to);
            if (f.overfull() && start + 1 < to) continue;
            const bool found = best.cost < std::numeric_limits<double>::infinity();
            if (found && !any_length && f.need() > kLooseEm * p_.em) break;
            const LineCost cost = line_cost(p_, f, {kind(to), to == last_, start == first_ && to == last_});
            const Node& above = nodes[start - first_];
            double sum = above.cost + cost.demerits;
            if (start != first_) sum += contrast_cost(above.density, cost.density);
            if (sum < best.cost) best = {sum, cost.density, start};
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
