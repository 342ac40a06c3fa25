// A JPEG file → what its headers say. The pixels stay coded: outputs embed the file as it is.
#pragma once

#include "picture/origin.h"

namespace zheye::picture {

/// `file` begins with FF D8. Walks all markers up to EOI (ITU-T T.81, annex B), so that a cut file is found.
[[nodiscard]] diag::Result<Picture> read_jpeg(const Blob& file, const Origin&);

}  // namespace zheye::picture
