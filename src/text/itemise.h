// Styled text → characters with class, form, face and shaping run. Must not know glyphs or widths.
#pragma once

#include "text/paragraph_impl.h"

#include <optional>
#include <vector>

namespace zheye::text {

struct Character {
    char32_t code = 0;
    char32_t drawn = 0;       ///< what stands for it among the glyphs, where that is not itself
    std::uint32_t begin = 0;  ///< byte of the text
    std::uint16_t run = 0;
    CharClass cls = CharClass::han;
    bool wide = true;      ///< Chinese form, from the Han faces
    bool missing = false;  ///< no face has it
    font::FaceId face = 0;
    std::uint32_t script = 0;  ///< ISO 15924 tag as HarfBuzz has it
    Stand stand = Stand::across;
    std::uint32_t group = 0;  ///< of Stand::combined: what shares one em has one number
};

/// Characters [begin, end) that are shaped in one go: one face, size, script, language and form.
struct Item {
    std::uint32_t begin = 0, end = 0;
};

/// Decodes and classifies; resolves what is ambiguous (P3) and numbers (B4). Reads text and runs of the paragraph.
[[nodiscard]] std::vector<Character> classify_text(const Paragraph::Impl&);
/// Chooses faces; a character that no face has is reported and marked.
void assign_faces(std::vector<Character>&, const Paragraph::Impl&, const font::FontBook&, diag::Diagnostics&);
/// The error "missing-glyph" at the character's place; `end` is the byte after it.
void report_missing(const Character&, std::uint32_t end, const Paragraph::Impl&, const font::FontBook&,
                    diag::Diagnostics&);
[[nodiscard]] std::vector<Item> itemise(const std::vector<Character>&, const Paragraph::Impl&);

}  // namespace zheye::text
