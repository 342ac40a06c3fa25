// Rectangles and paths.
#include "base/geometry.h"

#include <catch2/catch.hpp>

using namespace zheye;

TEST_CASE("a path's bounds hold its lines and the control points of its curves") {
    CHECK_FALSE(Path{}.bounds());
    CHECK(Path::rectangle({-3, 4, 10, 5}).bounds() == Rect{-3, 4, 10, 5});
    Path path;
    path.move_to({0, 0});
    path.curve_to({-5, 2}, {4, 9}, {1, 1});
    path.close();
    CHECK(path.bounds() == Rect{-5, 0, 9, 9});
}

TEST_CASE("what rectangles have in common") {
    CHECK(common({0, 0, 10, 10}, {5, -5, 10, 10}) == Rect{5, 0, 5, 5});
    const auto apart = common({0, 0, 10, 10}, {20, 0, 5, 5});
    CHECK(apart.width == 0);
    CHECK(apart.height == 5);
}
