// Colours, lengths, hashes: what a writer of themes may say, and what not.
#include "base/colour.h"
#include "base/hash.h"
#include "base/length.h"
#include "base/nearest.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace zheye;

namespace {
double points(std::string_view text) {
    const auto length = parse_length(text);
    return length && length->unit == Length::Unit::pt ? length->value : std::numeric_limits<double>::quiet_NaN();
}
}  // namespace

TEST_CASE("a colour is read from its hexadecimal forms only") {
    CHECK(parse_colour("#c8102e") == Colour{0xC8, 0x10, 0x2E});
    CHECK(parse_colour("#C8102E") == Colour{0xC8, 0x10, 0x2E});
    CHECK(parse_colour("#0af") == Colour{0x00, 0xAA, 0xFF});
    for (const auto* text : {"", "#", "c8102e", "#c8102", "#c8102g", "#c8102e0", "red", "#12", "0000000"})
        CHECK_FALSE(parse_colour(text).has_value());
    CHECK(to_string(Colour{0, 10, 255}) == "#000aff");
}

TEST_CASE("mixing goes from one colour to the other") {
    const Colour black{}, white{255, 255, 255};
    CHECK(mix(black, white, 0) == black);
    CHECK(mix(black, white, 1) == white);
    CHECK(mix(black, white, 0.5) == Colour{128, 128, 128});
    CHECK(mix(white, black, 0.25) == Colour{191, 191, 191});
    CHECK(mix(black, white, 7) == white);
}

TEST_CASE("lengths come in points whatever the unit") {
    CHECK(points("10.5pt") == Approx(10.5));
    CHECK(points("25.4mm") == Approx(72));
    CHECK(points("2.54cm") == Approx(72));
    CHECK(points("1in") == Approx(72));
    CHECK(points(" 3 mm ") == Approx(3 * 72 / 25.4));
    CHECK(points("0") == 0);
    CHECK(points("-2pt") == -2);
    CHECK(parse_length("2em") == Length{2, Length::Unit::em});
    CHECK(parse_length("2em")->in_pt(10.5) == Approx(21));
    CHECK(parse_length("5pt")->in_pt(10.5) == Approx(5));
}

TEST_CASE("Chinese type sizes are lengths") {
    CHECK(points("初号") == 42);
    CHECK(points("小初") == 36);
    CHECK(points("小初号") == 36);
    CHECK(points("三号") == 16);
    CHECK(points("3号") == 16);
    CHECK(points("小四") == 12);
    CHECK(points("五号") == 10.5);
    CHECK(points("六号") == 7.875);
    CHECK(points("八号") == 5);
}

TEST_CASE("what is no length is refused") {
    for (const auto* text :
         {"", "5", "pt", "5px", "五", "九号", "1e3pt", "inf", "nanpt", "5 5pt", "--5pt", "号", "0x10pt"})
        CHECK_FALSE(parse_length(text).has_value());
}

TEST_CASE("the hash is XXH3 in canonical order") {
    // The value the reference implementation gives for nothing.
    const Hash128 empty{0x99, 0xaa, 0x06, 0xd3, 0x01, 0x47, 0x98, 0xd8, 0x60, 0x01, 0xc3, 0x24, 0x46, 0x8d, 0x49, 0x7f};
    CHECK(hash128("") == empty);
    CHECK(hash128("一") != hash128("二"));
}

TEST_CASE("the nearest name is near or not given") {
    CHECK(nearest("titel", {"subtitle", "title"}) == "title");
    CHECK(nearest("标提", {"标题", "目录"}) == "标题");
    CHECK_FALSE(nearest("qqq", {"title", "标题"}).has_value());
    CHECK_FALSE(nearest("title", {}).has_value());
}
