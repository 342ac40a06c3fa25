// How paths are written: short, and alike where they are alike. Three programs must still see what they are.
#include "pdf/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace zheye;
using namespace zheye::test;

namespace {

/// The content of a page with these shapes, as it was written.
std::string content_of(const std::vector<layout::Shape>& shapes) {
    Draft draft;
    std::vector<layout::Item> items(shapes.begin(), shapes.end());
    draft.tagged(draft.node(layout::Role::figure), std::move(items));
    pdf::Options options;
    options.compress = false;
    const auto bytes = written(draft.pages, options);
    const auto begin = bytes.find("/Figure<</MCID 0>>BDC");
    return bytes.substr(begin, bytes.find("EMC", begin) - begin);
}

std::size_t count_of(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

layout::Shape filled(Path path, Colour colour = {200, 0, 0}) { return {std::move(path), Paint{colour}, {}, 1}; }

layout::Shape clipped(Path path, const Rect& clip, Colour colour = {200, 0, 0}) {
    auto shape = filled(std::move(path), colour);
    shape.clip = clip;
    return shape;
}

Path polygon(const std::vector<Point>& points) {
    Path path;
    for (const auto point : points) path.segments.empty() ? path.move_to(point) : path.line_to(point);
    path.close();
    return path;
}

}  // namespace

TEST_CASE("an upright rectangle is one operator, whichever way it goes") {
    const auto page = content_of({filled(polygon({{10, 10}, {30, 10}, {30, 50}, {10, 50}})),
                                  filled(polygon({{10, 10}, {10, 50}, {30, 50}, {30, 10}})),
                                  filled(polygon({{30, 50}, {10, 50}, {10, 10}, {30, 10}}))});
    CHECK(count_of(page, " re\n") == 3);
    CHECK(count_of(page, " l\n") == 0);
    CHECK(count_of(content_of({filled(polygon({{10, 10}, {30, 10}, {31, 50}, {10, 50}}))}), " re\n") == 0);
    // One after the other in a path, they still turn as they did: the inner one is a hole only if it goes the other
    // way.
    auto both = polygon({{10, 10}, {50, 10}, {50, 50}, {10, 50}});
    const auto inner = polygon({{20, 20}, {20, 40}, {40, 40}, {40, 20}});
    both.segments.insert(both.segments.end(), inner.segments.begin(), inner.segments.end());
    const auto hole = content_of({filled(both)});
    CHECK_THAT(hole, Catch::Contains("0 0 40 -40 re\n") && Catch::Contains("10 -30 20 20 re\n"));
}

TEST_CASE("shapes that are alike are the same bytes wherever they stand") {
    const auto house = [](double x, double y) {
        return filled(polygon({{x, y}, {x + 10, y - 8.333}, {x + 20, y}, {x + 20, y + 15.5}, {x, y + 15.5}}));
    };
    const auto page = content_of({house(30, 100), house(75.31, 220.07)});
    CHECK(count_of(page, "0 0 m\n10 8.33 l\n20 0 l\n20 -15.5 l\n0 -15.5 l\nh\nf\nQ\n") == 2);
    CHECK(count_of(page, " cm\n") == 2);
}

TEST_CASE("ellipses that are filled are one circle in many sizes") {
    const auto scaled = [](Path path, double by) {
        for (auto& segment : path.segments)
            for (auto& point : segment.points) point.y *= by;
        return path;
    };
    const auto round = Path::circle({50, 40}, 12.5);
    const std::string circle =
        "0 1 m\n0.5523 1 1 0.5523 1 0 c\n1 -0.5523 0.5523 -1 0 -1 c\n"
        "-0.5523 -1 -1 -0.5523 -1 0 c\n-1 0.5523 -0.5523 1 0 1 c\nf\nQ\n";
    const auto page = content_of({filled(round), filled(scaled(round, 0.5)), filled(Path::circle({9, 9}, 3))});
    CHECK(count_of(page, circle) == 3);
    CHECK(count_of(page, "q\n12.5 0 0 12.5 50 ") == 1);
    CHECK(count_of(page, "q\n12.5 0 0 6.25 50 ") == 1);
    // A line would get another width in either direction, and not every path of four curves is one.
    auto ring = filled(round);
    ring.stroke = Stroke{{0, 0, 0}, 1, {}, false};
    CHECK(count_of(content_of({ring}), "0.5523") == 0);
    CHECK(count_of(content_of({filled(Path::rounded({10, 10, 40, 30}, 8))}), "0.5523") == 0);
    auto egg = round;
    for (auto& segment : egg.segments)
        if (segment.op == Path::Op::curve) segment.points[0].x += 0.5;
    CHECK(count_of(content_of({filled(egg)}), "0.5523") == 0);
}

TEST_CASE("what need not be said of a path is not said") {
    Path path;
    path.move_to({10, 10});
    path.line_to({10, 10.001});
    path.curve_to({10, 10}, {20, 10}, {20, 20});
    path.curve_to({20, 30}, {40, 40}, {40, 40});
    path.curve_to({41, 41}, {42, 43}, {44, 44});
    const auto page = content_of({filled(path)});
    CHECK(count_of(page, " l\n") == 0);
    CHECK(count_of(page, " v\n") == 1);
    CHECK(count_of(page, " y\n") == 1);
    CHECK(count_of(page, " c\n") == 1);
    // A line from a point to itself is all that there is of a dot.
    auto dot = filled(Path::line({5, 5}, {5, 5}));
    dot.stroke = Stroke{{0, 0, 0}, 3, {}, true};
    CHECK(count_of(content_of({dot}), " l\n") == 1);
}

TEST_CASE("shapes of one clip share it, and nothing else is cut to it") {
    const Rect half{20, 20, 30, 100};
    const auto square = Path::rectangle({20, 20, 60, 60});
    const auto page = content_of({clipped(square, half), clipped(Path::rectangle({20, 90, 60, 10}), half, {0, 0, 200}),
                                  filled(Path::rectangle({100, 20, 60, 60}), {0, 0, 200}),
                                  clipped(square, {0, 0, 90, 90}, {0, 0, 200})});
    CHECK(count_of(page, "W n\n") == 2);
    CHECK(count_of(page, "q\n") == count_of(page, "Q\n"));
    // The colour of the clipped shapes ends with their clip.
    CHECK(count_of(page, "0 0 0.784 rg\n") == 2);
    CHECK(page.ends_with("f\nQ\n"));

    Draft draft;
    draft.tagged(draft.node(layout::Role::p), {clipped(square, half), shaped("字", 40, {100, 100})});
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(raw_lines(file) == std::vector<std::string>{"字"});
}
