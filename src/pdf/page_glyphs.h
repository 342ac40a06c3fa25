// A page's glyph runs → which glyphs of which faces it shows, and how often each stands for what text.
// Must not know fonts as a file has them.
#pragma once

#include "font/font_book.h"
#include "layout/frame.h"
#include "pdf/clusters.h"
#include "pdf/glyph_index.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zheye::pdf {

struct PageGlyphs {
    struct Meaning {
        std::uint32_t glyph = 0;  ///< id in the face
        std::uint32_t times = 0;  ///< 0: it never stood for the text alone, or for no text at all
        std::string text;
        std::uint32_t next = 0;  ///< index of another meaning of the same glyph; 0: there is none
    };
    struct OfFace {
        font::FaceId face = 0;
        bool horizontal = false, vertical = false;  ///< writing modes in use
        std::vector<Meaning> meanings;              ///< in the order in which they were seen
    };
    std::vector<OfFace> faces;  ///< likewise
};

/// For page after page.
class GlyphReader {
public:
    [[nodiscard]] PageGlyphs read(const layout::Page&);

private:
    void add(const layout::GlyphRun&, PageGlyphs&);
    /// Index of the glyph's first meaning; of a glyph that is new, one that says nothing.
    [[nodiscard]] std::uint32_t first_meaning(PageGlyphs::OfFace&, std::uint32_t glyph);
    static void count(PageGlyphs::OfFace&, std::uint32_t first, std::string_view text, bool alone);

    std::vector<GlyphIndex> slots_;       ///< by face: one more than the index of a meaning; empty between pages
    std::vector<std::uint32_t> numbers_;  ///< by face: one more than its index in the page
    std::vector<Cluster> clusters_;
};

}  // namespace zheye::pdf
