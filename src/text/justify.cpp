// What every gap of one line becomes: the allotment of the line shared out inside its classes (J1, J2).
#include "text/justify.h"

#include <algorithm>
#include <cassert>

namespace zheye::text {
namespace {

struct Share {
    std::size_t gap = 0;
    double capacity = 0;
};

/// Takes `amount` from the gaps: equal amounts, but from none more than it has.
void take_equally(std::vector<Share>& shares, double amount, std::vector<double>& deltas, double sign) {
    std::ranges::sort(shares, {}, &Share::capacity);
    std::size_t left = shares.size();
    for (const Share& share : shares) {
        const double part = std::min(share.capacity, amount / static_cast<double>(left));
        deltas[share.gap] += sign * part;
        amount -= part;
        --left;
    }
}

class Adjuster {
public:
    Adjuster(const Paragraph::Impl& p, const LineFit& fit, const Allotment& allotment)
        : p_(p), fit_(fit), allotment_(allotment), deltas_(fit.content_end - fit.begin) {}

    std::vector<double> run() {
        for (std::size_t c = 0; c < kShrinkClasses; ++c) shrink(c);
        for (std::size_t c = 0; c < kStretchClasses; ++c) stretch(c);
        if (allotment_.beyond > 0) stretch_beyond();
        return std::move(deltas_);
    }

private:
    const Gap& gap(std::size_t i) const { return p_.gaps[fit_.begin + i]; }

    void shrink(std::size_t cls) {
        double amount = allotment_.shrink[cls];
        // The blank at the line's end is behind the last cluster: nothing has to move for it.
        if (cls == static_cast<std::size_t>(ShrinkClass::line_end)) amount -= std::min(amount, fit_.edge_shrink);
        if (amount <= 0) return;
        shares_.clear();
        for (std::size_t i = 1; i < deltas_.size(); ++i) {
            if (static_cast<std::size_t>(gap(i).shrink_class) == cls) shares_.push_back({i, gap(i).shrink});
        }
        take_equally(shares_, amount, deltas_, -1);
    }

    void stretch(std::size_t cls) {
        const double amount = allotment_.stretch[cls];
        if (amount <= 0) return;
        shares_.clear();
        const bool unlimited = cls == static_cast<std::size_t>(StretchClass::other);
        for (std::size_t i = 1; i < deltas_.size(); ++i) {
            if (static_cast<std::size_t>(gap(i).stretch_class) != cls) continue;
            shares_.push_back({i, unlimited ? amount : gap(i).stretch});
        }
        take_equally(shares_, amount, deltas_, +1);
    }

    void stretch_beyond() {
        shares_.clear();
        for (std::size_t i = 1; i < deltas_.size(); ++i) {
            if (gap(i).stretch_class != StretchClass::none) shares_.push_back({i, allotment_.beyond});
        }
        take_equally(shares_, allotment_.beyond, deltas_, +1);
    }

    const Paragraph::Impl& p_;
    const LineFit& fit_;
    const Allotment& allotment_;
    std::vector<double> deltas_;
    std::vector<Share> shares_;
};

}  // namespace

std::vector<double> adjust_gaps(const Paragraph::Impl& p, const LineFit& fit, const Allotment& allotment) {
    if (fit.empty()) return {};
    return Adjuster(p, fit, allotment).run();
}

}  // namespace zheye::text
