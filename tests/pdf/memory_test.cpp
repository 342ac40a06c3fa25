// What one file leaves for the next: whatever changes on a page, the file comes out as it does without a memory; and
// pages that did not change are not drawn again.
#include "pdf/fixture.h"
#include "picture/picture.h"

#include <catch2/catch.hpp>

#include <functional>
#include <memory>

using namespace zheye;
using namespace zheye::test;

namespace {

std::string made(const layout::Pages& pages, pdf::Memory* memory) {
    diag::Diagnostics diagnostics;
    pdf::Options options;
    options.epoch = 0;
    const auto bytes = pdf::write(pages, book(), options, diagnostics, memory);
    REQUIRE(bytes);
    return *bytes;
}

layout::Shape area() {
    layout::Shape shape{Path::rectangle({10, 10, 50, 20}), Paint{Colour{200, 10, 10}}, {}, 0.5};
    shape.stroke = Stroke{{0, 0, 90}, 2, {}, false};
    return shape;
}

layout::Shape gradient() {
    return {Path::circle({80, 90}, 20),
            Paint{LinearGradient{{60, 70}, {100, 110}, {{0, Colour{255, 255, 255}}, {1, Colour{0, 99, 0}}}}},
            {},
            1};
}

/// Item 1 a run, 2 an area, 3 a gradient, 4 a picture, each as items of one tag; then a link.
Draft draft() {
    Draft draft;
    auto picture = std::make_shared<picture::Picture>();
    picture->width = picture->height = 1;
    picture->data = Blob(std::string("\x10\x20\x30"));
    draft.pages.images = {picture, picture};
    const auto node = draft.node(layout::Role::p);
    draft.tagged(
        node, {shaped("东风路上", 12, {30, 200}), area(), gradient(), layout::Image{0, {20, 300, 40, 40}, {}, 0, {}}});
    draft.page();
    draft.paragraph(shaped("第二页", 12, {30, 100}));
    return draft;
}

}  // namespace

TEST_CASE("whatever changes on a page is drawn anew") {
    using Change = std::function<void(layout::Pages&)>;
    const auto run = [](auto change) -> Change {
        return [=](auto& pages) { change(std::get<layout::GlyphRun>(pages.pages[0].frame.items[1])); };
    };
    const auto shape = [](auto change) -> Change {
        return [=](auto& pages) { change(std::get<layout::Shape>(pages.pages[0].frame.items[2])); };
    };
    const auto colours = [](auto change) -> Change {
        return [=](auto& pages) {
            change(std::get<LinearGradient>(*std::get<layout::Shape>(pages.pages[0].frame.items[3]).fill));
        };
    };
    const auto image = [](auto change) -> Change {
        return [=](auto& pages) { change(std::get<layout::Image>(pages.pages[0].frame.items[4])); };
    };
    const Change changes[] = {
        run([](auto& r) { r.size = 13; }),
        run([](auto& r) { r.colour.b = 7; }),
        run([](auto& r) { r.origin.x += 1; }),
        run([](auto& r) { r.origin.y += 1; }),
        run([](auto& r) { r.orientation = layout::Orientation::turned; }),
        run([](auto& r) { r.text = "东风路下"; }),
        run([](auto& r) { r.glyphs.edit()[2].x += 3; }),
        run([](auto& r) { r.glyphs.edit()[2].y += 3; }),
        run([](auto& r) { r.glyphs.edit()[2].id = r.glyphs[1].id; }),
        run([](auto& r) { r.orientation = layout::Orientation::down, r.narrow = 0.5; }),
        shape([](auto& s) { s.path.segments[1].points[0].x += 5; }),
        shape([](auto& s) { s.path.segments.pop_back(); }),
        shape([](auto& s) { s.fill.reset(); }),
        shape([](auto& s) {
            s.fill = Paint{Colour{1, 2, 3}};
        }),
        shape([](auto& s) { s.opacity = 0.75; }),
        shape([](auto& s) { s.even_odd = true; }),
        shape([](auto& s) {
            s.clip = Rect{0, 0, 30, 30};
        }),
        shape([](auto& s) {
            s.clip = Rect{0, 0, 30, 30}, s.clip_radius = 4;
        }),
        shape([](auto& s) { s.stroke.reset(); }),
        shape([](auto& s) { s.stroke->colour.r = 9; }),
        shape([](auto& s) { s.stroke->width = 3; }),
        shape([](auto& s) {
            s.stroke->dash = {2, 1};
        }),
        shape([](auto& s) {
            s.stroke->dash = {2, 1}, s.stroke->dash_offset = 1;
        }),
        shape([](auto& s) { s.stroke->round_caps = true; }),
        shape([](auto& s) { s.stroke->square_caps = true; }),
        shape([](auto& s) { s.stroke->join = Join::bevel; }),
        shape([](auto& s) { s.stroke->mitre_limit = 4; }),
        colours([](auto& g) { g.from.x += 1; }),
        colours([](auto& g) { g.to.y += 1; }),
        colours([](auto& g) { g.stops[0].colour.g = 1; }),
        colours([](auto& g) {
            g.stops.insert(g.stops.begin() + 1, {0.3, Colour{1, 1, 1}});
        }),
        image([](auto& i) { i.image = 1; }),
        image([](auto& i) { i.place.height = 50; }),
        image([](auto& i) {
            i.clip = Rect{25, 305, 20, 20};
        }),
        image([](auto& i) {
            i.clip = Rect{25, 305, 20, 20}, i.clip_radius = 5;
        }),
        [](auto& pages) { pages.pages[0].frame.size.height += 20; },
        [](auto& pages) { pages.pages[0].turned = true; },
        [](auto& pages) { pages.structure.nodes[1].role = layout::Role::h1; },
        [](auto& pages) { std::swap(pages.pages[0].frame.items[1], pages.pages[0].frame.items[2]); },
        [](auto& pages) {
            pages.pages[0].frame.items.pop_back(), pages.pages[0].frame.items.push_back(layout::TagEnd{});
        },
    };
    const auto original = draft().pages;
    int number = 0;
    for (const auto& change : changes) {
        INFO("change " << number++);
        pdf::Memory memory;
        static_cast<void>(made(original, &memory));
        memory.end_run();
        auto changed = original;
        change(changed);
        const auto fresh = made(changed, nullptr);
        const bool same = made(changed, &memory) == fresh;
        CHECK(same);
        if (number < static_cast<int>(std::size(changes))) CHECK(fresh != made(original, nullptr));
    }
}

TEST_CASE("a page is not drawn again for what changed on another") {
    auto pages = draft().pages;
    pdf::Memory memory;
    static_cast<void>(made(pages, &memory));
    CHECK(memory.contents.size() == 2);
    memory.end_run();
    auto& second = std::get<layout::GlyphRun>(pages.pages[1].frame.items[1]);
    second.origin.y += 10;
    static_cast<void>(made(pages, &memory));
    CHECK(memory.contents.size() == 3);
    memory.end_run();
    CHECK(memory.contents.size() == 2);
    // A glyph that is new to the file changes no page on which it does not stand.
    second = shaped("第三页", 12, {30, 100});
    CHECK(made(pages, &memory) == made(pages, nullptr));
    CHECK(memory.contents.size() == 3);
}

TEST_CASE("a glyph that is new to a TrueType face changes no page on which it does not stand") {
    Draft draft;
    draft.paragraph(shaped("文化路", 12, {30, 100}, "kai"));
    draft.page();
    draft.paragraph(shaped("文化", 12, {30, 100}, "kai"));
    pdf::Memory memory;
    static_cast<void>(made(draft.pages, &memory));
    memory.end_run();
    std::get<layout::GlyphRun>(draft.pages.pages[1].frame.items[1]) = shaped("一文", 12, {30, 100}, "kai");
    CHECK(made(draft.pages, &memory) == made(draft.pages, nullptr));
    CHECK(memory.contents.made() == 3);
}

TEST_CASE("graphics states have the numbers that they have without a memory") {
    Draft draft;
    auto faint = area(), fainter = area();
    fainter.opacity = 0.25;
    draft.tagged(draft.node(layout::Role::p), {fainter});
    draft.page();
    draft.tagged(draft.node(layout::Role::p), {faint, fainter});
    pdf::Memory memory;
    static_cast<void>(made(draft.pages, &memory));
    memory.end_run();
    // The first page asks for nothing any more, so that the second one's states are numbered otherwise.
    std::get<layout::Shape>(draft.pages.pages[0].frame.items[1]).opacity = 1;
    CHECK(made(draft.pages, &memory) == made(draft.pages, nullptr));
}

TEST_CASE("a glyph that comes to stand for another character is told so in the tables of its font") {
    Draft draft;
    draft.paragraph(shaped("力行", 12, {30, 100}));
    pdf::Memory memory;
    static_cast<void>(made(draft.pages, &memory));
    memory.end_run();
    CHECK(memory.tables.made() == 1);
    auto& run = std::get<layout::GlyphRun>(draft.pages.pages[0].frame.items[1]);
    const auto glyphs = run.glyphs.size();
    run = shaped("⼒行", 12, {30, 100});
    REQUIRE(run.glyphs.size() == glyphs);
    CHECK(made(draft.pages, &memory) == made(draft.pages, nullptr));
    CHECK(memory.tables.made() == 2);
    CHECK(memory.programs.made() == 1);  // the glyphs are the same
}

TEST_CASE("another drawing in the same place is drawn anew, the same one is not") {
    const auto with = [](Colour colour, std::uint8_t print) {
        picture::Drawing drawing{{20, 10}, {{Path::rectangle({0, 0, 20, 10}), Paint{colour}, {}, 1}}, {print}};
        picture::Picture picture;
        picture.drawing = std::make_shared<const picture::Drawing>(std::move(drawing));
        return std::make_shared<const picture::Picture>(std::move(picture));
    };
    Draft draft;
    draft.pages.images = {with({200, 0, 0}, 1)};
    draft.tagged(draft.node(layout::Role::p), {layout::Image{0, {20, 300, 40, 20}, {}, 0, {}}});
    pdf::Memory memory;
    const auto first = made(draft.pages, &memory);
    memory.end_run();
    CHECK(made(draft.pages, &memory) == first);
    CHECK(memory.contents.made() == 1);
    memory.end_run();
    draft.pages.images = {with({0, 0, 200}, 2)};
    const auto second = made(draft.pages, &memory);
    CHECK(second != first);
    CHECK(second == made(draft.pages, nullptr));
}
