// A picture with fewer pixels, for where more would not be seen. Must not know where it is placed.
#pragma once

#include "picture/picture.h"

namespace zheye::picture {

/// Each new pixel is the mean of the area that it takes, in linear light (of CMYK, of the inks). Width and height, no
/// larger than they were, are those of the picture as it is looked at. What was stored with loss is stored so again;
/// profile, orientation and transparency stay. A file that cannot be decoded stays what it is.
[[nodiscard]] Picture sampled(const Picture&, int width, int height);

}  // namespace zheye::picture
