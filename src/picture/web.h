// A picture of pixels → a file that browsers and other readers of SVG show.
#pragma once

#include "picture/picture.h"

#include <string>
#include <string_view>

namespace zheye::picture {

struct WebFile {
    std::string_view type;  ///< "image/jpeg", "image/png"
    std::string bytes;
};

/// A JPEG file as it is, but for what the camera noted down in it: readers would turn the picture by it, each in its
/// own way, and it says where the picture was taken. Pixels become PNG; those in inks become RGB without regard to
/// their profile. Rows lie as they did: see lying.h. Nothing of a picture of shapes.
[[nodiscard]] WebFile web_file(const Picture&);

}  // namespace zheye::picture
