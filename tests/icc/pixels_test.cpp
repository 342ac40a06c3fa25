// Samples of pictures as inks of a press, and the limit of these.
#include "icc/pixels.h"

#include "icc/inks.h"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace zheye;

namespace {

icc::Profile shipped(const std::string& name) {
    const auto bytes = DiskFileSystem().read("/usr/share/color/icc/ghostscript/" + name);
    REQUIRE(bytes);
    auto profile = icc::read(*bytes);
    REQUIRE(profile);
    return std::move(*profile);
}

int at(const std::string& samples, std::size_t i) { return static_cast<unsigned char>(samples[i]); }

std::string pixel(std::array<int, 4> inks) {
    std::string samples;
    for (const int ink : inks) samples += static_cast<char>(ink);
    return samples;
}

}  // namespace

TEST_CASE("pixels get the inks that the same colour of a theme gets") {
    const auto press = shipped("default_cmyk.icc");
    const auto inks = icc::Inks::of(press, {});
    REQUIRE(inks);
    const std::array<Colour, 5> colours{{{255, 255, 255}, {181, 38, 30}, {0, 0, 0}, {60, 120, 200}, {128, 128, 128}}};
    std::string samples;
    for (const auto [r, g, b] : colours) samples += {static_cast<char>(r), static_cast<char>(g), static_cast<char>(b)};
    const auto made = icc::converted(samples, icc::srgb().bytes.bytes(), press);
    REQUIRE(made);
    REQUIRE(made->size() == 20);
    for (std::size_t i = 0; i < colours.size(); ++i)
        for (std::size_t c = 0; c < 4; ++c) {
            CAPTURE(i, c);
            CHECK(std::abs(at(*made, i * 4 + c) - inks->cmyk(colours[i])[c] * 255) < 4);
        }
}

TEST_CASE("what is black alone on one press is so on another, and inks become colours of a screen") {
    const auto press = shipped("default_cmyk.icc");
    const auto text = pixel({0, 0, 0, 200});
    const auto same = icc::converted(text, press.bytes.bytes(), press);
    REQUIRE(same);
    CHECK((at(*same, 0) == 0 && at(*same, 1) == 0 && at(*same, 2) == 0));
    CHECK(std::abs(at(*same, 3) - 200) < 4);
    const auto seen = icc::converted(pixel({0, 255, 255, 0}) + pixel({0, 0, 0, 0}), press.bytes.bytes(), icc::srgb());
    REQUIRE(seen);
    CHECK((at(*seen, 0) > 200 && at(*seen, 1) < 70 && at(*seen, 2) < 70));
    CHECK((at(*seen, 3) > 252 && at(*seen, 4) > 252 && at(*seen, 5) > 252));
}

TEST_CASE("samples that are not whole pixels, and profiles that are none, convert to nothing") {
    const auto press = shipped("default_cmyk.icc");
    const auto srgb = icc::srgb();
    CHECK_FALSE(icc::converted("abcd", srgb.bytes.bytes(), press));
    CHECK_FALSE(icc::converted("abc", "no profile", press));
    CHECK_FALSE(icc::converted("abc", shipped("default_gray.icc").bytes.bytes().substr(0, 60), press));
    CHECK_FALSE(icc::grey_for("abc", srgb.bytes.bytes(), press));
}

TEST_CASE("a grey is as light in black alone as its profile says") {
    const auto press = shipped("default_cmyk.icc");
    const auto grey = shipped("default_gray.icc");
    const auto made = icc::grey_for(std::string("\0\x80\xFF", 3), grey.bytes.bytes(), press);
    REQUIRE(made);
    CHECK(at(*made, 0) == 0);
    CHECK(at(*made, 2) == 255);
    const auto black = pixel({0, 0, 0, 255 - at(*made, 1)});
    const auto printed = icc::converted(black, press.bytes.bytes(), icc::srgb());
    const auto meant = icc::converted("\x80", grey.bytes.bytes(), icc::srgb());
    REQUIRE((printed && meant));
    CHECK(std::abs(at(*printed, 1) - at(*meant, 1)) < 5);
}

TEST_CASE("where ink passes the limit its colours give way in proportion, and black stays") {
    auto samples = pixel({255, 204, 204, 255}) + pixel({200, 100, 50, 10}) + pixel({255, 255, 255, 0});
    CHECK(icc::peak_ink(samples) == Approx(3.6));
    icc::limit_ink(samples, 2.6);
    CHECK(at(samples, 3) == 255);
    CHECK(at(samples, 0) + at(samples, 1) + at(samples, 2) <= 1.6 * 255);
    CHECK(at(samples, 0) + at(samples, 1) + at(samples, 2) > 1.6 * 255 - 4);
    CHECK(at(samples, 0) * 204 == Approx(at(samples, 1) * 255).epsilon(0.01));
    CHECK(samples.substr(4, 4) == pixel({200, 100, 50, 10}));
    CHECK(at(samples, 8) == 221);
    CHECK(icc::peak_ink(samples) <= 2.6);
}

TEST_CASE("specks are not what a picture is judged by") {
    std::string samples;
    for (int i = 0; i < 2000; ++i) samples += pixel({100, 100, 100, 0});
    samples += pixel({255, 255, 255, 255});
    CHECK(icc::most_ink(samples) == Approx(300 / 255.0));
    CHECK(icc::peak_ink(samples) == Approx(4));
    for (int i = 0; i < 20; ++i) samples += pixel({255, 255, 255, 255});
    CHECK(icc::most_ink(samples) == Approx(4));
}
