// Test support: produced lines → characters with the edges of their bodies, by the positions of glyphs alone. All
// widths in em of the test size. Knows the marks by a list of its own.
#pragma once

#include "text/paragraph.h"

#include <string>
#include <vector>

namespace zheye::text::test {

/// What a character is to the eye.
enum class Kind : unsigned char {
    han,
    opening,  ///< blank before it, where it is the Chinese one
    closing,  ///< closing marks and stops: blank behind it, where it is the Chinese one
    half,     ///< · – ／ of ½em
    whole,    ///< — … ～ and symbols of 1em
    latin,    ///< letters and digits
    narrow,   ///< other proportional characters
    space
};

struct Placed {
    char32_t code = 0;
    Kind kind = Kind::han;
    double left = 0, right = 0;  ///< of the body, the blank not counted
    std::uint32_t at = 0;        ///< byte of the text
    std::uint32_t end = 0;       ///< behind its last byte; —— may be one
    [[nodiscard]] bool wide() const { return kind < Kind::latin; }
};

/// Characters of the text by their first byte; 0 elsewhere.
[[nodiscard]] std::vector<char32_t> codes_of(const std::string& text);
/// The line's characters in reading order, one for each cluster.
[[nodiscard]] std::vector<Placed> placed(const Line&, const std::vector<char32_t>& codes);

[[nodiscard]] bool is_one_of(char32_t, std::u32string_view);
[[nodiscard]] bool is_digit(char32_t);
/// Letters and digits of all scripts: what counts as a character of a last line (B6).
[[nodiscard]] bool is_character(const Placed&);

/// Nothing may come between the two (B4): a number and what it keeps, a dash, marks that are doubled.
[[nodiscard]] bool is_one_unit(const Placed& a, const Placed& b, const std::string& text);

}  // namespace zheye::text::test
