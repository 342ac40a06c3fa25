// D3: readings in 注音符号, which stand in columns at the right of their characters.
#include "lines.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

namespace zheye::text::test {
namespace {

constexpr double kSymbol = 0.32 * kSize;
constexpr double kWidth = 0.5 * kSize;

StyledRun read(std::string text, std::string reading) {
    StyledRun result = run(std::move(text));
    result.ruby = Ruby{std::move(reading), char_style("song", 400, kSymbol)};
    return result;
}

ParagraphStyle vertical() {
    ParagraphStyle style;
    style.vertical = true;
    return style;
}

const LineRuby& only(const Setting& s) {
    REQUIRE(s.lines.size() == 1);
    REQUIRE(s.lines[0].ruby.size() == 1);
    return s.lines[0].ruby[0];
}

const Glyph& glyph(const LineRuby& ruby, const std::string& character) {
    const auto found = std::ranges::find(ruby.glyphs, ruby.text.find(character), &Glyph::text_begin);
    REQUIRE(found != ruby.glyphs.end());
    return *found;
}

TEST_CASE("a syllable of zhuyin is told from all else") {
    for (const char* yes : {"ㄓㄨˋ", "ㄧㄣ", "˙ㄉㄜ", "ㄇㄣ˙", "ㄚ", "ㄉㄧㄚㆴ", "ㄍㄨㆤ˫", "ㄙㄧㄚㆷ\u0358"})
        CHECK(is_zhuyin_syllable(yes));
    for (const char* no : {"", "zhù", "ˋ", "ㄓㄨˋ ㄧㄣ", "ㄉㄨㄥㄈㄥㄌㄨ", "ㄓh", "\u0358ㄚ"})
        CHECK_FALSE(is_zhuyin_syllable(no));
}

TEST_CASE("D3: zhuyin takes half an em after its character, and nothing else moves") {
    const auto apart = [](const ParagraphStyle& style, const char* reading) {
        return set({run("甲"), read("窗", reading), run("乙")}, 40, style).between("窗", "乙");
    };
    CHECK(apart({}, "ㄔㄨㄤ") == Approx(1.5));
    CHECK(apart({}, "ㄧˊ") == Approx(1.5));  // whatever stands in it
    CHECK(apart(without(Rule::D3), "ㄔㄨㄤ") == Approx(1));
    CHECK(apart(vertical(), "ㄔㄨㄤ") == Approx(1));  // beside the line
    const Setting s = set({run("甲"), read("窗", "ㄔㄨㄤ"), run("乙")}, 40);
    CHECK(s.between("甲", "窗") == Approx(1));
    CHECK(s.lines[0].ascent == set({run("甲窗乙")}, 40).lines[0].ascent);  // G3
}

TEST_CASE("D3: symbols stand below each other in the middle of the character's height, inside the column") {
    for (const char* reading : {"ㄚ", "ㄧㄣ", "ㄓㄨㄤ"}) {
        const Setting s = set({run("甲"), read("庄", reading)}, 40);
        const LineRuby& ruby = only(s);
        const double right = s.glyph("庄").x + kSize;
        double low = 1e9, high = -1e9;
        for (std::size_t i = 0; i < ruby.glyphs.size(); ++i) {
            const Glyph& g = ruby.glyphs[i];
            CHECK(g.x == Approx(right));
            if (i > 0) CHECK(ruby.glyphs[i - 1].y - g.y == Approx(kSymbol));
            low = std::min(low, g.y - 0.12 * kSymbol);
            high = std::max(high, g.y + 0.88 * kSymbol);
        }
        CHECK((low + high) / 2 == Approx((s.lines[0].ascent - s.lines[0].descent) / 2));
        CHECK(high <= s.lines[0].ascent + 1e-6);
        CHECK(low >= -s.lines[0].descent - 1e-6);
    }
}

TEST_CASE("D3: a tone stands at the right of the last symbol, the neutral tone above the first") {
    const Setting s = set({read("注", "ㄓㄨˋ")}, 40);
    const LineRuby& ruby = only(s);
    const Glyph &last = glyph(ruby, "ㄨ"), &tone = glyph(ruby, "ˋ");
    CHECK(tone.x + tone.advance / 2 > last.x + kSymbol);
    CHECK(tone.x + tone.advance / 2 < last.x + kWidth);
    CHECK(std::abs(tone.y - last.y) < kSymbol);
    for (const char* reading : {"˙ㄉㄜ", "ㄉㄜ˙"}) {  // wherever it is written
        const Setting neutral = set({read("的", reading)}, 40);
        const LineRuby& of_de = only(neutral);
        const Glyph &dot = glyph(of_de, "˙"), &first = glyph(of_de, "ㄉ");
        CHECK(dot.y + 0.4 * kSymbol > first.y);
        CHECK(dot.x + dot.advance / 2 == Approx(first.x + kSymbol / 2).margin(0.15 * kSymbol));
        CHECK(glyph(of_de, "ㄜ").y < first.y);
    }
}

TEST_CASE("D3: in vertical lines the column is at the right of the character too, upright") {
    const Setting s = set({run("甲"), read("注", "ㄓㄨˋ"), run("乙")}, 40, vertical());
    const LineRuby& ruby = only(s);
    const Glyph &first = glyph(ruby, "ㄓ"), &last = glyph(ruby, "ㄨ");
    CHECK(last.x - first.x == Approx(kSymbol));
    const double middle = (first.x + last.x + kSymbol) / 2;
    CHECK(middle == Approx(s.glyph("注").x + kSize / 2).margin(0.05 * kSize));
    for (const Glyph& g : ruby.glyphs) {
        CHECK(g.upright);
        CHECK(g.y > kSize / 2);
        CHECK(g.y < kSize / 2 + kWidth);
    }
}

TEST_CASE("D3: a dot is under its character, not under the column") {
    StyledRun dotted = read("窗", "ㄔㄨㄤ");
    dotted.style.decorations.dots = true;
    const Setting s = set({run("甲"), dotted}, 40);
    REQUIRE(s.lines[0].dots.size() == 1);
    CHECK(s.lines[0].dots[0].x == Approx(s.glyph("窗").x + kSize / 2));
}

TEST_CASE("D3: lines with columns keep to the measure") {
    std::vector<StyledRun> runs;
    for (int i = 0; i < 30; ++i) {
        runs.push_back(read("窗", "ㄔㄨㄤ"));
        runs.push_back(run(i % 4 == 0 ? "，" : "户"));
    }
    for (const double em : {7.0, 9.5, 12.0}) {
        for (const Line& line : set(runs, em).lines) {
            CHECK_FALSE(line.overfull);
            if (!line.last) CHECK(line.width == Approx(em * kSize).margin(0.001));
            for (const LineRuby& ruby : line.ruby) CHECK(ruby.glyphs[0].x + kWidth <= em * kSize + 1e-6);
        }
    }
}

TEST_CASE("D3: zhuyin of more than a syllable stands above its group") {
    const Setting s = set({run("甲"), read("东风路", "ㄉㄨㄥㄈㄥㄌㄨˋ"), run("乙")}, 40);
    for (const Glyph& g : only(s).glyphs) CHECK(g.y == Approx(only(s).glyphs[0].y));
    CHECK(only(s).glyphs[0].y > s.lines[0].ascent);
    CHECK(s.between("甲", "乙") == Approx(4));
}

}  // namespace
}  // namespace zheye::text::test
