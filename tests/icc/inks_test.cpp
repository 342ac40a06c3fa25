// Colours of the screen as inks of a press.
#include "icc/inks.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace zheye;

namespace {

icc::Profile press() {
    const auto bytes = DiskFileSystem().read("/usr/share/color/icc/ghostscript/default_cmyk.icc");
    REQUIRE(bytes);
    auto profile = icc::read(*bytes);
    REQUIRE(profile);
    return std::move(*profile);
}

icc::Inks inks(const icc::Limits& limits = {}) {
    auto made = icc::Inks::of(press(), limits);
    REQUIRE(made);
    return std::move(*made);
}

double total(const icc::Cmyk& inks) { return inks[0] + inks[1] + inks[2] + inks[3]; }

}  // namespace

TEST_CASE("sRGB is a profile of a screen, and always the same") {
    const auto first = icc::srgb(), second = icc::srgb();
    CHECK(first.bytes.bytes() == second.bytes.bytes());
    const auto read = icc::read(first.bytes);
    REQUIRE(read);
    CHECK(read->space == icc::Space::rgb);
    CHECK(read->components() == 3);
    CHECK(read->description.find("sRGB") != std::string::npos);
}

TEST_CASE("what is no profile of a device is refused") {
    CHECK_FALSE(icc::read(Blob()));
    CHECK_FALSE(icc::read(Blob(std::string(4096, 'x'))));
    const auto good = press();
    CHECK(good.space == icc::Space::cmyk);
    CHECK_FALSE(icc::read(Blob(std::string(good.bytes.bytes().substr(0, 100)))));
    CHECK_FALSE(icc::Inks::of(icc::srgb(), {}));
    const auto lab = DiskFileSystem().read("/usr/share/color/icc/ghostscript/lab.icc");
    REQUIRE(lab);
    CHECK_FALSE(icc::read(*lab));
}

TEST_CASE("paper takes no ink, and a strong red the inks of red") {
    const auto press = inks();
    for (const double ink : press.cmyk({255, 255, 255})) CHECK(ink == Approx(0).margin(0.005));
    const auto red = press.cmyk({181, 38, 30});
    CHECK(red[1] > 0.8);
    CHECK(red[2] > 0.8);
    CHECK(red[0] < 0.4);
}

TEST_CASE("black alone is as dark as the grey it stands for") {
    const auto press = inks();
    CHECK(press.black({0, 0, 0}) == Approx(1).margin(0.001));
    CHECK(press.black({255, 255, 255}) == Approx(0).margin(0.01));
    double before = 1.1;
    for (int grey = 0; grey <= 255; grey += 15) {
        const auto tone = static_cast<std::uint8_t>(grey);
        const double black = press.black({tone, tone, tone});
        CHECK(black <= before);
        before = black;
    }
}

TEST_CASE("of nearly white paper no single ink is left, of a pale colour its own are") {
    const auto free = inks(), press = inks({.total = 4, .least_tint = 0.03});
    const Colour paper{252, 250, 245};
    CHECK(free.cmyk(paper)[2] > 0.03);  // which alone would make it yellow
    CHECK(press.cmyk(paper) == icc::Cmyk{});
    const auto cream = press.cmyk({245, 234, 214});
    CHECK(cream[1] > 0.03);
    CHECK(cream[2] > 0.06);
    CHECK(press.cmyk({255, 255, 225})[2] > 0.06);
    CHECK(inks({.total = 4, .least_tint = 0}).cmyk(paper) == free.cmyk(paper));
}

TEST_CASE("no colour passes the limit, black least of all gives way, and thin tints are left out") {
    const auto free = inks(), limited = inks({.total = 2.4, .least_tint = 0.03});
    bool was_over = false, was_thin = false;
    for (int r = 0; r <= 255; r += 51)
        for (int g = 0; g <= 255; g += 51)
            for (int b = 0; b <= 255; b += 51) {
                const Colour colour{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                                    static_cast<std::uint8_t>(b)};
                const auto before = free.cmyk(colour), after = limited.cmyk(colour);
                CAPTURE(r, g, b);
                CHECK(total(after) <= 2.4 + 1e-9);
                was_over = was_over || total(before) > 2.4;
                for (const double ink : before) was_thin = was_thin || (ink > 0 && ink < 0.03);
                for (const double ink : after) CHECK((ink == 0 || ink >= 0.02));
                if (before[3] >= 0.03) CHECK(after[3] == before[3]);
            }
    CHECK(was_over);
    CHECK(was_thin);
}
