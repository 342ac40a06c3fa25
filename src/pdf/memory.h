// What making a PDF leaves for the next one of nearly the same pages with the same FontBook.
#pragma once

#include "base/memo.h"
#include "font/subset.h"

#include <string>

namespace zheye::pdf {

struct Memory {
    Memo<font::Subset> subsets;  ///< by face and glyphs
    Memo<std::string> deflated;  ///< by the bytes
    void end_run() {
        subsets.end_run();
        deflated.end_run();
    }
};

}  // namespace zheye::pdf
