// The glyphs of all pages → subset fonts: which code a content stream writes for a glyph, how wide the font says it is
// and what text it stands for; and the font objects. Must not know pages beyond their glyphs.
#pragma once

#include "base/hash.h"
#include "font/font_book.h"
#include "pdf/font_programs.h"
#include "pdf/glyph_index.h"
#include "pdf/haru.h"
#include "pdf/page_glyphs.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zheye::pdf {

struct Memory;

/// What goes with a font program.
struct FontTables {
    std::string widths;            ///< entries of the CIDFont: DW, W, and of vertical lines DW2, W2
    std::string unicode;           ///< ToUnicode
    std::optional<Hash128> key{};  ///< of all that they are made of, where it is known
};

struct FontGlyph {
    std::uint32_t source = 0;           ///< glyph id in the face
    std::uint16_t code = 0;             ///< in content streams
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
    [[nodiscard]] const FontGlyph& glyph(std::uint32_t source) const { return glyphs_[slots_.find(source) - 1]; }

private:
    friend class FontSet;
    friend class FontUsage;
    font::FaceId face_;
    std::size_t number_;
    bool horizontal_ = false, vertical_ = false;  ///< writing modes in use
    GlyphIndex slots_;                            ///< one more than the index of a glyph
    std::vector<FontGlyph> glyphs_;
    Hash128 print_{};  ///< of the face and the glyphs
};

class FontSet {
public:
    /// The font programs are begun, with or without deflating them; `memory`: of earlier files with this book.
    [[nodiscard]] static diag::Result<FontSet> collect(const std::vector<std::shared_ptr<const PageGlyphs>>&,
                                                       const font::FontBook&, bool deflate, Memory* memory,
                                                       diag::Diagnostics&);
    [[nodiscard]] const UsedFont& of(font::FaceId face) const { return fonts_[by_face_[face]]; }
    [[nodiscard]] std::size_t count() const { return fonts_.size(); }
    /// The Type 0 fonts of both writing modes, in order of their numbers; null where a mode is not used.
    struct Refs {
        std::vector<Ref> horizontal, vertical;
    };
    [[nodiscard]] Refs embed(Objects&, const font::FontBook&, Memory*);
    /// Waits for the font programs and gives them to the objects that `embed` made. False: one could not be made.
    [[nodiscard]] bool embed_programs(Objects&, diag::Diagnostics&);

private:
    friend class FontUsage;
    static std::shared_ptr<const FontTables> tables_of(const UsedFont&, Memory*);
    std::vector<UsedFont> fonts_;
    std::vector<std::size_t> by_face_;
    FontPrograms programs_;
    /// By font: where its program goes, and what CIDToGIDMap is.
    struct ProgramRefs {
        Ref program, glyph_map;
    };
    std::vector<ProgramRefs> program_refs_;
};

}  // namespace zheye::pdf
