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

namespace {

std::vector<Rect> placeholders(const LaidOut& b) {
    std::vector<Rect> all;
    for (const auto& shape : shapes_in(b.pages, layout::Role::figure))
        if (shape.fill && std::holds_alternative<Colour>(*shape.fill) &&
            std::get<Colour>(*shape.fill) == b.theme.figure.ground)
            all.push_back(shape.path.bounds().value());
    return all;
}

std::string some(int count) {
    std::string list;
    for (int i = 0; i < count; ++i) list += std::string(i > 0 ? ", " : "") + "{picture: placeholder, caption: 图}";
    return list;
}

}  // namespace

TEST_CASE("Pictures of a row are equally high and as wide together as the measure") {
    const auto b =
        lay_out(chapter("- figure: {span: page, pictures: [{picture: placeholder, caption: 一, crop: 1:1}, "
                        "{picture: placeholder, caption: 二, crop: 2:1}]}\n"));
    const auto all = placeholders(b);
    REQUIRE(all.size() == 2);
    CHECK(all[0].height == Approx(all[1].height));
    CHECK(all[1].width == Approx(2 * all[0].width));
    const auto& page = b.theme.page;
    CHECK(all[1].right() - all[0].x == Approx(page.width - page.left - page.right).margin(15));
}

TEST_CASE("Many pictures take even rows; in a grid all are of one shape") {
    const auto rows = placeholders(lay_out(chapter("- figure: {pictures: [" + some(8) + "]}\n")));
    REQUIRE(rows.size() == 8);
    CHECK(rows[0].y < rows[7].y);
    for (const auto& one : rows) CHECK(one.width >= 60);
    const auto grid =
        placeholders(lay_out(chapter("- figure: {span: page, grid: 2x3, crop: 4:3, pictures: [" + some(5) + "]}\n")));
    REQUIRE(grid.size() == 5);
    for (const auto& one : grid) {
        CHECK(one.width / one.height == Approx(4.0 / 3));
        CHECK(one.width == Approx(grid[0].width));
    }
    CHECK(grid[3].x == Approx(grid[0].x));
    CHECK(grid[4].x == Approx(grid[1].x));
    CHECK(grid[3].y > grid[0].y + grid[0].height);
}

TEST_CASE("Words on a picture stand on it, on a ground that lets them be read; no word is lost where there are many") {
    for (const auto* span : {"column", "page", "bleed"})
        for (const int count : {20, 600}) {
            const auto b = lay_out(chapter("- figure: {picture: a.svg, span: " + std::string(span) +
                                               ", title: 傍晚, text: " + han(count) + ", alt: 画}\n",
                                           "page: {columns: 1}\n"),
                                   {{"/b/a.svg", kSquare}});
            INFO(span << count << b.messages);
            const auto picture = shapes_in(b.pages, layout::Role::figure).at(0);
            const Rect shown = picture.clip.value_or(picture.path.bounds().value());
            int words = 0;
            double covered = 1;
            for (const auto& line : lines(b.pages)) {
                if (line.artifact) continue;
                if (line.size != b.theme.style(theme::Style::picture_title).size &&
                    line.size != b.theme.style(theme::Style::picture_text).size)
                    continue;
                ++words;
                CHECK(line.baseline > shown.y);
                CHECK(line.baseline < shown.bottom());
                CHECK(line.x >= shown.x);
                CHECK(line.right <= shown.right() + 0.01);
            }
            CHECK(words >= 2);
            for (const auto& item : b.pages.pages.at(0).frame.items) {
                const auto* shape = std::get_if<layout::Shape>(&item);
                if (shape && shape->opacity < 1 && shape->path.bounds() &&
                    shape->path.bounds()->bottom() > shown.bottom() - 0.01)
                    covered *= 1 - shape->opacity;
            }
            CHECK(1 - covered == Approx(b.theme.figure.scrim_opacity).margin(0.001));
        }
}

TEST_CASE("Icons are drawn in the theme's colour, and are artifacts") {
    const auto b =
        lay_out(chapter("- list: [{text: 甲, icon: people}, 乙]\n- steps: [{text: 丙, icon: tree}]\n"
                        "- stats: [a, b]\n- cards: [{title: 丁, icon: book}, 戊]\n"
                        "- flow: [{title: 己, icon: water}, 庚]\n- places: [{title: 辛, icon: bridge}]\n",
                        "facts:\n  a: {name: 人口, value: 14, icon: people}\n  b: {name: 树, value: 3}\n"));
    CHECK(b.messages.empty());
    int drawn = 0;
    bool tagged = false;
    for (const auto& page : b.pages.pages)
        for (const auto& item : page.frame.items) {
            if (std::holds_alternative<layout::TagBegin>(item)) tagged = true;
            if (std::holds_alternative<layout::TagEnd>(item)) tagged = false;
            const auto* shape = std::get_if<layout::Shape>(&item);
            if (!shape || !shape->stroke || !shape->stroke->round_caps) continue;
            if (!(shape->stroke->colour == b.theme.icon.colour)) continue;
            CHECK_FALSE(tagged);
            ++drawn;
        }
    CHECK(drawn >= 6 * 2);
    // Texts of a list stand in one line, with or without an icon.
    std::vector<double> x;
    for (const auto& line : lines(b.pages))
        if (line.text == "甲" || line.text == "乙") x.push_back(line.x);
    REQUIRE(x.size() == 2);
    CHECK(x[0] == x[1]);
}
