// The forms in which a document is made. Each puts its parts in order and adds them to the edition.
#pragma once

#include "layout/edition.h"

namespace zheye::layout {

/// Cover, contents, chapters, back cover; one page after the other.
void lay_out_booklet(Edition&, const PageSetup&);

}  // namespace zheye::layout
