// Pictures with fewer pixels: what the new ones are, and that all else stays.
#include "picture/jpeg_pixels.h"
#include "picture/sampling.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace zheye;
using picture::Picture;

namespace {

Picture of(int width, int height, int components, std::string samples, std::string alpha = {}) {
    Picture p;
    p.width = width;
    p.height = height;
    p.components = components;
    p.data = Blob(std::move(samples));
    p.alpha = std::move(alpha);
    return p;
}

int at(const std::string& bytes, std::size_t i) { return static_cast<unsigned char>(bytes.at(i)); }
std::string bytes(const Picture& p) { return std::string(p.data.bytes()); }
std::string values(std::initializer_list<int> list) {
    std::string text;
    for (const int v : list) text += static_cast<char>(v);
    return text;
}

/// A slope from dark to light, from left to right.
picture::JpegPixels slope(int width, int height, int components) {
    picture::JpegPixels p{width, height, components, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < components; ++c) p.samples += static_cast<char>(255 * x / (width - 1));
    return p;
}

}  // namespace

TEST_CASE("The mean is one of light, not of numbers") {
    const auto grey = picture::sampled(of(2, 1, 1, values({0, 255})), 1, 1);
    CHECK(at(bytes(grey), 0) == 188);  // half the light
    const auto inks = picture::sampled(of(2, 1, 4, values({0, 0, 0, 0, 254, 254, 254, 254})), 1, 1);
    CHECK(at(bytes(inks), 0) == 127);  // half the ink
    const auto same = picture::sampled(of(4, 2, 3, std::string(24, '\x55')), 3, 1);
    CHECK(bytes(same) == std::string(9, '\x55'));
}

TEST_CASE("A new pixel takes the area that it covers") {
    // Three into two: a whole pixel and half a pixel each.
    const auto p = picture::sampled(of(3, 1, 4, values({90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 90})), 2, 1);
    CHECK(bytes(p) == values({60, 0, 0, 0, 0, 0, 0, 60}));
    const auto down = picture::sampled(of(1, 3, 4, values({90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 90})), 1, 2);
    CHECK(bytes(down) == values({60, 0, 0, 0, 0, 0, 0, 60}));
}

TEST_CASE("What cannot be seen has no part in the colours") {
    const auto p = picture::sampled(of(2, 1, 1, values({200, 0}), values({255, 0})), 1, 1);
    CHECK(at(bytes(p), 0) == 200);
    CHECK(at(p.alpha, 0) == 128);
}

TEST_CASE("A JPEG stays one, with its profile and the way it lies") {
    auto whole = of(40, 80, 3, picture::encode_jpeg(slope(80, 40, 3), 88).value());
    whole.coding = picture::Coding::jpeg;
    whole.lossy = true;
    whole.orientation = 6;
    whole.profile = "profile";
    whole.dpi = 300;
    const auto p = picture::sampled(whole, 20, 40);
    CHECK(p.coding == picture::Coding::jpeg);
    CHECK((p.width == 20 && p.height == 40 && p.orientation == 6));
    CHECK(p.profile == "profile");
    CHECK(p.dpi == 150);
    const auto pixels = picture::decode_jpeg(p.data.bytes());
    REQUIRE(pixels);
    CHECK((pixels->width == 40 && pixels->height == 20));
    for (const int x : {4, 20, 36})
        CHECK(std::abs(at(pixels->samples, static_cast<std::size_t>(x * 3)) - 255 * x / 39) < 12);
}

TEST_CASE("The inks of an Adobe JPEG stay as its file has them") {
    auto whole = of(80, 40, 4, picture::encode_jpeg(slope(80, 40, 4), 88).value());
    whole.coding = picture::Coding::jpeg;
    whole.lossy = whole.inverted = true;
    const auto p = picture::sampled(whole, 40, 20);
    CHECK(p.inverted);
    const auto pixels = picture::decode_jpeg(p.data.bytes());
    REQUIRE(pixels);
    CHECK(pixels->components == 4);
    CHECK(std::abs(at(pixels->samples, 36 * 4) - 255 * 36 / 39) < 12);
}

TEST_CASE("What was stored with loss may be stored so again; what was not, is not") {
    auto photo = of(40, 20, 3, slope(40, 20, 3).samples);
    CHECK(picture::sampled(photo, 20, 10).coding == picture::Coding::pixels);
    photo.lossy = true;
    CHECK(picture::sampled(photo, 20, 10).coding == picture::Coding::jpeg);
}

TEST_CASE("A file that cannot be decoded stays what it is, and nothing is made larger") {
    auto broken = of(40, 20, 3, "\xFF\xD8 nothing");
    broken.coding = picture::Coding::jpeg;
    CHECK(bytes(picture::sampled(broken, 20, 10)) == bytes(broken));
    CHECK_FALSE(picture::decode_jpeg("").has_value());
    const auto file = picture::encode_jpeg(slope(40, 20, 1), 88).value();
    for (std::size_t end = 0; end < file.size(); end += 7) (void)picture::decode_jpeg(file.substr(0, end));
    const auto small = of(2, 2, 1, std::string(4, 'a'));
    CHECK(picture::sampled(small, 3, 3).width == 2);
}
