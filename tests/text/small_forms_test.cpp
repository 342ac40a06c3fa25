// Super- and subscripts, fractions: the font's own forms where it has them, else made; D4: real faces only.
#include "lines.h"

#include <catch2/catch.hpp>

namespace zheye::text::test {
namespace {

StyledRun small(std::string text, Position position, const std::string& role = "song") {
    CharStyle style = char_style(role);
    style.position = position;
    return run(std::move(text), style);
}

TEST_CASE("superscripts and subscripts are the font's own where it has all of them") {
    // LXGW WenKai has sups and subs for digits, not for letters.
    const Setting kai = set({run("m", char_style("kai")), small("2", Position::superscript, "kai")}, 40);
    CHECK(kai.glyph("2").id == set({run("²", char_style("kai"))}, 40).glyph("²").id);
    CHECK(kai.glyph("2").size == kSize);
    CHECK(kai.glyph("2").y == 0);
    const Setting sub = set({run("H", char_style("kai")), small("2", Position::subscript, "kai")}, 40);
    CHECK(sub.glyph("2").id == set({run("₂", char_style("kai"))}, 40).glyph("₂").id);
}

TEST_CASE("else they are made: all of a run alike, smaller, raised or lowered") {
    for (const auto& [text, role] : {std::pair{"2", "song"}, std::pair{"2n", "kai"}}) {
        INFO(role);
        const Setting s = set({run("m", char_style(role)), small(text, Position::superscript, role)}, 40);
        CHECK(s.glyph("2").id == set({run("2", char_style(role))}, 40).glyph("2").id);
        CHECK(s.glyph("2").size == Approx(0.6 * kSize));
        CHECK(s.glyph("2").y == Approx(0.36 * kSize));
    }
    const Setting s = set({run("H"), small("2", Position::subscript), run("O")}, 40);
    CHECK(s.glyph("2").y == Approx(-0.14 * kSize));
    CHECK(s.glyph("O").size == kSize);
    CHECK(s.text_of_glyphs() == "H2O");
}

TEST_CASE("typed small forms are the font's own glyphs") {
    const Setting s = set_line("m²和½");
    for (const char* c : {"²", "½"}) {
        CHECK(s.glyph(c).size == kSize);
        CHECK(s.glyph(c).y == 0);
    }
    CHECK(s.text_of_glyphs() == "m²和½");
}

TEST_CASE("a fraction is made of numerator, solidus and denominator where the font has none") {
    const Setting made = set({run("占"), small("12/25", Position::fraction), run("强")}, 40);
    CHECK(made.text_of_glyphs() == "占12/25强");
    CHECK(made.glyph("12").y == Approx(0.3 * kSize));
    CHECK(made.glyph("12").size == Approx(0.6 * kSize));
    CHECK(made.glyph("/").size == kSize);
    CHECK(made.glyph("25").y == 0);
    CHECK(made.glyph("25").size == Approx(0.6 * kSize));
    CHECK(made.between("占", "12") == Approx(1.25));  // M1: a fraction is a number
}

TEST_CASE("small forms are not parted from what they stand at (B4), nor by a gap (M1)") {
    CHECK(set({run("甲乙丙丁"), small("1", Position::superscript), run("戊己庚辛")}, 4.2).texts()[0] == "甲乙丙");
    CHECK(set({run("甲"), small("1", Position::superscript), run("乙")}, 40).between("甲", "1") == Approx(1));
    CHECK(set({run("甲乙丙"), small("12/25", Position::fraction), run("丁")}, 4.5).texts()[0] == "甲乙丙");
}

TEST_CASE("D4: bold is another face, nothing is slanted: the glyphs stand as the font draws them") {
    const Setting s = set({run("常"), run("粗", char_style("song", 700)), run("楷", char_style("kai"))}, 40);
    CHECK(book().face(s.glyph("常").face).name == "Noto Serif CJK SC");
    CHECK(book().face(s.glyph("粗").face).name == "Noto Serif CJK SC Bold");
    CHECK(book().face(s.glyph("楷").face).name == "LXGW WenKai");
    for (const char* c : {"常", "粗", "楷"}) CHECK(book().face(s.glyph(c).face).metrics.italic_angle == 0);
}

}  // namespace
}  // namespace zheye::text::test
