// A face cut down to the glyphs that a document uses, ready to be embedded. What the document says of the glyphs is
// known at once, the program takes a while: it may be made meanwhile.
#pragma once

#include "diag/diagnostic.h"
#include "font/font_book.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zheye::font {

/// How a content stream shows a glyph (PDF 32000-1, 9.7.4, with Identity-H or Identity-V), and its metrics.
struct CodedGlyph {
    std::uint32_t source = 0;  ///< glyph id in the face
    /// Of a CID-keyed face its CID, of TrueType `source`: neither depends on which other glyphs there are, so that a
    /// page stays the same bytes when another one changes. Of name-keyed CFF the glyph id in the program.
    std::uint16_t code = 0;
    int advance = 0;                 ///< font units, from hmtx
    int down = 0;                    ///< font units, the advance in vertical lines, positive
    int origin_x = 0, origin_y = 0;  ///< font units, the vertical origin from the horizontal one
};

/// `glyphs` are glyph ids of the face, in any order, repeated or not; the result is ordered by `source`.
[[nodiscard]] diag::Result<std::vector<CodedGlyph>> coded(const Face&, std::vector<std::uint32_t> glyphs,
                                                          diag::Diagnostics&);

struct Subset {
    std::string program;              ///< bare `CFF ` table, or a TrueType file
    std::vector<std::uint16_t> gids;  ///< of each coded glyph its id in `program` (for CIDToGIDMap of TrueType)
};

/// The program in which `glyphs`, as `coded` gives them, have their codes. Same glyphs, same bytes. Hints are dropped.
/// Safe on any thread.
[[nodiscard]] diag::Result<Subset> subset(const Face&, const std::vector<CodedGlyph>& glyphs, diag::Diagnostics&);

}  // namespace zheye::font
