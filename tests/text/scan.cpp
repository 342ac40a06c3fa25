// What is wrong with a paragraph set in lines. See scan.h.
#include "scan.h"

#include "lines.h"

#include <algorithm>
#include <cmath>

namespace zheye::text::test {
namespace {

constexpr double kFlush = 0.01 / kSize;  // em, J3
constexpr double kEps = 1e-4;            // em
constexpr double kWidest = 1;            // em per gap: a line that would need more is left as it is

constexpr std::u32string_view kNotAtStart = U"、，。；：？！）》〉】』」”’〕］｝–～·%‰℃°㎡";
constexpr std::u32string_view kNotAtEnd = U"（《〈【『「“‘〔［｛";

constexpr std::u32string_view kMeasures = U"年月日时分元亿万余";

bool is_han_latin(const Placed& a, const Placed& b) {
    return (a.kind == Kind::han && b.kind == Kind::latin) || (a.kind == Kind::latin && b.kind == Kind::han);
}

unsigned bit(Fault fault) { return static_cast<unsigned>(fault); }
unsigned when(bool is, Fault fault) { return is ? bit(fault) : 0; }

}  // namespace

/// A line with its spaces at the end taken off.
struct Scanned::LineSeen {
    const Line& line;
    std::vector<Placed> placed;
    double em = 0, indent = 0;  ///< em
    std::uint32_t next = 0;     ///< byte at which the next line begins

    [[nodiscard]] const Placed& first() const { return placed.front(); }
    [[nodiscard]] const Placed& last() const { return placed.back(); }
    /// Marks of ！ and ？ have no blank behind every second of them (P2).
    [[nodiscard]] bool ends_pair(std::size_t i) const {
        std::size_t count = 0;
        while (count <= i && is_one_of(placed[i - count].code, U"？！")) ++count;
        return count > 0 && count % 2 == 0;
    }
    /// em of blank between two neighbours as their marks have it; `pair`: two blanks face each other.
    struct Blank {
        double width = 0;
        bool pair = false;
    };
    [[nodiscard]] Blank blank(std::size_t i) const {
        const Placed &a = placed[i - 1], &b = placed[i];
        const bool behind = a.kind == Kind::closing && !ends_pair(i - 1), before = b.kind == Kind::opening;
        const bool none = (behind && b.kind == Kind::closing) || (before && a.kind == Kind::opening);
        return {none || !(behind || before) ? 0 : 0.5, none || (behind && before)};
    }
};

/// em that J2 ③ put between characters, by the first two Han that stand side by side; where there are none by the
/// narrowest of the other gaps, beyond its blank. Nothing if the line has no such gap.
std::optional<double> Scanned::spread(const LineSeen& seen) const {
    const bool half_style = paragraph_.style().punctuation == PunctuationStyle::half;
    std::optional<double> least;
    for (std::size_t i = 1; i < seen.placed.size(); ++i) {
        const Placed &a = seen.placed[i - 1], &b = seen.placed[i];
        if (a.kind == Kind::space || b.kind == Kind::space || is_one_unit(a, b, paragraph_.text())) continue;
        if (is_han_latin(a, b)) continue;
        const bool measures = is_one_of(a.code, kMeasures) || is_one_of(b.code, kMeasures);
        if (a.kind == Kind::han && b.kind == Kind::han && !measures) return b.left - a.right;
        if (half_style) continue;  // a mark has its blank there in full or not at all
        const double open = b.left - a.right - seen.blank(i).width;
        least = std::min(least.value_or(open), open);
    }
    return least;
}

std::string names_of(unsigned faults) {
    constexpr const char* kNames[] = {"start",       "end",  "pair",      "left edge", "right edge", "beyond",
                                      "false alarm", "runt", "avoidable", "limits",    "text",       "ruler"};
    std::string names;
    for (unsigned i = 0; i < std::size(kNames); ++i) {
        if (faults & (1U << i)) names += std::string(names.empty() ? "" : ", ") + kNames[i];
    }
    return names;
}

Scanned::Scanned(const Paragraph& paragraph)
    : paragraph_(paragraph), codes_(codes_of(paragraph.text())), others_(paragraph) {}

unsigned Scanned::ends(const LineSeen& seen) const {
    const Prohibition level = paragraph_.style().prohibition;
    if (level == Prohibition::none) return 0;
    const bool gb = level != Prohibition::basic;
    const char32_t first = seen.first().code, last = seen.last().code;
    unsigned found = 0;
    if (seen.line.text_begin > 0) {
        found |= when(is_one_of(first, kNotAtStart), Fault::start);
        found |= when(gb && is_one_of(first, U"／"), Fault::start);
        found |= when(level == Prohibition::strict && is_one_of(first, U"—…") && seen.first().wide(), Fault::start);
    }
    if (!seen.line.last) {
        found |= when(is_one_of(last, kNotAtEnd), Fault::end);
        found |= when(gb && is_one_of(last, U"／"), Fault::end);
        found |= when(is_one_of(last, U"¥￥$") && is_digit(codes_[seen.next]), Fault::end);
    }
    return found;
}

unsigned Scanned::edges(const LineSeen& seen) const {
    const ParagraphStyle& style = paragraph_.style();
    unsigned found = when(std::abs(seen.first().left - seen.indent) > kFlush, Fault::left_edge);
    const bool hangs = style.hanging && is_one_of(seen.last().code, U"、，。") && seen.placed.size() > 1;
    const double right = seen.last().right - (hangs ? 0.5 : 0);
    found |= when(!seen.line.overfull && right > seen.em + kFlush, Fault::beyond);
    if (seen.line.last || seen.line.overfull || seen.line.underfull) return found;
    const bool keeps_blank = style.punctuation == PunctuationStyle::open && seen.last().kind == Kind::closing;
    return found | when(right < seen.em - kFlush - (keeps_blank ? 0.5 : 0), Fault::right_edge);
}

/// Gaps by their classes: facing blanks share one place, word spaces and Han–Latin gaps keep their limits, all others
/// are spread alike.
unsigned Scanned::gaps(const LineSeen& seen) const {
    unsigned found = 0;
    const auto spread = this->spread(seen);
    if (!spread) return 0;
    const double open = std::max(0.0, *spread);
    double comma = 0, stop = 0.5;  // em, the widest blank behind a comma, the narrowest behind the end of a sentence
    for (std::size_t i = 1; i < seen.placed.size(); ++i) {
        const Placed &a = seen.placed[i - 1], &b = seen.placed[i];
        if (a.kind == Kind::space || b.kind == Kind::space) continue;
        const double gap = b.left - a.right;
        if (is_one_unit(a, b, paragraph_.text())) continue;
        if (is_han_latin(a, b)) {
            found |= when(gap < 0.125 - kEps || gap > 1.0 / 3 + kEps, Fault::limits);
            found |= when(open > kEps && gap < 1.0 / 3 - kEps, Fault::limits);  // J2 ② comes before ③
            continue;
        }
        const auto [blank, pair] = seen.blank(i);
        found |= when(gap > blank + open + kEps, pair ? Fault::pair : Fault::limits);
        if (a.kind == Kind::closing && b.kind == Kind::han && !seen.ends_pair(i - 1)) {
            if (is_one_of(a.code, U"，、；：")) comma = std::max(comma, gap);
            if (is_one_of(a.code, U"。？！")) stop = std::min(stop, gap);
        }
        const bool half_style = paragraph_.style().punctuation == PunctuationStyle::half;
        const double least = open > kEps && !half_style ? blank + open : blank > 0 ? 0 : open;
        found |= when(gap < least - kEps, Fault::limits);
    }
    found |= when(stop < 0.5 - kEps && comma > kEps, Fault::limits);  // J1 ⑤ comes before ⑦
    return found;
}

unsigned Scanned::flags(const LineSeen& seen) const {
    unsigned found = 0;
    const std::uint32_t next = seen.line.last ? static_cast<std::uint32_t>(codes_.size()) : seen.next;
    if (seen.line.overfull) found |= when(others_.next_break(seen.line.text_begin) < next, Fault::false_alarm);
    const Prospect prospect = others_.line(seen.em, seen.line.text_begin, next);
    const bool unfilled = prospect.unfilled || prospect.looseness > kWidest + kEps;
    if (seen.line.underfull) found |= when(!unfilled, Fault::false_alarm);
    bool same = prospect.overfull == seen.line.overfull && unfilled == seen.line.underfull;
    if (const auto spread = this->spread(seen); spread && !seen.line.last && !seen.line.overfull && !unfilled) {
        same = same && std::abs(prospect.looseness - std::max(0.0, *spread)) < 1e-3;
    }
    return found | when(!same, Fault::ruler);
}

bool Scanned::is_runt(const LineSeen& seen) const { return std::ranges::count_if(seen.placed, is_character) < 2; }

unsigned Scanned::faults(const std::vector<Line>& lines, double em) const {
    unsigned found = 0;
    OtherBreaks::Least now;
    double loosest = 0;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        LineSeen seen{line, placed(line, codes_), em, line.text_begin == 0 ? paragraph_.style().indent / kSize : 0,
                      line.text_end};
        for (const Placed& p : seen.placed) {
            found |= when(p.at != at, Fault::text);
            at = p.end;
        }
        while (seen.placed.size() > 1 && seen.last().kind == Kind::space) seen.placed.pop_back();
        found |= ends(seen) | edges(seen) | gaps(seen) | flags(seen);
        found |= when(line.last && i > 0 && is_runt(seen), Fault::runt);
        const Prospect prospect = others_.line(em, line.text_begin, line.text_end);
        now.unfilled += prospect.unfilled;
        now.stretched += prospect.looseness > 0;
        loosest = std::max(loosest, prospect.looseness);
        now.overfull += line.overfull;
    }
    found |= when(at < codes_.size(), Fault::text);
    // A last line of one character is what is left where nothing else fits.
    if (found & bit(Fault::runt)) {
        const auto whole = others_.least(em, 1e9);
        if (!whole || whole->overfull > now.overfull) found &= ~bit(Fault::runt);
    }
    if (now.stretched == 0 && now.unfilled == 0) return found;
    const auto least = others_.least(em, loosest);
    return found | when(least && *least < now, Fault::avoidable);
}

}  // namespace zheye::text::test
