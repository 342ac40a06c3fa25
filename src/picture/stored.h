// The samples of a picture, whatever it is stored as, and a picture of other samples. Must not know what changes them.
#pragma once

#include "picture/picture.h"

#include <optional>
#include <string>

namespace zheye::picture {

/// Row by row as the picture has them (of a CMYK JPEG inverted or not, see `Picture::inverted`). Nothing of shapes, and
/// of a file that cannot be decoded or is not what the picture says.
[[nodiscard]] std::optional<Blob> samples_of(const Picture&);

/// Of JPEG files that this program makes: on a screen nobody sees the loss; a press shows more.
inline constexpr int kScreenQuality = 88, kPressQuality = 95;

/// Gives the picture these samples, of its width, height and components: as a JPEG file if it was stored with loss.
void store(Picture&, std::string samples, int quality);

}  // namespace zheye::picture
