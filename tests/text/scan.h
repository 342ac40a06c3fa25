// Test support: what is wrong with a paragraph set in lines, measured from the positions of its glyphs.
#pragma once

#include "other_breaks.h"

#include <optional>
#include <string>
#include <vector>

namespace zheye::text::test {

enum class Fault : unsigned {
    none = 0,
    start = 1,         ///< B1, B3: a mark where a line may not begin
    end = 2,           ///< B2, B3: a mark where a line may not end
    pair = 4,          ///< S1: two marks with facing blanks that keep more than one of them
    left_edge = 8,     ///< S3, J3
    right_edge = 16,   ///< S2, S4, J3
    beyond = 32,       ///< a line wider than its measure that is not said to be
    false_alarm = 64,  ///< a line said not to fit that could have been parted, or not to be filled that can be
    runt = 128,        ///< B6
    avoidable = 256,   ///< J4: fewer lines could be overfull or stretched, none more than the loosest now
    limits = 512,      ///< J1, J2, M1: a gap wider or narrower than its class may be, or gaps of unequal width
    text = 1024,       ///< characters lost or out of order
    ruler = 2048,      ///< OtherBreaks foretells another line than was produced
};
[[nodiscard]] std::string names_of(unsigned faults);

/// A shaped paragraph with what is needed to look at it at any width.
class Scanned {
public:
    explicit Scanned(const Paragraph&);
    /// A sum of faults. `em` is the width that the lines were broken for.
    [[nodiscard]] unsigned faults(const std::vector<Line>&, double em) const;

private:
    struct LineSeen;
    [[nodiscard]] unsigned edges(const LineSeen&) const;
    [[nodiscard]] unsigned ends(const LineSeen&) const;
    [[nodiscard]] unsigned gaps(const LineSeen&) const;
    [[nodiscard]] unsigned flags(const LineSeen&) const;
    [[nodiscard]] std::optional<double> spread(const LineSeen&) const;
    [[nodiscard]] bool is_runt(const LineSeen&) const;

    const Paragraph& paragraph_;
    std::vector<char32_t> codes_;
    OtherBreaks others_;
};

}  // namespace zheye::text::test
