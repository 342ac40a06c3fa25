// How a stretch of the paragraph would do as a line: its natural width, what it needs to fill its measure, from which
// classes of gaps that comes (J1, J2), and what the eye pays for it. Constant time; must not place anything.
#pragma once

#include "text/paragraph_impl.h"

#include <array>

namespace zheye::text {

/// What is asked of a line.
enum class LineKind : std::uint8_t {
    justified,  ///< both edges flush (J3)
    natural,    ///< ragged, or the last line of a justified paragraph: only shrinks, and only if it must
};

struct LineFit {
    std::uint32_t begin = 0, end = 0;  ///< clusters
    std::uint32_t content_end = 0;     ///< `end` without the spaces there
    double available = 0;              ///< pt, the measure without indent
    double start_blank = 0;            ///< pt before the first body (S3 off)
    double end_blank = 0;              ///< pt after the last body (S2 off or open)
    double edge_shrink = 0;            ///< pt of end_blank that J1 ① may take
    double hang = 0;                   ///< pt beyond the measure (S4)
    double natural = 0;                ///< pt from edge to edge, without what hangs
    double shrinkable = 0;             ///< pt in all classes

    /// pt that are missing (positive) or too much.
    [[nodiscard]] double need() const { return available - natural; }
    [[nodiscard]] bool overfull() const { return natural - shrinkable > available + 1e-6; }
    [[nodiscard]] bool empty() const { return content_end <= begin; }
};

/// How the need of a line is met, class by class.
struct Allotment {
    std::array<double, kShrinkClasses> shrink{};    ///< pt taken away
    std::array<double, kStretchClasses> stretch{};  ///< pt added within the limits of J2
    double beyond = 0;  ///< pt that words and Han–Latin gaps take beyond their limit: nothing else can stretch
    double unmet = 0;   ///< pt left: no gap at all to stretch, or nothing more to shrink (negative)
    [[nodiscard]] double total() const;  ///< pt added, negative where taken away
};

/// pt before the first glyph of a line that begins with this cluster.
[[nodiscard]] double indent_of(const Paragraph::Impl&, std::uint32_t begin);
[[nodiscard]] LineFit fit_line(const Paragraph::Impl&, std::uint32_t begin, std::uint32_t end, double available);
/// J1 and J2 in their order: a class is used up before the next one begins.
[[nodiscard]] Allotment allot(const Paragraph::Impl&, const LineFit&, LineKind);
/// em added to each gap beyond what J2 ① and ② may take.
[[nodiscard]] double looseness(const Paragraph::Impl&, const LineFit&, const Allotment&);
/// Gaps of a stretch class inside the line.
[[nodiscard]] std::uint32_t stretch_count(const Paragraph::Impl&, const LineFit&, StretchClass);

}  // namespace zheye::text
