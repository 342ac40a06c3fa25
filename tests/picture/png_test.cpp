// PNG files of all kinds, written by libpng from known samples, come out as those samples in 8 bits.
#include "icc.h"
#include "picture/picture.h"

#include <catch2/catch.hpp>
#include <png.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

using namespace zheye;
using picture::Picture;

namespace {

struct Kind {
    int colour_type = PNG_COLOR_TYPE_RGB, bits = 8, interlace = PNG_INTERLACE_NONE;
    bool transparent = false;  ///< a tRNS chunk: palette entry 1, or the colour of the pixel at 2, 1
    unsigned pixels_per_metre = 0;
    std::string profile{}, exif{};
};

constexpr int kWidth = 5, kHeight = 3;
constexpr std::size_t kAcross = kWidth;

int channels(int colour_type) {
    switch (colour_type) {
        case PNG_COLOR_TYPE_RGB:
            return 3;
        case PNG_COLOR_TYPE_RGB_ALPHA:
            return 4;
        case PNG_COLOR_TYPE_GRAY_ALPHA:
            return 2;
        default:
            return 1;
    }
}

/// The sample that the test picture has at a place: something different everywhere.
unsigned sample(const Kind& kind, int x, int y, int channel) {
    return static_cast<unsigned>(x * 7919 + y * 104729 + channel * 1299709 + 12345) % (1U << kind.bits);
}

png_color palette_entry(unsigned i) {
    return {static_cast<png_byte>(i * 37), static_cast<png_byte>(255 - i), static_cast<png_byte>(i * 101)};
}

std::vector<std::string> packed_rows(const Kind& kind) {
    std::vector<std::string> rows;
    for (int y = 0; y < kHeight; ++y) {
        std::string bits;
        for (int x = 0; x < kWidth; ++x)
            for (int c = 0; c < channels(kind.colour_type); ++c)
                for (int bit = kind.bits - 1; bit >= 0; --bit) bits += sample(kind, x, y, c) >> bit & 1 ? '1' : '0';
        bits.resize((bits.size() + 7) / 8 * 8, '0');
        std::string row;
        for (std::size_t at = 0; at < bits.size(); at += 8)
            row += static_cast<char>(std::stoi(bits.substr(at, 8), nullptr, 2));
        rows.push_back(row);
    }
    return rows;
}

void append(png_structp png, png_bytep bytes, std::size_t size) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(bytes), size);
}
void give_up(png_structp, png_const_charp) { std::abort(); }

void set_extras(png_structp png, png_infop info, const Kind& kind) {
    std::vector<png_color> palette;
    if (kind.colour_type == PNG_COLOR_TYPE_PALETTE) {
        for (unsigned i = 0; i < 1U << kind.bits; ++i) palette.push_back(palette_entry(i));
        png_set_PLTE(png, info, palette.data(), static_cast<int>(palette.size()));
    }
    if (kind.pixels_per_metre)
        png_set_pHYs(png, info, kind.pixels_per_metre, kind.pixels_per_metre, PNG_RESOLUTION_METER);
    if (!kind.profile.empty())
        png_set_iCCP(png, info, "a profile", PNG_COMPRESSION_TYPE_BASE,
                     reinterpret_cast<png_const_bytep>(kind.profile.data()),
                     static_cast<png_uint_32>(kind.profile.size()));
    auto exif = kind.exif;
    if (!exif.empty())
        png_set_eXIf_1(png, info, static_cast<png_uint_32>(exif.size()), reinterpret_cast<png_bytep>(exif.data()));
    if (!kind.transparent) return;
    png_byte alphas[] = {255, 40};
    png_color_16 key{};
    key.gray = key.red = static_cast<png_uint_16>(sample(kind, 2, 1, 0));
    key.green = static_cast<png_uint_16>(sample(kind, 2, 1, 1));
    key.blue = static_cast<png_uint_16>(sample(kind, 2, 1, 2));
    png_set_tRNS(png, info, alphas, 2, &key);
}

std::string png_file(const Kind& kind) {
    std::string file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, give_up, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &file, append, nullptr);
    png_set_IHDR(png, info, kWidth, kHeight, kind.bits, kind.colour_type, kind.interlace, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    set_extras(png, info, kind);
    png_write_info(png, info);
    auto rows = packed_rows(kind);
    std::vector<png_bytep> pointers;
    for (auto& row : rows) pointers.push_back(reinterpret_cast<png_bytep>(row.data()));
    png_write_image(png, pointers.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return file;
}

/// A file that says it is `width` × `height` and ends there.
std::string header_only(unsigned width, unsigned height) {
    std::string file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, give_up, nullptr);
    png_set_user_limits(png, 0x7FFFFFFF, 0x7FFFFFFF);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &file, append, nullptr);
    png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_RGB, 0, 0, 0);
    png_write_info(png, info);
    png_byte chunk[] = {'I', 'D', 'A', 'T'};
    png_write_chunk(png, chunk, chunk, 4);
    png_destroy_write_struct(&png, &info);
    return file;
}

struct Outcome {
    diag::Result<Picture> picture;
    std::string said;
};

Outcome read(const std::string& bytes) {
    diag::Diagnostics diagnostics;
    auto picture = picture::read(Blob(bytes), "a.png", {}, diagnostics);
    CHECK(picture.has_value() != diagnostics.has_errors());
    std::string said;
    for (const auto& each : diagnostics.all()) said += each.code + ": " + each.message.en + "\n";
    return {std::move(picture), said};
}

int in_8_bits(unsigned value, int bits) { return static_cast<int>(std::lround(value * 255.0 / ((1U << bits) - 1))); }

/// Red, green, blue, alpha of the pixel, or grey and alpha: what the PNG specification says it is.
std::vector<int> expected(const Kind& kind, int x, int y) {
    std::vector<int> values;
    bool is_key = true;
    for (int c = 0; c < channels(kind.colour_type); ++c) {
        values.push_back(in_8_bits(sample(kind, x, y, c), kind.bits));
        is_key = is_key && sample(kind, x, y, c) == sample(kind, 2, 1, c);
    }
    if (kind.colour_type == PNG_COLOR_TYPE_PALETTE) {
        const auto index = sample(kind, x, y, 0);
        const auto colour = palette_entry(index);
        return {colour.red, colour.green, colour.blue, kind.transparent && index == 1 ? 40 : 255};
    }
    if (!(kind.colour_type & PNG_COLOR_MASK_ALPHA)) values.push_back(kind.transparent && is_key ? 0 : 255);
    return values;
}

void check(const Kind& kind) {
    CAPTURE(kind.colour_type, kind.bits, kind.interlace, kind.transparent);
    const auto outcome = read(png_file(kind));
    REQUIRE(outcome.picture);
    CHECK(outcome.said.empty());
    const auto& picture = *outcome.picture;
    CHECK(picture.width == kWidth);
    CHECK(picture.height == kHeight);
    CHECK(picture.coding == picture::Coding::pixels);
    const auto colours = static_cast<std::size_t>(picture.components);
    REQUIRE(picture.data.size() == kAcross * kHeight * colours);
    CHECK(picture.alpha.empty() == !(kind.transparent || (kind.colour_type & PNG_COLOR_MASK_ALPHA)));
    if (!picture.alpha.empty()) REQUIRE(picture.alpha.size() == kAcross * kHeight);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            const auto at = static_cast<std::size_t>(y) * kAcross + static_cast<std::size_t>(x);
            std::vector<int> values;
            for (std::size_t c = 0; c < colours; ++c)
                values.push_back(static_cast<unsigned char>(picture.data.bytes()[at * colours + c]));
            values.push_back(picture.alpha.empty() ? 255 : static_cast<unsigned char>(picture.alpha[at]));
            CHECK(values == expected(kind, x, y));
        }
}

}  // namespace

TEST_CASE("Every colour type at every depth, interlaced or not") {
    const int interlace = GENERATE(PNG_INTERLACE_NONE, PNG_INTERLACE_ADAM7);
    for (int bits : {1, 2, 4, 8, 16}) check({PNG_COLOR_TYPE_GRAY, bits, interlace});
    for (int bits : {1, 2, 4, 8}) check({PNG_COLOR_TYPE_PALETTE, bits, interlace});
    for (int type : {PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB_ALPHA})
        for (int bits : {8, 16}) check({type, bits, interlace});
}

TEST_CASE("Transparent colours and palette entries become alpha") {
    const int interlace = GENERATE(PNG_INTERLACE_NONE, PNG_INTERLACE_ADAM7);
    for (int bits : {1, 2, 4, 8, 16}) check({PNG_COLOR_TYPE_GRAY, bits, interlace, true});
    for (int bits : {1, 2}) check({PNG_COLOR_TYPE_PALETTE, bits, interlace, true});
    for (int bits : {8, 16}) check({PNG_COLOR_TYPE_RGB, bits, interlace, true});
}

TEST_CASE("Resolution comes from pHYs") {
    const auto outcome = read(png_file({PNG_COLOR_TYPE_RGB, 8, 0, false, 11811}));
    REQUIRE(outcome.picture);
    CHECK(outcome.picture->dpi == Approx(300).epsilon(0.001));
    CHECK(read(png_file({})).picture->dpi == 0);
}

TEST_CASE("A PNG keeps its profile and is turned as its EXIF says") {
    Kind kind;
    kind.profile = test::profile("RGB ");
    kind.exif = std::string("MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0", 26);
    diag::Diagnostics diagnostics;
    const auto picture = picture::read(Blob(png_file(kind)), "a.png", {}, diagnostics);
    REQUIRE(picture);
    CHECK(diagnostics.all().empty());
    CHECK(picture->profile.size() == kind.profile.size());
    CHECK((picture->profile == kind.profile));
    CHECK(picture->orientation == 6);
    CHECK(picture->width == kHeight);
    CHECK(picture->height == kWidth);
}

TEST_CASE("A PNG that is cut anywhere is an error") {
    const auto file = png_file({PNG_COLOR_TYPE_RGB, 8, GENERATE(PNG_INTERLACE_NONE, PNG_INTERLACE_ADAM7)});
    for (std::size_t size = 8; size < file.size(); ++size) {
        CAPTURE(size);
        CHECK(read(file.substr(0, size)).said == "picture-broken: picture a.png: the PNG file is cut off\n");
    }
}

TEST_CASE("A PNG with a wrong byte in its pixels is an error") {
    auto file = png_file({});
    const auto at = file.find("IDAT") + 10;
    file[at] = static_cast<char>(~file[at]);
    CHECK(read(file).said == "picture-broken: picture a.png: the PNG file is broken\n");
}

TEST_CASE("No flipped bit of a PNG brings the program down") {
    const auto file = png_file({PNG_COLOR_TYPE_PALETTE, 4, PNG_INTERLACE_ADAM7, true, 11811});
    for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
        auto bytes = file;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        (void)read(bytes);
    }
}

TEST_CASE("A PNG that says it is huge takes no memory to refuse") {
    CHECK(read(header_only(30001, 10)).said == "picture-too-large: picture a.png: it is too large: 30001×10 pixels\n");
    CHECK(read(header_only(20000, 20000)).said ==
          "picture-too-large: picture a.png: it is too large: 20000×20000 pixels\n");
    CHECK(read(header_only(0x7FFFFFFF, 1)).said ==
          "picture-too-large: picture a.png: it is too large: 2147483647×1 pixels\n");
    CHECK(read(header_only(14000, 14000)).said == "picture-broken: picture a.png: the PNG file is cut off\n");
}
