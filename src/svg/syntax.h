// Numbers, text and path data as SVG writes them (SVG 1.1, 8.3), as short as they can be. Must not know pages.
#pragma once

#include "base/geometry.h"

#include <string>
#include <string_view>

namespace zheye::svg {

/// With at most so many decimals, without what can be left out: .5, -3, 0.
[[nodiscard]] std::string number(double, int decimals = 2);

/// The value of `d`. Distances from point to point, each point rounded by itself, so that nothing adds up.
[[nodiscard]] std::string path_data(const Path&, int decimals = 2);

}  // namespace zheye::svg
