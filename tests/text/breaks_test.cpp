// B1–B4: where lines may end. Measured by setting the text at every width and looking at the ends of its lines.
#include "lines.h"

#include "text/find_breaks.h"
#include "text/find_units.h"

#include <catch2/catch.hpp>

#include <random>
#include <set>

namespace zheye::text::test {
namespace {

/// All the places (as the rest of the text) where lines end when the text is set from 1em to 12em.
std::set<std::string> line_starts(const std::string& text, const ParagraphStyle& style = {}) {
    std::set<std::string> starts;
    for (double em = 1; em <= 12; em += 0.5) {
        const Setting s = set(text, em, style);
        for (std::size_t i = 1; i < s.lines.size(); ++i) starts.insert(text.substr(s.lines[i].text_begin));
    }
    return starts;
}

bool may_part(const std::string& before, const std::string& after, const ParagraphStyle& style = {}) {
    return line_starts(before + after, style).contains(after);
}

ParagraphStyle at_level(Prohibition level) {
    ParagraphStyle style;
    style.prohibition = level;
    return style;
}

TEST_CASE("B1: marks that may not begin a line") {
    for (const char* mark : {"、", "，", "。", "；", "：", "？", "！", "）", "》", "〉",
                             "】", "」", "』", "”",  "’",  "–",  "～", "·",  "—",  "〕"}) {
        INFO(mark);
        const std::string after = std::string(mark) + "丙丁";
        CHECK_FALSE(may_part("甲乙", after));
        CHECK(may_part("甲乙", after, without(Rule::B1)));
        CHECK(may_part("甲乙", after, at_level(Prohibition::none)));
    }
    for (const char* mark : {"]", "}", ")", ",", "%", "°", "‰", "℃", "％"}) {
        INFO(mark);
        CHECK_FALSE(may_part("甲乙", std::string(mark) + "丙丁"));
    }
}

TEST_CASE("B2: marks that may not end a line") {
    for (const char* mark : {"（", "《", "〈", "【", "『", "「", "“", "‘", "〔"}) {
        INFO(mark);
        const std::string before = std::string("甲乙") + mark;
        CHECK_FALSE(may_part(before, "丙丁"));
        CHECK(may_part(before, "丙丁", without(Rule::B2)));
        CHECK(may_part("甲乙", mark + std::string("丙丁")));
    }
    for (const char* mark : {"[", "{", "("}) CHECK_FALSE(may_part(std::string("甲乙") + mark, "丙丁"));
    for (const char* sign : {"¥", "$", "￥", "€"}) CHECK_FALSE(may_part(std::string("甲乙") + sign, "100元"));
}

TEST_CASE("B1, B2: a space in between lifts no prohibition") {
    CHECK_FALSE(may_part("甲乙 ", "，丙丁"));
    CHECK_FALSE(may_part("甲乙（ ", "丙丁"));
    CHECK(may_part("甲乙 ", "丙丁"));
}

TEST_CASE("B3: the levels gb and strict") {
    const auto parts = [](Prohibition level, const std::string& before, const std::string& after) {
        return may_part(before, after, at_level(level));
    };
    CHECK(parts(Prohibition::basic, "甲乙", "／丙丁"));
    CHECK(parts(Prohibition::basic, "甲乙／", "丙丁"));
    for (const Prohibition level : {Prohibition::gb, Prohibition::strict}) {
        CHECK_FALSE(parts(level, "甲乙", "／丙丁"));
        CHECK_FALSE(parts(level, "甲乙／", "丙丁"));
    }
    for (const std::string mark : {"——", "……"}) {
        CHECK(parts(Prohibition::basic, "甲乙", mark + "丙丁"));
        CHECK(parts(Prohibition::gb, "甲乙", mark + "丙丁"));
        CHECK_FALSE(parts(Prohibition::strict, "甲乙", mark + "丙丁"));
        CHECK(parts(Prohibition::strict, "甲乙" + mark, "丙丁"));
    }
}

TEST_CASE("B4: numbers are one with point, comma, sign, per cent and unit letters") {
    for (const auto& [before, after] : {std::pair("甲12", "34乙"),
                                        {"甲12", ".5乙"},
                                        {"甲12.", "5乙"},
                                        {"甲1,", "234乙"},
                                        {"甲5", "%乙"},
                                        {"甲-", "5乙"},
                                        {"甲5", "km乙"},
                                        {"甲5", "℃乙"},
                                        {"甲+", "8.6%乙"}}) {
        INFO(before << "|" << after);
        CHECK_FALSE(may_part(before, after));
    }
    CHECK(may_part("甲12", "34乙", without(Rule::B4)));
    CHECK(may_part("甲", "12乙"));
    CHECK(may_part("甲12", "乙"));
}

TEST_CASE("B4: a range may be parted after its dash only") {
    CHECK(may_part("甲2018—", "2019年"));
    CHECK_FALSE(may_part("甲2018", "—2019年"));
    CHECK(may_part("甲10～", "20年"));
    CHECK_FALSE(may_part("甲10", "～20年"));
}

TEST_CASE("B4: a number keeps its amount unit where the theme asks for it") {
    ParagraphStyle loose;
    loose.keep_with_number.clear();
    for (const auto& [before, after] :
         {std::pair("甲乙127", "亿元丙"), {"甲乙127亿", "元丙"}, {"甲乙1.5", "万元丙"}, {"甲乙30", "元丙"}}) {
        INFO(before << "|" << after);
        CHECK_FALSE(may_part(before, after));
        CHECK(may_part(before, after, loose));
    }
    CHECK(may_part("甲乙2018", "年丙"));
    CHECK(may_part("甲乙丙", "亿元"));
}

TEST_CASE("B4: words are not parted; an address is, after its own marks") {
    CHECK_FALSE(may_part("甲Bro", "chure乙"));
    CHECK(may_part("one ", "two"));
    const std::string url = "见https://www.example.org/a-b/long_name.html?x=1乙";
    const auto starts = line_starts(url);
    CHECK(starts.contains("long_name.html?x=1乙"));
    CHECK(starts.contains("name.html?x=1乙"));
    CHECK(starts.contains("example.org/a-b/long_name.html?x=1乙"));
    CHECK_FALSE(line_starts("见a_long.name.html乙").contains("name.html乙"));  // no address
    CHECK_FALSE(starts.contains("ample.org/a-b/long_name.html?x=1乙"));
    const Setting s = set("见https://www.example.org/a-b/long_name.html?x=1乙", 8);
    CHECK(s.text_of_glyphs() == s.paragraph.text());  // no hyphen
}

TEST_CASE("joiners join, even beside marks") {
    for (const char* joiner : {"\u2060", "\u00A0"}) {
        CHECK_FALSE(may_part(std::string("甲乙") + joiner, "“丙丁"));
        CHECK_FALSE(may_part(std::string("one") + joiner, "two"));
    }
    CHECK_FALSE(may_part("甲乙\u00AD", "“丙丁"));  // a soft hyphen is for words
    CHECK(may_part("甲乙", "“丙丁"));
    CHECK(may_part("one\u200B", "two"));
}

TEST_CASE("B4: a note mark stays with its base") {
    const auto begins_a_line = [](double rise) {
        CharStyle note = char_style("song", 400, 6);
        note.rise = rise;
        bool found = false;
        for (double em = 2; em < 9; em += 0.2) {
            const Setting s = set({run("甲乙丙丁"), run("①", note), run("戊己庚辛壬癸子丑")}, em);
            for (std::size_t i = 0; i < s.lines.size(); ++i) found = found || s.line_text(i).starts_with("①");
        }
        return found;
    };
    CHECK_FALSE(begins_a_line(4));
    CHECK(begins_a_line(0));
}

TEST_CASE("a word longer than the line is marked, not cut") {
    const Setting s = set("甲Donaudampfschifffahrt乙", 4);
    bool overfull = false;
    for (std::size_t i = 0; i < s.lines.size(); ++i) {
        if (s.lines[i].overfull) overfull = s.line_text(i).find("Donaudampfschifffahrt") != std::string::npos;
    }
    CHECK(overfull);
    CHECK(s.text_of_glyphs() == s.paragraph.text());
}

TEST_CASE("a forced line end ends the line") {
    const Setting s = set("甲乙\n丙丁戊", 10);
    REQUIRE(s.lines.size() == 2);
    CHECK(s.line_text(0) == "甲乙\n");
    CHECK(s.lines[0].last);
    CHECK(s.lines[0].width == Approx(2 * kSize));
}

/// Break opportunities of the text, by the given source.
std::vector<Break> breaks_of(const std::string& text, BreakSource source) {
    const Paragraph paragraph = shaped(text);
    Paragraph::Impl impl = paragraph.impl();
    find_units(impl);
    find_breaks(impl, source);
    std::vector<Break> breaks;
    for (const Cluster& cluster : impl.clusters) breaks.push_back(cluster.break_before);
    return breaks;
}

TEST_CASE("plain text breaks as UAX #14, corrected by the table, has it") {
    const std::vector<std::string> alphabet = {"街", "道", "年", "元",  "亿",    "，", "。", "、", "：", "“", "”",
                                               "（", "）", "《", "》",  "——",    "—",  "……", "！", "？", "·", "～",
                                               "1",  "2",  "9",  "1.5", "2,000", "%",  "A",  "b",  " "};
    std::mt19937 random(20190618);
    int covered = 0;
    for (int round = 0; round < 1000; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i) text += alphabet[random() % alphabet.size()];
        INFO(text);
        covered += is_covered_by_plain_rules(shaped(text).impl()) ? 1 : 0;
        REQUIRE(breaks_of(text, BreakSource::automatic) == breaks_of(text, BreakSource::icu));
    }
    CHECK(covered > 100);  // the others have marks in Latin form
}

}  // namespace
}  // namespace zheye::text::test
