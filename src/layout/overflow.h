// What of the content did not fit a form of so many pages: how much, and where it begins.
#pragma once

#include "diag/diagnostic.h"
#include "layout/flow.h"

#include <string>

namespace zheye::layout {

struct Overflow {
    int lines = 0;     ///< of the body's pitch, about
    diag::Span place;  ///< of the first text beyond
};
/// Of what stands on the flow's pages from `room` on; `room` is less than their number.
[[nodiscard]] Overflow overflow(const Flowed&, std::size_t room, const PageSetup&);

/// Where the content's first text on a page was written; unknown if there is none.
[[nodiscard]] diag::Span first_text(const Frame&);

/// 三折页, 海报 and their like, as messages name a form.
[[nodiscard]] diag::Message name_of(content::Form);

}  // namespace zheye::layout
