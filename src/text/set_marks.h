// Gives full-width marks their bodies and blanks (P1, P2). Must not know what stands on a line.
#pragma once

#include "text/paragraph_impl.h"

namespace zheye::text {

void set_marks(Paragraph::Impl&, const font::FontBook&);

}  // namespace zheye::text
