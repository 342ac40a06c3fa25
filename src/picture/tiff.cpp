#include "picture/tiff.h"

#include "picture/exif.h"
#include "picture/profile.h"
#include "picture/samples.h"

#include <tiffio.h>

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace zheye::picture {

namespace {

/// What libtiff's callbacks see.
struct Source {
    std::string_view bytes;
    std::uint64_t at = 0;
    bool cut = false;  ///< libtiff wanted more bytes than there are
};

extern "C" {
static tmsize_t read_bytes(thandle_t handle, void* to, tmsize_t size) {
    auto* source = static_cast<Source*>(handle);
    const std::uint64_t left = source->at < source->bytes.size() ? source->bytes.size() - source->at : 0;
    const auto count = std::min(static_cast<std::uint64_t>(size), left);
    source->cut = source->cut || count < static_cast<std::uint64_t>(size);
    std::memcpy(to, source->bytes.data() + (count == 0 ? 0 : source->at), count);
    source->at += count;
    return static_cast<tmsize_t>(count);
}
static tmsize_t write_bytes(thandle_t, void*, tmsize_t) { return -1; }
static toff_t seek(thandle_t handle, toff_t to, int whence) {
    auto* source = static_cast<Source*>(handle);
    source->at = whence == SEEK_CUR ? source->at + to : whence == SEEK_END ? source->bytes.size() + to : to;
    return source->at;
}
static int close_nothing(thandle_t) { return 0; }
static toff_t size_of(thandle_t handle) { return static_cast<Source*>(handle)->bytes.size(); }
static int map(thandle_t handle, void** base, toff_t* size) {
    const auto bytes = static_cast<Source*>(handle)->bytes;
    *base = const_cast<char*>(bytes.data());
    *size = bytes.size();
    return 1;
}
static void unmap(thandle_t, void*, toff_t) {}
static int be_silent(TIFF*, void*, const char*, const char*, va_list) { return 1; }
}

using Tiff = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

Tiff open(Source& source) {
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), be_silent, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), be_silent, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), tmsize_t{4} * kMostPixels);
    return {TIFFClientOpenExt("", "r", &source, read_bytes, write_bytes, seek, close_nothing, size_of, map, unmap,
                              options.get()),
            TIFFClose};
}

/// How the samples lie in the file.
struct Layout {
    std::uint32_t width = 0, height = 0;
    std::uint16_t bits = 1, samples = 1, planes = PLANARCONFIG_CONTIG, photometric = PHOTOMETRIC_MINISBLACK;
    std::uint16_t format = SAMPLEFORMAT_UINT, orientation = 1;
    int colours = 3;  ///< components without alpha
    bool has_alpha = false, premultiplied = false;
    bool direct = false;  ///< the samples are taken as they are
};

Layout layout_of(TIFF* tiff) {
    Layout l;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &l.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &l.height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &l.bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &l.samples);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &l.planes);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &l.format);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &l.orientation);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &l.photometric);
    const bool grey = l.photometric == PHOTOMETRIC_MINISBLACK || l.photometric == PHOTOMETRIC_MINISWHITE;
    l.colours = grey ? 1 : l.photometric == PHOTOMETRIC_SEPARATED ? 4 : 3;
    l.direct = (grey || l.photometric == PHOTOMETRIC_RGB || l.photometric == PHOTOMETRIC_SEPARATED) &&
               (l.bits == 8 || l.bits == 16) && l.format == SAMPLEFORMAT_UINT && l.planes == PLANARCONFIG_CONTIG &&
               !TIFFIsTiled(tiff) && l.samples >= l.colours;
    std::uint16_t count = 0;
    std::uint16_t* extra = nullptr;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &count, &extra);
    if (count > 0 && l.samples > l.colours && extra[0] != EXTRASAMPLE_UNSPECIFIED) {
        l.has_alpha = true;
        l.premultiplied = extra[0] == EXTRASAMPLE_ASSOCALPHA;
    }
    return l;
}

/// Whether the file says that it is longer than it is.
bool is_cut(TIFF* tiff, std::uint64_t size) {
    const auto count = TIFFIsTiled(tiff) ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto offset = TIFFGetStrileOffset(tiff, i), length = TIFFGetStrileByteCount(tiff, i);
        if (offset > size || length > size - offset) return true;
    }
    return false;
}

/// One row of the file, its first `wanted` samples of every pixel, in 8 bits.
void append_row(std::string& to, const std::vector<unsigned char>& row, const Layout& l, std::size_t wanted) {
    for (std::size_t x = 0; x < l.width; ++x)
        for (std::size_t c = 0; c < wanted; ++c) {
            const std::size_t at = x * l.samples + c;
            unsigned value = row[l.bits == 16 ? 0 : at];
            if (l.bits == 16) {
                std::uint16_t wide = 0;
                std::memcpy(&wide, row.data() + 2 * at, 2);
                value = (wide + 128U) / 257U;
            }
            to += static_cast<char>(l.photometric == PHOTOMETRIC_MINISWHITE && c == 0 ? 255 - value : value);
        }
}

bool read_rows(TIFF* tiff, const Layout& l, Picture& picture) {
    const auto row_size = static_cast<std::size_t>(TIFFScanlineSize(tiff));
    const std::size_t wanted = static_cast<std::size_t>(l.colours) + (l.has_alpha ? 1 : 0);
    if (row_size < std::size_t{l.width} * l.samples * l.bits / 8) return false;
    std::vector<unsigned char> row(row_size);
    std::string samples;
    samples.reserve(wanted * l.width * l.height);
    for (std::uint32_t y = 0; y < l.height; ++y) {
        if (TIFFReadScanline(tiff, row.data(), y, 0) < 0) return false;
        append_row(samples, row, l, wanted);
    }
    picture.components = l.colours;
    if (l.has_alpha) picture.alpha = part_alpha(samples, wanted);
    if (l.premultiplied) undo_alpha(samples, picture.alpha, static_cast<std::size_t>(l.colours));
    picture.data = Blob(std::move(samples));
    return true;
}

/// Whatever else libtiff makes RGB of.
bool read_as_rgb(TIFF* tiff, const Layout& l, Picture& picture) {
    std::vector<std::uint32_t> raster(std::size_t{l.width} * l.height);
    if (!TIFFReadRGBAImageOriented(tiff, l.width, l.height, raster.data(), l.orientation, 1)) return false;
    std::string samples;
    samples.reserve(4 * raster.size());
    for (const auto pixel : raster)
        for (const auto value : {TIFFGetR(pixel), TIFFGetG(pixel), TIFFGetB(pixel), TIFFGetA(pixel)})
            samples += static_cast<char>(value);
    picture.alpha = part_alpha(samples, 4);
    undo_alpha(samples, picture.alpha, 3);
    picture.data = Blob(std::move(samples));
    return true;
}

void take_metadata(TIFF* tiff, const Layout& l, Picture& picture, const Origin& origin) {
    float resolution = 0;
    std::uint16_t unit = RESUNIT_INCH;
    TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &resolution);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (unit != RESUNIT_NONE) picture.dpi = resolution * (unit == RESUNIT_CENTIMETER ? 2.54 : 1);
    std::uint32_t size = 0;
    const char* profile = nullptr;
    // What was made RGB of something else has left its profile behind.
    const bool kept = l.direct || l.photometric == PHOTOMETRIC_RGB || l.photometric == PHOTOMETRIC_PALETTE ||
                      l.photometric == PHOTOMETRIC_YCBCR;
    if (kept && TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &profile))
        picture.profile = checked_profile({profile, size}, picture.components, origin);
    turn(picture, l.orientation);
}

}  // namespace

diag::Result<Picture> read_tiff(const Blob& file, const Origin& origin) {
    Source source{file.bytes()};
    const Tiff tiff = open(source);
    if (!tiff) return source.cut ? origin.cut("TIFF") : origin.broken("TIFF");
    const auto l = layout_of(tiff.get());
    if (l.width == 0 || l.height == 0) return origin.broken("TIFF");
    if (is_too_large(l.width, l.height)) return origin.too_large(l.width, l.height);
    // An empty fax is packed tightest: a file that promises more is cut, and no memory need be taken to find out.
    constexpr std::uint64_t kMostPacked = 50'000;
    if (std::uint64_t{l.width} * l.height / kMostPacked > file.size()) return origin.cut("TIFF");
    Picture picture;
    picture.width = static_cast<int>(l.width);
    picture.height = static_cast<int>(l.height);
    if (!(l.direct ? read_rows(tiff.get(), l, picture) : read_as_rgb(tiff.get(), l, picture)))
        return is_cut(tiff.get(), file.size()) ? origin.cut("TIFF") : origin.broken("TIFF");
    take_metadata(tiff.get(), l, picture, origin);
    return picture;
}

}  // namespace zheye::picture
