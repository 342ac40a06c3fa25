#include "picture/webp.h"

#include "picture/exif.h"
#include "picture/profile.h"
#include "picture/samples.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>
#include <string_view>

namespace zheye::picture {

namespace {

/// The first chunk of that name; empty if there is none.
std::string chunk(const WebPDemuxer* demuxer, const char* name) {
    WebPChunkIterator at{};
    std::string bytes;
    if (WebPDemuxGetChunk(demuxer, name, 1, &at))
        bytes.assign(reinterpret_cast<const char*>(at.chunk.bytes), at.chunk.size);
    WebPDemuxReleaseChunkIterator(&at);
    return bytes;
}

void take_metadata(Picture& picture, std::string_view bytes, const Origin& origin) {
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> demuxer(WebPDemux(&data), WebPDemuxDelete);
    if (!demuxer) return;
    picture.profile = checked_profile(chunk(demuxer.get(), "ICCP"), picture.components, origin);
    const auto bytes_of_exif = chunk(demuxer.get(), "EXIF");
    std::string_view tiff = bytes_of_exif;
    if (tiff.starts_with(std::string_view("Exif\0\0", 6))) tiff.remove_prefix(6);
    const auto exif = read_exif(tiff);
    picture.dpi = exif.dpi;
    turn(picture, exif.orientation);
}

}  // namespace

diag::Result<Picture> read_webp(const Blob& file, const Origin& origin) {
    const auto bytes = file.bytes();
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    WebPBitstreamFeatures features{};
    const auto status = WebPGetFeatures(data, bytes.size(), &features);
    if (status == VP8_STATUS_NOT_ENOUGH_DATA) return origin.cut("WebP");
    if (status != VP8_STATUS_OK) return origin.broken("WebP");
    if (features.has_animation)
        return origin.fail("picture-unsupported", {"这是会动的 WebP", "it is an animated WebP"},
                           {{"请另存为一张静止的图片", "save one still picture of it"}});
    const auto width = static_cast<std::size_t>(features.width), height = static_cast<std::size_t>(features.height);
    if (is_too_large(width, height)) return origin.too_large(width, height);

    const std::size_t channels = features.has_alpha ? 4 : 3, row = width * channels;
    std::string samples(row * height, '\0');
    auto* target = reinterpret_cast<std::uint8_t*>(samples.data());
    const auto decode = features.has_alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
    if (decode(data, bytes.size(), target, samples.size(), static_cast<int>(row)) == nullptr) {
        const auto stated = bytes.size() < 8
                                ? 0
                                : static_cast<std::size_t>(static_cast<unsigned char>(bytes[4])) |
                                      static_cast<std::size_t>(static_cast<unsigned char>(bytes[5])) << 8 |
                                      static_cast<std::size_t>(static_cast<unsigned char>(bytes[6])) << 16 |
                                      static_cast<std::size_t>(static_cast<unsigned char>(bytes[7])) << 24;
        return stated + 8 > bytes.size() ? origin.cut("WebP") : origin.broken("WebP");
    }
    Picture picture;
    picture.width = features.width;
    picture.height = features.height;
    picture.lossy = features.format == 1;
    if (features.has_alpha) picture.alpha = part_alpha(samples, channels);
    picture.data = Blob(std::move(samples));
    take_metadata(picture, bytes, origin);
    return picture;
}

}  // namespace zheye::picture
