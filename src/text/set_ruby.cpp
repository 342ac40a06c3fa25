// Readings (D3): shaped, set above the clusters of their bases or in columns at their right, and the room that they
// take: from the gaps beside them, or after their bases. Must not know lines.
#include "text/set_ruby.h"

#include "text/zhuyin.h"

#include <algorithm>
#include <limits>

namespace zheye::text {
namespace {

/// A reading is a line of its own, as long as it needs.
Line set_reading(const StyledRun& run, const Paragraph::Impl& p, const font::FontBook& book,
                 diag::Diagnostics& diagnostics) {
    ParagraphStyle style;
    style.align = Align::left;
    const std::string& of_base = run.style.language.empty() ? p.style.language : run.style.language;
    style.language = run.ruby->style.language.empty() ? of_base : run.ruby->style.language;
    style.han_latin_gap = 0;  // zhuyin and its tone marks
    style.vertical = p.style.vertical && !is_zhuyin_syllable(run.ruby->text);
    const StyledRun text{run.ruby->text, run.ruby->style, run.span};
    auto lines = break_lines(shape(std::span(&text, 1), style, book, diagnostics), std::numeric_limits<float>::max());
    return lines.empty() ? Line{} : std::move(lines.front());
}

double body_width(const Paragraph::Impl& p, std::uint32_t begin, std::uint32_t end) {
    double width = p.clusters[begin].body;
    for (std::uint32_t i = begin + 1; i < end; ++i) width += p.gaps[i].natural + p.clusters[i].body;
    return width;
}

/// B4: nothing comes between the clusters of one base.
void join_base(Paragraph::Impl& p, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        p.clusters[i].unit = true;
        p.clusters[i].break_before = Break::none;
        p.gaps[i] = {p.gaps[i].natural};
    }
}

/// In a vertical line the column stands beside it, and takes no room from it.
void make_column(Reading& reading, Paragraph::Impl& p, const font::FontBook& book) {
    Cluster& last = p.clusters[reading.end - 1];
    const RunInfo& run = p.runs[last.run];
    ColumnPlace place;
    place.em = run.style.size;
    place.height = (run.ascent - run.descent) / 2;
    place.width = p.style.decoration.zhuyin_width * place.em;
    place.vertical = p.style.vertical;
    set_column(reading.line, reading.text, place, book);
    reading.column = true;
    if (place.vertical || !p.on(Rule::D3)) return;
    last.column = place.width;
    last.body += place.width;
}

/// Characters that leave room above them: a neighbour's reading may stand over their edge.
bool bears_overhang(CharClass cls) {
    return cls == CharClass::han || cls == CharClass::comma || cls == CharClass::stop;
}

class BaseSpreader {
public:
    explicit BaseSpreader(Paragraph::Impl& p) : p_(p) {}

    void run() {
        for (std::uint32_t i = 1; i < p_.clusters.size(); ++i) {
            const Reading *before = reading(i - 1), *next = reading(i);
            if (before != next) widen(p_.gaps[i], needed(i, before, next));
        }
    }

private:
    const Reading* reading(std::uint32_t cluster) const {
        const std::uint16_t index = p_.clusters[cluster].reading;
        return index == kNoReading || p_.readings[index].column ? nullptr : &p_.readings[index];
    }

    double needed(std::uint32_t i, const Reading* before, const Reading* next) const {
        if (before == nullptr) return next->standout - overhang(p_.clusters[i - 1], *next, true);
        if (next == nullptr) return before->standout - overhang(p_.clusters[i], *before, false);
        const double apart = p_.style.decoration.ruby_gap * std::max(before->size, next->size);
        return before->standout + next->standout + apart;
    }

    /// Over the same neighbour another reading may come from its other side: the two share a character. A stop leaves
    /// its blank, which is in the gap, to the reading behind it and its body to the one before it.
    double overhang(const Cluster& neighbour, const Reading& reading, bool from_behind) const {
        if (!bears_overhang(neighbour.cls)) return 0;
        const DecorationStyle& style = p_.style.decoration;
        const double room = neighbour.body - style.ruby_gap * reading.size;
        const double share = neighbour.trailing == 0 ? room / 2 : from_behind ? 0 : room;
        return std::clamp(style.ruby_overhang * reading.size, 0.0, std::max(0.0, share));
    }

    /// What is needed is there even where the gap gives all that it can (J1).
    static void widen(Gap& gap, double needed) {
        const double least = gap.natural - gap.shrink;
        gap.natural = std::max(gap.natural, needed);
        gap.shrink = gap.natural - std::max(least, needed);
    }

    Paragraph::Impl& p_;
};

}  // namespace

void set_ruby(std::span<const StyledRun> runs, const font::FontBook& book, Paragraph::Impl& p,
              diag::Diagnostics& diagnostics) {
    std::uint32_t at = 0;     // byte
    std::uint32_t begin = 0;  // cluster
    for (const StyledRun& run : runs) {
        at += static_cast<std::uint32_t>(run.text.size());
        std::uint32_t end = begin;
        while (end < p.clusters.size() && p.clusters[end].begin < at) ++end;
        if (run.ruby && end > begin) {
            for (std::uint32_t i = begin; i < end; ++i)
                p.clusters[i].reading = static_cast<std::uint16_t>(p.readings.size());
            Reading& reading = p.readings.emplace_back();
            reading = {set_reading(run, p, book, diagnostics), run.ruby->text, begin, end, run.ruby->style.size};
            if (is_zhuyin_syllable(reading.text))
                make_column(reading, p, book);
            else
                reading.standout = (reading.line.width - body_width(p, begin, end)) / 2;
            join_base(p, begin, end);
        }
        begin = end;
    }
    if (!p.readings.empty() && p.on(Rule::D3)) BaseSpreader(p).run();
}

double standout(const Paragraph::Impl& p, std::uint32_t cluster) {
    const std::uint16_t reading = p.clusters[cluster].reading;
    return reading == kNoReading || !p.on(Rule::D3) ? 0 : std::max(0.0, p.readings[reading].standout);
}

}  // namespace zheye::text
