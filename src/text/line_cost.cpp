// What the eye pays for a line: the demerits that total fit adds up. Must not know how lines are searched.
#include "text/line_cost.h"

#include <algorithm>
#include <cmath>

namespace zheye::text {
namespace {

// The orders of magnitude are the ranking: overfull ≫ runt ≫ a line that cannot be filled ≫ stretched ≫ pushed in.
constexpr double kOverfull = 1e7, kOverfullPerEm = 1e5;
constexpr double kRunt = 1e4;                                    // B6
constexpr double kForcedShrink = 1e3;                            // ragged lines are to keep their natural widths
constexpr double kUnfilled = 400, kUnfilledPerSquareEm = 50;     // no gap to stretch
constexpr double kStretched = 30, kStretchedPerSquareEm = 1200;  // J2 ③, em per gap
constexpr double kBeyond = 40, kBeyondPerSquareEm = 300;         // word spaces beyond J2 ①
constexpr double kEasyStretch = 10, kEasyStretchPerEm = 0.8;     // J2 ① ②
constexpr double kContrast = 25;
constexpr double kTightness = 0.5;  // all of what can shrink
constexpr double kInsideUrl = 60;
constexpr double kHyphen = 45, kHyphenInRagged = 5e3;  // where lines need not be filled only an overfull one is worse
// J1 ① … ⑦: what an em taken from the class costs. All of it together stays under kEasyStretch for usual lines, so that
// pushing in comes before pushing out (B5).
constexpr std::array<double, kShrinkClasses> kShrinkPerEm = {0.1, 0.4, 0.4, 0.5, 0.6, 0.9, 1.2};

bool counts_as_character(const Cluster& c) {
    return c.cls == CharClass::han || c.cls == CharClass::symbol || c.cls == CharClass::latin ||
           c.cls == CharClass::digit;
}

/// B6: fewer than two characters; marks do not count.
bool is_runt(const Paragraph::Impl& p, const LineFit& fit) {
    unsigned characters = 0;
    for (std::uint32_t i = fit.begin; i < fit.content_end; ++i) {
        if (counts_as_character(p.clusters[i])) characters += p.clusters[i].chars;
        if (characters >= 2) return false;
    }
    return true;
}

LineCost shrink_cost(const Paragraph::Impl& p, const LineFit& fit, const Allotment& allotment) {
    LineCost cost;
    for (std::size_t c = 0; c < kShrinkClasses; ++c) cost.demerits += kShrinkPerEm[c] * allotment.shrink[c] / p.em;
    const double tightness = -fit.need() / fit.shrinkable;
    cost.demerits += kTightness * tightness * tightness;
    cost.density = -0.04 * tightness;
    return cost;
}

LineCost stretch_cost(const Paragraph::Impl& p, const LineFit& fit, const Allotment& allotment) {
    LineCost cost;
    const double easy = allotment.stretch[0] + allotment.stretch[1];
    if (easy > 1e-6) cost.demerits += kEasyStretch + kEasyStretchPerEm * easy / p.em;
    if (const double spread = allotment.stretch[2]; spread > 1e-6) {
        cost.density = spread / p.em / stretch_count(p, fit, StretchClass::other);
        cost.demerits += kStretched + kStretchedPerSquareEm * cost.density * cost.density;
    }
    if (allotment.beyond > 1e-6) {
        const auto gaps =
            stretch_count(p, fit, StretchClass::word_space) + stretch_count(p, fit, StretchClass::han_latin);
        cost.density = allotment.beyond / p.em / gaps;
        cost.demerits += kBeyond + kBeyondPerSquareEm * cost.density * cost.density;
    }
    if (allotment.unmet > 1e-6) {
        const double em = allotment.unmet / p.em;
        cost.demerits += kUnfilled + kUnfilledPerSquareEm * em * em;
    }
    return cost;
}

bool is_ragged(const Paragraph::Impl& p) { return p.style.balance || p.style.align != Align::justify; }

LineCost width_cost(const Paragraph::Impl& p, const LineFit& fit, LineAsked asked) {
    const double need = fit.need();
    if (fit.overfull()) return {kOverfull + kOverfullPerEm * (-need - fit.shrinkable) / p.em, 0};
    const bool ragged = is_ragged(p);
    if (need < -1e-6) {
        LineCost cost = shrink_cost(p, fit, allot(p, fit, asked.kind));
        if (ragged) cost.demerits += kForcedShrink;
        return cost;
    }
    if (asked.kind == LineKind::justified) return stretch_cost(p, fit, allot(p, fit, asked.kind));
    if (!ragged || (asked.last && !p.style.balance)) return {};
    return {need / p.em * need / p.em, 0};
}

}  // namespace

LineCost line_cost(const Paragraph::Impl& p, const LineFit& fit, LineAsked asked) {
    if (fit.empty()) return {};
    LineCost cost = width_cost(p, fit, asked);
    if (asked.last && !asked.only && p.on(Rule::B6) && is_runt(p, fit)) cost.demerits += kRunt;
    const bool parts_url = fit.end < p.clusters.size() && p.clusters[fit.end].break_before == Break::inside_url;
    if (parts_url) cost.demerits += kInsideUrl;
    if (p.hyphen_before(fit.end) != nullptr) cost.demerits += is_ragged(p) ? kHyphenInRagged : kHyphen;
    return cost;
}

double contrast_cost(double density_above, double density) {
    return kContrast * std::min(0.5, std::abs(density - density_above));
}

}  // namespace zheye::text
