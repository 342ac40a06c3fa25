// A chosen line → glyphs at positions. Decides nothing about breaks.
#include "text/build_line.h"

#include "text/decorate_line.h"
#include "text/justify.h"

#include <algorithm>

namespace zheye::text {
namespace {

/// em per gap. A line that would have to open further to fill its measure cannot be set (J3): its words would fall into
/// single characters, so it keeps its gaps, and is told.
constexpr double kWidest = 1;

class LineBuilder {
public:
    LineBuilder(const Paragraph::Impl& p, const ChosenLine& chosen, double width)
        : p_(p),
          indent_(indent_of(p, chosen.begin)),
          fit_(fit_line(p, chosen.begin, chosen.end, width - indent_)),
          allotment_(allot(p, fit_, p.on(Rule::J3) ? chosen.kind : LineKind::natural)) {
        const bool falls_apart = looseness(p, fit_, allotment_) > kWidest + 1e-6;
        if (falls_apart) allotment_ = allot(p, fit_, LineKind::natural);
        line_.last = chosen.last;
        line_.text_begin = p.clusters[chosen.begin].begin;
        line_.text_end = p.clusters[chosen.end - 1].end;
        line_.adjustment = allotment_.total();
        line_.overfull = fit_.overfull();
        line_.underfull = falls_apart || allotment_.unmet > 1e-6;
        line_.looseness = looseness(p, fit_, allotment_);
        line_.is_spread_between_words = allotment_.beyond > 0;
        line_.hang = fit_.hang;
    }

    Line run() {
        place();
        measure_height();
        decorate(p_, fit_, pens_, line_);
        line_.decimal = find_decimal();
        return std::move(line_);
    }

private:
    /// pt from the start edge to the line's first body.
    double start() const {
        const double left = std::max(0.0, fit_.need() - allotment_.total());
        switch (p_.style.align) {
            case Align::centre:
                return indent_ + left / 2;
            case Align::right:
                return indent_ + left;
            default:
                return indent_;
        }
    }

    void place() {
        const std::vector<double> deltas = adjust_gaps(p_, fit_, allotment_);
        line_.glyphs.reserve(fit_.end - fit_.begin);
        pens_.reserve(fit_.end - fit_.begin);
        double pen = start() + fit_.start_blank;
        for (std::uint32_t i = fit_.begin; i < fit_.end; ++i) {
            if (i > fit_.begin && i < fit_.content_end) pen += p_.gaps[i].natural + deltas[i - fit_.begin];
            pens_.push_back(pen);
            place_cluster(p_.clusters[i], pen);
            if (i < fit_.content_end) pen += p_.clusters[i].body;
        }
        if (const Hyphen* hyphen = p_.hyphen_before(fit_.end)) {
            place_hyphen(*hyphen, pen);
            pen += hyphen->advance;
        }
        const double edge = allotment_.shrink[static_cast<std::size_t>(ShrinkClass::line_end)];
        line_.width = pen - fit_.hang + fit_.end_blank - std::min(edge, fit_.edge_shrink);
    }

    void place_cluster(const Cluster& cluster, double pen) {
        const RunInfo& run = p_.runs[cluster.run];
        const diag::Span span = span_of(run, cluster.begin, cluster.end);
        for (std::uint32_t g = 0; g < cluster.glyph_count; ++g) {
            const ShapedGlyph& shaped = p_.glyphs[cluster.first_glyph + g];
            Glyph& glyph = line_.glyphs.emplace_back();
            glyph.face = cluster.face;
            glyph.id = shaped.id;
            glyph.x = pen + cluster.origin + shaped.x;
            glyph.y = run.style.rise + shaped.y;
            glyph.advance = shaped.advance;
            glyph.size = cluster.size;
            glyph.narrow = cluster.narrow;
            glyph.colour = run.style.colour;
            glyph.token = run.style.token;
            glyph.upright = cluster.stand == Stand::upright || cluster.stand == Stand::combined;
            glyph.text_begin = g == 0 ? cluster.begin : cluster.end;
            glyph.text_end = cluster.end;
            glyph.span = span;
        }
        if (cluster.stand == Stand::combined) part_text(cluster);
    }

    /// V2: figures beside each other in one em are one cluster, but each stands for itself.
    void part_text(const Cluster& cluster) {
        if (cluster.glyph_count != cluster.end - cluster.begin) return;  // not a byte a glyph
        Glyph* const first = &line_.glyphs.back() - (cluster.glyph_count - 1);
        for (std::uint32_t g = 0; g < cluster.glyph_count; ++g) {
            first[g].text_begin = cluster.begin + g;
            first[g].text_end = cluster.begin + g + 1;
        }
    }

    /// A further glyph of the cluster that it follows: it stands for no text.
    void place_hyphen(const Hyphen& hyphen, double pen) {
        Glyph glyph = line_.glyphs.back();
        glyph.id = hyphen.glyph;
        glyph.x = pen;
        glyph.y = p_.runs[p_.clusters[fit_.end - 1].run].style.rise;
        glyph.advance = hyphen.advance;
        glyph.text_begin = glyph.text_end;
        line_.glyphs.push_back(glyph);
    }

    void measure_height() {
        for (std::uint32_t i = fit_.begin; i < fit_.end; ++i) {
            const RunInfo& run = p_.runs[p_.clusters[i].run];
            line_.ascent = std::max(line_.ascent, run.ascent);
            line_.descent = std::max(line_.descent, run.descent);
        }
    }

    double find_decimal() const {
        std::uint32_t i = fit_.begin;
        while (i < fit_.content_end && p_.clusters[i].cls != CharClass::digit) ++i;
        if (i >= fit_.content_end) return line_.width;
        for (; i < fit_.content_end && p_.clusters[i].cls == CharClass::digit; ++i) {
            if (p_.clusters[i].code == U'.') return pens_[i - fit_.begin];
        }
        return pens_[i - 1 - fit_.begin] + p_.clusters[i - 1].body;
    }

    const Paragraph::Impl& p_;
    double indent_;
    LineFit fit_;
    Allotment allotment_;
    Line line_;
    std::vector<double> pens_;  ///< pt from the start edge to each body
};

}  // namespace

Line build_line(const Paragraph::Impl& p, const ChosenLine& chosen, double width) {
    return LineBuilder(p, chosen, width).run();
}

}  // namespace zheye::text
