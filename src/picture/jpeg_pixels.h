// JPEG files → rows of 8-bit samples, and back. Only for pictures that are made smaller: all others stay what they are.
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
/// With the loss that nobody sees.
[[nodiscard]] std::optional<std::string> encode_jpeg(const JpegPixels&);

}  // namespace zheye::picture
