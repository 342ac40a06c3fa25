// A PNG file → 8-bit samples.
#pragma once

#include "picture/origin.h"

namespace zheye::picture {

/// `file` begins with the PNG signature.
[[nodiscard]] diag::Result<Picture> read_png(const Blob& file, const Origin&);

}  // namespace zheye::picture
