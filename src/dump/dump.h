// Pages → readable text: the main test oracle, and what a person reads to see where things stand.
#pragma once

#include "font/font_book.h"
#include "layout/frame.h"

#include <string>

namespace zheye::dump {

/// One item a line, positions in pt with two decimals, the text of each run, tags as indentation; then structure and
/// outline.
[[nodiscard]] std::string dump(const layout::Pages&, const font::FontBook&);

}  // namespace zheye::dump
