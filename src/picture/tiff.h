// A TIFF file → 8-bit samples of its first page.
#pragma once

#include "picture/origin.h"

namespace zheye::picture {

/// `file` begins with "II*\0" or "MM\0*". Grey, RGB and CMYK of 8 or 16 bits keep their colours and their profile; all
/// other kinds (palettes, fax, Lab, tiles …) become RGB.
[[nodiscard]] diag::Result<Picture> read_tiff(const Blob& file, const Origin&);

}  // namespace zheye::picture
