#include "picture/stored.h"

#include "picture/jpeg_pixels.h"

#include <utility>

namespace zheye::picture {

std::optional<Blob> samples_of(const Picture& picture) {
    if (picture.coding == Coding::shapes) return {};
    if (picture.coding == Coding::pixels) return picture.data;
    auto decoded = decode_jpeg(picture.data.bytes());
    const bool as_told = decoded && decoded->width == picture.stored_width() &&
                         decoded->height == picture.stored_height() && decoded->components == picture.components;
    if (!as_told) return {};
    return Blob(std::move(decoded->samples));
}

void store(Picture& picture, std::string samples, int quality) {
    if (picture.lossy) {
        JpegPixels pixels{picture.stored_width(), picture.stored_height(), picture.components, std::move(samples)};
        if (auto file = encode_jpeg(pixels, quality)) {
            picture.data = Blob(std::move(*file));
            picture.coding = Coding::jpeg;
            return;
        }
        samples = std::move(pixels.samples);
    }
    picture.coding = Coding::pixels;
    picture.data = Blob(std::move(samples));
}

}  // namespace zheye::picture
