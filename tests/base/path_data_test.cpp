// Path data, and what can be done with paths.
#include "base/path_data.h"
#include "base/shape.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace zheye;

namespace {

Point end_of(const Path& path) {
    const auto& last = path.segments.back();
    return last.points[last.op == Path::Op::curve ? 2 : 0];
}

bool near(Point a, Point b, double by = 1e-6) { return std::abs(a.x - b.x) < by && std::abs(a.y - b.y) < by; }

/// The middle of a curve.
Point middle(Point from, const Path::Segment& s) {
    const auto at = [&](double a, double b, double c, double d) { return (a + 3 * b + 3 * c + d) / 8; };
    return {at(from.x, s.points[0].x, s.points[1].x, s.points[2].x),
            at(from.y, s.points[0].y, s.points[1].y, s.points[2].y)};
}

}  // namespace

TEST_CASE("Numbers may stand without anything between them") {
    const auto path = parse_path_data("M1.5.5-2+3L1e1,2 3-4");
    REQUIRE(path);
    REQUIRE(path->segments.size() == 4);
    CHECK(path->segments[0].points[0] == Point{1.5, 0.5});
    CHECK(path->segments[1].points[0] == Point{-2, 3});
    CHECK(path->segments[2].points[0] == Point{10, 2});
    CHECK(path->segments[3].points[0] == Point{3, -4});
}

TEST_CASE("Quadratic curves, and controls that are mirrored") {
    const auto path = parse_path_data("M0 0Q3 6 6 0T12 0");
    REQUIRE(path);
    CHECK(near(path->segments[1].points[0], {2, 4}));
    CHECK(near(path->segments[1].points[1], {4, 4}));
    CHECK(near(path->segments[2].points[0], {8, -4}));  // the mirrored control is (9, -6)
    const auto smooth = parse_path_data("M0 0C0 1 1 2 2 2S4 3 4 4");
    REQUIRE(smooth);
    CHECK(near(smooth->segments[2].points[0], {3, 2}));
    const auto plain = parse_path_data("M0 0L2 2S4 3 4 4");  // nothing to mirror
    REQUIRE(plain);
    CHECK(near(plain->segments[2].points[0], {2, 2}));
}

TEST_CASE("Arcs lie on their ellipse and end where they should") {
    const auto half = parse_path_data("M0 0A5 5 0 0 1 10 0");
    REQUIRE(half);
    REQUIRE(half->segments.size() == 3);
    CHECK(near(half->segments[1].points[2], {5, -5}));
    const Point quarter = middle({0, 0}, half->segments[1]);
    CHECK(std::hypot(quarter.x - 5, quarter.y) == Approx(5).epsilon(0.001));
    CHECK(near(end_of(*half), {10, 0}, 1e-12));
    const auto other = parse_path_data("M0 0a5 5 0 0010 0");  // flags need nothing between them
    REQUIRE(other);
    CHECK(near(other->segments[1].points[2], {5, 5}));
    const auto too_small = parse_path_data("M0 0A1 1 0 0 1 10 0");  // grown until it reaches
    REQUIRE(too_small);
    CHECK(near(too_small->segments[1].points[2], {5, -5}));
    const auto large = parse_path_data("M0 0A5 5 0 1 1 5 5");
    REQUIRE(large);
    CHECK(large->bounds()->width > 9.9);
    CHECK(parse_path_data("M0 0A0 5 0 1 1 5 5")->segments[1].op == Path::Op::line);
}

TEST_CASE("What is no path data is told where it ends") {
    using Case = std::pair<std::string, std::size_t>;
    const auto [data, at] =
        GENERATE(Case{"L1 1", 0}, Case{"M1 1 L 2 x", 5}, Case{"M1 1Z5 5", 5}, Case{"M1 1 K3 3", 5},
                 Case{"M1 1A1 1 0 2 0 3 3", 4}, Case{"Mnan inf", 0}, Case{"M1e99 0", 0}, Case{"M0 0l9e5 0l9e5 0", 10});
    INFO(data);
    const auto path = parse_path_data(data);
    REQUIRE_FALSE(path);
    CHECK(path.error() == at);
    CHECK(parse_path_data("")->segments.empty());
}

TEST_CASE("Rectangles are known however they are drawn") {
    const auto known = [](const std::string& data) { return parse_path_data(data)->as_rectangle(); };
    CHECK(known("M1 2h3v4h-3z") == Rect{1, 2, 3, 4});
    CHECK(known("M1 2v4h3v-4z") == Rect{1, 2, 3, 4});
    CHECK(known("M4 6H1V2H4V6") == Rect{1, 2, 3, 4});
    CHECK_FALSE(known("M1 2h3v4h-2z"));
    CHECK_FALSE(known("M1 2h3v4z"));
    CHECK_FALSE(known("M1 2h3v4h-3zM9 9h1v1h-1z"));
    CHECK_FALSE(known("M1 2h3v4c-1 0-2 0-3 0z"));
}

TEST_CASE("Maps are done the inner first; gradients keep their colours at their places") {
    const Affine both = Affine::moving({10, 0}) * Affine::scaling(2, 3);
    CHECK(both(Point{1, 1}) == Point{12, 3});
    CHECK(both(Rect{0, 0, 1, 1}) == Rect{10, 0, 2, 3});
    CHECK_FALSE(Affine{0.7, 0.7, -0.7, 0.7, 0, 0}.keeps_axes());
    Shape shape;
    shape.fill = LinearGradient{{0, 0}, {1, 1}, {{0, {}}, {1, {255, 0, 0}}}};
    shape.stroke = Stroke{{}, 1, {2, 1}};
    const Affine wide = Affine::scaling(4, 1);
    const auto mapped = transformed(shape, wide);
    const auto& gradient = std::get<LinearGradient>(*mapped.fill);
    const Point along = gradient.to - gradient.from;
    const auto share = [&](Point p) {
        const Point d = wide(p) - gradient.from;
        return (d.x * along.x + d.y * along.y) / (along.x * along.x + along.y * along.y);
    };
    for (const Point p : {Point{0, 0}, Point{1, 1}, Point{1, 0}, Point{0, 1}, Point{0.2, 0.6}})
        CHECK(share(p) == Approx((p.x + p.y) / 2).margin(1e-9));
    CHECK(mapped.stroke->width == 2);
    CHECK(mapped.stroke->dash == std::vector<double>{4, 2});
}

TEST_CASE("A picture covers its place, with the point that matters in the middle as far as can be") {
    const Rect place{0, 0, 100, 100};
    CHECK(covering(place, 2.0, {0.5, 0.5}) == Rect{-50, 0, 200, 100});
    CHECK(covering(place, 2.0, {0.3, 0.5}) == Rect{-10, 0, 200, 100});
    CHECK(covering(place, 2.0, {0, 0}) == Rect{0, 0, 200, 100});
    CHECK(covering(place, 0.5, {0.9, 1}) == Rect{0, -100, 100, 200});
}
