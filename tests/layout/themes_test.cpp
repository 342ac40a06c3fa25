// What themes may have otherwise: measured on pages laid out with changes to the theme.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace zheye;
using namespace zheye::layout;
using namespace zheye::test;

namespace {

LaidOut with(const std::string& changes, const std::string& blocks) {
    return lay_out(chapter(blocks, "theme: {base: vermilion, " + changes + "}\n"));
}

std::vector<Rect> filled(const LaidOut& b, Colour colour) {
    std::vector<Rect> found;
    for (const auto& page : b.pages.pages)
        for (const auto& item : page.frame.items) {
            const auto* shape = std::get_if<Shape>(&item);
            const auto* fill = shape && shape->fill ? std::get_if<Colour>(&*shape->fill) : nullptr;
            if (!fill || !(*fill == colour)) continue;
            Rect box{1e9, 1e9, 0, 0};
            double right = 0, bottom = 0;
            for (const auto& segment : shape->path.segments) {
                if (segment.op == Path::Op::close) continue;
                const Point p = segment.points[segment.op == Path::Op::curve ? 2 : 0];
                box.x = std::min(box.x, p.x), box.y = std::min(box.y, p.y);
                right = std::max(right, p.x), bottom = std::max(bottom, p.y);
            }
            found.push_back({box.x, box.y, right - box.x, bottom - box.y});
        }
    return found;
}

const LineOnPage* find(const std::vector<LineOnPage>& all, const std::string& text) {
    const auto at =
        std::ranges::find_if(all, [&](const auto& line) { return line.text.find(text) != std::string::npos; });
    return at == all.end() ? nullptr : &*at;
}

const std::string kFacts = "facts:\n  a: {name: 甲, value: 1}\n  b: {name: 乙, value: 2}\n  c: {name: 丙, value: 3}\n";

}  // namespace

TEST_CASE("stat cards with a ground stand apart by the theme's space") {
    const Colour ground{1, 2, 3};
    const auto b =
        lay_out(chapter("- text: 先\n- stats: [a, b, c]\n",
                        kFacts + "theme: {base: vermilion, stats: {ground: '#010203', space: 12pt, radius: 4pt}}\n"));
    const auto cards = filled(b, ground);
    REQUIRE(cards.size() == 3);
    CHECK(cards[1].x - cards[0].right() == Approx(12));
    CHECK(cards[0].width == Approx(cards[2].width));
    CHECK(cards[2].right() - cards[0].x == Approx(b.theme.page.width - b.theme.page.left - b.theme.page.right));
}

TEST_CASE("folios are dressed and placed as the theme says") {
    const auto outer = with("furniture: {folio-before: '— ', folio-after: ' —'}", paragraphs(2, 80));
    const auto outer_lines = lines(outer.pages);
    REQUIRE(find(outer_lines, "— 1 —"));
    const double middle = outer.pages.pages[0].frame.size.width / 2;
    CHECK(find(outer_lines, "— 1 —")->x > middle);
    const auto centred = with("furniture: {folio: centre, folio-before: '— ', folio-after: ' —'}", paragraphs(2, 80));
    const auto centred_lines = lines(centred.pages);
    const auto* folio = find(centred_lines, "— 1 —");
    REQUIRE(folio);
    CHECK((folio->x + folio->right) / 2 == Approx(middle).margin(0.5));
}

TEST_CASE("the running head stands above, beside the folio, or nowhere") {
    const std::string blocks = "- heading: 小标题\n" + paragraphs(40, 80);
    const auto heads = [&](const std::string& place) {
        const auto b = with("furniture: {head: " + place + "}", blocks);
        std::vector<double> at;
        for (const auto& line : lines(b.pages))
            if (line.artifact && line.page == 1 && line.text.find("小标题") != std::string::npos)
                at.push_back(line.baseline);
        return at;
    };
    REQUIRE(heads("top").size() == 1);
    CHECK(heads("top")[0] < 100);
    REQUIRE(heads("bottom").size() == 1);
    CHECK(heads("bottom")[0] > 700);
    CHECK(heads("none").empty());
}

TEST_CASE("a theme without opener pages keeps lead, byline and figures in the text") {
    const std::string yaml =
        "zheye: 1\ntitle: 题\ncover: false\ncontents: false\n" + kFacts +
        "theme: {base: vermilion, opener: {pages: false}}\n"
        "chapters:\n- {title: 章, lead: 导语在此, byline: 署名在此, content: [{stats: [a, b]}, 正文]}\n";
    const auto b = lay_out(yaml);
    CHECK(b.pages.pages.size() == 1);
    const auto all = lines(b.pages);
    for (const auto* text : {"章", "导语在此", "署名在此", "甲", "乙", "正文"}) CHECK(find(all, text));
    CHECK(find(all, "导语在此")->baseline < find(all, "署名在此")->baseline);
    CHECK(find(all, "署名在此")->baseline < find(all, "甲")->baseline);
}

TEST_CASE("figures of an opener may have a place of their own") {
    const std::string yaml = "zheye: 1\ntitle: 题\ncover: false\ncontents: false\n" + kFacts +
                             "theme: {base: vermilion, opener: {figures: [0.6, 0.5, 0.3, 0.4]}}\n"
                             "chapters:\n- {title: 章, lead: 导语, content: [{stats: [a, b]}]}\n";
    const auto b = lay_out(yaml);
    const auto all = lines(b.pages);
    REQUIRE(find(all, "1"));
    CHECK(find(all, "1")->x >= 0.6 * b.pages.pages[0].frame.size.width - 0.01);
    CHECK(find(all, "1")->baseline > 0.5 * b.pages.pages[0].frame.size.height);
}

TEST_CASE("marks before headings and items have the theme's shape") {
    const Colour colour{1, 2, 3};
    const auto bar = filled(
        with("subheading: {mark: 3pt, mark-shape: bar, mark-colour: '#010203'}", "- subheading: 小\n- 文\n"), colour);
    REQUIRE(bar.size() == 1);
    CHECK(bar[0].width == Approx(3));
    CHECK(bar[0].height > 9);
    const auto dash =
        filled(with("list: {bullet: 8pt, bullet-shape: dash, bullet-colour: '#010203'}", "- list: [一, 二]\n"), colour);
    REQUIRE(dash.size() == 2);
    CHECK(dash[0].width == Approx(8));
    CHECK(dash[0].height == Approx(2));
    CHECK(filled(with("list: {bullet-shape: ring, bullet-colour: '#010203'}", "- list: [一, 二]\n"), colour).empty());
}

TEST_CASE("a quotation may have a large mark above it, which is no text") {
    const auto b = with("quote: {mark: true}", "- quote: 说得好\n");
    const auto all = lines(b.pages);
    const auto* mark = find(all, "“");
    REQUIRE(mark);
    CHECK(mark->artifact);
    CHECK(mark->baseline < find(all, "说得好")->baseline);
}

TEST_CASE("a running head too long for its place ends with an ellipsis") {
    const std::string title = han(60);
    const auto b = lay_out(chapter("- heading: " + title + "\n" + paragraphs(40, 80), "page: {size: A5}\n"));
    int cut = 0;
    for (const auto& line : lines(b.pages)) {
        if (!line.artifact || line.page != 1 || line.text.find("…") == std::string::npos) continue;
        ++cut;
        CHECK(line.right <= b.pages.pages[1].frame.size.width - b.theme.page.right + 0.01);
    }
    CHECK(cut == 1);
}
