// Pictures in their places: drawings as shapes inside their Figure.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace zheye;
using namespace zheye::test;

namespace {

const std::string kSquare =
    "<svg viewBox='0 0 20 10'><rect width='20' height='10' fill='#123456'/><path d='M0 5h20' stroke='#abc'/></svg>";

/// The shapes inside elements of that role, those of drawings among them.
std::vector<layout::Shape> shapes_in(const layout::Pages& pages, layout::Role role) {
    std::vector<layout::Shape> found;
    for (const auto& page : pages.pages) {
        bool inside = false;
        for (const auto& item : page.frame.items) {
            if (const auto* tag = std::get_if<layout::TagBegin>(&item))
                inside = pages.structure.nodes[tag->node].role == role;
            if (std::holds_alternative<layout::TagEnd>(item)) inside = false;
            if (!inside) continue;
            if (const auto* shape = std::get_if<layout::Shape>(&item)) found.push_back(*shape);
            const auto* image = std::get_if<layout::Image>(&item);
            const auto drawing = image ? pages.images[image->image]->drawing : nullptr;
            if (drawing)
                std::ranges::move(picture::shapes_in(image->place, *drawing, image->clip, image->clip_radius),
                                  std::back_inserter(found));
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

TEST_CASE("A drawing in the theme's colours: black and white become the outer tones, what is between lies between") {
    const std::string greys =
        "<svg viewBox='0 0 40 10'><path d='M0 0h9v9z'/><path d='M0 0h9v9z' fill='#fff'/>"
        "<path d='M0 0h9v9z' fill='#777' stroke='#000'/></svg>";
    const auto b = lay_out(chapter("- figure: {picture: a.svg, tone: theme, caption: 图}\n"), {{"/b/a.svg", greys}});
    const auto shapes = shapes_in(b.pages, layout::Role::figure);
    REQUIRE(shapes.size() == 3);
    const auto& tones = b.theme.figure.tones;
    const auto fill = [&](std::size_t i) { return std::get<Colour>(*shapes[i].fill); };
    CHECK(fill(0) == tones.front());
    CHECK(fill(1) == tones.back());
    REQUIRE(tones.size() == 5);
    CHECK(fill(2) == tones[2]);  // #777 is CIE L* 50
    CHECK(shapes[2].stroke->colour == tones.front());
    CHECK(b.messages.empty());
}

TEST_CASE("The same drawing may stand in both, its own colours and the theme's") {
    const auto b = lay_out(chapter("- figure: {pictures: [{picture: a.svg, caption: 一}, {picture: a.svg, 色调: 主题, "
                                   "caption: 二}]}\n"),
                           {{"/b/a.svg", kSquare}});
    const auto shapes = shapes_in(b.pages, layout::Role::figure);
    REQUIRE(shapes.size() == 4);
    CHECK(std::get<Colour>(*shapes[0].fill) == Colour{0x12, 0x34, 0x56});
    CHECK(std::get<Colour>(*shapes[2].fill) != Colour{0x12, 0x34, 0x56});
}

namespace {

/// Blocks across two columns with some text above a picture that fills the page.
LaidOut filled(const std::string& figure, int paragraphs_above, const std::string& below = "") {
    return lay_out(
        chapter(paragraphs(paragraphs_above, 150) + "- figure: {picture: placeholder, " + figure + "}\n" + below));
}
bool has_folio(const LaidOut& b, std::size_t page) {
    const auto& all = lines(b.pages);
    return std::ranges::any_of(all, [&](const LineOnPage& line) {
        return line.page == page && line.artifact && line.baseline > b.pages.pages[page].frame.size.height - 60;
    });
}

}  // namespace

TEST_CASE("A picture that fills the page ends where the text area ends") {
    const auto b = filled("caption: 图, span: page, fill: true", 4);
    const auto places = placeholders(b);
    REQUIRE(places.size() == 1);
    REQUIRE(b.pages.pages.size() == 1);
    const double bottom = b.pages.pages[0].frame.size.height - b.theme.page.bottom;
    const auto all = lines(b.pages);
    const auto caption = std::ranges::find_if(all, [](const LineOnPage& line) { return line.text == "图"; });
    REQUIRE(caption != all.end());
    CHECK(caption->baseline < bottom);
    CHECK(caption->baseline > bottom - b.theme.style(theme::Style::caption).leading);
    CHECK(places[0].bottom() < caption->baseline);
    CHECK(places[0].bottom() > bottom - 2 * b.theme.style(theme::Style::caption).leading - b.theme.figure.caption_gap);
    CHECK(has_folio(b, 0));
}

TEST_CASE("Where it bleeds and has no caption it goes on to the page's edge, and takes the folio's place") {
    const auto b = filled("alt: 图, span: bleed, fill: true", 4);
    const auto places = placeholders(b);
    REQUIRE(places.size() == 1);
    const auto& page = b.pages.pages[0];
    CHECK(places[0].bottom() == Approx(page.frame.size.height + b.theme.page.bleed));
    CHECK(places[0].x == Approx(-b.theme.page.bleed));
    CHECK(!has_folio(b, 0));
    const auto small = filled("alt: 图, span: bleed", 4);
    CHECK(placeholders(small)[0].bottom() < page.frame.size.height - b.theme.page.bottom);
    CHECK(has_folio(small, 0));
}

TEST_CASE("What follows a picture that fills the page begins on the next one; a page nearly empty is not filled") {
    const auto b = filled("alt: 图, span: page, fill: true", 4, "- heading: 下一节\n- 文字。\n");
    CHECK(b.pages.pages.size() == 2);
    const auto places = placeholders(b);
    REQUIRE(places.size() == 1);
    CHECK(places[0].bottom() == Approx(b.pages.pages[0].frame.size.height - b.theme.page.bottom)
                                    .margin(b.theme.style(theme::Style::body).leading));
    const auto small =
        lay_out(chapter("- 短短一段。\n- figure: {picture: placeholder, alt: 图, span: page, fill: true}\n- heading: "
                        "下一节\n- 文字。\n"));
    CHECK(small.pages.pages.size() == 1);
    CHECK(placeholders(small)[0].bottom() < small.pages.pages[0].frame.size.height * 0.6);
}

TEST_CASE("Where too little is left, the picture has the next page") {
    const auto b = filled("alt: 图, span: page, fill: true", 6);
    REQUIRE(b.pages.pages.size() == 2);
    const auto places = placeholders(b);
    REQUIRE(places.size() == 1);
    CHECK(places[0].y == Approx(b.theme.page.top));
    CHECK(places[0].bottom() == Approx(b.pages.pages[1].frame.size.height - b.theme.page.bottom)
                                    .margin(b.theme.style(theme::Style::body).leading));
}

TEST_CASE("Of a picture that fills a page, two fifths of the width are seen at least") {
    const std::string wide = "<svg viewBox='0 0 20 10'><rect width='20' height='10' fill='#123456'/></svg>";
    for (const std::string span : {"page", "bleed"}) {
        const auto b = lay_out(
            chapter(paragraphs(6, 150) + "- figure: {picture: a.svg, alt: 图, span: " + span + ", fill: true}\n"),
            {{"/b/a.svg", wide}});
        REQUIRE(b.pages.pages.size() == 2);
        const auto shapes = shapes_in(b.pages, layout::Role::figure);
        REQUIRE(shapes.size() == 1);
        REQUIRE(shapes[0].clip);
        const auto whole = shapes[0].path.bounds().value();
        CHECK(shapes[0].clip->width / whole.width == Approx(0.42).margin(0.01));
        CHECK(shapes[0].clip->height == Approx(whole.height));
        CHECK(has_folio(b, 1));
    }
}

TEST_CASE("A picture fills its page if what comes next cannot begin below it, and keeps its height if that can") {
    const std::string drawing = "<svg viewBox='0 0 40 10'><rect width='40' height='10' fill='#123456'/></svg>";
    const auto seen = [&](const std::string& next) {
        const auto b = lay_out(chapter("- figure: {picture: a.svg, alt: 图, span: bleed, fill: true}\n"
                                       "- break: section\n- heading: 次节\n" +
                                       next),
                               {{"/b/a.svg", drawing}});
        const auto shapes = shapes_in(b.pages, layout::Role::figure);
        REQUIRE_FALSE(shapes.empty());
        return std::pair(shapes[0].clip.value_or(*shapes[0].path.bounds()).height, b.pages.pages.size());
    };
    const auto [alone, pages] = seen("- figure: {picture: placeholder, alt: 图, span: page, crop: 1:1}\n");
    CHECK(pages == 2);
    const auto [above, page] = seen("- 一段。\n");
    CHECK(page == 1);
    CHECK(above < 0.7 * alone);
}

TEST_CASE("Words on a picture that bleeds over the page's end stay inside the text area") {
    const auto b = filled("title: 门前的路, span: bleed, fill: true", 4);
    const auto all = lines(b.pages);
    const auto title = std::ranges::find_if(all, [](const LineOnPage& line) { return line.text == "门前的路"; });
    REQUIRE(title != all.end());
    CHECK(title->baseline < b.pages.pages[0].frame.size.height - b.theme.page.bottom);
    CHECK(title->baseline > b.pages.pages[0].frame.size.height * 0.75);
}

TEST_CASE("In a box and in vertical text a picture keeps its size, and that is told") {
    const auto box =
        lay_out(chapter("- box: {content: [{figure: {picture: placeholder, alt: 图, span: page, fill: true}}]}\n"));
    CHECK(box.messages.find("in a box or a vertical chapter a picture cannot fill the page") != std::string::npos);
    const auto free = filled("alt: 图, span: page, fill: true", 1);
    CHECK(free.messages.empty());
}

TEST_CASE("An icon of one's own is set in the icons' colour, in its proportions") {
    const auto b =
        lay_out(chapter("- cards: [{title: 甲, icon: a.svg}, {title: 乙, icon: tree}]\n"), {{"/b/a.svg", kSquare}});
    CHECK(b.messages.empty());
    bool found = false;
    for (const auto& item : b.pages.pages[0].frame.items) {
        const auto* shape = std::get_if<layout::Shape>(&item);
        if (!shape || !shape->fill || !std::holds_alternative<Colour>(*shape->fill)) continue;
        const auto box = shape->path.bounds().value();
        if (std::abs(box.width - b.theme.icon.size) > 0.01 || std::abs(box.height - b.theme.icon.size / 2) > 0.01)
            continue;
        found = true;
        CHECK(std::get<Colour>(*shape->fill) == b.theme.icon.colour);
    }
    CHECK(found);
}
