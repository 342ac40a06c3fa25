#include "pdf/glyph_index.h"

#include <catch2/catch.hpp>

#include <map>

using namespace zheye;

TEST_CASE("every glyph has the number it was given, however many there are") {
    pdf::GlyphIndex index;
    CHECK(index.find(7) == 0);
    std::map<std::uint32_t, std::uint32_t> expected;
    for (std::uint32_t i = 1; i <= 3000; ++i) {
        const auto glyph = i * 7919 % 65521;  // in no order, and some twice
        CHECK(index[glyph] == expected[glyph]);
        index[glyph] = expected[glyph] = i;
    }
    index[0] = expected[0] = 1;
    index[65535] = expected[65535] = 2;
    for (const auto& [glyph, number] : expected) CHECK(index.find(glyph) == number);
    for (std::uint32_t glyph = 0; glyph < 65536; ++glyph)
        if (!expected.contains(glyph)) REQUIRE(index.find(glyph) == 0);
}

TEST_CASE("an index that was cleared knows no glyph") {
    pdf::GlyphIndex index;
    for (std::uint32_t glyph = 0; glyph < 500; ++glyph) index[glyph] = glyph + 1;
    index.clear();
    for (std::uint32_t glyph = 0; glyph < 500; ++glyph) REQUIRE(index.find(glyph) == 0);
    CHECK(index[3] == 0);
}
