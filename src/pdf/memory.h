// What making a PDF leaves for the next one of nearly the same pages with the same FontBook.
#pragma once

#include "base/memo.h"
#include "font/subset.h"
#include "pdf/page_content.h"
#include "pdf/page_glyphs.h"

#include <string>

namespace zheye::pdf {

struct Memory {
    Memo<font::Subset> subsets;  ///< by face and glyphs
    Memo<std::string> deflated;  ///< by the bytes
    Memo<PageGlyphs> glyphs;     ///< by page_key
    Memo<PageContent> contents;  ///< by page_key and the fonts as the page shows them; in the colours of a screen
    void end_run() {
        glyphs.end_run();
        contents.end_run();
        subsets.end_run();
        deflated.end_run();
    }
};

}  // namespace zheye::pdf
