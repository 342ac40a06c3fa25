// Picture files → what layout must know (size) and what an output embeds (pixels or the JPEG as it is).
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "picture/drawing.h"

#include <cstdint>
#include <memory>
#include <string>

namespace zheye::picture {

enum class Coding : unsigned char { jpeg, pixels, shapes };

struct Picture {
    int width = 0, height = 0;  ///< pixels, as it is looked at; of shapes their own units
    int components = 3;         ///< 1 grey, 3 RGB, 4 CMYK
    Coding coding = Coding::pixels;
    bool inverted = false;  ///< CMYK JPEG with Adobe marker: 255 means no ink
    bool lossy = false;     ///< was stored with loss, so that it may be stored so again
    /// How the rows of `data` lie in the picture: 1 as they are … 8 (TIFF 6.0, tag 274). An output turns them.
    int orientation = 1;
    double dpi = 0;       ///< as the file says; 0 unknown
    Blob data;            ///< the JPEG file, or 8-bit samples row by row
    std::string alpha;    ///< 8-bit samples, empty when opaque
    std::string profile;  ///< ICC profile for these components, empty: those of the device

    std::shared_ptr<const Drawing> drawing{};  ///< of shapes, and then nothing else

    /// Width to height.
    [[nodiscard]] double ratio() const {
        return drawing ? drawing->size.width / drawing->size.height : static_cast<double>(width) / height;
    }
    [[nodiscard]] bool is_turned() const { return orientation >= 5; }
    [[nodiscard]] int stored_width() const { return is_turned() ? height : width; }
    [[nodiscard]] int stored_height() const { return is_turned() ? width : height; }
};

/// JPEG (baseline and progressive, 8 bit), PNG (all kinds), WebP (one picture) and TIFF (the first page): 16 bit is
/// taken down to 8, palettes are resolved. Broken, cut or unknown files are errors at `span`.
/// SVG has a reader of its own (svg.h).
[[nodiscard]] diag::Result<Picture> read(const Blob& file, const std::string& path, diag::Span, diag::Diagnostics&);

}  // namespace zheye::picture
