// The forms in which a document is made. Each puts its parts in order and adds them to the edition.
#pragma once

#include "layout/edition.h"

namespace zheye::layout {

/// Cover, contents, chapters, back cover; one page after the other.
void lay_out_booklet(Edition&, const PageSetup&);
/// A leaf folded once or twice: cover, text, back, each panel a page.
void lay_out_panels(Edition&, const PageSetup& sheet);
/// One page, with type as large as it can be: see docs/forms.md.
void lay_out_poster(Edition&, const PageSetup&);

}  // namespace zheye::layout
