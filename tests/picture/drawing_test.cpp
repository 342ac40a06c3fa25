// A drawing in its place: where its shapes come to lie, and what of them is seen.
#include "picture/drawing.h"

#include <catch2/catch.hpp>

using namespace zheye;

namespace {

picture::Drawing two_halves() {
    picture::Drawing drawing{{20, 10}, {}};
    drawing.shapes.push_back({Path::rectangle({0, 0, 10, 10}), Paint{Colour{200, 0, 0}}, {}, 1});
    drawing.shapes.push_back({Path::rectangle({10, 0, 10, 10}), Paint{Colour{0, 0, 200}}, {}, 1});
    drawing.shapes.back().stroke = Stroke{{0, 0, 0}, 0.5, {}, false};
    return drawing;
}

}  // namespace

TEST_CASE("A drawing fills its place, and its lines grow with it") {
    const auto shapes = picture::shapes_in({100, 50, 40, 20}, two_halves(), {}, 0);
    REQUIRE(shapes.size() == 2);
    CHECK(shapes[0].path.bounds() == Rect{100, 50, 20, 20});
    CHECK(shapes[1].path.bounds() == Rect{120, 50, 20, 20});
    CHECK(shapes[1].stroke->width == Approx(1));
    CHECK_FALSE(shapes[0].clip);
}

TEST_CASE("What lies inside a clip has none, what reaches out is cut off, what is hidden is left out") {
    const Rect place{100, 50, 40, 20};
    const auto inside = picture::shapes_in(place, two_halves(), Rect{90, 40, 60, 40}, 0);
    REQUIRE(inside.size() == 2);
    CHECK_FALSE(inside[0].clip);
    const auto cut = picture::shapes_in(place, two_halves(), Rect{100, 50, 30, 20}, 0);
    REQUIRE(cut.size() == 2);
    CHECK_FALSE(cut[0].clip);
    CHECK(cut[1].clip == Rect{100, 50, 30, 20});
    auto drawing = two_halves();
    drawing.shapes[1].clip = Rect{15, 0, 5, 10};  // on the page 130 to 140
    CHECK(picture::shapes_in(place, drawing, Rect{100, 50, 25, 20}, 0).size() == 1);
}

TEST_CASE("Round corners cut all shapes, but for one with a smaller clip of its own") {
    auto drawing = two_halves();
    drawing.shapes[1].clip = Rect{12, 2, 4, 4};
    const Rect place{0, 0, 20, 10}, clip{0, 0, 18, 10};
    const auto shapes = picture::shapes_in(place, drawing, clip, 3);
    REQUIRE(shapes.size() == 2);
    CHECK(shapes[0].clip == clip);
    CHECK(shapes[0].clip_radius == 3);
    CHECK(shapes[1].clip == Rect{12, 2, 4, 4});
    CHECK(shapes[1].clip_radius == 0);
}
