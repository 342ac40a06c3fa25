// A page → a hash of all that its content streams depend on, but for the fonts and the colours of the file.
// Must not know how pages are drawn.
#pragma once

#include "base/hash.h"
#include "layout/frame.h"

namespace zheye::pdf {

/// `page` is one of the document's. What draw_page reads of a page has to be in it.
[[nodiscard]] Hash128 page_key(const layout::Page& page, const layout::Pages&);

}  // namespace zheye::pdf
