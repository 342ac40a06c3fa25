// A PNG file → rows of 8-bit grey or RGB samples and, where the picture is not opaque, its alpha. libpng reports errors
// by longjmp: only the two functions under "In reach of longjmp" call into it, and they own nothing.
#include "picture/png.h"

#include "picture/exif.h"
#include "picture/profile.h"
#include "picture/samples.h"

#include <png.h>

#include <csetjmp>
#include <cstring>
#include <string_view>
#include <vector>

namespace zheye::picture {

namespace {

/// What libpng's callbacks see. Trivial, so that a longjmp skips nothing.
struct Source {
    const char* bytes = nullptr;
    std::size_t size = 0, at = 0;
    bool cut = false;  ///< libpng wanted more bytes than there are
};

struct Header {
    png_uint_32 width = 0, height = 0;
    int components = 0;  ///< after all transformations, alpha included
    std::size_t row_size = 0;
    double dpi = 0;
};

extern "C" {
static void read_bytes(png_structp png, png_bytep target, std::size_t size) {
    auto* source = static_cast<Source*>(png_get_io_ptr(png));
    if (size > source->size - source->at) {
        source->cut = true;
        png_error(png, "cut");
    }
    std::memcpy(target, source->bytes + source->at, size);
    source->at += size;
}
static void on_error(png_structp png, png_const_charp) { png_longjmp(png, 1); }
static void on_warning(png_structp, png_const_charp) {}
}

// In reach of longjmp ------------------------------------------------------------------------------------------------

/// Reads up to the pixels and asks for 8-bit grey or RGB, with alpha if the file has it in whatever way.
bool read_header(png_structp png, png_infop info, Header* header) {
    if (setjmp(png_jmpbuf(png))) return false;
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);  // is_too_large has a better message
    png_read_info(png, info);
    header->width = png_get_image_width(png, info);
    header->height = png_get_image_height(png, info);
    if (is_too_large(header->width, header->height)) return true;  // before libpng takes memory for a row
    png_set_expand(png);                                           // palettes, 1–4 bit greys, tRNS
    png_set_scale_16(png);                                         // rounds, as cutting off the low byte does not
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    header->components = png_get_channels(png, info);
    header->row_size = png_get_rowbytes(png, info);
    header->dpi = png_get_x_pixels_per_meter(png, info) * 0.0254;
    return true;
}

/// Fills the rows and reads on to the end of the file, so that a missing end is found.
bool read_rows(png_structp png, png_infop info, png_bytepp rows) {
    if (setjmp(png_jmpbuf(png))) return false;
    png_read_image(png, rows);
    png_read_end(png, info);
    return true;
}

// --------------------------------------------------------------------------------------------------------------------

class Decoder {
public:
    explicit Decoder(Source& source)
        : png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, on_error, on_warning)),
          info_(png_ ? png_create_info_struct(png_) : nullptr) {
        if (info_) png_set_read_fn(png_, &source, read_bytes);
    }
    ~Decoder() { png_destroy_read_struct(&png_, &info_, nullptr); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    bool header(Header& header) { return info_ && read_header(png_, info_, &header); }
    bool pixels(const Header& header, std::string& samples) {
        samples.resize(header.row_size * header.height);
        std::vector<png_bytep> rows(header.height);
        for (std::size_t y = 0; y < rows.size(); ++y)
            rows[y] = reinterpret_cast<png_bytep>(samples.data()) + y * header.row_size;
        return read_rows(png_, info_, rows.data());
    }
    [[nodiscard]] std::string profile() const {
        char* name = nullptr;
        png_bytep bytes = nullptr;
        int method = 0;
        png_uint_32 size = 0;
        if (png_get_iCCP(png_, info_, &name, &method, &bytes, &size) == 0) return {};
        return {reinterpret_cast<const char*>(bytes), size};
    }
    [[nodiscard]] Exif exif() const {
        png_bytep bytes = nullptr;
        png_uint_32 size = 0;
        if (png_get_eXIf_1(png_, info_, &size, &bytes) == 0) return {};
        return read_exif({reinterpret_cast<const char*>(bytes), size});
    }

private:
    png_structp png_;
    png_infop info_;
};

std::unexpected<diag::Failed> fail(const Source& source, const Origin& origin) {
    return source.cut ? origin.cut("PNG") : origin.broken("PNG");
}

}  // namespace

diag::Result<Picture> read_png(const Blob& file, const Origin& origin) {
    Source source{file.bytes().data(), file.size()};
    Decoder decoder(source);
    Header header;
    if (!decoder.header(header)) return fail(source, origin);
    if (is_too_large(header.width, header.height)) return origin.too_large(header.width, header.height);
    // Deflate packs at most 1032 to 1: a file that promises more is cut, and no memory need be taken to find out.
    source.cut = header.row_size * header.height / 1032 > file.size();
    std::string samples;
    if (source.cut || !decoder.pixels(header, samples)) return fail(source, origin);

    Picture picture;
    picture.width = static_cast<int>(header.width);
    picture.height = static_cast<int>(header.height);
    picture.dpi = header.dpi;
    const bool has_alpha = header.components == 2 || header.components == 4;
    picture.components = header.components - (has_alpha ? 1 : 0);
    if (has_alpha) picture.alpha = part_alpha(samples, static_cast<std::size_t>(header.components));
    picture.data = Blob(std::move(samples));
    picture.profile = checked_profile(decoder.profile(), picture.components, origin);
    turn(picture, decoder.exif().orientation);
    return picture;
}

}  // namespace zheye::picture
