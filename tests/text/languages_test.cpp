// Runs in languages of their own: forms of characters (P3), places of stops (P1), gaps and breaks of kana and hangul.
#include "lines.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>
#include <hb.h>

#include <set>

namespace zheye::text::test {
namespace {

constexpr double kEps = 1e-6;

StyledRun in(const std::string& language, std::string text, const std::string& role = "song") {
    CharStyle style = char_style(role);
    style.language = language;
    return run(std::move(text), style);
}

ParagraphStyle document(const std::string& language) {
    ParagraphStyle style;
    style.language = language;
    return style;
}

std::uint32_t glyph_of(const std::string& character, const std::string& language) {
    return set({in(language, character)}, 10).glyph(character).id;
}

/// em from the glyph's origin to the middle of its ink, and of the ink's middle above the baseline.
std::pair<double, double> ink(const Glyph& glyph) {
    const font::Face& face = book().face(glyph.face);
    hb_glyph_extents_t e;
    REQUIRE(hb_font_get_glyph_extents(face.hb_font, glyph.id, &e));
    const double em = face.metrics.units_per_em;
    return {(e.x_bearing + e.width / 2.0) / em, (e.y_bearing + e.height / 2.0) / em + glyph.y / kSize};
}

/// em from the end of the character before a mark to the middle of the mark's ink.
double ink_after(const Setting& s, const char* before, const char* mark) {
    return s.between(before, mark) - 1 + ink(s.glyph(mark)).first;
}

TEST_CASE("P3: a character that regions write differently takes the form of its run's language") {
    std::set<std::uint32_t> forms, without_languages;
    for (int i = 0; i < 3; ++i) without_languages.insert(glyph_of("骨", ""));
    for (const char* language : {"zh-Hans", "zh-Hant", "ja"}) forms.insert(glyph_of("骨", language));
    CHECK(forms.size() == 3);
    CHECK(glyph_of("直", "zh-Hans") != glyph_of("直", "ja"));
    CHECK(glyph_of("令", "zh-Hans") != glyph_of("令", "ja"));
    CHECK(glyph_of("角", "zh-Hans") != glyph_of("角", "zh-Hant"));
    CHECK(glyph_of("骨", "zh-TW") == glyph_of("骨", "zh-Hant"));
    CHECK(glyph_of("骨", "") == glyph_of("骨", "zh-Hans"));

    const Setting mixed = set({in("", "甲骨"), in("ja", "骨"), in("zh-Hant", "骨乙")}, 10);
    CHECK(mixed.glyph("骨", 0).id == glyph_of("骨", "zh-Hans"));
    CHECK(mixed.glyph("骨", 1).id == glyph_of("骨", "ja"));
    CHECK(mixed.glyph("骨", 2).id == glyph_of("骨", "zh-Hant"));
    CHECK(set({in("", "骨")}, 10, document("ja")).glyph("骨").id == glyph_of("骨", "ja"));
    zheye::test::conform("P3", "[…]{ja}, [骨]{zh-Hant}", "forms of 骨 in three languages", std::to_string(forms.size()),
                         std::to_string(without_languages.size()));
}

TEST_CASE("P1: stops stand in the middle of their em in Taiwan and Hong Kong, at the side elsewhere") {
    const auto place = [](const std::string& language, const char* mark) {
        return ink_after(set(std::string("甲") + mark + "乙", 10, document(language)), "甲", mark);
    };
    for (const char* mark : {"，", "。", "、", "；", "：", "！", "？"}) {
        INFO(mark);
        for (const char* language : {"zh-Hant", "zh-TW", "zh-HK", "zh-Hant-HK"}) {
            INFO(language);
            CHECK(place(language, mark) == Approx(0.5).margin(0.05));
        }
        CHECK(place("zh-Hans", mark) < 0.35);
    }
    CHECK(place("ja", "。") < 0.35);
    const double centred = place("zh-Hant", "，"), side = place("zh-Hans", "，");
    zheye::test::conform("P1", "language: zh-Hant", "middle of the ink of ， in its em", zheye::test::in_em(centred),
                         zheye::test::in_em(side));
}

TEST_CASE("P1: a face that draws stops at the side has them moved to the middle, across and upwards") {
    for (const char* mark : {"，", "。", "、"}) {
        INFO(mark);
        const std::string text = std::string("甲") + mark + "乙";
        const Setting s = set({in("zh-Hant", text, "kai")}, 10), plain = set({in("", text, "kai")}, 10);
        CHECK(ink_after(s, "甲", mark) == Approx(0.5).margin(0.1));
        CHECK(ink(s.glyph(mark)).second == Approx(0.38).margin(0.11));
        CHECK(ink_after(plain, "甲", mark) < 0.35);
        CHECK(ink(plain.glyph(mark)).second < 0.2);
    }
}

TEST_CASE("a centred stop has nothing to give: not beside another, not at a line's end, not to justification") {
    const ParagraphStyle taiwan = document("zh-Hant");
    const auto width = [&](const char* text, const ParagraphStyle& style) {
        return set_line(text, style).lines[0].width / kSize;
    };
    CHECK(width("甲！？乙", taiwan) == Approx(4));
    CHECK(width("甲！？乙", {}) == Approx(3));
    CHECK(width("甲，", taiwan) == Approx(2));
    CHECK(width("甲，", {}) == Approx(1.5));
    CHECK(width("甲，「乙", taiwan) == Approx(3.5));  // S1: 1.5em together, as anywhere
    CHECK(width("甲」，乙", taiwan) == Approx(3.5));
    CHECK(width("甲。」乙", taiwan) == Approx(4));
    const Setting tight = set("甲乙，丙丁，戊己", 7, taiwan);
    CHECK(tight.lines[0].width <= 70 + 0.01);
    CHECK(tight.line_text(0) != "甲乙，丙丁，戊己");
    CHECK(set("甲乙，丙丁，戊己", 7).line_text(0) == "甲乙，丙丁，戊己");  // zh-Hans: both commas give way
}

TEST_CASE("P1: the language of the run decides, not the paragraph's") {
    const Setting s = set({in("", "甲，"), in("zh-Hant", "乙，"), in("ja", "丙、丁")}, 20);
    CHECK(ink_after(s, "甲", "，") < 0.35);
    const double second = s.x("，", 1) + ink(s.glyph("，", 1)).first - s.x("乙") - 1;
    CHECK(second == Approx(0.5).margin(0.05));
    CHECK(ink_after(s, "丙", "、") < 0.35);
}

TEST_CASE("standardised variants: a selector puts a stop into the middle of its em") {
    CHECK(ink_after(set_line("甲，\uFE01乙"), "甲", "，") == Approx(0.5).margin(0.05));
    CHECK(ink_after(set_line("甲，\uFE00乙"), "甲", "，") < 0.35);
    CHECK(set_line("甲，\uFE01").lines[0].width == Approx(20));
    CHECK(set_line("甲，\uFE00乙").text_of_glyphs() == "甲，\uFE00乙");
}

TEST_CASE("standardised variants: a selector is stronger than the language, in any face") {
    const ParagraphStyle taiwan = document("zh-Hant");
    for (const char* mark : {"，", "。", "、", "；", "：", "！", "？"}) {
        INFO(mark);
        const std::string corner = std::string("甲") + mark + "\uFE00";
        for (const char* role : {"song", "kai"}) {
            const Setting s = set({in("", corner + "骨", role)}, 10, taiwan);
            CHECK(ink_after(s, "甲", mark) < 0.35);
            CHECK(s.glyph("骨").id == set({in("", "骨", role)}, 10, taiwan).glyph("骨").id);
            CHECK(set({in("", corner, role)}, 10, taiwan).lines[0].width == Approx(15));  // S2: it has a blank to give
            CHECK(ink_after(set({in("", std::string("甲") + mark + "乙", role)}, 10, taiwan), "甲", mark) > 0.4);
        }
    }
    CHECK(ink_after(set_line("甲，\uFE01乙", document("ja")), "甲", "，") == Approx(0.5).margin(0.05));
}

TEST_CASE("ambiguous marks are proportional in a run of a language of letters (P3)") {
    const auto advance = [](const std::vector<StyledRun>& runs) { return set(runs, 40).glyph("“").advance / kSize; };
    CHECK(advance({in("", "甲“Hello”乙")}) > 0.9);
    CHECK(advance({in("", "甲"), in("en", "“Hello”"), in("", "乙")}) < 0.7);
    ParagraphStyle off = without(Rule::P3);
    CHECK(set_line("甲“乙”", off).glyph("“").advance / kSize < 0.7);
}

TEST_CASE("kana and hangul stand as Han do: no gap, no space (M1)") {
    for (const auto& [language, text] : {std::pair("ja", "カ"), {"ja", "ひ"}, {"ko", "한"}, {"ja", "ー"}}) {
        const Setting s = set({in("", "甲"), in(language, text), in("", "乙A")}, 20);
        INFO(text);
        CHECK(s.between("甲", text) == Approx(1).margin(kEps));
        CHECK(s.between("乙", "A") == Approx(1.25).margin(kEps));
        CHECK(s.between(text, "乙") == Approx(s.glyph(text).advance / kSize).margin(kEps));
    }
    const auto gap = [](const std::string& language) {
        const Setting s = set({in("", "甲"), in(language, "삼성SDI전자"), in("", "乙")}, 20);
        return s.between("성", "S") - s.glyph("성").advance / kSize;
    };
    CHECK(gap("ko") == Approx(0).margin(kEps));  // Korean parts its words by spaces
    CHECK(gap("ja") == Approx(0.25).margin(kEps));
}

TEST_CASE("kana: no small one and no prolonged sound mark at a line's start") {
    const auto starts = [](const std::string& text) {
        std::set<std::string> found;
        for (double em = 2; em < 9; em += 0.5)
            for (const std::string& line : set({in("ja", text)}, em).texts()) found.insert(line.substr(0, 3));
        return found;
    };
    const auto found = starts("ラーメンショップっヶカッターとニューヨークにゃんこ々");
    CHECK(found.contains("メ"));
    for (const char* c : {"ー", "ョ", "ッ", "っ", "ヶ", "ュ", "ゃ", "々"}) {
        INFO(c);
        CHECK_FALSE(found.contains(c));
    }
    std::set<std::string> korean;
    for (double em = 2; em < 6; ++em)
        for (const std::string& line : set({in("ko", "서울특별시청")}, em).texts()) korean.insert(line.substr(0, 3));
    CHECK(korean.size() > 3);  // UAX #14: between any two syllables
}

TEST_CASE("parts of hangul syllables and voicing marks are composed and keep their text") {
    const std::string text = "\u1112\u1161\u11AB\u1100\u1173\u11AF";  // 한글 in parts
    const Setting parts = set({in("ko", text)}, 10), whole = set({in("ko", "한글")}, 10);
    REQUIRE(parts.lines[0].glyphs.size() == 2);
    CHECK(parts.lines[0].glyphs[0].id == whole.lines[0].glyphs[0].id);
    CHECK(parts.text_of_glyphs() == text);
    CHECK(set({in("ja", "か\u3099")}, 10).lines[0].glyphs[0].id == set({in("ja", "が")}, 10).lines[0].glyphs[0].id);
}

TEST_CASE("the language of a run changes nothing of the squeezing beside it (S5)") {
    const Setting one = set_line("甲（東京）、乙"),
                  many = set({in("", "甲（"), in("ja", "東京"), in("", "）、乙")}, 40);
    CHECK(many.lines[0].width == Approx(one.lines[0].width));
}

}  // namespace
}  // namespace zheye::text::test
