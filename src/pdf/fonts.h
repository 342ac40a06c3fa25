// The glyphs of all pages → subset fonts: which code a content stream writes for a glyph, how wide the font says it is
// and what text it stands for; and the font objects. Must not know pages beyond their glyphs.
#pragma once

#include "base/hash.h"
#include "base/memo.h"
#include "font/font_book.h"
#include "font/subset.h"
#include "pdf/haru.h"
#include "pdf/page_glyphs.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace zheye::pdf {

struct FontGlyph {
    std::uint32_t source = 0;           ///< glyph id in the face
    std::uint16_t code = 0;             ///< in content streams
    std::uint16_t gid = 0;              ///< in the embedded program
    double width = 0;                   ///< thousandths of the size, as in W
    std::string text;                   ///< what ToUnicode says; empty: stands for nothing of its own
    double down = 1000;                 ///< likewise, the advance in writing mode 1, as in W2 but positive
    double origin_x = 0, origin_y = 0;  ///< likewise, the origin of writing mode 1
    Hash128 print{};                    ///< of all that a content stream that shows the glyph depends on
};

/// One face as the document uses it.
class UsedFont {
public:
    UsedFont(font::FaceId face, std::size_t number) : face_(face), number_(number) {}
    [[nodiscard]] font::FaceId face() const { return face_; }
    [[nodiscard]] std::size_t number() const { return number_; }  ///< in order of first use; names the resource
    [[nodiscard]] const FontGlyph& glyph(std::uint32_t source) const { return glyphs_[slots_[source]]; }

private:
    friend class FontSet;
    friend class FontUsage;
    font::FaceId face_;
    std::size_t number_;
    bool horizontal_ = false, vertical_ = false;  ///< writing modes in use
    std::vector<std::uint32_t> slots_;            ///< by glyph id of the face
    std::vector<FontGlyph> glyphs_;
    font::Outlines outlines_ = font::Outlines::truetype;
    std::string program_;
};

class FontSet {
public:
    /// `known`: subsets of the faces of this book that were made before.
    [[nodiscard]] static diag::Result<FontSet> collect(const std::vector<std::shared_ptr<const PageGlyphs>>&,
                                                       const font::FontBook&, Memo<font::Subset>* known,
                                                       diag::Diagnostics&);
    [[nodiscard]] const UsedFont& of(font::FaceId face) const { return fonts_[by_face_[face]]; }
    [[nodiscard]] std::size_t count() const { return fonts_.size(); }
    /// The Type 0 fonts of both writing modes, in order of their numbers; null where a mode is not used.
    struct Refs {
        std::vector<Ref> horizontal, vertical;
    };
    /// Takes the font programs.
    [[nodiscard]] Refs embed(Objects&, const font::FontBook&);

private:
    friend class FontUsage;
    std::vector<UsedFont> fonts_;
    std::vector<std::size_t> by_face_;
};

}  // namespace zheye::pdf
