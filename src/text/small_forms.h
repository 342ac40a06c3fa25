// Super- and subscripts and fractions: by the font's own small forms where it has all that a run needs, else made of
// its letters by size and rise. Must not know glyphs' places or lines.
#pragma once

#include "text/itemise.h"

#include <vector>

namespace zheye::text {

/// Sets features, sizes and rises of the runs that ask for small forms; a fraction that has to be made is cut into
/// further runs: numerator, solidus, denominator. Needs faces.
void choose_small_forms(std::vector<Character>&, Paragraph::Impl&, const font::FontBook&);

}  // namespace zheye::text
