// Segments of JPEG files (ITU-T T.81, annex B) and PNG by libpng, which reports errors by longjmp: only the function
// under "In reach of longjmp" calls into it, and it owns nothing.
#include "picture/web.h"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <vector>

namespace zheye::picture {

namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Without the segments APP1: Exif and XMP. The file was found to be whole when it was read.
std::string without_notes(std::string_view file) {
    constexpr unsigned kApp1 = 0xE1, kStartOfScan = 0xDA, kMarker = 0xFF;
    std::string kept(file.substr(0, 2));
    std::size_t at = 2;
    while (at + 4 <= file.size() && byte_at(file, at) == kMarker && byte_at(file, at + 1) != kStartOfScan) {
        if (byte_at(file, at + 1) == kMarker) {  // a marker may be preceded by any number of these
            ++at;
            continue;
        }
        const std::size_t size = 2 + (byte_at(file, at + 2) << 8 | byte_at(file, at + 3));
        if (byte_at(file, at + 1) != kApp1) kept += file.substr(at, size);
        at = std::min(at + size, file.size());
    }
    return kept.append(file.substr(at));
}

/// Grey or RGB, with alpha where there is any, row by row.
struct Samples {
    int width = 0, height = 0, components = 0;
    std::string bytes;
};

/// Each ink takes away from white what it covers, and black from what is left.
void append_rgb_of_inks(std::string& to, std::string_view inks) {
    const auto light = [&](std::size_t i) { return 255U - byte_at(inks, i); };
    for (std::size_t i = 0; i < 3; ++i) to += static_cast<char>((light(i) * light(3) + 127) / 255);
}

Samples samples_of(const Picture& picture) {
    constexpr int kInks = 4;
    const bool in_inks = picture.components == kInks, has_alpha = !picture.alpha.empty();
    Samples samples{picture.stored_width(), picture.stored_height(), in_inks ? 3 : picture.components, {}};
    const auto pixels = static_cast<std::size_t>(samples.width) * static_cast<std::size_t>(samples.height);
    const auto step = static_cast<std::size_t>(picture.components);
    samples.bytes.reserve(pixels * (step + 1));
    for (std::size_t i = 0; i < pixels; ++i) {
        const auto pixel = picture.data.bytes().substr(i * step, step);
        if (in_inks)
            append_rgb_of_inks(samples.bytes, pixel);
        else
            samples.bytes += pixel;
        if (has_alpha) samples.bytes += picture.alpha[i];
    }
    if (has_alpha) ++samples.components;
    return samples;
}

extern "C" {
static void append_bytes(png_structp png, png_bytep bytes, std::size_t size) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}
static void flush_nothing(png_structp) {}
static void on_failure(png_structp png, png_const_charp) { png_longjmp(png, 1); }
static void on_remark(png_structp, png_const_charp) {}
}

// In reach of longjmp ------------------------------------------------------------------------------------------------

bool write_rows(png_structp png, png_infop info, const Samples* samples, const std::string* profile, png_bytepp rows) {
    constexpr int kColours[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
                                PNG_COLOR_TYPE_RGB_ALPHA};
    if (setjmp(png_jmpbuf(png))) return false;
    png_set_IHDR(png, info, static_cast<png_uint_32>(samples->width), static_cast<png_uint_32>(samples->height), 8,
                 kColours[samples->components - 1], PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (!profile->empty())
        png_set_iCCP(png, info, "ICC", PNG_COMPRESSION_TYPE_BASE, reinterpret_cast<png_const_bytep>(profile->data()),
                     static_cast<png_uint_32>(profile->size()));
    png_set_rows(png, info, rows);
    png_write_png(png, info, PNG_TRANSFORM_IDENTITY, nullptr);
    return true;
}

// --------------------------------------------------------------------------------------------------------------------

std::string png_of(Samples samples, const std::string& profile) {
    std::string file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, on_failure, on_remark);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    std::vector<png_bytep> rows(static_cast<std::size_t>(samples.height));
    const auto row_size = static_cast<std::size_t>(samples.width) * static_cast<std::size_t>(samples.components);
    for (std::size_t y = 0; y < rows.size(); ++y)
        rows[y] = reinterpret_cast<png_bytep>(samples.bytes.data()) + y * row_size;
    if (info) {
        png_set_write_fn(png, &file, append_bytes, flush_nothing);
        if (!write_rows(png, info, &samples, &profile, rows.data())) file.clear();
    }
    png_destroy_write_struct(&png, &info);
    return file;
}

}  // namespace

WebFile web_file(const Picture& picture) {
    if (picture.drawing) return {};
    if (picture.coding == Coding::jpeg) return {"image/jpeg", without_notes(picture.data.bytes())};
    constexpr int kInks = 4;
    return {"image/png", png_of(samples_of(picture), picture.components == kInks ? std::string{} : picture.profile)};
}

}  // namespace zheye::picture
