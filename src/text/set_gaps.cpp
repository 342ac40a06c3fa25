// What stands between clusters: blanks of marks, Han–Latin gaps, word spaces, tracking; and what each gives or takes
// (S1, S5, M1, M2, J1, J2). Must not know lines.
#include "text/set_gaps.h"

#include "text/language.h"

#include <algorithm>

namespace zheye::text {
namespace {

constexpr double kWordSpaceLeast = 0.25, kWordSpaceMost = 0.5;       // em, J1 ②, J2 ①
constexpr double kHanLatinLeast = 0.125, kHanLatinMost = 1.0 / 3.0;  // em, J1 ⑥, J2 ②

bool is_latin_or_digit(CharClass cls) { return cls == CharClass::latin || cls == CharClass::digit; }

/// A note mark, an exponent: no letter of the text that a gap would part from the Han beside it.
bool is_raised(const CharStyle& style) {
    if (style.position == Position::fraction) return false;
    return style.position != Position::none || style.rise != 0;
}

/// Letters and figures that stand upright in vertical text are on the grid of the em as Han is.
bool is_on_grid(const Cluster& c) { return c.stand == Stand::upright || c.stand == Stand::combined; }

bool is_han_latin(const Paragraph::Impl& p, const Cluster& a, const Cluster& b) {
    if (is_raised(p.runs[a.run].style) || is_raised(p.runs[b.run].style)) return false;
    return (a.cls == CharClass::han && is_latin_or_digit(b.cls)) ||
           (is_latin_or_digit(a.cls) && b.cls == CharClass::han);
}

/// Marks without a blank before the ink, or with a place of their own around it: what stands before them needs none.
bool has_ink_left(CharClass cls) {
    return cls == CharClass::closing || cls == CharClass::comma || cls == CharClass::stop ||
           cls == CharClass::exclamation;
}

/// J1: the class by which the blank of a mark shrinks.
ShrinkClass shrink_class(CharClass cls) {
    switch (cls) {
        case CharClass::interpunct:
            return ShrinkClass::interpunct;
        case CharClass::opening:
        case CharClass::closing:
            return ShrinkClass::bracket;
        case CharClass::comma:
            return ShrinkClass::comma;
        default:
            return ShrinkClass::stop;
    }
}

class GapSetter {
public:
    explicit GapSetter(Paragraph::Impl& p) : p_(p), folded_(p.clusters.size()) {
        for (const RunInfo& run : p.runs) korean_.push_back(is_korean(run.style.language));
    }

    void run() {
        find_folded_spaces();
        p_.gaps.resize(p_.clusters.size());
        for (std::size_t i = 1; i < p_.clusters.size(); ++i) p_.gaps[i] = gap(i);
    }

private:
    /// M1. Korean parts its words by spaces and has no such gap.
    bool stand_apart(const Cluster& a, const Cluster& b) const {
        return is_han_latin(p_, a, b) && !(korean_[a.run] && korean_[b.run]);
    }

    /// M2: spaces with Han on one side and Latin on the other give way to the gap of M1.
    void find_folded_spaces() {
        if (!p_.on(Rule::M1) || !p_.on(Rule::M2)) return;
        const auto& clusters = p_.clusters;
        for (std::size_t i = 1; i < clusters.size(); ++i) {
            if (clusters[i].cls != CharClass::space) continue;
            std::size_t end = i;
            while (end < clusters.size() && clusters[end].cls == CharClass::space) ++end;
            const bool fold = end < clusters.size() && stand_apart(clusters[i - 1], clusters[end]);
            for (; i < end; ++i) folded_[i] = fold;
        }
    }

    Gap gap(std::size_t i) const {
        const Cluster &before = p_.clusters[i - 1], &next = p_.clusters[i];
        Gap gap;
        if (is_space(before.cls) || before.cls == CharClass::no_break_space) {
            gap = after_space(i);
        } else if (stand_apart(before, next)) {
            gap = han_latin(before, next);
        } else if (before.trailing + next.leading > 0) {
            gap = blank(before, next);
        } else {
            gap.stretch_class = characters(before, next);
        }
        if (next.unit) gap = {gap.natural};
        if (!folded_[i - 1]) gap.natural += tracking(before);
        return gap;
    }

    double tracking(const Cluster& cluster) const {
        if (cluster.cls == CharClass::ignorable) return 0;
        return p_.runs[cluster.run].style.tracking * cluster.size;
    }

    /// The width of a space is in the gap after it, so that it goes where a line ends.
    Gap after_space(std::size_t i) const {
        const Cluster &space = p_.clusters[i - 1], &next = p_.clusters[i];
        if (folded_[i - 1]) {
            return folded_[i] ? Gap{} : han_latin(p_.clusters[before_folded(i)], next);
        }
        Gap gap{space.trailing + next.leading};
        if (space.cls == CharClass::line_break || space.cls == CharClass::ideographic_space) return gap;
        gap.shrink = std::max(0.0, space.trailing - kWordSpaceLeast * space.size);
        gap.shrink_class = ShrinkClass::word_space;
        gap.stretch = std::max(0.0, kWordSpaceMost * space.size - space.trailing);
        gap.stretch_class = StretchClass::word_space;
        return gap;
    }

    std::size_t before_folded(std::size_t i) const {
        --i;
        while (folded_[i]) --i;
        return i;
    }

    /// M1. The gap is measured in the em of the Han character.
    Gap han_latin(const Cluster& before, const Cluster& next) const {
        const double em = before.cls == CharClass::han ? before.size : next.size;
        const bool on_grid = is_on_grid(before) && is_on_grid(next);
        if (!p_.on(Rule::M1) || on_grid) return Gap{0, 0, 0, ShrinkClass::none, StretchClass::other};
        const double natural = p_.style.han_latin_gap * em;
        return {natural, std::max(0.0, natural - kHanLatinLeast * em), std::max(0.0, kHanLatinMost * em - natural),
                ShrinkClass::han_latin, StretchClass::han_latin};
    }

    Gap blank(const Cluster& before, const Cluster& next) const {
        Gap gap;
        gap.natural = squeezed(before, next);
        gap.shrink = gap.natural;
        const bool ends_sentence = p_.style.punctuation == PunctuationStyle::half;  // other marks have no blank
        const ShrinkClass a = before.trailing <= 0 ? ShrinkClass::none
                              : ends_sentence      ? ShrinkClass::stop
                                                   : shrink_class(before.cls);
        const ShrinkClass b = next.leading > 0 ? shrink_class(next.cls) : ShrinkClass::none;
        gap.shrink_class = std::min(a, b);
        gap.stretch_class = characters(before, next);
        return gap;
    }

    /// S1: of two adjacent marks the facing blanks share one place. S5: whatever their styles. A centred stop keeps its
    /// em, which is blank enough beside a bracket.
    double squeezed(const Cluster& before, const Cluster& next) const {
        const double both = before.trailing + next.leading;
        if (!p_.on(Rule::S1) || (!p_.on(Rule::S5) && before.run != next.run)) return both;
        if (before.trailing > 0 && next.leading > 0) return std::max(before.trailing, next.leading);
        const bool to_the_left = before.trailing > 0 && has_ink_left(next.cls);
        const bool gives_none = before.cls == CharClass::opening || before.centred || !before.half;
        const bool to_the_right = gives_none && next.leading > 0;
        return to_the_left || to_the_right ? 0 : both;
    }

    /// J2 ③: any two characters may part but those of one word.
    static StretchClass characters(const Cluster& before, const Cluster& next) {
        const bool takes_part = (before.wide || next.wide) && !is_space(next.cls) &&
                                next.cls != CharClass::no_break_space && next.cls != CharClass::ignorable;
        return takes_part ? StretchClass::other : StretchClass::none;
    }

    Paragraph::Impl& p_;
    std::vector<bool> folded_;
    std::vector<bool> korean_;  ///< of every run
};

/// The width of a space moves from its body into its trailing blank.
void open_spaces(Paragraph::Impl& p) {
    for (Cluster& cluster : p.clusters) {
        if (!is_space(cluster.cls) && cluster.cls != CharClass::no_break_space) continue;
        cluster.trailing = cluster.body;
        cluster.body = 0;
    }
}

}  // namespace

void set_gaps(Paragraph::Impl& p) {
    open_spaces(p);
    GapSetter(p).run();
}

void sum_gaps(Paragraph::Impl& p) {
    p.sums.resize(p.clusters.size());
    Sums sums;
    for (std::size_t i = 0; i < p.clusters.size(); ++i) {
        const Gap& gap = p.gaps[i];
        if (i > 0) sums.natural += p.clusters[i - 1].body + gap.natural;
        if (gap.shrink_class != ShrinkClass::none) {
            sums.shrink[static_cast<std::size_t>(gap.shrink_class)] += gap.shrink;
            sums.total_shrink += gap.shrink;
        }
        if (gap.stretch_class != StretchClass::none) {
            const auto cls = static_cast<std::size_t>(gap.stretch_class);
            ++sums.stretch_count[cls];
            if (gap.stretch_class != StretchClass::other) sums.stretch[cls] += gap.stretch;
        }
        p.sums[i] = sums;
    }
}

}  // namespace zheye::text
