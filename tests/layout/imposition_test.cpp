// Sheets that are folded again: the pages of a stitched booklet come out in their order.
#include "fixture.h"
#include "layout/imposition.h"
#include "layout/sheets.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace zheye;
using namespace zheye::test;

namespace {

constexpr Size kPage{200, 300};

std::vector<layout::Page> blank(std::size_t count) {
    std::vector<layout::Page> pages(count);
    for (auto& page : pages) {
        page.frame.size = kPage;
        page.bleed = 9;
    }
    return pages;
}

/// One sheet, as it lies in the pile: its front is the outside when it is folded.
struct Sheet {
    std::uint32_t front_left, front_right, back_left, back_right;
};

std::uint32_t page_at(const layout::SheetSide& side, double x, double y) {
    const auto at = std::ranges::find_if(side.panels, [&](const auto& panel) {
        return panel.area.x <= x && x < panel.area.right() && panel.area.y <= y && y < panel.area.bottom();
    });
    REQUIRE(at != side.panels.end());
    return at->page;
}

Sheet sheet_at(const layout::SheetSide& front, const layout::SheetSide& back, double y) {
    return {page_at(front, 1, y), page_at(front, kPage.width + 1, y), page_at(back, 1, y),
            page_at(back, kPage.width + 1, y)};
}

/// The first sheet lies around all others. Leaf by leaf: the right half of the outside is the front of a leaf, and
/// behind it is the left half of the inside; past the middle it is the other halves.
std::vector<std::uint32_t> read(const std::vector<Sheet>& pile) {
    std::vector<std::uint32_t> pages;
    for (const auto& sheet : pile) pages.insert(pages.end(), {sheet.front_right, sheet.back_left});
    for (auto sheet = pile.rbegin(); sheet != pile.rend(); ++sheet)
        pages.insert(pages.end(), {sheet->back_right, sheet->front_left});
    return pages;
}

std::vector<std::uint32_t> in_order(std::size_t count) {
    std::vector<std::uint32_t> pages(count);
    std::iota(pages.begin(), pages.end(), 0U);
    return pages;
}

layout::Pages book(std::size_t count) {
    layout::Pages pages;
    pages.structure.add(0, layout::Role::document);
    pages.pages = blank(count);
    for (auto& page : pages.pages) {
        layout::Shape ground;  // over the bleed, as grounds are
        ground.path = Path::rectangle({-9, -9, kPage.width + 18, kPage.height + 18});
        ground.fill = Colour{200, 0, 0};
        page.frame.items.emplace_back(ground);
    }
    return pages;
}

std::size_t on_all_plates(const layout::Page& page) {
    return static_cast<std::size_t>(std::ranges::count_if(page.frame.items, [](const auto& item) {
        const auto* shape = std::get_if<layout::Shape>(&item);
        return shape && shape->plates && shape->plates->all;
    }));
}

std::size_t patches(const layout::Page& page) {
    return static_cast<std::size_t>(std::ranges::count_if(page.frame.items, [](const auto& item) {
        const auto* shape = std::get_if<layout::Shape>(&item);
        return shape && shape->plates && !shape->plates->all;
    }));
}

}  // namespace

TEST_CASE("a stitched booklet, folded, reads from the first page to the last") {
    for (const std::size_t count : {4U, 8U, 12U, 16U, 52U}) {
        const auto sides = layout::saddle_stitched(blank(count), 0.3);
        REQUIRE(sides.size() == count / 2);
        std::vector<Sheet> pile;
        for (std::size_t i = 0; i < sides.size(); i += 2) pile.push_back(sheet_at(sides[i], sides[i + 1], 1));
        CAPTURE(count);
        CHECK(read(pile) == in_order(count));
    }
}

TEST_CASE("two booklet sheets on one: cut, the upper pile around the lower one") {
    for (const std::size_t count : {8U, 16U, 40U}) {
        const auto sides = layout::four_up(blank(count), 0);
        REQUIRE(sides.size() == count / 4);
        const double below = kPage.height + 18 + 1;
        std::vector<Sheet> pile;
        for (const double y : {1.0, below})
            for (std::size_t i = 0; i < sides.size(); i += 2) pile.push_back(sheet_at(sides[i], sides[i + 1], y));
        CAPTURE(count);
        CHECK(read(pile) == in_order(count));
    }
    const auto odd = layout::four_up(blank(12), 0);  // three sheets: the last has nothing below
    REQUIRE(odd.size() == 4);
    CHECK(odd[0].panels.size() == 4);
    CHECK(odd[2].panels.size() == 2);
    CHECK(odd[2].size.height == odd[0].size.height);
}

TEST_CASE("pages of inner sheets move towards the fold, both halves alike") {
    const auto sides = layout::saddle_stitched(blank(12), 0.5);
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const double shift = 0.5 * static_cast<double>(i / 2);
        CHECK(sides[i].panels[0].shift == shift);
        CHECK(sides[i].panels[1].shift == -shift);
    }
}

TEST_CASE("nothing reaches over the fold of a stitched sheet, nor out of the bleed") {
    const auto sheets = layout::on_sheets(book(8), theme::MarksStyle{11, 14, {}},
                                          {.imposition = layout::Imposition::saddle, .creep = 2, .line = {}});
    REQUIRE(sheets.pages.size() == 4);
    for (const auto& sheet : sheets.pages) {
        std::vector<Rect> grounds;
        for (const auto& item : sheet.frame.items)
            if (const auto* shape = std::get_if<layout::Shape>(&item); shape && shape->clip)
                grounds.push_back(*shape->clip);
        REQUIRE(grounds.size() == 2);
        CHECK(grounds[0].x == Approx(-9));
        CHECK(grounds[0].right() == Approx(kPage.width));
        CHECK(grounds[1].x == Approx(kPage.width));
        CHECK(grounds[1].right() == Approx(2 * kPage.width + 9));
        CHECK(grounds[0].y == Approx(-9));
        CHECK(sheet.bleed == 9);
        CHECK_FALSE(sheet.turned);
    }
}

TEST_CASE("marks in register and the colour bar are there when they are wanted, and backs are turned") {
    const theme::MarksStyle style{11, 14, {}};
    const auto plain = layout::on_sheets(book(2), style);
    CHECK(on_all_plates(plain.pages[0]) == 8);  // the cuts
    CHECK(patches(plain.pages[0]) == 0);
    const auto full = layout::on_sheets(book(2), style, {.turned_backs = true, .colour_bar = true, .line = {}});
    CHECK(on_all_plates(full.pages[0]) == 14);
    CHECK(patches(full.pages[0]) == 10);
    CHECK_FALSE(full.pages[0].turned);
    CHECK(full.pages[1].turned);
    auto narrow = book(2);
    for (auto& page : narrow.pages) page.frame.size.width = 100;
    CHECK(patches(layout::on_sheets(std::move(narrow), style, {.colour_bar = true, .line = {}}).pages[0]) == 4);
}

TEST_CASE("the line for the printer stands below each sheet, outside of the bleed") {
    const auto line = [](std::size_t side) {
        layout::Frame frame;
        frame.size = {50, 10};
        layout::GlyphRun run;
        run.text = std::to_string(side);
        run.origin = {0, 8};
        frame.items.emplace_back(run);
        return frame;
    };
    const auto sheets = layout::on_sheets(book(2), {11, 14, {}}, {.line = line});
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& page = sheets.pages[i];
        const auto* run = std::get_if<layout::GlyphRun>(&page.frame.items.back());
        REQUIRE(run);
        CHECK(run->text == std::to_string(i + 1));
        CHECK(run->origin.y - 8 > kPage.height + page.bleed);
        CHECK(run->origin.y + 2 < kPage.height + page.slug);
    }
}
