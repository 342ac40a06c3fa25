// A chosen line → glyphs at positions. Decides nothing about breaks.
#pragma once

#include "text/choose_breaks.h"

namespace zheye::text {

[[nodiscard]] Line build_line(const Paragraph::Impl&, const ChosenLine&, double width);

}  // namespace zheye::text
