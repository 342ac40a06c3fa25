// Small pages made by hand, and the whole text that they give.
#include "dump/dump.h"

#include "support/font_catalog.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace zheye;
using layout::Role;

namespace {

const font::FontBook& fonts() {
    static const auto book = test::open_installed({{"song", 400}, {"kai", 400}});
    return book;
}

/// A run of one glyph a character, each `size` wide, with `gap` added after the glyphs given.
layout::GlyphRun run(const std::string& text, Point origin, std::vector<double> gaps = {}) {
    layout::GlyphRun run{0, 10, {0x33, 0, 0}, origin, {}, text, {}};
    double x = 0;
    for (std::uint32_t at = 0; at < text.size(); at += 3) {
        layout::PlacedGlyph glyph{at + 1, x, 0, 10, at, at + 3};
        const std::size_t index = run.glyphs.size();
        x += 10 + (index < gaps.size() ? gaps[index] : 0);
        run.glyphs.edit().push_back(glyph);
    }
    return run;
}

/// What the items of the only page give, without the lines around them.
std::string items(std::vector<layout::Item> items) {
    layout::Pages pages;
    pages.pages.push_back({{{100, 200}, std::move(items)}, 0, ""});
    const std::string head = "document \"\"\n  language zh-Hans\n\npage 1 100.00×200.00\n";
    const auto text = dump::dump(pages, fonts());
    REQUIRE(text.substr(0, head.size()) == head);
    return text.substr(head.size());
}

}  // namespace

TEST_CASE("A document with everything in it") {
    layout::Pages pages;
    pages.metadata = {"一城新绿", "年度答卷", "zh-Hans", {"编印组", "王"}, {"金水"}, "街道办", "2019-07"};
    auto picture = std::make_shared<picture::Picture>();
    picture->width = 1200;
    picture->height = 800;
    picture->components = 4;
    picture->coding = picture::Coding::jpeg;
    picture->inverted = true;
    picture->dpi = 300;
    picture->profile = "of these colours";
    picture->orientation = 3;
    pages.images = {picture};
    auto& tree = pages.structure;
    const auto root = tree.add(0, Role::document);
    const auto heading = tree.add(root, Role::h1);
    const auto table = tree.add(root, Role::table);
    const auto row = tree.add(table, Role::tr);
    const auto head = tree.add(row, Role::th);
    tree.nodes[head].scope = layout::StructureNode::Scope::column;
    tree.nodes[head].colspan = 2;
    const auto figure = tree.add(root, Role::figure);
    tree.nodes[figure].alt = "升国旗";
    const auto link = tree.add(root, Role::link);
    tree.nodes[link].language = "en";

    layout::Page first{{{420, 595}, {}}, 8.5, "1"};
    first.frame.items = {layout::Shape{Path::rectangle({0, 0, 420, 20}), Colour{1, 2, 3}, {}, 1},
                         layout::TagBegin{heading},
                         run("东风路", {30, 40}),
                         layout::TagEnd{},
                         layout::TagBegin{head},
                         run("指标", {30, 60}),
                         layout::TagEnd{},
                         layout::TagBegin{figure},
                         layout::Image{0, {30, 80, 60, 40}, Rect{30, 85, 60, 30}},
                         layout::TagEnd{}};
    layout::Page second{{{420, 595}, {}}, 0, ""};
    second.frame.items = {layout::TagBegin{heading}, run("路", {30, 40}), layout::TagEnd{},
                          layout::Link{{1, 2, 3, 4}, link, "https://example.org", 0, 0, "网站"},
                          layout::Link{{1, 2, 3, 4}, link, "", 0, 40, ""}};
    pages.pages = {first, second};
    pages.outline = {{"东风路", 1, 0, 30, heading}, {"指标", 2, 1, 50, table}};

    CHECK(dump::dump(pages, fonts()) == R"(document "一城新绿"
  subject "年度答卷"
  language zh-Hans
  authors "编印组", "王"
  keywords "金水"
  publisher "街道办"
  date 2019-07
image 0 jpeg 1200×800 cmyk inverted 300.00dpi profile orientation 3

page 1 420.00×595.00 bleed 8.50 label "1"
  shape rect 0.00 0.00 420.00×20.00 fill #010203
  h1 #1
    text "东风路" Noto Serif CJK SC 10.00 #330000 at 30.00 40.00 width 30.00
  th #4
    text "指标" Noto Serif CJK SC 10.00 #330000 at 30.00 60.00 width 20.00
  figure #5
    image 0 at 30.00 80.00 60.00×40.00 clip 30.00 85.00 60.00×30.00

page 2 420.00×595.00
  h1 #1
    text "路" Noto Serif CJK SC 10.00 #330000 at 30.00 40.00 width 10.00
  link to "https://example.org" area 1.00 2.00 3.00×4.00 node #6 description "网站"
  link to page 1 y 40.00 area 1.00 2.00 3.00×4.00 node #6

structure
  document #0
    h1 #1 on page 1,2
    table #2
      tr #3
        th #4 colspan 2 scope column on page 1
    figure #5 alt "升国旗" on page 1
    link #6 language en

outline
  "东风路" page 1 y 30.00 node #1
    "指标" page 2 y 50.00 node #2
)");
}

TEST_CASE("Gaps tell what the advances do not account for, equal neighbours together") {
    CHECK(items({run("一二三四五六", {0, 0}, {-5, 0.12, 0.12, 0.12, 0, 9})}) ==
          "  text \"一二三四五六\" Noto Serif CJK SC 10.00 #330000 at 0.00 0.00 width 55.36 gaps [0 -5.00, 1-3 "
          "+0.12]\n");
    CHECK(items({run("一二三", {0, 0}, {0.004, -0.004})}) ==
          "  text \"一二三\" Noto Serif CJK SC 10.00 #330000 at 0.00 0.00 width 30.00\n");
}

TEST_CASE("A moved first glyph, raised glyphs, missing glyphs and ligatures are told") {
    auto moved = run("一二三", {0, 0});
    for (auto& glyph : moved.glyphs.edit()) glyph.x += 2.5;
    moved.glyphs.edit()[1].y = 3;
    moved.glyphs.edit()[2].id = 0;
    moved.face = fonts().main_face(fonts().chain({"kai", 400})).id;
    CHECK(items({moved}) ==
          "  text \"一二三\" LXGW WenKai 10.00 #330000 at 0.00 0.00 width 32.50 start 2.50 rises [1 +3.00] !! missing "
          "glyphs at 2\n");
    auto ligature = run("一", {0, 0});
    ligature.text = "ffi";
    CHECK(items({ligature}) == "  text \"ffi\" Noto Serif CJK SC 10.00 #330000 at 0.00 0.00 width 10.00 glyphs 1\n");
    CHECK(items({layout::GlyphRun{}}) == "  text \"\" Noto Serif CJK SC 0.00 #000000 at 0.00 0.00 width 0.00\n");
}

TEST_CASE("Numbers have two decimals and nothing is ever -0.00") {
    auto text = run("一", {-0.001, -0.0});
    text.size = 10.555;
    CHECK(items({text}) == "  text \"一\" Noto Serif CJK SC 10.56 #330000 at 0.00 0.00 width 10.00\n");
    CHECK(items({layout::Image{7, {-0.004, -0.006, 1, 1}, {}}}) ==
          "  !! no such image: image 7 at 0.00 -0.01 1.00×1.00\n");
}

TEST_CASE("Shapes: paths, paints, strokes, opacity") {
    Path path;
    path.move_to({1, 2});
    path.line_to({3, 4});
    path.curve_to({1, 1}, {2, 2}, {3, 3});
    path.close();
    layout::LinearGradient gradient{{0, 0}, {0, 9}, {{0, {255, 0, 0}}, {1, {0, 0, 255}}}};
    CHECK(items({layout::Shape{path, gradient, layout::Stroke{{9, 9, 9}, 0.25, {2, 1}, true}, 0.5}}) ==
          "  shape M 1.00 2.00 L 3.00 4.00 C 1.00 1.00 2.00 2.00 3.00 3.00 Z fill (gradient 0.00 0.00 to 0.00 9.00, "
          "0.00 #ff0000, 1.00 #0000ff) stroke #090909 0.25 dash 2.00,1.00 round opacity 0.50\n");
    CHECK(items({layout::Shape{Path::line({0, 0}, {5, 0}), {}, layout::Stroke{{0, 0, 0}, 1, {}, false}, 1}}) ==
          "  shape M 0.00 0.00 L 5.00 0.00 stroke #000000 1.00\n");
    CHECK(items({layout::Shape{}}) == "  shape nothing\n");
}

TEST_CASE("A slanted or reversed box is not called a rectangle") {
    auto slanted = Path::rectangle({0, 0, 4, 4});
    slanted.segments[1].points[0].y = 1;
    CHECK(items({layout::Shape{slanted, {}, {}, 1}}) == "  shape M 0.00 0.00 L 4.00 1.00 L 4.00 4.00 L 0.00 4.00 Z\n");
    CHECK(items({layout::Shape{Path::rectangle({4, 0, -4, 4}), {}, {}, 1}}).find("rect") == std::string::npos);
}

TEST_CASE("Text is quoted so that every line is one line and nothing is invisible") {
    layout::GlyphRun text;
    text.text = "a\"b\\c\nd\u00A0e\u200Bf\u3000g\x01";
    CHECK(items({text}).find("\"a\\\"b\\\\c\\nd\\u{A0}e\\u{200B}f\u3000g\\u{1}\"") != std::string::npos);
}

TEST_CASE("Mistakes in the tags are shown, not hidden") {
    CHECK(items({layout::TagBegin{9}, layout::TagEnd{}, layout::TagEnd{}}) ==
          "  !! no node #9\n  !! a tag ends that has not begun\n");
    CHECK(items({layout::TagBegin{9}}) == "  !! no node #9\n  !! a tag is not closed\n");
    CHECK(items({layout::TagBegin{9}, layout::TagBegin{9}, layout::TagEnd{}, layout::TagEnd{}}) ==
          "  !! no node #9\n    !! a tag inside a tag\n    !! no node #9\n");
}

TEST_CASE("A broken tree is shown and does not hang") {
    layout::Pages pages;
    const auto root = pages.structure.add(0, Role::document);
    const auto child = pages.structure.add(root, Role::p);
    pages.structure.nodes[child].children = {root, 77};
    pages.structure.nodes.push_back({});
    CHECK(dump::dump(pages, fonts()) ==
          "document \"\"\n  language zh-Hans\n\nstructure\n  document #0\n    p #1\n      "
          "!! again #0\n      !! no node #77\n  !! not in the tree: p #2\n");
}

TEST_CASE("Every role has its name") {
    layout::Pages pages;
    for (int role = 0; role <= static_cast<int>(Role::reference); ++role)
        pages.structure.add(0, static_cast<Role>(role));
    const auto text = dump::dump(pages, fonts());
    for (const auto* name : {"document #0", "block-quote #4", "toci #7", "h4 #11", "list-item #14", "label #15",
                             "list-body #16", "table #17", "thead #18", "td #22", "figure #23", "reference #27"})
        CHECK(text.find(name) != std::string::npos);
}
