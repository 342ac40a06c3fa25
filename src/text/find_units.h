// Marks what is never parted nor spread: numbers with their sign and unit, words (B4). Must not know lines.
#pragma once

#include "text/paragraph_impl.h"

namespace zheye::text {

void find_units(Paragraph::Impl&);

}  // namespace zheye::text
