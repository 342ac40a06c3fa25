// Styled text → what it would be shaped from, to be compared. Must not know glyphs.
#pragma once

#include "base/hash.h"
#include "text/paragraph.h"

#include <span>

namespace zheye::text {

/// Everything in which two paragraphs can differ, but for the fonts and the places of their runs, of which only the
/// lengths matter.
void add_to(Fingerprint&, std::span<const StyledRun>, const ParagraphStyle&, const Hyphenator*);

}  // namespace zheye::text
