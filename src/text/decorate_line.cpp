// A line whose clusters have their places → what stands beside and above them. Moves no character.
#include "text/decorate_line.h"

#include <algorithm>

namespace zheye::text {
namespace {

using Kind = LineStroke::Kind;

bool has(const Decorations& decorations, Kind kind) {
    switch (kind) {
        case Kind::proper_name:
            return decorations.proper_name;
        case Kind::work_title:
            return decorations.work_title;
        case Kind::underline:
            return decorations.underline;
        case Kind::highlight:
            return decorations.highlight;
    }
    return false;
}

bool is_name(Kind kind) { return kind == Kind::proper_name || kind == Kind::work_title; }

bool has_line(const Decorations& d) { return d.proper_name || d.work_title || d.underline; }

class Decorator {
public:
    Decorator(const Paragraph::Impl& p, const LineFit& fit, const std::vector<double>& pens, Line& line)
        : p_(p), fit_(fit), pens_(pens), line_(line) {}

    void run() {
        for (const Kind kind : {Kind::highlight, Kind::proper_name, Kind::work_title, Kind::underline}) strike(kind);
        std::ranges::stable_sort(line_.strokes, {},
                                 [](const LineStroke& s) { return std::pair(s.kind != Kind::highlight, s.begin); });
        if (p_.on(Rule::D2)) part_names();
        for (std::uint32_t i = fit_.begin; i < fit_.content_end; ++i) dot(i);
        // They come in the order of their bases.
        for (auto at = std::ranges::lower_bound(p_.readings, fit_.begin, {}, &Reading::begin);
             at != p_.readings.end() && at->begin < fit_.content_end; ++at)
            place(*at);
        align_readings();
    }

private:
    const RunInfo& run_of(std::uint32_t i) const { return p_.runs[p_.clusters[i].run]; }
    double begin_of(std::uint32_t i) const { return pens_[i - fit_.begin]; }
    double end_of(std::uint32_t i) const { return begin_of(i) + p_.clusters[i].body; }
    /// Without the column of zhuyin at its right.
    double char_end_of(std::uint32_t i) const { return end_of(i) - p_.clusters[i].column; }

    /// Bodies only: the blanks of marks and the spaces at either end stay clear.
    void strike(Kind kind) {
        const RunInfo* last = nullptr;  // of the stroke that goes on
        for (std::uint32_t i = fit_.begin; i < fit_.content_end; ++i) {
            const RunInfo& run = run_of(i);
            if (!has(run.style.decorations, kind)) {
                last = nullptr;
            } else if (!is_space(p_.clusters[i].cls)) {
                if (last == nullptr || !one_stroke(kind, *last, run)) begin_stroke(kind, i);
                extend_stroke(i);
                last = &run;
            }
        }
    }

    /// D2: unbroken under one name whatever its styles are.
    bool one_stroke(Kind kind, const RunInfo& a, const RunInfo& b) const {
        if (!is_name(kind)) return true;
        if (!p_.on(Rule::D2)) return &a == &b;
        return a.style.decorations.line == b.style.decorations.line;
    }

    void begin_stroke(Kind kind, std::uint32_t i) {
        const RunInfo& run = run_of(i);
        line_.strokes.push_back(
            {kind, begin_of(i), 0, -run.descent, run.ascent, p_.clusters[i].size, run.style.colour});
    }

    void extend_stroke(std::uint32_t i) {
        LineStroke& stroke = line_.strokes.back();
        const RunInfo& run = run_of(i);
        stroke.end = end_of(i);
        stroke.bottom = std::min(stroke.bottom, -run.descent);
        stroke.top = std::max(stroke.top, run.ascent);
        stroke.size = std::max(stroke.size, p_.clusters[i].size);
    }

    void part_names() {
        LineStroke* before = nullptr;
        for (LineStroke& stroke : line_.strokes) {
            if (!is_name(stroke.kind)) continue;
            if (before != nullptr && stroke.begin >= before->end - 1e-6) part(*before, stroke);
            before = &stroke;
        }
    }

    /// Each gives up the same, and nothing where something else parts them.
    void part(LineStroke& a, LineStroke& b) const {
        const double wanted = 2 * p_.style.decoration.name_gap * std::min(a.size, b.size);
        const double missing = std::max(0.0, wanted - (b.begin - a.end));
        a.end -= missing / 2;
        b.begin += missing / 2;
    }

    /// D1: Han only; marks, letters and digits have none.
    void dot(std::uint32_t i) {
        const Cluster& cluster = p_.clusters[i];
        const RunInfo& run = run_of(i);
        if (!run.style.decorations.dots || is_space(cluster.cls)) return;
        if (p_.on(Rule::D1) && cluster.cls != CharClass::han) return;
        // In vertical text a reading has taken their side.
        const bool above = p_.style.vertical && cluster.reading == kNoReading;
        const bool lined = !above && has_line(run.style.decorations);
        const DecorationStyle& style = p_.style.decoration;
        const double away = (lined ? style.dot_under_line : style.dot_distance) * cluster.size;
        line_.dots.push_back({(begin_of(i) + char_end_of(i)) / 2, above ? run.ascent + away : -run.descent - away,
                              style.dot_size * cluster.size, run.style.colour});
    }

    void place(const Reading& reading) {
        LineRuby& ruby = line_.ruby.emplace_back();
        ruby.glyphs = reading.line.glyphs;
        ruby.text = reading.text;
        ruby.base_begin = p_.clusters[reading.begin].begin;
        ruby.base_end = p_.clusters[reading.end - 1].end;
        const std::uint32_t last = reading.end - 1;
        if (reading.column) {
            const double from = p_.style.vertical ? (begin_of(last) + end_of(last)) / 2 : char_end_of(last);
            for (Glyph& glyph : ruby.glyphs) glyph.x += from;
            return;
        }
        above_.push_back(line_.ruby.size() - 1);
        const double middle = (begin_of(reading.begin) + end_of(last)) / 2;
        for (Glyph& glyph : ruby.glyphs) glyph.x += middle - reading.line.width / 2;
        const RunInfo& run = run_of(reading.begin);
        const double away = p_.style.decoration.ruby_distance * run.style.size;
        ruby_baseline_ = std::max(ruby_baseline_, run.ascent + away + reading.line.descent);
    }

    /// All readings above a line stand on one line.
    void align_readings() {
        for (const std::size_t i : above_) {
            for (Glyph& glyph : line_.ruby[i].glyphs) glyph.y += ruby_baseline_;
        }
    }

    const Paragraph::Impl& p_;
    const LineFit& fit_;
    const std::vector<double>& pens_;
    Line& line_;
    double ruby_baseline_ = 0;
    std::vector<std::size_t> above_;  ///< of the line's readings, those that are no columns
};

}  // namespace

void decorate(const Paragraph::Impl& p, const LineFit& fit, const std::vector<double>& pens, Line& line) {
    const auto is_plain = [](const RunInfo& run) { return run.style.decorations == Decorations{} && !run.is_base; };
    if (!std::ranges::all_of(p.runs, is_plain)) Decorator(p, fit, pens, line).run();
}

}  // namespace zheye::text
