// The settings of what stands beside characters.
#include "theme/theme_run.h"

#include <catch2/catch.hpp>

using zheye::Colour;
using zheye::test::ThemeRun;
using zheye::test::with_overrides;

TEST_CASE("decorations: the shipped theme says all, another changes what it names") {
    const ThemeRun run = with_overrides(
        "  decoration: {dots: {size: 0.13, colour: gold}, ruby: {size: 0.4}}\n  typography: {emphasis: dots}\n");
    REQUIRE(run.theme);
    const auto& style = run.theme->decoration;
    CHECK(style.dots.size == 0.13);
    CHECK(style.dots.colour == Colour{0xc5, 0x9b, 0x4b});
    CHECK(style.dots.distance == 0.07);
    CHECK(style.ruby.size == 0.4);
    CHECK(style.ruby.gap == 0.25);
    CHECK_FALSE(style.proper_name.colour);
    CHECK(style.proper_name.distance + style.proper_name.width / 2 < style.dots.under_line - style.dots.size / 2);
    CHECK(run.theme->typography.emphasis_dots);
}

TEST_CASE("decorations: readings nearer than D3 lets them be, and unknown words, are errors") {
    const ThemeRun run =
        with_overrides("  decoration: {ruby: {gap: 0.1}, wave: 1}\n  typography: {emphasis: slanted}\n");
    CHECK_FALSE(run.theme);
    CHECK(run.en().find("decoration.ruby.gap") != std::string::npos);
    CHECK(run.en().find("unknown theme setting 'theme.decoration.wave'") != std::string::npos);
    CHECK(run.en().find("typography.emphasis") != std::string::npos);
}
