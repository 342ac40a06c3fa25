// A face cut down to the glyphs that a document uses, ready to be embedded.
#pragma once

#include "diag/diagnostic.h"
#include "font/font_book.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zheye::font {

/// PDF 32000-1, 9.7.4: the font program and how its glyphs are named in a content stream (Identity-H codes).
struct Subset {
    Outlines outlines = Outlines::truetype;
    std::string program;  ///< bare `CFF ` table, or a TrueType file
    struct Glyph {
        std::uint32_t source = 0;        ///< glyph id in the face
        std::uint16_t code = 0;          ///< what the content stream writes: CID
        std::uint16_t gid = 0;           ///< glyph id in `program` (for CIDToGIDMap of TrueType)
        int advance = 0;                 ///< font units, from the font program's own hmtx
        int down = 0;                    ///< font units, the advance in vertical lines, positive
        int origin_x = 0, origin_y = 0;  ///< font units, the vertical origin from the horizontal one
    };
    std::vector<Glyph> glyphs;  ///< ordered by source
};

/// `glyphs` are glyph ids of the face, in any order, repeated or not. Same glyphs, same bytes. Hints are dropped.
[[nodiscard]] diag::Result<Subset> subset(const Face&, std::vector<std::uint32_t> glyphs, diag::Diagnostics&);

}  // namespace zheye::font
