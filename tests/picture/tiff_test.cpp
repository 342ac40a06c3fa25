// TIFF files of many kinds, written by libtiff from known samples.
#include "icc.h"
#include "picture/picture.h"

#include <catch2/catch.hpp>
#include <tiffio.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using namespace zheye;

namespace {

constexpr unsigned kWidth = 20, kHeight = 17;

struct Kind {
    std::uint16_t bits = 8, samples = 3, photometric = PHOTOMETRIC_RGB, compression = COMPRESSION_NONE;
    std::uint16_t extra = 0xFFFF;  ///< what the last sample is, if it is no colour
    std::uint16_t orientation = 1, planes = PLANARCONFIG_CONTIG;
    const char* mode = "wl";
    bool tiled = false;
    std::string profile{};
};

unsigned sample(unsigned x, unsigned y, unsigned channel) { return (x * 11 + y * 29 + channel * 71) % 256; }

struct Memory {
    std::string bytes;
    std::size_t at = 0;
};
extern "C" {
static tmsize_t read_memory(thandle_t handle, void* to, tmsize_t size) {
    auto* memory = static_cast<Memory*>(handle);
    const auto count = std::min(static_cast<std::size_t>(size), memory->bytes.size() - memory->at);
    std::memcpy(to, memory->bytes.data() + memory->at, count);
    memory->at += count;
    return static_cast<tmsize_t>(count);
}
static tmsize_t write_memory(thandle_t handle, void* from, tmsize_t size) {
    auto* memory = static_cast<Memory*>(handle);
    const auto count = static_cast<std::size_t>(size);
    memory->bytes.resize(std::max(memory->bytes.size(), memory->at + count));
    std::memcpy(memory->bytes.data() + memory->at, from, count);
    memory->at += count;
    return size;
}
static toff_t seek_memory(thandle_t handle, toff_t to, int whence) {
    auto* memory = static_cast<Memory*>(handle);
    memory->at = whence == SEEK_CUR ? memory->at + to : whence == SEEK_END ? memory->bytes.size() + to : to;
    if (memory->at > memory->bytes.size()) memory->bytes.resize(memory->at);
    return memory->at;
}
static int close_memory(thandle_t) { return 0; }
static toff_t memory_size(thandle_t handle) { return static_cast<Memory*>(handle)->bytes.size(); }
}

std::string packed_row(const Kind& kind, unsigned y) {
    std::string row;
    for (unsigned x = 0; x < kWidth; ++x)
        for (unsigned c = 0; c < kind.samples; ++c) {
            const auto value = static_cast<char>(sample(x, y, c));
            row += value;
            if (kind.bits == 16) row += value;  // 257 times the value, in either order of bytes
        }
    if (kind.bits == 1) row.assign((kWidth + 7) / 8, '\xF0');
    return row;
}

void write_tiles(TIFF* tiff, const Kind& kind) {
    for (unsigned top = 0; top < kHeight; top += 16)
        for (unsigned left = 0; left < kWidth; left += 16) {
            std::string tile;
            for (unsigned y = top; y < top + 16; ++y)
                for (unsigned x = left; x < left + 16; ++x)
                    for (unsigned c = 0; c < kind.samples; ++c) tile += static_cast<char>(sample(x, y, c));
            TIFFWriteTile(tiff, tile.data(), left, top, 0, 0);
        }
}

void write_planes(TIFF* tiff, const Kind& kind) {
    for (unsigned c = 0; c < kind.samples; ++c)
        for (unsigned y = 0; y < kHeight; ++y) {
            std::string row;
            for (unsigned x = 0; x < kWidth; ++x) row += static_cast<char>(sample(x, y, c));
            TIFFWriteScanline(tiff, row.data(), y, static_cast<std::uint16_t>(c));
        }
}

std::string tiff_file(const Kind& kind) {
    Memory memory;
    TIFF* tiff = TIFFClientOpen("", kind.mode, &memory, read_memory, write_memory, seek_memory, close_memory,
                                memory_size, nullptr, nullptr);
    REQUIRE(tiff);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kWidth);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kHeight);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, kind.samples);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, kind.planes);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, kind.orientation);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 100.0);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_CENTIMETER);
    if (kind.extra != 0xFFFF) TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &kind.extra);
    if (!kind.profile.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(kind.profile.size()), kind.profile.data());
    std::vector<std::uint16_t> ramp(256);
    for (unsigned i = 0; i < 256; ++i) ramp[i] = static_cast<std::uint16_t>(i * 257);
    if (kind.photometric == PHOTOMETRIC_PALETTE)
        TIFFSetField(tiff, TIFFTAG_COLORMAP, ramp.data(), ramp.data(), ramp.data());
    if (kind.tiled) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, 16);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, 16);
        write_tiles(tiff, kind);
    } else if (kind.planes == PLANARCONFIG_SEPARATE) {
        write_planes(tiff, kind);
    } else {
        for (unsigned y = 0; y < kHeight; ++y) {
            auto row = packed_row(kind, y);
            TIFFWriteScanline(tiff, row.data(), y, 0);
        }
    }
    TIFFClose(tiff);
    return memory.bytes;
}

struct Outcome {
    diag::Result<picture::Picture> picture;
    std::vector<diag::Diagnostic> said;
};
Outcome read(const std::string& bytes) {
    diag::Diagnostics diagnostics;
    auto picture = picture::read(Blob(bytes), "a.tif", {}, diagnostics);
    CHECK(picture.has_value() != diagnostics.has_errors());
    return {std::move(picture), diagnostics.all()};
}

/// The colours of the test picture as they must come out.
std::string expected(unsigned components, bool negative = false, bool grey_to_rgb = false) {
    std::string all;
    for (unsigned y = 0; y < kHeight; ++y)
        for (unsigned x = 0; x < kWidth; ++x)
            for (unsigned c = 0; c < components; ++c) {
                const auto value = sample(x, y, grey_to_rgb ? 0 : c);
                all += static_cast<char>(negative ? 255 - value : value);
            }
    return all;
}

void check(const Kind& kind, unsigned components, const std::string& samples) {
    const auto outcome = read(tiff_file(kind));
    INFO(kind.photometric << ", planes " << kind.planes << ", tiled " << kind.tiled);
    REQUIRE(outcome.picture);
    CHECK(outcome.said.empty());
    CHECK(outcome.picture->width == kWidth);
    CHECK(outcome.picture->height == kHeight);
    CHECK(outcome.picture->components == static_cast<int>(components));
    CHECK(outcome.picture->dpi == Approx(254));
    CHECK((outcome.picture->data.bytes() == samples));
}

}  // namespace

TEST_CASE("Grey, RGB and CMYK of 8 and 16 bits, either order of bytes, packed or not") {
    const std::uint16_t bits = GENERATE(std::uint16_t{8}, std::uint16_t{16});
    const std::uint16_t packing = GENERATE(std::uint16_t{COMPRESSION_NONE}, std::uint16_t{COMPRESSION_LZW},
                                           std::uint16_t{COMPRESSION_ADOBE_DEFLATE});
    const char* mode = GENERATE("wl", "wb");
    Kind kind{.bits = bits, .compression = packing, .mode = mode};
    check(kind, 3, expected(3));
    kind.samples = 4;
    kind.photometric = PHOTOMETRIC_SEPARATED;
    check(kind, 4, expected(4));
    kind.samples = 1;
    kind.photometric = PHOTOMETRIC_MINISBLACK;
    check(kind, 1, expected(1));
    kind.photometric = PHOTOMETRIC_MINISWHITE;
    check(kind, 1, expected(1, true));
}

TEST_CASE("Tiles, planes and palettes become RGB") {
    check({.tiled = true}, 3, expected(3));
    check({.planes = PLANARCONFIG_SEPARATE}, 3, expected(3));
    check({.samples = 1, .photometric = PHOTOMETRIC_PALETTE}, 3, expected(3, false, true));
    const auto fax = read(tiff_file(
        {.bits = 1, .samples = 1, .photometric = PHOTOMETRIC_MINISWHITE, .compression = COMPRESSION_CCITTFAX4}));
    REQUIRE(fax.picture);
    CHECK((fax.picture->data.bytes().substr(0, 15) == std::string(12, '\0') + std::string(3, '\xFF')));
}

TEST_CASE("The alpha of a TIFF, multiplied into its colours or not") {
    const auto plain = read(tiff_file({.samples = 4, .extra = EXTRASAMPLE_UNASSALPHA}));
    REQUIRE(plain.picture);
    CHECK(plain.picture->components == 3);
    CHECK((plain.picture->data.bytes() == expected(3)));
    CHECK(static_cast<unsigned char>(plain.picture->alpha[2]) == sample(2, 0, 3));
    const auto multiplied = read(tiff_file({.samples = 4, .extra = EXTRASAMPLE_ASSOCALPHA}));
    REQUIRE(multiplied.picture);
    const auto covered = sample(2, 0, 3), colour = sample(2, 0, 0);
    CHECK(static_cast<unsigned char>(multiplied.picture->data.bytes()[6]) == (colour * 255 + covered / 2) / covered);
}

TEST_CASE("A TIFF keeps its profile and is turned as it says") {
    const auto profile = test::profile("CMYK", "prtr");
    const auto outcome =
        read(tiff_file({.samples = 4, .photometric = PHOTOMETRIC_SEPARATED, .orientation = 8, .profile = profile}));
    REQUIRE(outcome.picture);
    CHECK(outcome.said.empty());
    CHECK((outcome.picture->profile == profile));
    CHECK(outcome.picture->orientation == 8);
    CHECK(outcome.picture->width == kHeight);
}

TEST_CASE("A TIFF that is cut is an error, at its start as in its pixels") {
    auto file = tiff_file({});
    for (const std::size_t size : {std::size_t{4}, std::size_t{8}, file.size() / 2, file.size() - 1}) {
        CAPTURE(size);
        const auto outcome = read(file.substr(0, size));
        REQUIRE(outcome.said.size() == 1);
        CHECK(outcome.said[0].code == "picture-broken");
    }
}

TEST_CASE("A TIFF that says it is huge takes no memory to refuse") {
    auto file = tiff_file({});
    const auto put = [&](const std::string& tag, std::uint32_t value) {
        const auto at = file.find(tag);
        REQUIRE(at != std::string::npos);
        for (unsigned i = 0; i < 4; ++i) file[at + 8 + i] = static_cast<char>(value >> 8 * i);
    };
    const std::string width("\0\1\3\0\1\0\0\0\x14\0", 10), height("\1\1\3\0\1\0\0\0\x11\0", 10);
    put(width, 0xFFFF);
    CHECK(read(file).said.at(0).code == "picture-too-large");
    put(std::string("\0\1\3\0\1\0\0\0", 8), 14'000);
    put(height, 14'000);
    CHECK(read(file).said.at(0).code == "picture-broken");
}

TEST_CASE("No flipped bit of a TIFF's head brings the program down") {
    for (const auto& file : {tiff_file({.compression = COMPRESSION_LZW, .profile = test::profile("RGB ")}),
                             tiff_file({.samples = 1, .photometric = PHOTOMETRIC_PALETTE})})
        for (std::size_t bit = 0; bit < 8 * file.size(); bit += 3) {
            auto bytes = file;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            (void)read(bytes);
        }
}
