// A PNG file → 8-bit samples.
#pragma once

#include "picture/origin.h"

namespace zheye::picture {

/// Nobody prints a larger PNG; one that claims to be is a mistake or an attack on memory.
inline constexpr unsigned kMostPixelsASide = 30'000;
inline constexpr unsigned kMostPixels = 200'000'000;

/// `file` begins with the PNG signature.
[[nodiscard]] diag::Result<Picture> read_png(const Blob& file, const Origin&);

}  // namespace zheye::picture
