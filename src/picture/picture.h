// Picture files → what layout must know (size) and what an output embeds (pixels or the JPEG as it is).
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"

#include <cstdint>
#include <string>

namespace zheye::picture {

enum class Coding : unsigned char { jpeg, pixels };

struct Picture {
    int width = 0, height = 0;  ///< pixels
    int components = 3;         ///< 1 grey, 3 RGB, 4 CMYK
    Coding coding = Coding::pixels;
    bool inverted = false;  ///< CMYK JPEG with Adobe marker: 255 means no ink
    double dpi = 0;         ///< as the file says; 0 unknown
    Blob data;              ///< the JPEG file, or 8-bit samples row by row
    std::string alpha;      ///< 8-bit samples, empty when opaque
};

/// JPEG (baseline and progressive, 8 bit; EXIF orientation is reported when it is not upright) and PNG (all kinds;
/// 16 bit is taken down to 8, palettes are resolved). Broken, cut or unknown files are errors at `span`.
[[nodiscard]] diag::Result<Picture> read(const Blob& file, const std::string& path, diag::Span, diag::Diagnostics&);

}  // namespace zheye::picture
