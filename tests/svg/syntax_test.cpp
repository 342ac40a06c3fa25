// Numbers and path data: short, and at every point as exact as the last.
#include "svg/syntax.h"

#include <catch2/catch.hpp>

using namespace zheye;

TEST_CASE("numbers have nothing in them that can be left out") {
    CHECK(svg::number(0) == "0");
    CHECK(svg::number(-0.001) == "0");
    CHECK(svg::number(0.5) == ".5");
    CHECK(svg::number(-0.25) == "-.25");
    CHECK(svg::number(12.30) == "12.3");
    CHECK(svg::number(99.999) == "100");
    CHECK(svg::number(-7.126, 3) == "-7.126");
    CHECK(svg::number(2.5, 0) == "3");
}

TEST_CASE("path data say distances, and a command once as long as it goes on") {
    CHECK(svg::path_data(Path::rectangle({1, 2, 3, 4})) == "m1 2h3v4h-3z");
    Path path;
    path.move_to({0.5, 0.5});
    path.line_to({1, 1});
    path.line_to({1.5, 0.5});
    path.curve_to({2, 0.5}, {2, 1}, {2.5, 1});
    path.curve_to({3, 1}, {3, 2}, {4, 2});
    path.close();
    path.move_to({0.5, 1});
    path.line_to({0.5, 3});
    CHECK(svg::path_data(path) == "m.5.5.5.5.5-.5c.5 0 .5.5 1 .5.5 0 .5 1 1.5 1zm0 .5v2");
    CHECK(svg::path_data({}).empty());
}

TEST_CASE("what is rounded off does not add up along a path") {
    Path path;
    path.move_to({0, 0});
    for (int i = 1; i <= 1000; ++i) path.line_to({i * 0.004, i * 1.0});
    const auto data = svg::path_data(path);
    // 1000 steps of 0.004 are 4; each by itself would have been nothing.
    double x = 0;
    for (std::size_t at = data.find('.'); at != std::string::npos; at = data.find(".01", at + 1)) x += 0.01;
    CHECK(x == Approx(4).margin(0.02));
}
