// Which paths are ellipses. Must not know what is drawn.
#pragma once

#include "base/geometry.h"

#include <optional>

namespace zheye::pdf {

/// An upright ellipse.
struct Ellipse {
    Point centre;
    double across = 0, down = 0;  ///< half of its width and height
};

/// Of a path of four quarters, wherever it begins and whichever way it goes.
[[nodiscard]] std::optional<Ellipse> ellipse_of(const Path&);

}  // namespace zheye::pdf
