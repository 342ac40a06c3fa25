// The first directory of a TIFF block → two of its fields. Must not know JPEG.
#include "picture/exif.h"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace zheye::picture {

namespace {

class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const {
        if (size > bytes_.size() || at > bytes_.size() - size) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes_[little_ ? at + size - 1 - i : at + i]);
        return value;
    }
    [[nodiscard]] double rational(std::size_t at) const {
        const auto below = number(at + 4, 4);
        return below == 0 ? 0 : static_cast<double>(number(at, 4)) / below;
    }

private:
    std::string_view bytes_;
    bool little_;
};

}  // namespace

Exif read_exif(std::string_view bytes) {
    constexpr std::uint32_t kOrientation = 274, kResolutionX = 282, kResolutionUnit = 296, kCentimetre = 3;
    constexpr std::size_t kEntrySize = 12, kValue = 8;
    const Tiff tiff(bytes);
    Exif exif;
    if (tiff.number(2, 2) != 42) return exif;
    const std::size_t directory = tiff.number(4, 4);
    const std::size_t count = tiff.number(directory, 2);
    double per_centimetre = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * kEntrySize;
        if (entry + kEntrySize > bytes.size()) break;
        const auto tag = tiff.number(entry, 2);
        const auto value = tiff.number(entry + kValue, 2);
        if (tag == kOrientation && value >= 1 && value <= 8) exif.orientation = static_cast<int>(value);
        if (tag == kResolutionX) exif.dpi = tiff.rational(tiff.number(entry + kValue, 4));
        if (tag == kResolutionUnit && value == kCentimetre) per_centimetre = 2.54;
    }
    exif.dpi *= per_centimetre;
    return exif;
}

void turn(Picture& picture, int orientation) {
    if (orientation < 1 || orientation > 8) return;
    picture.orientation = orientation;
    if (picture.is_turned()) std::swap(picture.width, picture.height);
}

}  // namespace zheye::picture
