// JPEG files → rows of 8-bit samples, and back. Only for pictures that are made
// smaller or get other colours: all others stay what they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zheye::picture {

/// Grey, RGB or CMYK (as the file has it, inverted or not), as many components as the file has.
struct JpegPixels {
    int width = 0, height = 0, components = 0;
    std::string samples;
};
/// Nothing if the file is broken.
[[nodiscard]] std::optional<JpegPixels> decode_jpeg(std::string_view file);
/// `quality`: 1–100, as libjpeg counts.
[[nodiscard]] std::optional<std::string> encode_jpeg(const JpegPixels&, int quality);

}  // namespace zheye::picture
