// Test support: whether a paragraph could have been broken better, found by an exhaustive search that shares nothing
// with the engine: it measures the paragraph set on one line, and learns where it may be parted from how it is set in
// no width.
#pragma once

#include "page_of_glyphs.h"

#include <optional>

namespace zheye::text::test {

/// A line as it would be between two places, by the measure of the natural positions.
struct Prospect {
    bool overfull = false, unfilled = false;
    double looseness = 0;  ///< em per gap that J2 ③ has to open; 0: it need not
};

class OtherBreaks {
public:
    explicit OtherBreaks(const Paragraph&);

    /// `em` wide; the bytes at which a line begins and the next one does.
    [[nodiscard]] Prospect line(double em, std::uint32_t begin, std::uint32_t end) const;
    /// The first of the bytes where a line may begin behind `at`; the text's size if there is none.
    [[nodiscard]] std::uint32_t next_break(std::uint32_t at) const;

    /// The least number of overfull lines, which cannot be parted, then of unfilled and then of stretched ones, when
    /// none is looser than `loosest` and the last is no runt. Nothing if there is no such way.
    struct Least {
        int overfull = 0, unfilled = 0, stretched = 0;
        friend auto operator<=>(const Least&, const Least&) = default;
    };
    [[nodiscard]] std::optional<Least> least(double em, double loosest) const;

private:
    struct Sums {
        double shrink = 0, easy = 0;  ///< em
        int easy_gaps = 0, gaps = 0;  ///< of J2 ① ②, of J2 ③
    };
    [[nodiscard]] std::size_t index(std::uint32_t byte) const;
    [[nodiscard]] Prospect between(double em, std::size_t begin, std::size_t end) const;
    void add_gap(std::size_t i);
    void add_spaces(std::size_t first, std::size_t end);
    [[nodiscard]] bool is_runt(std::size_t begin) const;

    ParagraphStyle style_;
    std::string text_;
    std::vector<Placed> placed_;
    std::vector<Sums> sums_;           ///< [i]: of the gaps before characters 1 … i
    std::vector<std::size_t> breaks_;  ///< indices of characters that a line may begin with, 0 and the count included
};

}  // namespace zheye::text::test
