// Vertical lines in a PDF: fonts of writing mode 1, turned words, and what readers get back from them.
#include "fixture.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::test;
using layout::Orientation;
using layout::Role;

namespace {

constexpr double kSize = 10.5;

/// The glyphs of `text` under each other.
layout::GlyphRun standing(const std::string& text, Point origin, double em = 1) {
    auto run = shaped(text, kSize, origin);
    run.orientation = Orientation::down;
    double y = 0;
    for (auto& glyph : run.glyphs.edit()) {
        glyph.x = y;
        glyph.y = 0;
        glyph.advance = kSize;
        y += em * kSize;
    }
    return run;
}

layout::GlyphRun lying(const std::string& text, Point origin) {
    auto run = shaped(text, kSize, origin);
    run.orientation = Orientation::turned;
    for (auto& glyph : run.glyphs.edit()) glyph.y = -0.38 * kSize;
    return run;
}

/// Two figures side by side in one em.
layout::GlyphRun side_by_side(const std::string& text, Point origin) {
    auto run = standing(text, origin);
    REQUIRE(run.glyphs.size() == 2);
    run.glyphs.edit()[0].y = -0.25 * kSize;
    run.glyphs.edit()[1].x = 0;
    run.glyphs.edit()[1].y = 0.25 * kSize;
    return run;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line;
    std::erase(text, ' ');
    return text;
}

/// One line: 截至 2019 年第 14 届 with what is not 1em wide in its own way.
std::vector<layout::Item> mixed_line(double x) {
    const double after_year = 80 + 2.25 * kSize + 4 * 0.56 * kSize + 0.25 * kSize;
    return {standing("截至", {x, 80}), lying("2019", {x, 80 + 2.25 * kSize}), standing("年第", {x, after_year}),
            side_by_side("14", {x, after_year + 2 * kSize}), standing("届", {x, after_year + 3 * kSize})};
}

/// The same line outside of all tags: nothing says there what the glyphs stand for but their positions and codes.
File untagged(const std::vector<layout::Item>& items) {
    Draft draft;
    for (const auto& item : items) draft.item(item);
    return File(written(draft.pages));
}

}  // namespace

TEST_CASE("Vertical lines use the font in writing mode 1, beside the horizontal one of the same program") {
    Draft draft;
    draft.paragraph(standing("文化路街道", {300, 80}));
    draft.paragraph(shaped("文化路", kSize, {40, 80}));
    const File file(written(draft.pages));
    check_syntax(file);
    const auto text = spelt_out(file);
    CHECK(count(text, "/Encoding /Identity-V") == 1);
    CHECK(count(text, "/Encoding /Identity-H") == 1);
    CHECK(count(text, "/FontFile3") == 1);
    CHECK(count(text, "/DW2") == 1);
}

TEST_CASE("A document of horizontal lines has nothing of writing mode 1") {
    Draft draft;
    draft.paragraph(shaped("文化路", kSize, {40, 80}));
    const auto text = spelt_out(File(written(draft.pages)));
    CHECK(count(text, "Identity-V") == 0);
    CHECK(count(text, "DW2") == 0);
}

TEST_CASE("A vertical line with a turned number and figures side by side is read as it was written") {
    Draft draft;
    draft.tagged(draft.node(Role::p), mixed_line(300));
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", "截至2019年第14届"}});
    CHECK(raw_lines(file) == std::vector<std::string>{"截至2019年第14届"});
    CHECK(joined(mupdf_lines(file)) == "截至2019年第14届");
    CHECK(count(spelt_out(file), "0 -1 1 0 ") == 1);
    CHECK(raw_lines(untagged(mixed_line(300))).size() > 5);
    const File flat(written([] {
        Draft across;
        across.paragraph(shaped("截至2019年第14届", kSize, {40, 80}));
        return across.pages;
    }()));
    CHECK(count(spelt_out(flat), "0 -1 1 0 ") == 0);
}

TEST_CASE("Narrowed figures are set by the text matrix, and the glyphs after them are not") {
    Draft draft;
    auto figures = side_by_side("14", {300, 80 + kSize});
    figures.narrow = 0.6;
    draft.tagged(draft.node(Role::p), {standing("第", {300, 80}), figures, standing("届", {300, 80 + 2 * kSize})});
    const File file(written(draft.pages));
    check_syntax(file);
    const auto text = spelt_out(file);
    CHECK(count(text, "0.6 0 0 1 297.375 ") == 1);  // the first figure stands ¼em to the left
    CHECK(count(text, "\n1 0 0 1 300 ") == 1);
    CHECK(raw_lines(file) == std::vector<std::string>{"第14届"});
    figures.narrow = 1;
    Draft wide;
    wide.tagged(wide.node(Role::p), {standing("第", {300, 80}), figures});
    CHECK(count(spelt_out(File(written(wide.pages))), " 0 0 1 297.375 ") == 0);
}

TEST_CASE("Vertical lines are read from right to left") {
    Draft draft;
    const auto node = draft.node(Role::p);
    draft.tagged(node, {standing("一城新绿两岸", {300, 80})});
    draft.tagged(node, {standing("清风满街", {282, 80})});
    const File file(written(draft.pages));
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", "一城新绿两岸清风满街"}});
    CHECK(raw_lines(file) == std::vector<std::string>{"一城新绿两岸", "清风满街"});
    CHECK(joined(mupdf_lines(file)) == "一城新绿两岸清风满街");
    // Reading order is that of the tags, not of the places.
    Draft other;
    const auto p = other.node(Role::p);
    other.tagged(p, {standing("清风满街", {282, 80})});
    other.tagged(p, {standing("一城新绿两岸", {300, 80})});
    CHECK(raw_lines(File(written(other.pages))) == std::vector<std::string>{"清风满街", "一城新绿两岸"});
}

TEST_CASE("A vertical quotation mark is read as the one that was typed") {
    Draft draft;
    auto corner = standing("说『好』", {300, 80});
    corner.text = "说“好”";
    draft.paragraph(standing("『书』『名』", {330, 80}));
    draft.paragraph(corner);
    const File file(written(draft.pages));
    CHECK(joined(raw_lines(file)) == "『书』『名』说“好”");
    // Without the mark each glyph stands for what it most often does.
    CHECK(joined(raw_lines(untagged({standing("『书』『名』", {330, 80}), corner}))) == "『书』『名』说『好』");
}

TEST_CASE("Squeezed marks of a vertical line are neither lost nor doubled") {
    Draft draft;
    auto run = standing("他说：文化路、东风路。", {300, 80});
    for (std::size_t i = 3; i < run.glyphs.size(); ++i) run.glyphs.edit()[i].x -= 0.5 * kSize;
    draft.paragraph(run);
    const File file(written(draft.pages));
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", "他说：文化路、东风路。"}});
    CHECK(raw_lines(file) == std::vector<std::string>{"他说：文化路、东风路。"});
    CHECK(raw_lines(untagged({run})) != std::vector<std::string>{"他说：文化路、东风路。"});
}
