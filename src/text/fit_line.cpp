// How a stretch of the paragraph would do as a line. Constant time; must not place anything.
#include "text/fit_line.h"

#include "text/set_ruby.h"

#include <algorithm>
#include <numeric>

namespace zheye::text {
namespace {

bool may_hang(char32_t code) { return code == U'、' || code == U'，' || code == U'。'; }

void set_start_edge(const Paragraph::Impl& p, LineFit& fit) {
    if (!p.on(Rule::S3)) fit.start_blank = p.clusters[fit.begin].leading;
    // D3: a reading may stand over the indent, never outside of the measure.
    fit.start_blank += std::max(0.0, standout(p, fit.begin) - std::max(0.0, indent_of(p, fit.begin)));
}

bool hangs(const Paragraph::Impl& p, const LineFit& fit) {
    const std::uint32_t last = fit.content_end - 1;
    return p.on(Rule::S4) && may_hang(p.clusters[last].code) && last > fit.begin && standout(p, last - 1) == 0;
}

void set_mark_at_end(const Paragraph::Impl& p, LineFit& fit) {
    const Cluster& last = p.clusters[fit.content_end - 1];
    if (!is_wide_mark(last.cls)) return;
    if (hangs(p, fit)) {
        fit.hang = last.body;
        return;
    }
    if (p.on(Rule::S2) && p.style.punctuation != PunctuationStyle::open) return;
    fit.end_blank = last.trailing;
    if (p.on(Rule::S2)) fit.edge_shrink = last.trailing;
}

void shrink_in_order(const Paragraph::Impl& p, const LineFit& fit, Allotment& allotment) {
    const Sums &first = p.sums[fit.begin], &last = p.sums[fit.content_end - 1];
    double left = -fit.need();
    const double share = std::min(1.0, left / fit.shrinkable);
    for (std::size_t c = 0; c < kShrinkClasses; ++c) {
        double capacity = last.shrink[c] - first.shrink[c];
        if (c == static_cast<std::size_t>(ShrinkClass::line_end)) capacity += fit.edge_shrink;
        allotment.shrink[c] = p.on(Rule::J1) ? std::min(left, capacity) : capacity * share;
        left -= allotment.shrink[c];
    }
    allotment.unmet = -std::max(0.0, left);
}

void stretch_in_order(const Paragraph::Impl& p, const LineFit& fit, Allotment& allotment) {
    const Sums &first = p.sums[fit.begin], &last = p.sums[fit.content_end - 1];
    double left = fit.need();
    for (std::size_t c = 0; c < 2 && p.on(Rule::J2); ++c) {
        allotment.stretch[c] = std::clamp(last.stretch[c] - first.stretch[c], 0.0, left);
        left -= allotment.stretch[c];
    }
    const std::uint32_t limited =
        stretch_count(p, fit, StretchClass::word_space) + stretch_count(p, fit, StretchClass::han_latin);
    if (stretch_count(p, fit, StretchClass::other) > 0) {
        allotment.stretch[static_cast<std::size_t>(StretchClass::other)] = left;
    } else if (limited > 0) {
        allotment.beyond = left;
    } else {
        allotment.unmet = left;
    }
}

}  // namespace

double indent_of(const Paragraph::Impl& p, std::uint32_t begin) {
    return begin == 0 ? p.style.indent : p.style.hanging_indent;
}

double Allotment::total() const {
    return std::accumulate(stretch.begin(), stretch.end(), beyond) - std::accumulate(shrink.begin(), shrink.end(), 0.0);
}

LineFit fit_line(const Paragraph::Impl& p, std::uint32_t begin, std::uint32_t end, double available) {
    LineFit fit;
    fit.begin = begin;
    fit.end = end;
    fit.content_end = p.content_end[end];
    fit.available = available;
    if (fit.empty()) return fit;
    set_start_edge(p, fit);
    set_mark_at_end(p, fit);
    fit.end_blank += standout(p, fit.content_end - 1);
    const Sums &first = p.sums[begin], &last = p.sums[fit.content_end - 1];
    fit.natural = last.natural - first.natural + p.clusters[fit.content_end - 1].body + fit.start_blank +
                  fit.end_blank - fit.hang;
    if (const Hyphen* hyphen = p.hyphen_before(end)) fit.natural += hyphen->advance;
    if (p.on(Rule::B5)) fit.shrinkable = last.total_shrink - first.total_shrink + fit.edge_shrink;
    return fit;
}

std::uint32_t stretch_count(const Paragraph::Impl& p, const LineFit& fit, StretchClass cls) {
    const auto c = static_cast<std::size_t>(cls);
    return p.sums[fit.content_end - 1].stretch_count[c] - p.sums[fit.begin].stretch_count[c];
}

double looseness(const Paragraph::Impl& p, const LineFit& fit, const Allotment& allotment) {
    const auto per_gap = [&](double amount, std::uint32_t gaps) { return gaps > 0 ? amount / p.em / gaps : 0; };
    if (allotment.beyond > 0)
        return per_gap(allotment.beyond, stretch_count(p, fit, StretchClass::word_space) +
                                             stretch_count(p, fit, StretchClass::han_latin));
    const double spread = allotment.stretch[static_cast<std::size_t>(StretchClass::other)];
    return spread > 0 ? per_gap(spread, stretch_count(p, fit, StretchClass::other)) : 0;
}

Allotment allot(const Paragraph::Impl& p, const LineFit& fit, LineKind kind) {
    Allotment allotment;
    if (fit.empty()) return allotment;
    const double need = fit.need();
    if (need < 0 && fit.shrinkable > 0) {
        shrink_in_order(p, fit, allotment);
    } else if (need < 0) {
        allotment.unmet = need;
    } else if (need > 0 && kind == LineKind::justified) {
        stretch_in_order(p, fit, allotment);
    }
    return allotment;
}

}  // namespace zheye::text
