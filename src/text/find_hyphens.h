// Where a word may be parted with a hyphen (B4): at soft hyphens, and by the patterns of its language where that is
// set. Must not know lines.
#pragma once

#include "text/hyphenation.h"
#include "text/paragraph_impl.h"

namespace zheye::text {

/// After find_breaks(). Without a hyphenator only soft hyphens count.
void find_hyphens(Paragraph::Impl&, const font::FontBook&, const Hyphenator*);

}  // namespace zheye::text
