// One function for each kind of finding (GB/T 15834-2011, clreq M4). Each looks at characters that no earlier one took.
#pragma once

#include "content/proof.h"

#include <limits>
#include <vector>

namespace zheye::content {

inline constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Which mark belongs to which, by place in the row.
struct Pairs {
    std::vector<std::size_t> partner;  ///< kNone where a mark has none, and for all other characters
    std::vector<std::size_t> around;   ///< the innermost pair's opening mark around each character, or kNone
    std::vector<std::size_t> unpaired;
};
/// Half- and full-width round brackets make pairs with each other; an apostrophe is no quotation mark.
[[nodiscard]] Pairs match_pairs(const Proof&);

void check_ellipses(Proof&);
void check_dashes(Proof&);
void check_doubled(Proof&);
/// Marks of other widths and of other encodings: ﹐ ｡ ．
void check_odd_marks(Proof&);
void check_straight_quotes(Proof&, const Pairs&);
/// A quotation that begins a paragraph may end in a later one.
void check_unpaired(std::vector<Proof>&, const std::vector<Pairs>&);
void check_nesting(Proof&, const Pairs&);
void check_half_width(Proof&, const Pairs&);
void check_ranges(Proof&);
void check_full_width_letters(Proof&);
void check_script(Proof&);
void check_spaces(Proof&);
void check_spaces_beside_marks(Proof&, const Pairs&);

/// All of them, first what is made of several characters, then the single ones. Takes time that grows with the text.
void check_all(std::vector<Proof>&);

}  // namespace zheye::content
