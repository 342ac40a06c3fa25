// P1–P3: how wide the marks of Chinese are, and which of their two forms they take.
#include "lines.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

namespace zheye::text::test {
namespace {

constexpr double kEps = 1e-6;

/// em from the end of 甲 to the start of 乙.
double between_han(const std::string& marks, const ParagraphStyle& style = {}, const std::string& role = "song") {
    const Setting s = set({run("甲" + marks + "乙", char_style(role))}, 1000, style);
    return s.between("甲", "乙") - 1;
}

bool near(double a, double b) { return std::abs(a - b) < kEps; }

TEST_CASE("P1: stops and brackets are 1em wide, whatever the font gives them") {
    // LXGW WenKai has quotation marks of 0.35em.
    const auto holds = [](const ParagraphStyle& style) {
        return near(between_han("，", style), 1) && near(between_han("（", style), 1) &&
               near(between_han("“", style, "kai"), 1) && near(between_han("”", style, "kai"), 1);
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::P1)));
    const auto measured = [](const ParagraphStyle& style) {
        return zheye::test::in_em(between_han("“", style, "kai"));
    };
    zheye::test::conform("P1", "always", "甲“乙", measured({}), measured(without(Rule::P1)));
}

TEST_CASE("P1: the ink of a mark is in one half") {
    const auto holds = [](const ParagraphStyle& style) {
        const Setting s = set({run("甲“乙”丙", char_style("kai"))}, 1000, style);
        const bool right_half =
            s.x("“") >= s.x("甲") + 1.5 && s.x("“") + s.glyph("“").advance / kSize <= s.x("乙") + kEps;
        return right_half && near(s.x("”"), s.x("乙") + 1);  // left half
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::P1)));
}

TEST_CASE("P1: dash and ellipsis are 2em and one unit") {
    const auto holds = [](const ParagraphStyle& style, const std::string& role) {
        bool whole = true;
        for (const std::string mark : {"—", "…"}) {
            const Setting narrow = set({run("甲" + mark + mark + "乙", char_style(role))}, 2, style);
            whole = whole && narrow.line_text(0) != "甲" + mark;
        }
        return near(between_han("——", style, role), 2) && near(between_han("……", style, role), 2) && whole;
    };
    CHECK(holds({}, "song"));
    CHECK(holds({}, "kai"));
    CHECK_FALSE(holds(without(Rule::B4), "kai"));
}

TEST_CASE("P2: interpunct, short connector and solidus are ½em") {
    const auto holds = [](const ParagraphStyle& style) {
        return near(between_han("·", style), 0.5) && near(between_han("–", style), 0.5) &&
               near(between_han("／", style), 0.5) && near(between_han("/", style), 0.5);
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::P2)));
    CHECK(near(between_han("／", {}, "kai"), 0.5));  // that face draws it 1em wide
    CHECK_FALSE(near(between_han("／", without(Rule::P2), "kai"), 0.5));
    const Setting s = set_line("甲·乙");  // in the middle of its ½em
    const double left = s.between("甲", "·") - 1;
    CHECK(left == Approx(0.5 - left - s.glyph("·").advance / kSize));
}

TEST_CASE("P2: two of ！？ take 1em, three 2em, four 2em") {
    const auto holds = [](const ParagraphStyle& style) {
        return near(between_han("？！", style), 1) && near(between_han("！！！", style), 2) &&
               near(between_han("？！？！", style), 2);
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::P2)));
    CHECK(between_han("！") == Approx(1));
    const Setting s = set_line("甲？！”乙");
    CHECK(s.between("甲", "乙") == Approx(1 + 1 + 1));  // the quotation mark keeps its blank
}

bool is_chinese_quote(const Setting& s, const char* quote, int nth = 0) {
    return s.glyph(quote, nth).advance > 0.9 * kSize;
}

TEST_CASE("P3: quotation marks beside Han are the Chinese ones, inside Latin text the proportional ones") {
    const auto holds = [](const ParagraphStyle& style) {
        const Setting s = set_line("他说“I said ‘yes’ to him”。", style);
        return is_chinese_quote(s, "“") && is_chinese_quote(s, "”") && !is_chinese_quote(s, "‘") &&
               !is_chinese_quote(s, "’");
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::P3)));
}

TEST_CASE("P3: both marks of a pair take the same form, an apostrophe is not one of them") {
    const Setting s = set_line("“GDP”和“CPI”");
    for (int i = 0; i < 2; ++i) {
        CHECK(is_chinese_quote(s, "“", i));
        CHECK(is_chinese_quote(s, "”", i));
    }
    const Setting latin = set_line("‘It’s fine’ he said");
    for (int i = 0; i < 2; ++i) CHECK_FALSE(is_chinese_quote(latin, "’", i));
    const Setting mixed = set_line("用‘it’s fine’回答");
    CHECK(is_chinese_quote(mixed, "‘"));
    CHECK_FALSE(is_chinese_quote(mixed, "’", 0));
    CHECK(is_chinese_quote(mixed, "’", 1));
}

TEST_CASE("P3: neighbours count across styles and digits; the language decides where there are none") {
    const Setting styled = set({run("他说"), run("“GDP”", char_style("song", 700))}, 1000);
    CHECK(is_chinese_quote(styled, "“"));
    CHECK(is_chinese_quote(styled, "”"));
    CHECK(is_chinese_quote(set_line("第“12”号"), "“"));
    CHECK(is_chinese_quote(set_line("“12”"), "“"));
    ParagraphStyle english;
    english.language = "en";
    CHECK_FALSE(is_chinese_quote(set_line("“12”", english), "“"));
    CHECK_FALSE(is_chinese_quote(set_line("a “b” c"), "“"));
}

TEST_CASE("P3: dash, ellipsis and interpunct inside Latin text are those of the Latin face") {
    const auto face_of = [](const std::string& text, const char* mark, const ParagraphStyle& style = {}) {
        const Setting s = set({run(text, char_style("mixed"))}, 1000, style);
        return s.glyph(mark).face == s.glyph("A").face;
    };
    for (const char* mark : {"—", "…", "·"}) {
        INFO(mark);
        const std::string m = mark;
        CHECK(face_of("A" + m + "B", mark));
        CHECK_FALSE(face_of("甲" + m + "乙A", mark));
        CHECK_FALSE(face_of("甲" + m + "A", mark));
        CHECK(face_of("甲" + m + "A", mark, without(Rule::P3)));
    }
}

}  // namespace
}  // namespace zheye::text::test
