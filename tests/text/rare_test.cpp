// Characters outside the BMP, combining marks, variation sequences, circled figures: each finds a face that has all of
// it, keeps its class and its text.
#include "lines.h"

#include <catch2/catch.hpp>

namespace zheye::text::test {
namespace {

diag::Diagnostics said_of(const std::string& text, const std::string& role = "song") {
    diag::Diagnostics diagnostics;
    (void)shape(std::vector{run(text, char_style(role))}, {}, book(), diagnostics);
    return diagnostics;
}

TEST_CASE("a rare character is a Han character of one em from the face that has it") {
    const Setting s = set("甲\U0002B5AF乙\U0002CC56A𪚥", 20);
    CHECK(s.between("甲", "\U0002B5AF") == Approx(1));
    CHECK(s.between("\U0002B5AF", "乙") == Approx(1));
    CHECK(s.between("\U0002CC56", "A") == Approx(1.25));  // M1
    CHECK(s.text_of_glyphs() == "甲\U0002B5AF乙\U0002CC56A𪚥");
    const auto parted = set("甲\U0002B5AF\U0002CC56\U00020164乙丙", 2).texts();
    CHECK(parted.size() == 3);
    CHECK(set("甲𪚥", 10).glyph("𪚥").face != set("甲𪚥", 10).glyph("甲").face);
    CHECK(set_line("二〇二六A").between("六", "A") == Approx(1.25));
    CHECK(set_line("二〇A").between("〇", "A") == Approx(1.25));  // 〇 is Han
}

TEST_CASE("a mark is composed with its base, or both come from a face that has both") {
    const auto glyphs = [](const std::string& text) { return set_line(text).lines[0].glyphs; };
    CHECK(glyphs("e\u0301")[0].id == glyphs("é")[0].id);
    CHECK(glyphs("u\u0308\u0304")[0].id == glyphs("ǖ")[0].id);
    CHECK(glyphs("e\u0301").size() == 1);
    for (const char* text : {"ê\u0304", "ê\u030C", "n\u0308", "m\u0300", "o\u0303\u0323"}) {
        INFO(text);
        const Setting s = set_line(std::string("甲") + text + "x");
        CHECK(s.text_of_glyphs() == std::string("甲") + text + "x");
        for (const Glyph& g : s.lines[0].glyphs) CHECK(g.id != 0);
    }
    // U+0308 is not in the first face: letter and mark stand together in the next one.
    const Setting s = set_line("nn\u0308");
    REQUIRE(s.lines[0].glyphs.size() >= 2);
    CHECK(s.lines[0].glyphs[1].face != s.lines[0].glyphs[0].face);
    CHECK(s.lines[0].glyphs.back().face == s.lines[0].glyphs[1].face);
}

TEST_CASE("pinyin with all its tones") {
    CHECK(said_of("āáǎà ēéěè īíǐì ōóǒò ūúǔù ǖǘǚǜ ê\u0304ếê\u030Cề m\u0304ḿm\u030Cm\u0300 n\u0304ńňǹ ĉŝẑŋɑɡ")
              .all()
              .empty());
}

TEST_CASE("variation sequences: the face that knows one; a selector that none knows is not seen") {
    const Setting known = set_line("葛\U000E0100城"), plain = set_line("葛城"), unknown = set_line("葛\U000E01EF城");
    CHECK(known.glyph("葛").face != plain.glyph("葛").face);
    CHECK(unknown.glyph("葛").id == plain.glyph("葛").id);
    for (const auto* s : {&known, &unknown}) {
        CHECK(s->between("葛", "城") == Approx(1));
        CHECK(s->text_of_glyphs().size() == plain.text_of_glyphs().size() + 4);
    }
}

TEST_CASE("figures in circles and brackets, fractions, units, full-width forms") {
    const std::string text = "①⑳㉑㊿❶❿㈠㈩½⅓⅔⅛m²CO₂x³〇℃㎡㎏ＡＢ１２★●→";
    CHECK(said_of(text).all().empty());
    const Setting s = set_line("甲①乙㊿丙❶丁㈠戊㎡己");
    for (const auto& [a, b] :
         {std::pair("甲", "①"), {"①", "乙"}, {"㊿", "丙"}, {"❶", "丁"}, {"㈠", "戊"}, {"㎡", "己"}}) {
        INFO(a);
        CHECK(s.between(a, b) == Approx(1));
    }
    CHECK(set_line("Ａ甲１乙").between("Ａ", "甲") == Approx(1));  // full-width letters are set as Han
}

TEST_CASE("what no face has is an error at its place, base or mark") {
    for (const char* text : {"甲🚀乙", "x\u0489"}) {
        INFO(text);
        const auto said = said_of(text);
        REQUIRE(said.all().size() == 1);
        CHECK(said.all()[0].code == "missing-glyph");
    }
}

TEST_CASE("more fractions than an index of their parts can tell are an error") {
    CharStyle fraction = char_style();
    fraction.position = Position::fraction;
    const auto said = [&](std::size_t count) {
        diag::Diagnostics diagnostics;
        (void)shape(std::vector<StyledRun>(count, run("1/2", fraction)), {}, book(), diagnostics);
        return diagnostics.all().empty() ? std::string() : diagnostics.all()[0].code;
    };
    CHECK(said(100).empty());
    CHECK(said(22000) == "paragraph-too-long");
}

}  // namespace
}  // namespace zheye::text::test
