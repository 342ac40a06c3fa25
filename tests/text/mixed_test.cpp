// M1–M3, D4, tracking, and what a line tells about itself: text, places in the source, heights, decimal points.
#include "lines.h"

#include <catch2/catch.hpp>

namespace zheye::text::test {
namespace {

constexpr double kEps = 1e-6;

/// em between the end of one character's advance and the next character's origin.
double gap(const Setting& s, const char* before, const char* after) {
    return s.between(before, after) - s.glyph(before).advance / kSize;
}

TEST_CASE("M1: a gap of ¼em between Han and Latin letters or digits") {
    const auto holds = [](const ParagraphStyle& style) {
        const Setting s = set_line("甲A乙8丙α丁", style);
        bool ok = true;
        for (const auto& [a, b] :
             {std::pair("甲", "A"), {"A", "乙"}, {"乙", "8"}, {"8", "丙"}, {"丙", "α"}, {"α", "丁"}}) {
            ok = ok && std::abs(gap(s, a, b) - 0.25) < kEps;
        }
        return ok;
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::M1)));
    ParagraphStyle tight;
    tight.han_latin_gap = 0;
    CHECK(gap(set_line("甲A", tight), "甲", "A") == Approx(0).margin(kEps));
}

TEST_CASE("M1: none beside punctuation, inside brackets and at the edges of lines; never a space character") {
    const Setting s = set_line("甲，A（B）丙");
    CHECK(gap(s, "，", "A") == Approx(0).margin(kEps));
    CHECK(s.between("A", "（") + 0.5 - s.glyph("A").advance / kSize == Approx(0.5));  // the bracket's own blank
    CHECK(gap(s, "（", "B") == Approx(0).margin(kEps));
    CHECK(gap(s, "B", "）") == Approx(0).margin(kEps));
    CHECK(set_line("A甲").x("A") == Approx(0).margin(kEps));
    CHECK(set_line("甲A").lines[0].width == Approx(12.5 + set_line("A").lines[0].width));
    CHECK(set_line("甲A").lines[0].glyphs.size() == 2);
    const Setting broken = set("甲乙丙丁A戊己庚", 4);
    CHECK(broken.lines[0].width == Approx(40));
    CHECK(broken.x("A") == Approx(0).margin(kEps));
}

TEST_CASE("M2: a typed space between Han and Latin is folded into the gap and stays in the text") {
    const auto holds = [](const ParagraphStyle& style) {
        const Setting plain = set_line("甲A乙"), spaced = set_line("甲 A  乙", style);
        return std::abs(spaced.between("甲", "A") - plain.between("甲", "A")) < kEps &&
               std::abs(spaced.between("A", "乙") - plain.between("A", "乙")) < kEps &&
               spaced.lines[0].glyphs.size() == 6 && spaced.text_of_glyphs() == "甲 A  乙";
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::M2)));
    const Setting s = set_line("张 三");  // between Han it is what its writer meant
    CHECK(gap(s, "张", "三") == Approx(s.glyph(" ").advance / kSize));
}

TEST_CASE("M3: Latin letters and digits come from the Latin face, on one baseline") {
    const auto holds = [](const ParagraphStyle& style) {
        const Setting s = set({run("甲A8%乙，", char_style("mixed"))}, 100, style);
        const auto latin = s.glyph("A").face, han = s.glyph("甲").face;
        bool level = true;
        for (const Glyph& glyph : s.lines[0].glyphs) level = level && glyph.y == 0;
        return level && latin != han && s.glyph("8").face == latin && s.glyph("%").face == latin &&
               s.glyph("乙").face == han && s.glyph("，").face == han;
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::M3)));
}

TEST_CASE("D4: bold is the bold face, not the regular one made heavier") {
    const Setting s = set({run("甲"), run("乙", char_style("song", 700))}, 10);
    CHECK(book().face(s.glyph("甲").face).postscript_name == "NotoSerifCJKsc-Regular");
    CHECK(book().face(s.glyph("乙").face).postscript_name == "NotoSerifCJKsc-Bold");
}

TEST_CASE("tracking comes after every character but the last of a line") {
    CharStyle style = char_style();
    style.tracking = 0.1;
    const Setting s = set({run("甲乙，office丙", style)}, 100);
    CHECK(s.between("甲", "乙") == Approx(1.1));
    CHECK(s.between("乙", "，") == Approx(1.1));
    CHECK(s.glyph("f", 0).text_begin != s.glyph("f", 1).text_begin);  // no ligature
    CHECK(set({run("甲乙", style)}, 100).lines[0].width == Approx(21));
    ParagraphStyle centre;
    centre.align = Align::centre;
    CHECK(set({run("甲乙", style)}, 4.1, centre).x("甲") == Approx(1));
}

TEST_CASE("every byte of the text is in exactly one glyph's range, in order") {
    const std::string text = "甲 office “乙” 一——二……A  B。\u0301 ， e\u0301\u200B完 ";
    const Setting s = set(text, 6.3);
    CHECK(s.text_of_glyphs() == text);
    std::uint32_t at = 0;
    for (const Line& line : s.lines) {
        CHECK(line.text_begin == at);
        for (const Glyph& glyph : line.glyphs) {
            CHECK(glyph.text_begin == at);
            at = glyph.text_end;
        }
        CHECK(line.text_end == at);
    }
    CHECK(at == text.size());
    const Glyph ligature = set_line("office").glyph("f");
    CHECK(ligature.text_end - ligature.text_begin == 3);
}

TEST_CASE("glyphs know where in the source they come from") {
    StyledRun exact = run("甲乙");
    exact.span = {3, 100, 106};
    StyledRun fact = run("127亿元");
    fact.span = {3, 200, 205};
    const Setting s = set({exact, fact}, 100);
    CHECK(s.glyph("乙").span == diag::Span{3, 103, 106});
    CHECK(s.glyph("亿").span == diag::Span{3, 200, 205});
}

TEST_CASE("a character that no face has is an error at its place, with the package that may bring it") {
    StyledRun text = run("甲\U00031350乙", char_style("mixed", 700));
    text.span = {0, 50, 60};
    diag::Diagnostics diagnostics;
    const Paragraph p = shape(std::vector{text}, {}, book(), diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    const diag::Diagnostic& d = diagnostics.all()[0];
    CHECK(d.severity == diag::Severity::error);
    CHECK(d.code == "missing-glyph");
    CHECK(d.span == diag::Span{0, 53, 57});
    CHECK(d.message.zh == "所用字体都没有“\U00031350”（U+31350）");
    CHECK(d.message.en == "no font in use has the character \"\U00031350\" (U+31350)");
    REQUIRE(d.hints.size() == 1);
    CHECK(d.hints[0].en.find("fonts-nowhere") != std::string::npos);
    diag::Diagnostics of_emoji;  // for which a font for Han is no help
    (void)shape(std::vector{run("甲😀乙", char_style("mixed", 700))}, {}, book(), of_emoji);
    REQUIRE(of_emoji.all().size() == 1);
    REQUIRE(of_emoji.all()[0].hints.size() == 1);
    CHECK(of_emoji.all()[0].hints[0].en.find("fonts-symbola") != std::string::npos);
    for (const Line& line : break_lines(p, 100)) {
        for (const Glyph& glyph : line.glyphs) CHECK(glyph.id != 0);
    }
}

TEST_CASE("a mark that the face of its base lacks is missing too") {
    diag::Diagnostics diagnostics;
    const Paragraph p = shape(std::vector{run("x\u0489y")}, {}, book(), diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].message.en.find("U+0489") != std::string::npos);
    const std::vector<Line> lines = break_lines(p, 100);
    for (const Glyph& glyph : lines[0].glyphs) CHECK(glyph.id != 0);
}

TEST_CASE("a line is as high as the em box of its tallest style") {
    const Setting s = set({run("甲"), run("乙", char_style("song", 400, 20))}, 10);
    const font::Metrics& m = book().main_face(char_style().chain).metrics;
    CHECK(s.lines[0].ascent == Approx(20.0 * m.ascent / m.units_per_em));
    CHECK(s.lines[0].descent == Approx(-20.0 * m.descent / m.units_per_em));
    CHECK(set_line("甲").lines[0].ascent == Approx(10.0 * m.ascent / m.units_per_em));
    CharStyle raised = char_style();
    raised.rise = 5;
    const Setting r = set({run("甲"), run("乙", raised)}, 10);
    CHECK(r.lines[0].ascent == Approx(10.0 * m.ascent / m.units_per_em + 5));
    CHECK(r.glyph("乙").y == Approx(5));
}

TEST_CASE("decimal offset: the point, the end of the digits, or the line's width") {
    const auto offset = [](const std::string& text) { return decimal_offset(set_line(text).lines[0]) / kSize; };
    const Setting point = set_line("127.35亿元");
    CHECK(offset("127.35亿元") == Approx(point.x(".")));
    CHECK(offset("1,127亿元") == Approx(point.paragraph.empty() ? 0 : set_line("1,127").lines[0].width / kSize));
    CHECK(offset("共8项") == Approx(set_line("共8").lines[0].width / kSize));
    CHECK(offset("106.2%") == Approx(set_line("106").lines[0].width / kSize).margin(0.02));
    CHECK(offset("暂无") == Approx(2));
    CHECK(offset("—") == Approx(1));
}

TEST_CASE("spaces at the end of a line keep their glyphs and take no width") {
    const Setting s = set("one two three", 4);
    REQUIRE(s.lines.size() > 1);
    for (std::size_t i = 0; i + 1 < s.lines.size(); ++i) {
        const Glyph& space = s.lines[i].glyphs.back();
        CHECK(s.line_text(i).ends_with(" "));
        CHECK(space.x == Approx(s.lines[i].width));
    }
}

}  // namespace
}  // namespace zheye::text::test
