// What the eye pays for a line, first things first. Must not know how lines are searched.
#include "text/line_cost.h"

#include <algorithm>
#include <cmath>

namespace zheye::text {
namespace {

constexpr double kForcedShrink = 1e3;                         // ragged lines are to keep their natural widths
constexpr double kUnfilledPerSquareEm = 50;                   // no gap to stretch
constexpr double kStretchedPerSquareEm = 1200;                // J2 ③, em per gap
constexpr double kBeyond = 10, kBeyondPerSquareEm = 300;      // word spaces beyond J2 ①
constexpr double kEasyStretch = 10, kEasyStretchPerEm = 0.8;  // J2 ① ②
constexpr double kContrast = 25;
constexpr double kTightness = 0.5;  // all of what can shrink
constexpr double kInsideUrl = 60;
constexpr double kHyphen = 45, kHyphenInRagged = 5e3;  // where lines need not be filled only an overfull one is worse
constexpr std::int64_t kHyphenInRow = 4, kHyphenBeforeLast = 2, kRestOfWord = 3;  // in lines stretched a little
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
    LineCost line;
    double& demerits = line.cost.demerits;
    for (std::size_t c = 0; c < kShrinkClasses; ++c) demerits += kShrinkPerEm[c] * allotment.shrink[c] / p.em;
    const double tightness = -fit.need() / fit.shrinkable;
    demerits += kTightness * tightness * tightness;
    line.density = -0.04 * tightness;
    return line;
}

LineCost stretch_cost(const Paragraph::Impl& p, const LineFit& fit, const Allotment& allotment) {
    LineCost line;
    double& demerits = line.cost.demerits;
    const double easy = allotment.stretch[0] + allotment.stretch[1];
    if (easy > 1e-6) demerits += kEasyStretch + kEasyStretchPerEm * easy / p.em;
    line.looseness = looseness(p, fit, allotment);
    if (line.looseness < 1e-7) line.looseness = 0;
    line.density = line.looseness;
    const bool beyond = allotment.beyond > 1e-6;
    if (beyond) demerits += kBeyond;
    demerits += (beyond ? kBeyondPerSquareEm : kStretchedPerSquareEm) * line.looseness * line.looseness;
    if (allotment.unmet > 1e-6) {
        const double em = allotment.unmet / p.em;
        line.cost.unfilled = 1;
        demerits += kUnfilledPerSquareEm * em * em;
    }
    return line;
}

bool is_ragged(const Paragraph::Impl& p) { return p.style.balance || p.style.align != Align::justify; }

LineCost width_cost(const Paragraph::Impl& p, const LineFit& fit, LineAsked asked) {
    const double need = fit.need();
    LineCost line;
    if (fit.overfull()) {
        line.cost.overfull = std::max<std::int64_t>(1, std::llround(1000 * (-need - fit.shrinkable) / p.em));
        return line;
    }
    const bool ragged = is_ragged(p);
    if (need < -1e-6) {
        line = shrink_cost(p, fit, allot(p, fit, asked.kind));
        if (ragged) line.cost.demerits += kForcedShrink;
        return line;
    }
    if (asked.kind == LineKind::justified) return stretch_cost(p, fit, allot(p, fit, asked.kind));
    if (ragged && (!asked.last || p.style.balance)) line.cost.demerits = need / p.em * need / p.em;
    return line;
}

}  // namespace

Cost& Cost::operator+=(const Cost& other) {
    overfull += other.overfull;
    runts += other.runts;
    unfilled += other.unfilled;
    stretched += other.stretched;
    demerits += other.demerits;
    return *this;
}

bool Cost::ranks_before(const Cost& other) const {
    if (overfull != other.overfull) return overfull < other.overfull;
    if (runts != other.runts) return runts < other.runts;
    if (unfilled != other.unfilled) return unfilled < other.unfilled;
    return stretched < other.stretched;
}

LineCost line_cost(const Paragraph::Impl& p, const LineFit& fit, LineAsked asked) {
    if (fit.empty()) return {};
    LineCost line = width_cost(p, fit, asked);
    if (asked.last && !asked.only && p.on(Rule::B6) && is_runt(p, fit)) line.cost.runts = 1;
    const bool parts_url = fit.end < p.clusters.size() && p.clusters[fit.end].break_before == Break::inside_url;
    if (parts_url) line.cost.demerits += kInsideUrl;
    if (p.hyphen_before(fit.end) != nullptr) line.cost.demerits += is_ragged(p) ? kHyphenInRagged : kHyphen;
    return line;
}

std::int64_t hyphens_cost(const Paragraph::Impl& p, const LineFit& fit, LineAsked asked, std::uint32_t row_above,
                          std::uint32_t row) {
    constexpr std::uint32_t kMostInRow = 2;
    std::int64_t cost = row > kMostInRow ? kHyphenInRow : 0;
    if (!asked.last || row_above == 0) return cost;
    cost += kHyphenBeforeLast;
    if (!fit.empty() && stretch_count(p, fit, StretchClass::word_space) == 0) cost += kRestOfWord;
    return cost;
}

double contrast_cost(double density_above, double density) {
    return kContrast * std::min(0.5, std::abs(density - density_above));
}

}  // namespace zheye::text
