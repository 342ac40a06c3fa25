// Path data and the shapes of the artwork.
#include "theme/artwork.h"

#include "theme/theme_run.h"

#include <catch2/catch.hpp>

#include <cstdio>

using zheye::Colour;
using zheye::Path;
using zheye::test::with_overrides;
using zheye::theme::Artwork;
using zheye::theme::parse_path;

namespace {

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, " %g", value);
    return text;
}

/// A path as absolute path data: M L C Z.
std::string data(const Path& path) {
    std::string text;
    for (const auto& segment : path.segments) {
        const auto op = static_cast<std::size_t>(segment.op);
        constexpr std::size_t kPoints[] = {1, 1, 3, 0};
        text += (text.empty() ? "" : " ") + std::string(1, "MLCZ"[op]);
        for (std::size_t i = 0; i < kPoints[op]; ++i) text += number(segment.points[i].x) + number(segment.points[i].y);
    }
    return text;
}

std::string parsed(std::string_view text) {
    const auto path = parse_path(text);
    return path ? data(*path) : "nothing";
}

/// The artwork of a back cover of one shape.
std::vector<Artwork> drawn(const std::string& shape) {
    const auto run = with_overrides("  cover: {back-artwork: [" + shape + "]}\n");
    INFO(run.en());
    REQUIRE(run.theme);
    return run.theme->cover.back;
}

std::string said(const std::string& shape) {
    return with_overrides("  cover: {back-artwork: [" + shape + "]}\n").codes();
}

}  // namespace

TEST_CASE("path data, absolute") {
    CHECK(parsed("M 1 2 L 3 4 H 5 V 6 Z") == "M 1 2 L 3 4 L 5 4 L 5 6 Z");
    CHECK(parsed("M0 0C1 2 3 4 5 6S9 10 11 12") == "M 0 0 C 1 2 3 4 5 6 C 7 8 9 10 11 12");
    CHECK(parsed("M0,0 S1,2,3,4") == "M 0 0 C 0 0 1 2 3 4");  // no curve before it: from where it stands
    CHECK(parsed("M0 0C0 0 1 1 2 2L3 3S4 5 6 7") == "M 0 0 C 0 0 1 1 2 2 L 3 3 C 3 3 4 5 6 7");
    CHECK(parsed("M-.5.5L1-1") == "M -0.5 0.5 L 1 -1");  // numbers end where the next can begin
    CHECK(parsed(" \n M 1e1 2E-1\tZ ") == "M 10 0.2 Z");
}

TEST_CASE("path data, relative to the point before") {
    CHECK(parsed("m 1 2 l 3 4 h 5 v 6 z") == "M 1 2 L 4 6 L 9 6 L 9 12 Z");
    CHECK(parsed("M 10 10 c 1 2 3 4 5 6 s 1 1 2 2") == "M 10 10 C 11 12 13 14 15 16 C 17 18 16 17 17 18");
    CHECK(parsed("M 10 10 l 5 0 z l 1 1") == "M 10 10 L 15 10 Z L 11 11");  // closing goes back to the start
    CHECK(parsed("M 10 10 l 5 0 m 1 1 l 1 0") == "M 10 10 L 15 10 M 16 11 L 17 11");
}

TEST_CASE("a command goes on for further numbers; a move goes on as lines") {
    CHECK(parsed("M 0 0 1 1 2 2") == "M 0 0 L 1 1 L 2 2");
    CHECK(parsed("m 1 1 1 1 l 2 2 3 3") == "M 1 1 L 2 2 L 4 4 L 7 7");
    CHECK(parsed("M 0 0 H 1 2 V 3 4") == "M 0 0 L 1 0 L 2 0 L 2 3 L 2 4");
    CHECK(parsed("M 0 0 C 1 1 2 2 3 3 4 4 5 5 6 6") == "M 0 0 C 1 1 2 2 3 3 C 4 4 5 5 6 6");
}

TEST_CASE("what is no path data") {
    for (const auto* const text :
         {"", "  ", "1 2", "M", "M 1", "M 1 x", "M 0 0 L 1", "M 0 0 C 1 2 3 4 5", "M 0 0 S 1 2 3", "M 0 0 H",
          "M 0 0 Z 1 1", "M 0 0 K 1 1 2 2", "M 0 0 A 1 1 0 2 0 2 2", "M 0 0 L 1 1 ?", "M 0 0 L 1e999 0"}) {
        INFO(text);
        CHECK(parsed(text) == "nothing");
    }
}

TEST_CASE("each shape") {
    const auto path = drawn("{path: M 0 0 L 1 1, stroke: ink, width: 2pt, opacity: 0.5}");
    REQUIRE(path.size() == 1);
    CHECK(data(path[0].path) == "M 0 0 L 1 1");
    CHECK(path[0].stroke == Colour{0x2a, 0x21, 0x1d});
    CHECK(path[0].stroke_width == 2);
    CHECK(path[0].opacity == 0.5);
    CHECK(path[0].fill.empty());
    CHECK_FALSE(path[0].from_bottom);
    const auto rect = drawn("{rect: [0.1, 0.2, 0.3, 0.4], fill: '#fff', anchor: bottom}");
    CHECK(data(rect.at(0).path) == data(Path::rectangle({0.1, 0.2, 0.3, 0.4})));
    CHECK(rect[0].from_bottom);
    CHECK(rect[0].opacity == 1);
    CHECK_FALSE(rect[0].stroke);
    const auto circle = drawn("{circle: [0.5, 0.6, 0.1], fill: ink}");
    CHECK(data(circle.at(0).path) == data(Path::circle({0.5, 0.6}, 0.1)));
    const auto ground = drawn("{ground: true, fill: ink}");
    CHECK(ground.at(0).ground);
    CHECK(ground[0].path.segments.empty());
}

TEST_CASE("a fill is one colour or a gradient") {
    const auto plain = drawn("{ground: true, fill: '#010203'}");
    REQUIRE(plain.at(0).fill.size() == 1);
    CHECK(plain[0].fill[0].colour == Colour{1, 2, 3});
    const auto gradient = drawn(
        "{ground: true, fill: {from: [0, 1], to: [0.5, 2], stops: [{at: 0, colour: '#000'}, {at: 0.4, colour: ink}, "
        "{at: "
        "1, colour: '#fff'}]}}");
    REQUIRE(gradient.at(0).fill.size() == 3);
    CHECK(gradient[0].from == zheye::Point{0, 1});
    CHECK(gradient[0].to == zheye::Point{0.5, 2});
    CHECK(gradient[0].fill[1].at == 0.4);
    CHECK(gradient[0].fill[1].colour == Colour{0x2a, 0x21, 0x1d});
    CHECK(gradient[0].fill[2].colour == Colour{255, 255, 255});
}

TEST_CASE("repeats move and grow, each from the one before") {
    const auto lines = drawn("{path: M 0 0 L 1 0, stroke: ink, width: 1pt, repeat: {count: 3, move: [0.5, 2]}}");
    REQUIRE(lines.size() == 3);
    CHECK(data(lines[0].path) == "M 0 0 L 1 0");
    CHECK(data(lines[1].path) == "M 0.5 2 L 1.5 2");
    CHECK(data(lines[2].path) == "M 1 4 L 2 4");
    CHECK(lines[2].stroke_width == 1);
    const auto rings = drawn("{circle: [0, 0, 1], stroke: ink, width: 1pt, repeat: {count: 2, grow: 0.5}}");
    REQUIRE(rings.size() == 2);
    CHECK(data(rings[1].path) == data(Path::circle({0, 0}, 1.5)));
}

TEST_CASE("mistakes in shapes") {
    const auto run = with_overrides("  cover: {back-artwork: [{path: M 0 0 K 1 1}]}\n");
    CHECK(run.en() ==
          "/b/a.yaml:3:33: error: theme setting 'theme.cover.back-artwork.path' must be SVG path data "
          "(M L H V C S Q T A Z), not 'M 0 0 K 1 1' [theme-value]\n"
          "    3 |   cover: {back-artwork: [{path: M 0 0 K 1 1}]}\n"
          "      |                                 ^~~~~~~~~~~\n");
    CHECK(run.zh().find("应是SVG 路径（M L H V C S Q T A Z），不是“M 0 0 K 1 1”") != std::string::npos);
    CHECK(said("{path: X, repeat: {count: 50}}") == "3:33 theme-value");  // once, not for each copy
    CHECK(said("{circle: [0, 0]}") == "3:35 theme-value");
    CHECK(said("{rect: 1}") == "3:33 theme-value");
    CHECK(said("{circle: [0, 0, 1], stroke: ink}") == "3:26 missing-setting");
    CHECK(said("{circle: [0, 0, 1], opacity: 2}") == "3:55 theme-value");
    CHECK(said("{circle: [0, 0, 1], anchor: left}") == "3:54 theme-value");
    CHECK(said("{circle: [0, 0, 1], repeat: {count: 0}}") == "3:62 theme-value");
    CHECK(said("{circle: [0, 0, 1], repeat: {count: 2, move: [1]}}") == "3:71 theme-value");
    CHECK(said("{ground: true, path: M 0 0}") == "3:41 unknown-setting");
    CHECK(said("{ground: true, fill: {from: [0, 0], to: [0, 1], stops: [{at: 2, colour: ink}]}}") ==
          "3:87 theme-value");
    CHECK(said("{ground: true, fill: {to: [0, 1], stops: []}}") == "3:47 missing-setting");
    CHECK(said("circle") == "3:26 theme-value");
}
