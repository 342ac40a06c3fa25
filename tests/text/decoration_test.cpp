// D1, D2: what stands beside characters, measured in the lines; and that it moves no character (S5).
#include "lines.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

#include <cmath>

namespace zheye::text::test {
namespace {

using Kind = LineStroke::Kind;

StyledRun decorated(std::string text, Decorations decorations, CharStyle style = char_style()) {
    style.decorations = decorations;
    return run(std::move(text), style);
}
Decorations dots() { return {.dots = true}; }
Decorations name(std::uint16_t line) { return {.proper_name = true, .line = line}; }
Decorations title(std::uint16_t line) { return {.work_title = true, .line = line}; }

std::vector<LineStroke> strokes(const Setting& s, Kind kind, std::size_t line = 0) {
    std::vector<LineStroke> result;
    for (const LineStroke& stroke : s.lines.at(line).strokes) {
        if (stroke.kind == kind) result.push_back(stroke);
    }
    return result;
}

/// Characters whose middle a dot of the line is under.
std::string dotted(const Setting& s, std::size_t line = 0) {
    std::string text;
    for (const Glyph& g : s.lines.at(line).glyphs) {
        for (const LineDot& dot : s.lines.at(line).dots) {
            const bool under = std::abs(dot.x - (g.x + g.advance / 2)) < 1e-6;
            if (under) text += s.paragraph.text().substr(g.text_begin, g.text_end - g.text_begin);
        }
    }
    return text;
}

TEST_CASE("D1: a dot under each Han character and under nothing else") {
    const auto marked = [](const ParagraphStyle& style) {
        return dotted(set({run("前"), decorated("万无一失，A1 做《到》！", dots()), run("后")}, 40, style));
    };
    CHECK(marked({}) == "万无一失做到");
    CHECK(marked(without(Rule::D1)) != "万无一失做到");
}

TEST_CASE("D1: dots stand at one distance from the em box, below across and above down, whatever the face") {
    for (const char* face : {"song", "kai"}) {
        const Setting s = set({decorated("甲", dots(), char_style(face)), decorated("乙", dots())}, 10);
        for (const LineDot& dot : s.lines[0].dots) {
            CHECK(dot.y == Approx(-s.lines[0].descent - ParagraphStyle{}.decoration.dot_distance * kSize));
            CHECK(dot.size == Approx(ParagraphStyle{}.decoration.dot_size * kSize));
        }
    }
    ParagraphStyle vertical;
    vertical.vertical = true;
    const Setting s = set({decorated("甲", dots())}, 10, vertical);
    CHECK(s.lines[0].dots.at(0).y == Approx(s.lines[0].ascent + vertical.decoration.dot_distance * kSize));
}

TEST_CASE("D1: dots make room for a line, which is nearer to the text (D2)") {
    const auto below = [](Decorations decorations) {
        const Setting s = set({decorated("甲", decorations)}, 10);
        return (-s.lines[0].descent - s.lines[0].dots.at(0).y) / kSize;
    };
    CHECK(below(dots()) == Approx(ParagraphStyle{}.decoration.dot_distance));
    CHECK(below({.dots = true, .proper_name = true}) == Approx(ParagraphStyle{}.decoration.dot_under_line));
    CHECK(below({.dots = true, .highlight = true}) == Approx(ParagraphStyle{}.decoration.dot_distance));
}

TEST_CASE("D1: dots follow their characters where a line is stretched or squeezed") {
    const std::string text = "《甲》，“乙”丙丁戊己庚辛。壬癸子丑寅卯辰巳午未申酉戌亥";
    for (const double em : {7.0, 8.3, 9.6, 11.0}) {
        const Setting s = set({decorated(text, dots())}, em);
        std::string all;
        for (std::size_t i = 0; i < s.lines.size(); ++i) all += dotted(s, i);
        CHECK(all == "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥");
    }
}

TEST_CASE("D2: a name's line is unbroken over gaps between scripts and changes of style") {
    CharStyle red = char_style("song", 700);
    red.colour = {200, 0, 0};
    const std::vector runs{run("在"), decorated("爱德华", name(1)), decorated("·King", name(1), red),
                           decorated("三世", name(1)), run("时")};
    const auto holds = [&](const ParagraphStyle& style) {
        const Setting s = set(runs, 40, style);
        const auto lines = strokes(s, Kind::proper_name);
        return lines.size() == 1 && lines[0].begin == Approx(s.x("爱") * kSize) &&
               lines[0].end == Approx(s.x("世") * kSize + kSize);
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::D2)));
}

TEST_CASE("D2: adjacent names are parted by ¼em, an eighth from each; names with something between them are not") {
    const auto gap = [](const std::vector<StyledRun>& runs, const ParagraphStyle& style = {}) {
        auto lines = set(runs, 40, style).lines[0].strokes;
        REQUIRE(lines.size() == 2);
        return (lines[1].begin - lines[0].end) / kSize;
    };
    const std::vector adjacent{decorated("屈原", name(1)), decorated("贾谊", name(2))};
    CHECK(gap(adjacent) == Approx(0.25));
    CHECK(gap(adjacent, without(Rule::D2)) == Approx(0).margin(1e-9));
    CHECK(gap({decorated("屈原", name(1)), decorated("离骚", title(2))}) == Approx(0.25));
    CHECK(gap({decorated("屈原", name(1)), run("、"), decorated("贾谊", name(2))}) == Approx(1));
    const Setting s = set(adjacent, 40);
    CHECK(s.lines[0].strokes[0].begin == Approx(0).margin(1e-9));
    CHECK(s.lines[0].strokes[0].end == Approx(2 * kSize - kSize / 8));
}

TEST_CASE("D2: lines keep inside the measure and off the trimmed blanks of marks and spaces at its ends") {
    const Decorations under{.underline = true};
    const Setting s = set({decorated("（甲乙）丙丁戊，己 ", under)}, 4);
    REQUIRE(s.lines.size() > 1);
    for (const Line& line : s.lines) {
        REQUIRE(line.strokes.size() == 1);
        CHECK(line.strokes[0].begin >= -1e-6);
        CHECK(line.strokes[0].end <= line.width + 1e-6);
    }
    CHECK(s.lines[0].strokes[0].begin == Approx(0).margin(1e-6));  // not under the bracket's blank
    CHECK(s.lines.back().strokes[0].end == Approx(s.lines.back().width));
}

TEST_CASE("D2: a name over two lines has a line in each") {
    const Setting s = set({run("甲乙"), decorated("子丑寅卯辰巳午", name(1)), run("丙丁")}, 5);
    REQUIRE(s.lines.size() == 3);
    CHECK(strokes(s, Kind::proper_name, 0).at(0).end == Approx(5 * kSize));
    CHECK(strokes(s, Kind::proper_name, 1).at(0).begin == Approx(0).margin(1e-9));
}

TEST_CASE("D2: grounds come first, names nearer to the text than dots") {
    Decorations all{.dots = true, .proper_name = true, .highlight = true, .line = 1};
    const Setting s = set({decorated("甲", name(3)), decorated("屈原", all)}, 40);
    const Line& line = s.lines[0];
    REQUIRE(line.strokes.size() == 3);
    CHECK(line.strokes[0].kind == Kind::highlight);
    CHECK(line.strokes[0].bottom == Approx(-line.descent));
    CHECK(line.strokes[0].top == Approx(line.ascent));
    CHECK(line.dots.size() == 2);
}

/// Squeezed pairs, line ends and starts, a gap between scripts.
std::vector<StyledRun> text_of(const Decorations& first, const Decorations& second) {
    const std::vector<std::string> pieces{"《甲》", "（乙。", "”丙，", "丁A", "b子丑寅", "卯，《辰》、", "“巳”。"};
    std::vector<StyledRun> runs;
    for (std::size_t i = 0; i < pieces.size(); ++i) runs.push_back(decorated(pieces[i], i % 2 ? first : second));
    return runs;
}

std::vector<double> places(const Setting& s) {
    std::vector<double> result;
    for (const Line& line : s.lines) {
        for (const Glyph& g : line.glyphs) result.push_back(g.x);
        result.push_back(line.width);
    }
    return result;
}

TEST_CASE("S5: underline, ground, dots and names move nothing: S1–S3 hold across them") {
    for (const double em : {5.0, 6.4, 9.0, 40.0}) {
        const auto plain = places(set(text_of({}, {}), em));
        for (const Decorations& d : {Decorations{.underline = true}, Decorations{.highlight = true}, dots(), name(1)}) {
            CHECK(places(set(text_of(d, {}), em)) == plain);
            CHECK(places(set(text_of({}, d), em)) == plain);
        }
    }
    const auto underlined = text_of({.underline = true}, {});
    CHECK(places(set(underlined, 40, without(Rule::S5))) != places(set(text_of({}, {}), 40)));
    const auto width = [&](const ParagraphStyle& style) {
        return zheye::test::in_em(set(underlined, 40, style).lines[0].width / kSize);
    };
    zheye::test::conform("S5", "always", "length of underlined pieces", width({}), width(without(Rule::S5)));
}

}  // namespace
}  // namespace zheye::text::test
