// The rules of Chinese text layout by their ids, and sets of them. Every place in this room that carries out a rule
// names it, so that a rule can be switched off alone: for comparison, and for the negative control of its test.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace zheye::text {

/// Ids as in the conformance table of the project (after CLREQ, GB/T 15834 and GB/T 9704).
enum class Rule : std::uint8_t {
    P1,  ///< marks are 1em with ink in one half; —— and …… are 2em and one unit
    P2,  ///< interpunct, short connector, solidus ½em; two of ！？ 1em, three 2em
    P3,  ///< quotation marks, dash, ellipsis, interpunct: Chinese beside Han, proportional inside Latin
    B1,  ///< not at line start
    B2,  ///< not at line end
    B3,  ///< levels gb and strict
    B4,  ///< unbreakable units
    B5,  ///< push in before pushing out
    B6,  ///< no runt: the last line has at least two characters
    S1,  ///< adjacent marks with facing blanks take 1.5em
    S2,  ///< a mark at line end loses its trailing blank
    S3,  ///< an opening mark at line start loses its leading blank
    S4,  ///< 、，。 hang into the margin
    S5,  ///< a change of style breaks none of S1–S3
    J1,  ///< order of shrinking
    J2,  ///< order of stretching
    J3,  ///< justified lines fill their measure
    J4,  ///< total fit
    M1,  ///< gap between Han and Latin
    M2,  ///< a typed space between Han and Latin is folded into that gap
    M3,  ///< Latin letters and digits from the Latin faces
    B7,  ///< two lines of a paragraph on either side of a break; no heading last
    G1,  ///< first-line indent
    G2,  ///< columns are whole multiples of the body size
    G3,  ///< lines on one grid
    G4,  ///< balanced columns
    G5,  ///< nothing under size 6
    T1,  ///< rules B, S, J, M and decimal points in tables
    T2,  ///< a table that goes on repeats its head and keeps row spans whole
    T3,  ///< a row taller than a page is parted
    D1,  ///< emphasis dots: one a character, not on punctuation
    D2,  ///< lines of names: unbroken under a name, parted between two
    D3,  ///< readings: apart from each other and inside the measure, whatever that takes from the bases
    D4,  ///< marked words have a face of their own
    V1,  ///< vertical forms of marks
    V2,  ///< numbers of two or three digits across in 1em, letters and acronyms upright
};

class RuleSet {
public:
    constexpr RuleSet() = default;
    constexpr RuleSet(std::initializer_list<Rule> rules) {
        for (const Rule rule : rules) add(rule);
    }
    constexpr void add(Rule rule) { bits_ |= bit(rule); }
    [[nodiscard]] constexpr bool has(Rule rule) const { return (bits_ & bit(rule)) != 0; }
    friend bool operator==(RuleSet, RuleSet) = default;

private:
    static constexpr std::uint64_t bit(Rule rule) { return std::uint64_t{1} << static_cast<unsigned>(rule); }
    std::uint64_t bits_ = 0;
};

}  // namespace zheye::text
