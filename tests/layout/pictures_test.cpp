// Pictures in their places: drawings as shapes inside their Figure.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace zheye;
using namespace zheye::test;

namespace {

const std::string kSquare =
    "<svg viewBox='0 0 20 10'><rect width='20' height='10' fill='#123456'/><path d='M0 5h20' stroke='#abc'/></svg>";

/// The shapes inside elements of that role.
std::vector<layout::Shape> shapes_in(const layout::Pages& pages, layout::Role role) {
    std::vector<layout::Shape> found;
    for (const auto& page : pages.pages) {
        bool inside = false;
        for (const auto& item : page.frame.items) {
            if (const auto* tag = std::get_if<layout::TagBegin>(&item))
                inside = pages.structure.nodes[tag->node].role == role;
            if (std::holds_alternative<layout::TagEnd>(item)) inside = false;
            if (const auto* shape = std::get_if<layout::Shape>(&item); shape && inside) found.push_back(*shape);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("A drawing is set as its shapes, in its proportions") {
    const auto b =
        lay_out(chapter("- figure: {picture: a.svg, caption: 图}\n", "page: {columns: 1}\n"), {{"/b/a.svg", kSquare}});
    const auto shapes = shapes_in(b.pages, layout::Role::figure);
    REQUIRE(shapes.size() == 2);
    const auto box = shapes[0].path.bounds().value();
    CHECK(box.width / box.height == Approx(2));
    CHECK(std::get<Colour>(*shapes[0].fill) == Colour{0x12, 0x34, 0x56});
    CHECK(shapes[1].stroke->width == Approx(box.width / 20));
    CHECK(b.messages.empty());
}

TEST_CASE("A drawing in a round portrait is cut to it") {
    const auto b = lay_out(chapter("- people: [{title: 甲某, picture: a.svg}]\n"), {{"/b/a.svg", kSquare}});
    const auto shapes = shapes_in(b.pages, layout::Role::figure);
    REQUIRE(shapes.size() == 2);
    for (const auto& shape : shapes) {
        REQUIRE(shape.clip);
        CHECK(shape.clip->width == Approx(b.theme.cards.portrait));
        CHECK(shape.clip_radius == Approx(b.theme.cards.portrait_radius));
    }
}

TEST_CASE("A mistake in a drawing is told in its file and line, in a poster as well") {
    const std::map<std::string, std::string> files{{"/b/a.svg", "<svg viewBox='0 0 9 9'>\n<text>字</text></svg>"}};
    for (const auto* form : {"booklet", "poster"}) {
        const auto messages =
            failure(chapter("- figure: {picture: a.svg, caption: 图}\n", std::string("form: ") + form + "\n"), files);
        CHECK(messages.find("/b/a.svg:2:2: error: there is text in the SVG, which cannot be set [svg-unsupported]") !=
              std::string::npos);
        CHECK(messages.find("convert the text to paths") != std::string::npos);
    }
}
