// What a printer would send back is told before.
#include "fixture.h"
#include "layout/preflight.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <memory>

using namespace zheye;
using namespace zheye::test;

namespace {

constexpr double kMillimetre = 72 / 25.4;

layout::Pages page_with(layout::Item item) {
    layout::Pages pages;
    pages.structure.add(0, layout::Role::document);
    auto& page = pages.pages.emplace_back();
    page.frame.size = {300, 400};
    page.bleed = 8.5;
    page.frame.items.push_back(std::move(item));
    pages.images.push_back(std::make_shared<const picture::Picture>());
    return pages;
}

/// A line of `width` pt at 10 pt, its baseline's start at `origin`.
layout::GlyphRun line(Point origin, double width, layout::Orientation orientation = layout::Orientation::across) {
    layout::GlyphRun run;
    run.size = 10;
    run.origin = origin;
    run.orientation = orientation;
    run.glyphs.edit().push_back({.id = 1, .x = 0, .y = 0, .advance = width});
    run.span = {0, 5, 9};
    return run;
}

layout::Shape area(const Rect& rect) {
    layout::Shape shape;
    shape.path = Path::rectangle(rect);
    shape.fill = Colour{200, 0, 0};
    return shape;
}

std::string codes(const layout::Pages& pages) {
    diag::Diagnostics diagnostics;
    layout::preflight(pages, {}, diagnostics);
    std::string all;
    for (const auto& one : diagnostics.all()) all += (all.empty() ? "" : " ") + one.code;
    return all;
}

}  // namespace

TEST_CASE("text nearer than 3 mm to the trim is told at its place") {
    using layout::Orientation;
    const double near = 2.9 * kMillimetre, far = 3.1 * kMillimetre;
    CHECK(codes(page_with(line({near, 200}, 50))) == "near-trim");
    CHECK(codes(page_with(line({far, 200}, 50))) == "");
    CHECK(codes(page_with(line({300 - 50 - near, 200}, 50))) == "near-trim");
    CHECK(codes(page_with(line({300 - 50 - far, 200}, 50))) == "");
    CHECK(codes(page_with(line({100, near + 8}, 50))) == "near-trim");
    CHECK(codes(page_with(line({100, far + 8}, 50))) == "");
    CHECK(codes(page_with(line({100, 400 - near}, 50))) == "near-trim");
    CHECK(codes(page_with(line({near + 5, 100}, 50, Orientation::down))) == "near-trim");
    CHECK(codes(page_with(line({far + 5, 100}, 50, Orientation::down))) == "");
    CHECK(codes(page_with(line({100, 400 - 50 - near}, 50, Orientation::turned))) == "near-trim");
    diag::Diagnostics diagnostics;
    layout::preflight(page_with(line({2 * kMillimetre, 200}, 50)), {}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].span == diag::Span{0, 5, 9});
    CHECK(diagnostics.all()[0].message.en == "page 1: text is 2.0 mm from the trim or a fold");
}

TEST_CASE("what ends at the trim has no bleed; what reaches over it, or keeps away, is fine") {
    CHECK(codes(page_with(area({0, 100, 50, 50}))) == "no-bleed");
    CHECK(codes(page_with(area({100, 350, 50, 50}))) == "no-bleed");
    CHECK(codes(page_with(area({-8.5, 100, 50, 50}))) == "");
    CHECK(codes(page_with(area({20, 100, 50, 50}))) == "");
    auto cut = area({-8.5, 100, 50, 50});
    cut.clip = Rect{0, 0, 300, 400};
    CHECK(codes(page_with(cut)) == "no-bleed");
    layout::Image image;
    image.place = {250, 100, 50, 50};
    CHECK(codes(page_with(image)) == "no-bleed");
    image.clip = Rect{250, 100, 40, 50};
    CHECK(codes(page_with(image)) == "");
}

namespace {

/// What is said of a page with that drawing, asked for at bytes 5 to 9.
diag::Diagnostics said_of(const picture::Drawing& drawing, const Rect& place) {
    picture::Picture picture;
    picture.drawing = std::make_shared<const picture::Drawing>(drawing);
    layout::Image image;
    image.place = place;
    image.span = {0, 5, 9};
    auto pages = page_with(image);
    pages.images = {std::make_shared<const picture::Picture>(picture)};
    diag::Diagnostics diagnostics;
    layout::preflight(pages, {}, diagnostics);
    return diagnostics;
}

}  // namespace

TEST_CASE("a drawing is looked at as a whole: what ends at the trim inside of it has other parts around it") {
    const auto with = [](const Rect& ground) {
        picture::Drawing drawing{{10, 10}, {}};
        for (const Rect& area : {ground, Rect{4, 0, 2, 5}}) {  // the second ends at the trim
            drawing.shapes.push_back({});
            drawing.shapes.back().path = Path::rectangle(area);
            drawing.shapes.back().fill = layout::Paint{Colour{200, 0, 0}};
        }
        return said_of(drawing, {100, 0, 100, 100});
    };
    CHECK(with({0, -1, 10, 11}).all().empty());
    const auto cut = with({0, 0, 10, 10});
    REQUIRE(cut.all().size() == 1);
    CHECK(cut.all()[0].code == "no-bleed");
    CHECK(cut.all()[0].span == diag::Span{0, 5, 9});
}

TEST_CASE("a thin line in a drawing is told where the drawing is asked for, by how wide it is on the page") {
    picture::Drawing drawing{{20, 10}, {}};
    drawing.shapes.push_back({});
    drawing.shapes.back().path = Path::line({1, 5}, {19, 5});
    drawing.shapes.back().stroke = layout::Stroke{{0, 0, 0}, 0.1, {}, false};
    const auto said = [&](double width) { return said_of(drawing, {50, 100, width, width / 2}); };
    CHECK(said(60).all().empty());  // three times as large
    const auto small = said(40);
    REQUIRE(small.all().size() == 1);
    CHECK(small.all()[0].code == "thin-line");
    CHECK(small.all()[0].span == diag::Span{0, 5, 9});
}

TEST_CASE("lines that are too thin and light type that is too small are told once a page") {
    layout::Shape rule;
    rule.path = Path::line({20, 20}, {100, 20});
    rule.stroke = layout::Stroke{{0, 0, 0}, 0.2, {}, false};
    auto pages = page_with(rule);
    pages.pages[0].frame.items.emplace_back(rule);
    CHECK(codes(pages) == "thin-line");
    rule.stroke->width = 0.25;
    CHECK(codes(page_with(rule)) == "");
    auto small = line({100, 100}, 50);
    small.size = 6;
    small.colour = {255, 250, 240};
    CHECK(codes(page_with(small)) == "small-reversed");
    small.colour = {90, 80, 80};
    CHECK(codes(page_with(small)) == "");
    small.colour = {255, 250, 240};
    small.size = 7;
    CHECK(codes(page_with(small)) == "");
}

TEST_CASE("a booklet whose pages are no multiple of four is told where it is asked for") {
    auto pages = page_with(area({0, 0, 10, 10}));
    const auto said = [&](std::size_t count) {
        pages.pages.resize(count);
        diag::Diagnostics diagnostics;
        layout::check_page_count(pages, {0, 3, 4}, diagnostics);
        if (diagnostics.all().empty()) return std::string();
        CHECK(diagnostics.all()[0].span == diag::Span{0, 3, 4});
        return diagnostics.all()[0].code + ": " + diagnostics.all()[0].message.en;
    };
    CHECK(said(6) == "page-count: the booklet has 6 pages, no multiple of four as sheets that are folded have");
    CHECK(said(8).empty());
}

TEST_CASE("a font whose licence keeps it out of files is told once, where it is first used") {
    std::ifstream file("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", std::ios::binary);
    const std::string plain{std::istreambuf_iterator<char>(file), {}};
    auto barred = plain;
    const auto entry = barred.find("OS/2");
    REQUIRE(entry != std::string::npos);
    std::size_t table = 0;
    for (std::size_t i = entry + 8; i < entry + 12; ++i) table = table << 8 | static_cast<unsigned char>(barred[i]);
    barred[table + 8] = 1;  // fsType 0x0100: no subsets
    barred[table + 9] = 0;
    const MemoryFileSystem files({{"/plain.ttf", plain}, {"/barred.ttf", barred}});
    font::Catalog catalog;
    catalog.faces = {{"Plain", {"/plain.ttf"}, "", "", {}}, {"Barred", {"/barred.ttf"}, "", "", {}}};
    catalog.roles = {{"text", {{400, {0}, {0, 1}}}}};
    diag::Diagnostics diagnostics;
    const auto book = font::FontBook::open(catalog, {{"text", 400}}, files, diagnostics);
    REQUIRE(book);
    auto pages = page_with(line({50, 100}, 20));
    auto& items = pages.pages[0].frame.items;
    auto other = line({50, 200}, 20);
    other.face = 1;
    other.span = {0, 20, 29};
    items.emplace_back(other);
    other.span = {0, 40, 49};
    items.emplace_back(other);
    layout::check_licences(pages, *book, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "font-licence");
    CHECK(diagnostics.all()[0].severity == diag::Severity::warning);
    CHECK(diagnostics.all()[0].span == diag::Span{0, 20, 29});
    CHECK_THAT(diagnostics.all()[0].message.en, Catch::Contains("Barred"));
}
