// What making a PDF leaves for the next one of nearly the same pages with the same FontBook.
#pragma once

#include "base/memo.h"
#include "font/subset.h"
#include "pdf/font_programs.h"
#include "pdf/page_content.h"
#include "pdf/page_glyphs.h"

#include <string>
#include <vector>

namespace zheye::pdf {

struct Memory {
    Memo<std::vector<font::CodedGlyph>> codes;  ///< by face and glyphs
    Memo<FontProgram> programs;                 ///< likewise
    Memo<FontTables> tables;                    ///< by the font and what its glyphs are and stand for
    Memo<std::string> deflated;                 ///< by the bytes, or a hash of all that they are made of
    Memo<PageGlyphs> glyphs;                    ///< by page_key
    /// By page_key and the fonts as the page shows them; in the colours of a screen.
    Memo<PageContent> contents;
    void end_run() {
        glyphs.end_run();
        contents.end_run();
        codes.end_run();
        programs.end_run();
        tables.end_run();
        deflated.end_run();
    }
};

}  // namespace zheye::pdf
