// libjpeg reports errors by a function that must not return: only the two functions under "In reach of longjmp" call
// into it where it may fail, and they own nothing.
#include "picture/jpeg_pixels.h"

#include "picture/origin.h"

#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace zheye::picture {

namespace {

/// What libjpeg's callbacks see. Trivial, so that a longjmp skips nothing.
struct Failure {
    jpeg_error_mgr manager;
    std::jmp_buf jump;
};

extern "C" {
static void on_error(j_common_ptr codec) { std::longjmp(reinterpret_cast<Failure*>(codec->err)->jump, 1); }
static void on_message(j_common_ptr) {}
}

jpeg_error_mgr* errors(Failure& failure) {
    jpeg_std_error(&failure.manager);
    failure.manager.error_exit = on_error;
    failure.manager.output_message = on_message;
    return &failure.manager;
}

J_COLOR_SPACE space(int components) { return components == 1 ? JCS_GRAYSCALE : components == 4 ? JCS_CMYK : JCS_RGB; }

// In reach of longjmp ------------------------------------------------------------------------------------------------

bool begin_reading(jpeg_decompress_struct* codec, Failure* failure, const unsigned char* bytes, std::size_t size) {
    if (setjmp(failure->jump)) return false;
    jpeg_create_decompress(codec);
    jpeg_mem_src(codec, bytes, size);
    if (jpeg_read_header(codec, TRUE) != JPEG_HEADER_OK) return false;
    codec->out_color_space = space(codec->num_components);
    return true;
}

bool read_rows(jpeg_decompress_struct* codec, Failure* failure, unsigned char* to, std::size_t row_bytes) {
    if (setjmp(failure->jump)) return false;
    jpeg_start_decompress(codec);
    while (codec->output_scanline < codec->output_height) {
        JSAMPROW row = to + codec->output_scanline * row_bytes;
        jpeg_read_scanlines(codec, &row, 1);
    }
    jpeg_finish_decompress(codec);
    return true;
}

struct Written {
    unsigned char* bytes;
    unsigned long size;
};

bool write_all(jpeg_compress_struct* codec, Failure* failure, const JpegPixels* pixels, int quality, Written* written) {
    if (setjmp(failure->jump)) return false;
    jpeg_create_compress(codec);
    jpeg_mem_dest(codec, &written->bytes, &written->size);
    codec->image_width = static_cast<JDIMENSION>(pixels->width);
    codec->image_height = static_cast<JDIMENSION>(pixels->height);
    codec->input_components = pixels->components;
    codec->in_color_space = space(codec->input_components);
    jpeg_set_defaults(codec);
    jpeg_set_quality(codec, quality, TRUE);
    codec->optimize_coding = TRUE;
    jpeg_start_compress(codec, TRUE);
    while (codec->next_scanline < codec->image_height) {
        const auto begin =
            std::size_t{codec->next_scanline} * codec->image_width * static_cast<unsigned>(pixels->components);
        auto* row = reinterpret_cast<JSAMPROW>(const_cast<char*>(pixels->samples.data() + begin));
        jpeg_write_scanlines(codec, &row, 1);
    }
    jpeg_finish_compress(codec);
    return true;
}

// --------------------------------------------------------------------------------------------------------------------

}  // namespace

std::optional<JpegPixels> decode_jpeg(std::string_view file) {
    Failure failure{};
    jpeg_decompress_struct codec{};
    codec.err = errors(failure);
    std::optional<JpegPixels> pixels;
    if (begin_reading(&codec, &failure, reinterpret_cast<const unsigned char*>(file.data()), file.size()) &&
        !is_too_large(codec.image_width, codec.image_height)) {
        pixels = JpegPixels{
            static_cast<int>(codec.image_width), static_cast<int>(codec.image_height), codec.num_components, {}};
        const auto row_bytes = std::size_t{codec.image_width} * static_cast<std::size_t>(codec.num_components);
        pixels->samples.resize(row_bytes * codec.image_height);
        if (!read_rows(&codec, &failure, reinterpret_cast<unsigned char*>(pixels->samples.data()), row_bytes))
            pixels.reset();
    }
    jpeg_destroy_decompress(&codec);
    return pixels;
}

std::optional<std::string> encode_jpeg(const JpegPixels& pixels, int quality) {
    Failure failure{};
    jpeg_compress_struct codec{};
    codec.err = errors(failure);
    Written written{nullptr, 0};
    std::optional<std::string> file;
    if (write_all(&codec, &failure, &pixels, quality, &written))
        file.emplace(reinterpret_cast<const char*>(written.bytes), written.size);
    jpeg_destroy_compress(&codec);
    std::free(written.bytes);
    return file;
}

}  // namespace zheye::picture
