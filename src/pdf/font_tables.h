// The parts of a font object that are tables: widths, ToUnicode.
// Must not know where the glyphs come from.
#pragma once

#include "pdf/fonts.h"

#include <string>
#include <vector>

namespace zheye::pdf {

/// `glyphs` are ordered by code in all of these.

/// The width most glyphs have.
[[nodiscard]] double default_width(const std::vector<FontGlyph>& glyphs);
/// The W array without those of the default width (PDF 32000-1, 9.7.4.3).
[[nodiscard]] std::string width_array(const std::vector<FontGlyph>& glyphs, double default_width);
/// What a font needs for writing mode 1: DW2, the origin's height and the advance that most glyphs have, and W2, the
/// glyphs that differ from it or whose origin is not in the middle of their width.
[[nodiscard]] std::string vertical_widths(const std::vector<FontGlyph>& glyphs);
/// A ToUnicode CMap that maps every code. A glyph that stands for nothing of its own is a soft hyphen (U+00AD): readers
/// pass over it.
[[nodiscard]] std::string to_unicode(const std::vector<FontGlyph>& glyphs);

}  // namespace zheye::pdf
