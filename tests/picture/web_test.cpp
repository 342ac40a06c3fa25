// Pictures → files for browsers, read back.
#include "picture/web.h"

#include "picture/lying.h"

#include <catch2/catch.hpp>

using namespace zheye;
using picture::Picture;

namespace {

Picture of(int width, int height, int components, std::string samples, std::string alpha = {}) {
    Picture picture;
    picture.width = width;
    picture.height = height;
    picture.components = components;
    picture.data = Blob(std::move(samples));
    picture.alpha = std::move(alpha);
    return picture;
}

Picture read_back(const picture::WebFile& file) {
    diag::Diagnostics diagnostics;
    auto result = picture::read(Blob(file.bytes), "a", {}, diagnostics);
    REQUIRE(result);
    return std::move(*result);
}

}  // namespace

TEST_CASE("pixels become PNG with the same samples") {
    const std::string rgb = "\x01\x02\x03\xF0\xF1\xF2\x11\x12\x13\x21\x22\x23";
    const auto file = picture::web_file(of(2, 2, 3, rgb, "\x10\x80\xFF\xFF"));
    CHECK(file.type == "image/png");
    const auto back = read_back(file);
    CHECK(back.width == 2);
    CHECK(back.data.bytes() == rgb);
    CHECK(back.alpha == "\x10\x80\xFF\xFF");
    const auto grey = read_back(picture::web_file(of(3, 1, 1, "\x05\x80\xFA")));
    CHECK(grey.components == 1);
    CHECK(grey.data.bytes() == "\x05\x80\xFA");
    CHECK(picture::web_file(of(2, 2, 3, rgb)).bytes == picture::web_file(of(2, 2, 3, rgb)).bytes);
}

TEST_CASE("inks become light: no ink is white, all of black is black") {
    const std::string inks("\0\0\0\0\xFF\0\0\0\x10\x20\x30\xFF", 12);
    const auto back = read_back(picture::web_file(of(3, 1, 4, inks)));
    CHECK(back.components == 3);
    CHECK(back.data.bytes() == std::string("\xFF\xFF\xFF\0\xFF\xFF\0\0\0", 9));
}

TEST_CASE("a turned picture keeps its rows, in the size in which they are stored") {
    auto turned = of(1, 2, 1, "\x05\x80");
    turned.orientation = 6;  // looked at, it is 1 wide and 2 high; stored 2 by 1
    const auto back = read_back(picture::web_file(turned));
    CHECK(back.width == 2);
    CHECK(back.height == 1);
    // The left end of the row is on top, as the row lies turned clockwise.
    CHECK(lying(turned)(Point{0, 0.5}) == Point{0.5, 0});
    CHECK(lying(Picture{})(Point{0.25, 0.5}) == Point{0.25, 0.5});
}

TEST_CASE("a JPEG file stays as it is but for what the camera noted down") {
    const std::string before("\xFF\xD8\xFF\xE0\0\x04JF", 8),
        exif(
            "\xFF\xE1\0\x0A"
            "Exif\0\0\x01\x02",
            12),
        profile("\xFF\xE2\0\x05icc", 7), rest("\xFF\xDA\0\x02\xFF\xE1\0\x02 pixels\xFF\xD9", 18);
    Picture jpeg;
    jpeg.coding = picture::Coding::jpeg;
    jpeg.data = Blob(before + exif + profile + rest);
    const auto file = picture::web_file(jpeg);
    CHECK(file.type == "image/jpeg");
    CHECK(file.bytes == before + profile + rest);
    jpeg.data = Blob(before);
    CHECK(picture::web_file(jpeg).bytes == before);
}
