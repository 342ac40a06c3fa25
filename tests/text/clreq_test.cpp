// A row of docs/clreq.md for each rule of the line, measured from the positions of glyphs; with each value the one that
// the same measurement has with the rule switched off.
#include "lines.h"
#include "page_of_glyphs.h"

#include "support/conformance.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace zheye::text::test {
namespace {

using zheye::test::conform;
using zheye::test::in_em;
using zheye::test::in_pt;

/// em that the marks take between two Han characters.
std::string taken(const std::string& marks, const ParagraphStyle& style = {}) {
    return in_em(set_line("甲" + marks + "乙", style).between("甲", "乙") - 1);
}

/// The lines of the text with " ¶ " between them.
std::string parted(const std::string& text, double em, const ParagraphStyle& style = {}) {
    std::string all;
    for (const std::string& line : set(text, em, style).texts()) all += (all.empty() ? "" : " ¶ ") + line;
    return all;
}

ParagraphStyle at_level(Prohibition level) {
    ParagraphStyle style;
    style.prohibition = level;
    return style;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("P2, P3: widths and forms of marks") {
    for (const std::string marks : {"·", "–", "？！"}) {
        REQUIRE(taken(marks) != taken(marks, without(Rule::P2)));
        conform("P2", "always", marks, taken(marks), taken(marks, without(Rule::P2)));
    }
    CHECK(taken("！？！") == "2em");
    CHECK(taken("-") == "0.5em");  // 短横线 between Han
    const auto quote = [](const ParagraphStyle& style) {
        return in_em(set_line("他说“好”", style).glyph("“").advance / kSize);
    };
    CHECK(quote({}) == "1em");
    conform("P3", "always", "“ beside Han", quote({}), quote(without(Rule::P3)));
}

TEST_CASE("P1, S2: 开明式 marks take ½em, those that end a sentence 1em") {
    ParagraphStyle half;
    half.punctuation = PunctuationStyle::half;
    for (const std::string mark : {"，", "；", "（", "”", "《", "："}) CHECK(taken(mark, half) == "0.5em");
    for (const std::string mark : {"。", "？", "！"}) CHECK(taken(mark, half) == "1em");
    CHECK(taken("。”", half) == "1.5em");
    CHECK(set("甲乙。”丙", 100, half).between("。", "”") == Approx(0.5));  // the blank is behind both
    CHECK(set_line("甲乙。”", half).lines[0].width == Approx(3 * kSize));
    conform("P1", "typography.punctuation: half", "，" + taken("，", half) + " 。" + taken("。", half),
            "，" + taken("，") + " 。" + taken("。"));
    const auto width = [](const ParagraphStyle& style) {
        return in_em(set_line("甲乙。", style).lines[0].width / kSize);
    };
    conform("S2", "typography.punctuation: half", "甲乙。", width(half), width(without(Rule::S2, half)));
}

TEST_CASE("B1, B2, B3: what may begin and end a line") {
    const auto row = [](const char* rule, const char* setting, const std::string& text, double em,
                        const ParagraphStyle& on, const ParagraphStyle& off) {
        const std::string measured = parted(text, em, on);
        conform(rule, setting, measured, parted(text, em, off));
        return measured;
    };
    const ParagraphStyle none = at_level(Prohibition::none), gb = at_level(Prohibition::gb),
                         strict = at_level(Prohibition::strict);
    CHECK_FALSE(
        has(row("B1", "typography.prohibition: basic", "甲乙丙丁～戊己庚辛壬", 4, {}, without(Rule::B1)), "¶ ～"));
    CHECK(has(row("B1", "typography.prohibition: none", "甲乙丙丁～戊己庚辛壬", 4, none, {}), "¶ ～"));
    CHECK_FALSE(
        has(row("B2", "typography.prohibition: basic", "甲乙丙（丁戊）己庚辛壬", 3.5, {}, without(Rule::B2)), "（ ¶"));
    for (const std::string sign : {"￥", "$"}) {
        const std::string price = "甲乙丙" + sign + "365丁戊己庚";
        CHECK_FALSE(has(row("B2", "typography.prohibition: basic", price, 4, {}, without(Rule::B2)), sign + " ¶"));
        CHECK_FALSE(has(parted(price, 4, none), sign + " ¶"));  // B4: nor where nothing is prohibited
    }
    CHECK_FALSE(has(row("B3", "typography.prohibition: gb", "甲乙丙丁／戊己庚", 4, gb, without(Rule::B3, gb)), "¶ ／"));
    CHECK_FALSE(has(row("B3", "typography.prohibition: strict", "甲乙丙丁……戊己", 4, strict, without(Rule::B3, strict)),
                    "¶ …"));
}

TEST_CASE("B4: figures with their units") {
    ParagraphStyle loose, dates;
    loose.keep_with_number.clear();
    dates.keep_with_number = {"年", "月", "日"};
    const std::string amount = "共计达127亿元整数额", date = "开放到今年6月21日为止了";
    const std::string speed = "车速约30km/h以内行驶", figure = "甲乙丙1,234,567丁戊";
    CHECK(has(parted(amount, 5.5), "127亿元"));
    for (double em = 4; em < 12; em += 0.25) {
        CHECK_FALSE(has(parted(date, em, dates), "21 ¶"));
        CHECK(has(parted(speed, em), "30km/h"));
    }
    const auto count = [](const std::string& text, const std::string& part, const ParagraphStyle& style) {
        int found = 0;
        for (double em = 4; em < 12; em += 0.25) found += has(parted(text, em, style), part) ? 0 : 1;
        return std::to_string(found);
    };
    conform("B4", "typography.keep-with-number: [亿元, …]", "widths of 32 that part 127亿元",
            count(amount, "127亿元", {}), count(amount, "127亿元", loose));
    conform("B4", "typography.keep-with-number: [日, …]", "widths of 32 that part 21日", count(date, "21日", dates),
            count(date, "21日", loose));
    conform("B4", "always", "widths of 32 that part 1,234,567", count(figure, "1,234,567", {}),
            count(figure, "1,234,567", without(Rule::B4)));
}

TEST_CASE("B5, B6: push in first; no runt") {
    const std::string text = "甲乙丙，丁戊己庚辛壬。癸子丑寅卯辰巳午未申酉戌亥";
    const auto adjustment = [&](const ParagraphStyle& style) {
        const Setting s = set(text, 10, style);
        return s.line_text(0) + " " + in_em(s.lines[0].adjustment / kSize);
    };
    conform("B5", "always", adjustment({}), adjustment(without(Rule::B5)));
    const std::string last = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午。";
    conform("B6", "always", parted(last, 8), parted(last, 8, without(Rule::B6)));
}

TEST_CASE("S1, S2, S3, S4, S5: blanks given up") {
    for (const std::string marks : {"》，", "。”", "”“", "，《", "（《", "》）", "。”（《"}) {
        conform("S1", "always", marks, taken(marks), taken(marks, without(Rule::S1)));
    }
    CHECK(taken("。”（《") == "2.5em");
    const auto width = [](const ParagraphStyle& style) {
        return in_em(set_line("甲乙，", style).lines[0].width / kSize);
    };
    ParagraphStyle open, indented, hanging;
    open.punctuation = PunctuationStyle::open;
    indented.indent = 2 * kSize;
    hanging.hanging = true;
    conform("S2", "typography.punctuation: full", "甲乙，", width({}), width(without(Rule::S2)));
    conform("S2", "typography.punctuation: open", "甲乙，", width(open), width({}));
    const auto ink = [](const ParagraphStyle& style) { return in_em(set_line("《甲》乙", style).x("《") + 0.5); };
    conform("S3", "always", "《 from the edge", ink({}), ink(without(Rule::S3)));
    conform("S3", "typography.indent: 2", "《 from the edge", ink(indented), ink(without(Rule::S3, indented)));
    const auto hang = [](const ParagraphStyle& style) {
        return in_em(set("甲乙丙丁，戊己庚辛壬癸", 4, style).lines[0].hang / kSize);
    };
    conform("S4", "typography.hanging: true", "， beyond the edge", hang(hanging), hang({}));
    const auto styled = [](const ParagraphStyle& style) {
        const Setting s = set({run("甲》"), run("（", char_style("song", 700)), run("乙")}, 100, style);
        return in_em(s.between("甲", "乙") - 1);
    };
    conform("S5", "always", "》（ in two weights", styled({}), styled(without(Rule::S5)));
}

TEST_CASE("J1, J2: what gives way first") {
    const auto shrunk = [](const ParagraphStyle& style) {  // by ½em: the comma gives it alone
        const Setting s = set("甲乙，丙丁。戊己", 7.5, style);
        return "，" + in_em(s.between("乙", "丙") - 1) + " 。" + in_em(s.between("丁", "戊") - 1);
    };
    CHECK(shrunk({}) == "，0.5em 。1em");
    conform("J1", "always", shrunk({}), shrunk(without(Rule::J1)));
    const auto stretched = [](const ParagraphStyle& style) {
        const Setting s = set("甲乙A丙丁戊Donaudampfschifffahrtsgesellschaft", 6.4, style);
        return in_em(s.between("乙", "A") - 1);
    };
    CHECK(stretched({}) == "0.333em");
    conform("J2", "always", "gap in 乙A", stretched({}), stretched(without(Rule::J2)));
}

const std::string kProse =
    "街道办事处的院子没有门，谁都可以进来坐坐，喝一杯水，问一件事；2018年来过3,650人次，办成1,204件（占33%"
    "），办不成的，"
    "也都有人把话说清楚。“老街的‘老’，不是‘旧’，是‘久’。”听的人点点头。";

TEST_CASE("J3, J4: edges, and lines that have to be stretched") {
    const auto farthest = [](const ParagraphStyle& style) {
        double off = 0;
        for (double em = 8; em < 46; em += 0.5) {
            for (const Line& line : set(kProse, em, style).lines) {
                if (!line.last && !line.overfull && !line.underfull)
                    off = std::max(off, std::abs(line.width - em * kSize));
            }
        }
        return off;
    };
    ParagraphStyle ragged;
    ragged.align = Align::left;
    CHECK(farthest({}) < 0.01);
    conform("J3", "styles.body.align: justify", "lines off their edge by", in_pt(farthest({})),
            in_pt(farthest(ragged)));
    const auto stretched = [](const ParagraphStyle& style) {
        int count = 0;
        for (double em = 12; em < 46; em += 0.5) {
            for (const Line& line : set(kProse, em, style).lines) count += line.looseness > 1e-6 ? 1 : 0;
        }
        return std::to_string(count);
    };
    conform("J4", "always", "lines stretched at 68 widths", stretched({}), stretched(without(Rule::J4)));
}

TEST_CASE("J3: where the first and the last body of a line stand") {
    const auto farthest = [](const ParagraphStyle& style) {
        double off = 0;
        for (double em = 8; em < 46; em += 0.5) {
            const Setting s = set(kProse, em, style);
            const auto codes = codes_of(s.paragraph.text());
            for (const Line& line : s.lines) {
                std::vector<Placed> bodies = placed(line, codes);
                while (bodies.back().kind == Kind::space) bodies.pop_back();
                off = std::max(off, std::abs(bodies.front().left));
                if (!line.last && !line.overfull) off = std::max(off, std::abs(bodies.back().right - em));
            }
        }
        return off * kSize;
    };
    const double on = farthest({}), off = farthest(without(Rule::J3));
    CHECK(on < 0.01);
    CHECK(off > kSize / 2);
    conform("J3", "always", "bodies at the ends of lines off the edges by", in_pt(on), in_pt(off));
}

TEST_CASE("M1, M2, M3: Latin among Han") {
    const auto gap = [](const std::string& text, const ParagraphStyle& style) {
        return in_em(set_line(text, style).between("甲", "A") - 1);
    };
    conform("M1", "typography.han-latin-gap: 0.25", "gap in 甲A", gap("甲A乙", {}), gap("甲A乙", without(Rule::M1)));
    conform("M2", "always", "gap in 甲 A", gap("甲 A乙", {}), gap("甲 A乙", without(Rule::M2)));
    const auto face = [](const ParagraphStyle& style) {
        const Setting s = set({run("甲A", char_style("mixed"))}, 100, style);
        return book().face(s.glyph("A").face).postscript_name;
    };
    conform("M3", "always", "face of A", face({}), face(without(Rule::M3)));
    ParagraphStyle scaled;
    scaled.latin_scale = 1.1;
    const auto size = [](const ParagraphStyle& style) { return in_pt(set_line("甲A", style).glyph("A").size); };
    CHECK(set_line("甲A", scaled).glyph("甲").size == Approx(10));
    conform("M3", "typography.latin-scale: 1.1", "size of A", size(scaled), size({}));
    CharStyle note = char_style("song", 400, 6);  // M1: no gap before the mark of a note
    note.rise = 4;
    const Setting s = set({run("甲"), run("1", note), run("乙")}, 100);
    CHECK(s.between("甲", "1") == Approx(1));
}

}  // namespace
}  // namespace zheye::text::test
