// Readings in 注音符号: whether a text is one syllable, and how its symbols stand in the column at the right of their
// character (D3). Must not know lines or where the character stands.
#pragma once

#include "text/paragraph_impl.h"

#include <string_view>

namespace zheye::text {

/// Where a column stands: the right edge of the character's em box, at half its height.
struct ColumnPlace {
    double em = 0;      ///< pt, the character's
    double height = 0;  ///< pt from the baseline up to the middle of the em box; unused in vertical paragraphs
    double width = 0;   ///< pt, the column's, its tone mark included
    bool vertical = false;
};

/// Moves the glyphs of a reading that was shaped as a horizontal line. In a horizontal paragraph x is then from the
/// right edge of the character, and y from its baseline; in a vertical one x is from the character's middle, along the
/// line, and y from the line's middle.
void set_column(Line& reading, std::string_view text, const ColumnPlace&, const font::FontBook&);

}  // namespace zheye::text
