// A WebP file → 8-bit samples.
#pragma once

#include "picture/origin.h"

namespace zheye::picture {

/// `file` is a RIFF of WEBP. An animation is refused.
[[nodiscard]] diag::Result<Picture> read_webp(const Blob& file, const Origin&);

}  // namespace zheye::picture
