// WebP files, written by libwebp from known samples, with the chunks around them that cameras and programs add.
#include "icc.h"
#include "picture/picture.h"

#include <catch2/catch.hpp>
#include <webp/encode.h>

#include <cmath>
#include <cstdlib>
#include <string>

using namespace zheye;

namespace {

constexpr int kWidth = 7, kHeight = 4;

std::string samples(int channels, bool opaque) {
    std::string all;
    for (int i = 0; i < kWidth * kHeight; ++i) {
        all += {static_cast<char>(i * 9), static_cast<char>(255 - i), static_cast<char>(i * 31)};
        if (channels == 4) all += static_cast<char>(opaque ? 255 : 10 + i);
    }
    return all;
}

std::string little(std::size_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i);
    return bytes;
}
std::string chunk(const std::string& name, const std::string& content) {
    return name + little(content.size(), 4) + content + std::string(content.size() % 2, '\0');
}
std::string riff(const std::string& chunks) { return "RIFF" + little(chunks.size() + 4, 4) + "WEBP" + chunks; }

std::string taken(std::uint8_t* bytes, std::size_t size) {
    REQUIRE(size > 0);
    std::string file(reinterpret_cast<char*>(bytes), size);
    WebPFree(bytes);
    return file;
}
std::string lossless(bool opaque = false) {
    const auto rgba = samples(4, opaque);
    std::uint8_t* bytes = nullptr;
    const auto size =
        WebPEncodeLosslessRGBA(reinterpret_cast<const std::uint8_t*>(rgba.data()), kWidth, kHeight, 4 * kWidth, &bytes);
    return taken(bytes, size);
}
std::string lossy() {
    const auto rgb = samples(3, true);
    std::uint8_t* bytes = nullptr;
    const auto size =
        WebPEncodeRGB(reinterpret_cast<const std::uint8_t*>(rgb.data()), kWidth, kHeight, 3 * kWidth, 90, &bytes);
    return taken(bytes, size);
}

/// The extended form: `flags` of VP8X, chunks before and after the picture's own.
std::string extended(unsigned flags, const std::string& before, const std::string& after) {
    const std::string head = little(flags, 4) + little(kWidth - 1, 3) + little(kHeight - 1, 3);
    return riff(chunk("VP8X", head) + before + lossless().substr(12) + after);
}

std::string exif(unsigned orientation) {
    return "II" + little(42, 2) + little(8, 4) + little(1, 2) + little(274, 2) + little(3, 2) + little(1, 4) +
           little(orientation, 4) + little(0, 4);
}

struct Outcome {
    diag::Result<picture::Picture> picture;
    std::vector<diag::Diagnostic> said;
};
Outcome read(const std::string& bytes) {
    diag::Diagnostics diagnostics;
    auto picture = picture::read(Blob(bytes), "a.webp", {}, diagnostics);
    CHECK(picture.has_value() != diagnostics.has_errors());
    return {std::move(picture), diagnostics.all()};
}
std::string failure(const std::string& bytes) {
    const auto outcome = read(bytes);
    return outcome.said.empty() ? "" : outcome.said[0].code + ": " + outcome.said[0].message.en;
}

}  // namespace

TEST_CASE("A lossless WebP comes out as its samples and its alpha") {
    const auto outcome = read(lossless());
    REQUIRE(outcome.picture);
    CHECK(outcome.said.empty());
    CHECK(outcome.picture->width == kWidth);
    CHECK(outcome.picture->height == kHeight);
    CHECK(outcome.picture->components == 3);
    CHECK_FALSE(outcome.picture->lossy);
    CHECK((outcome.picture->data.bytes() == samples(3, true)));
    REQUIRE(outcome.picture->alpha.size() == kWidth * kHeight);
    CHECK(outcome.picture->alpha[5] == 15);
    CHECK(read(lossless(true)).picture->alpha.empty());
}

TEST_CASE("A WebP stored with loss is known as such") {
    const auto outcome = read(lossy());
    REQUIRE(outcome.picture);
    CHECK(outcome.picture->lossy);
    CHECK(outcome.picture->alpha.empty());
    CHECK(outcome.picture->data.size() == 3 * kWidth * kHeight);
}

TEST_CASE("A WebP keeps its profile and is turned as its EXIF says") {
    const auto profile = test::profile("RGB ");
    const auto outcome = read(extended(0x20 | 0x10 | 0x08, chunk("ICCP", profile), chunk("EXIF", exif(6))));
    REQUIRE(outcome.picture);
    CHECK(outcome.said.empty());
    CHECK((outcome.picture->profile == profile));
    CHECK(outcome.picture->orientation == 6);
    CHECK(outcome.picture->width == kHeight);
    CHECK(outcome.picture->height == kWidth);
    CHECK(outcome.picture->stored_width() == kWidth);
}

TEST_CASE("An animated WebP is refused by name") {
    CHECK(failure(
              riff(chunk("VP8X", little(2, 4) + little(6, 3) + little(3, 3)) + chunk("ANIM", std::string(6, '\0')))) ==
          "picture-unsupported: picture a.webp: it is an animated WebP");
}

TEST_CASE("A WebP that is cut anywhere is an error") {
    for (const auto& file : {lossless(), lossy()})
        for (std::size_t size = 12; size < file.size() - 1; ++size) {
            CAPTURE(size);
            CHECK(failure(file.substr(0, size)) == "picture-broken: picture a.webp: the WebP file is cut off");
        }
}

TEST_CASE("No flipped bit of a WebP brings the program down") {
    for (const auto& file :
         {extended(0x20 | 0x10 | 0x08, chunk("ICCP", test::profile("RGB ")), chunk("EXIF", exif(6))), lossy()})
        for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
            auto bytes = file;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            (void)read(bytes);
        }
}
