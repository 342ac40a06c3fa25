// Which of a role's weights stands in for one it lacks.
#pragma once

#include "font/font_book.h"

namespace zheye::font {

/// The nearest; as far on either side, bold text (500 and up) gets bolder and light text lighter. The role has weights.
[[nodiscard]] const RoleWeight& nearest_weight(const Role&, int weight);

}  // namespace zheye::font
