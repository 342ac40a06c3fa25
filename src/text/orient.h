// How each character of a vertical paragraph stands (V1, V2): upright, lying with the line, or across inside one em.
// Must not know fonts.
#pragma once

#include "text/itemise.h"

namespace zheye::text {

/// Sets Character::stand and Character::group of a vertical paragraph.
void orient(std::vector<Character>&, const Paragraph::Impl&);
/// The character whose vertical form shows `c` upright: “ ” ‘ ’ become ﹃ ﹄ ﹁ ﹂ (GB/T 15834-2011, 5.2); most are
/// their own.
[[nodiscard]] char32_t vertical_code(const Character& c);

}  // namespace zheye::text
