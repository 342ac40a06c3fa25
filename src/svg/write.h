// Pages → SVG: for looking at them in a browser, and for pictures of covers. The same frames as in the PDF; glyphs are
// outlines, so no font is needed. Must not know how anything was laid out.
#pragma once

#include "font/font_book.h"
#include "layout/frame.h"

#include <cstddef>
#include <string>

namespace zheye::svg {

/// All pages in one picture, one below the other, with links; `#page-3` behind the file's name shows the third alone.
[[nodiscard]] std::string write(const layout::Pages&, const font::FontBook&);

/// One page, without links. `title` is what it is called to those who do not see it.
[[nodiscard]] std::string write_page(const layout::Pages&, std::size_t page, const font::FontBook&,
                                     const std::string& title);

}  // namespace zheye::svg
