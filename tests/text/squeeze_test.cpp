// S1–S5: marks give up their blanks where two of them meet and at the edges of lines.
#include "lines.h"

#include <catch2/catch.hpp>

namespace zheye::text::test {
namespace {

/// em that `marks` take between two Han characters.
double taken(const std::string& marks, const ParagraphStyle& style = {}) {
    return set_line("甲" + marks + "乙", style).between("甲", "乙") - 1;
}

ParagraphStyle unsqueezed() {
    ParagraphStyle style;
    style.squeeze = false;
    return style;
}

TEST_CASE("S1: two marks with facing blanks take 1.5em") {
    // closing+stop, stop+closing, closing+opening, stop+opening, opening+opening, closing+closing
    for (const char* pair : {"》，", "。”", "”“", "，《", "（《", "》）", "：“", "！”", "”；", "？（", "、“", "”。"}) {
        INFO(pair);
        CHECK(taken(pair) == Approx(1.5));
        CHECK(taken(pair, without(Rule::S1)) == Approx(2));
        CHECK(taken(pair, unsqueezed()) == Approx(2));
    }
}

TEST_CASE("S1: runs of marks are squeezed pair by pair") {
    CHECK(taken("》）。") == Approx(2));
    CHECK(taken("。”（《") == Approx(2.5));
    CHECK(taken("》）。", without(Rule::S1)) == Approx(3));
}

TEST_CASE("S1: blanks that do not face each other stay") {
    CHECK(taken("（）") == Approx(2));
    CHECK(taken("——“") == Approx(3));
    CHECK(taken("”——") == Approx(3));
    CHECK(taken("……。") == Approx(3));
}

TEST_CASE("S2: a mark at line end loses its trailing blank, in every line") {
    const auto holds = [](const ParagraphStyle& style) {
        return set_line("甲乙，", style).lines[0].width == Approx(2.5 * kSize) &&
               set_line("甲乙。”", style).lines[0].width == Approx(3 * kSize);
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::S2)));
    CHECK_FALSE(holds(unsqueezed()));
    ParagraphStyle open;
    open.punctuation = PunctuationStyle::open;
    CHECK_FALSE(holds(open));
    open.align = Align::right;
    CHECK(set("甲乙，", 10, open).x("甲") == Approx(7));  // the blank is part of the line
    ParagraphStyle right;
    right.align = Align::right;
    CHECK(set("甲乙，", 10, right).x("甲") == Approx(7.5));
}

TEST_CASE("S2: spaces after the mark do not save its blank") {
    CHECK(set_line("甲乙， ").lines[0].width == Approx(2.5 * kSize));
}

TEST_CASE("S3: an opening mark at line start or first in an indented paragraph loses its leading blank") {
    ParagraphStyle style;
    style.indent = 2 * kSize;
    const auto first = [&](ParagraphStyle s) { return set_line("《甲》乙", s).x("《"); };
    CHECK(first({}) == Approx(-0.5));
    CHECK(first(style) == Approx(1.5));
    CHECK(first(without(Rule::S3, style)) == Approx(2));
    const auto second = [](const ParagraphStyle& s) { return set("甲乙丙丁戊（己庚辛）", 5, s).x("（"); };
    CHECK(second({}) == Approx(-0.5));
    CHECK(second(without(Rule::S3)) == Approx(0).margin(1e-9));
    CHECK(set("甲乙丙丁戊（己庚辛）", 5).x("己") == Approx(0.5));
}

TEST_CASE("S4: 、，。 hang into the margin when asked to, one mark, no other") {
    ParagraphStyle hanging;
    hanging.hanging = true;
    const auto hangs = [](const std::string& mark, const ParagraphStyle& style) {
        const Setting s = set("甲乙丙丁" + mark + "戊己庚辛壬癸", 4, style);
        return s.line_text(0) == "甲乙丙丁" + mark && s.x(mark) == Approx(4) && s.lines[0].width == Approx(4 * kSize) &&
               s.lines[0].hang == Approx(0.5 * kSize);
    };
    for (const char* mark : {"、", "，", "。"}) {
        CHECK(hangs(mark, hanging));
        CHECK_FALSE(hangs(mark, {}));
        CHECK_FALSE(hangs(mark, without(Rule::S4, hanging)));
    }
    CHECK_FALSE(hangs("；", hanging));
    CHECK_FALSE(hangs("”", hanging));
    CHECK(set("甲乙丙。”丁戊己庚", 4, hanging).lines[0].hang == 0);
    CHECK(set("甲乙丙”。丁戊己庚", 4, hanging).lines[0].hang == Approx(0.5 * kSize));
}

/// The text cut into runs of different look before every mark.
std::vector<StyledRun> patchwork() {
    CharStyle link = char_style();
    link.colour = {200, 0, 0};
    link.token = 7;
    return {run("《甲"), run("》", link), run("（", char_style("song", 700)), run("乙。", link), run("”"), run("丙，")};
}

TEST_CASE("S5: changes of style break none of S1–S3") {
    const std::string text = "《甲》（乙。”丙，";
    const auto holds = [&](const ParagraphStyle& style) {
        const Setting plain = set_line(text), styled = set(patchwork(), 1000, style);
        bool same = styled.lines[0].width == Approx(plain.lines[0].width);
        for (const char* c : {"《", "甲", "》", "（", "乙", "。", "”", "丙", "，"}) {
            same = same && styled.x(c) == Approx(plain.x(c));
        }
        return same;
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::S5)));
}

TEST_CASE("S5: style, token and colour reach the glyphs") {
    const Setting s = set(patchwork(), 1000);
    CHECK(s.glyph("》").token == 7);
    CHECK(s.glyph("》").colour == Colour{200, 0, 0});
    CHECK(s.glyph("（").face != s.glyph("甲").face);
    CHECK(s.glyph("甲").token == 0);
}

}  // namespace
}  // namespace zheye::text::test
