// A drawing in other colours: what is dark in it becomes the dark ones, what is light the light ones.
#pragma once

#include "picture/drawing.h"

#include <vector>

namespace zheye::layout {

/// `tones` from dark to light, at equal distances of CIE L*: the first stands for black, the last for white.
[[nodiscard]] picture::Drawing toned(picture::Drawing, const std::vector<Colour>& tones);

}  // namespace zheye::layout
