// The TIFF block of EXIF → orientation and resolution, all that layout wants of it.
#pragma once

#include "picture/picture.h"

#include <string_view>

namespace zheye::picture {

struct Exif {
    int orientation = 1;  ///< 1 upright … 8 (TIFF 6.0, tag 274)
    double dpi = 0;       ///< 0 unknown
};

/// `tiff` is what follows "Exif\0\0". Whatever is broken is taken for absent: the picture is fine without it.
[[nodiscard]] Exif read_exif(std::string_view tiff);

/// Gives a picture whose rows lie so its size as it is looked at.
void turn(Picture&, int orientation);

}  // namespace zheye::picture
