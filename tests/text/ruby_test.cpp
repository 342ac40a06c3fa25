// D3: readings, measured against their bases, each other and the measure.
#include "lines.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zheye::text::test {
namespace {

constexpr double kRubySize = kSize / 2;

StyledRun base(std::string text, std::string reading, const std::string& role = "song") {
    StyledRun result = run(std::move(text), char_style(role));
    result.ruby = Ruby{std::move(reading), char_style(role, 400, kRubySize)};
    return result;
}

struct Extent {
    double begin = 0, end = 0;
    [[nodiscard]] double middle() const { return (begin + end) / 2; }
    [[nodiscard]] double width() const { return end - begin; }
};

Extent of_reading(const LineRuby& ruby) {
    return {ruby.glyphs.front().x, ruby.glyphs.back().x + ruby.glyphs.back().advance};
}

Extent of_base(const Line& line, const LineRuby& ruby) {
    Extent extent{std::numeric_limits<double>::max(), 0};
    for (const Glyph& g : line.glyphs) {
        if (g.text_begin < ruby.base_begin || g.text_begin >= ruby.base_end) continue;
        extent.begin = std::min(extent.begin, g.x);
        extent.end = std::max(extent.end, g.x + g.advance);
    }
    return extent;
}

/// The smallest distance between two readings on one line, em of the reading.
double nearest(const Setting& s) {
    double least = std::numeric_limits<double>::max();
    for (const Line& line : s.lines) {
        for (std::size_t i = 1; i < line.ruby.size(); ++i) {
            const double gap = of_reading(line.ruby[i]).begin - of_reading(line.ruby[i - 1]).end;
            least = std::min(least, gap / kRubySize);
        }
    }
    return least;
}

/// pt by which any reading stands out of its line.
double out_of_measure(const Setting& s, double em) {
    double most = 0;
    for (const Line& line : s.lines) {
        for (const LineRuby& ruby : line.ruby) {
            most = std::max({most, -of_reading(ruby).begin, of_reading(ruby).end - em * kSize});
        }
    }
    return most;
}

std::vector<StyledRun> pinyin() {
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"床", "chuáng"}, {"前", "qián"},   {"明", "míng"},   {"月", "yuè"},    {"光", "guāng"}, {"疑", "yí"},
        {"是", "shì"},    {"地", "dì"},     {"上", "shàng"},  {"霜", "shuāng"}, {"举", "jǔ"},    {"头", "tóu"},
        {"望", "wàng"},   {"双", "shuāng"}, {"床", "chuáng"}, {"状", "zhuàng"}};
    std::vector<StyledRun> runs;
    for (const auto& [text, reading] : pairs) runs.push_back(base(text, reading));
    return runs;
}

TEST_CASE("D3: a reading is centred over its base, narrower or wider") {
    for (const char* reading : {"yī", "zhù", "zhuàng"}) {
        const Setting s = set({run("甲"), base("状", reading), run("乙")}, 40);
        REQUIRE(s.lines[0].ruby.size() == 1);
        const LineRuby& ruby = s.lines[0].ruby[0];
        CHECK(of_reading(ruby).middle() == Approx(of_base(s.lines[0], ruby).middle()));
        CHECK(ruby.text == reading);
        CHECK(s.paragraph.text().substr(ruby.base_begin, ruby.base_end - ruby.base_begin) == "状");
    }
    const Setting group = set({run("甲"), base("红楼梦", "hóng lóu mèng"), run("乙")}, 40);
    const LineRuby& ruby = group.lines[0].ruby[0];
    CHECK(of_reading(ruby).middle() == Approx(of_base(group.lines[0], ruby).middle()));
}

TEST_CASE("D3: neighbouring readings are ¼em apart at least; a wide one spreads its base") {
    CHECK(nearest(set(pinyin(), 100)) >= 0.25 - 1e-6);
    CHECK(nearest(set(pinyin(), 100, without(Rule::D3))) < 0);
    const Setting s = set({base("状", "zhuàng"), base("双", "shuāng")}, 40);
    CHECK(nearest(s) == Approx(0.25));
}

TEST_CASE("D3: narrow readings leave their bases where they are") {
    const Setting s = set({run("甲"), base("一", "yī"), base("地", "dì"), run("乙")}, 40);
    CHECK(s.between("甲", "乙") == Approx(3));
}

TEST_CASE("D3: a reading stands over a neighbour without one by half an em of its own at most") {
    const double wide = of_reading(set({base("状", "zhuàng")}, 40).lines[0].ruby[0]).width();
    const double standout = (wide - kSize) / 2;
    REQUIRE(standout > kRubySize / 2);
    const Setting s = set({run("甲"), base("状", "zhuàng"), run("乙")}, 40);
    CHECK((s.between("甲", "状") - 1) * kSize == Approx(standout - kRubySize / 2));
    CHECK((s.between("状", "乙") - 1) * kSize == Approx(standout - kRubySize / 2));
    SECTION("not over Latin letters, nor over the ink of brackets, but over their blanks") {
        CHECK((set({base("状", "zhuàng"), run("Z")}, 40).between("状", "Z") - 1) * kSize > standout - 1e-6);
        CHECK((set({base("状", "zhuàng"), run("）")}, 40).between("状", "）") - 1) * kSize == Approx(standout));
        CHECK(set({base("状", "zhuàng"), run("（")}, 40).between("状", "（") == Approx(1));
    }
    SECTION("over a stop as over a character, and over its blank from behind") {
        const Setting stop = set({base("状", "zhuàng"), run("，乙")}, 40);
        CHECK((stop.between("状", "，") - 1) * kSize == Approx(standout - kRubySize / 2));
        CHECK(set({run("，"), base("状", "zhuàng")}, 40).between("，", "状") == Approx(1));
        ParagraphStyle half;
        half.punctuation = PunctuationStyle::half;
        CHECK(set({run("，"), base("状", "zhuàng")}, 40, half).between("，", "状") > 0.6);
    }
    SECTION("two readings over one neighbour do not meet") {
        CHECK(nearest(set({base("状", "zhuàng"), run("乙"), base("双", "shuāng")}, 40)) >= 0.25);
        CHECK(nearest(set({base("状", "zhuàng"), run("，"), base("双", "shuāng")}, 40)) >= 0.25);
    }
}

TEST_CASE("D3: no reading leaves the measure, and justified lines are flush (J3)") {
    auto runs = pinyin();
    for (int i = 0; i < 3; ++i) std::ranges::copy(pinyin(), std::back_inserter(runs));
    for (const double em : {9.0, 12.0, 15.3, 20.0}) {
        const Setting s = set(runs, em);
        CHECK(out_of_measure(s, em) < 1e-6);
        CHECK(nearest(s) >= 0.25 - 1e-6);
        for (const Line& line : s.lines) {
            CHECK_FALSE(line.overfull);
            if (!line.last) CHECK(line.width == Approx(em * kSize).margin(0.001));
        }
        CHECK(out_of_measure(set(runs, em, without(Rule::D3)), em) > 1);
    }
}

TEST_CASE("D3: at the start of an indented line a reading stands over the indent") {
    ParagraphStyle style;
    style.indent = 2 * kSize;
    CHECK(set({base("状", "zhuàng"), run("乙")}, 40, style).x("状") == Approx(2));
    CHECK(set({base("状", "zhuàng"), run("乙")}, 40).x("状") > 0.1);
}

TEST_CASE("D3: a hanging mark (S4) stays in where the reading before it would hang with it") {
    ParagraphStyle style;
    style.hanging = true;
    const Setting s = set({run("甲乙丙"), base("状", "zhuàng"), run("，丁戊己庚辛")}, 5, style);
    CHECK(out_of_measure(s, 5) < 1e-6);
}

TEST_CASE("B4: a base is not parted from itself, bases are from each other") {
    const Setting group = set({run("甲乙丙"), base("红楼梦", "hóng lóu mèng"), run("丁")}, 5);
    CHECK(group.texts() == std::vector<std::string>{"甲乙丙", "红楼梦丁"});
    const Setting apart = set({run("甲乙丙"), base("一", "yī"), base("地", "dì"), run("丁戊己")}, 4);
    CHECK(apart.texts().front() == "甲乙丙一");
}

TEST_CASE("D3: readings of a line stand on one baseline, clear of the em boxes below") {
    const Setting s = set({base("注", "zhù"), base("音", "yīn", "kai"), run("甲")}, 40);
    const double y = s.lines[0].ruby[0].glyphs[0].y;
    CHECK(s.lines[0].ruby[1].glyphs[0].y == Approx(y));
    const double ascent = s.lines[0].ascent;
    CHECK(y > ascent);
    CHECK(y + kRubySize - ascent < 0.7 * kSize);                // under the line above, at a pitch of 1.7
    CHECK(ascent == set({run("注音甲")}, 40).lines[0].ascent);  // G3: no line grows by it
}

TEST_CASE("D3: pinyin is Latin with its tone marks, zhuyin of several syllables has no gaps inside") {
    const Setting composed = set({base("绿", "lǜ")}, 40), combining = set({base("绿", "lu\u0308\u0300")}, 40);
    const auto ids = [](const LineRuby& ruby) {
        std::vector<std::uint32_t> result;
        for (const Glyph& g : ruby.glyphs) result.push_back(g.id);
        return result;
    };
    CHECK(composed.lines[0].ruby[0].glyphs.size() == 2);
    CHECK(ids(composed.lines[0].ruby[0]) == ids(combining.lines[0].ruby[0]));
    const Setting zhuyin = set({base("注音", "ㄓㄨˋㄧㄣㄈㄨˊ")}, 40);
    const LineRuby& ruby = zhuyin.lines[0].ruby[0];
    REQUIRE(ruby.glyphs.size() == 8);
    for (std::size_t i = 1; i < ruby.glyphs.size(); ++i) {
        CHECK(ruby.glyphs[i].x == Approx(ruby.glyphs[i - 1].x + ruby.glyphs[i - 1].advance));
    }
}

TEST_CASE("a reading has the language of its own style, else that of its base") {
    const auto width = [](const std::string& of_reading, const std::string& of_run) {
        StyledRun read = base("西", "’");
        read.style.language = of_run;
        read.ruby->style.language = of_reading;
        return test::of_reading(set({read}, 40).lines[0].ruby[0]).width();
    };
    CHECK(width("zh-Latn-pinyin", "zh-Hans") < width("zh-Hans", "zh-Hans"));  // P3: narrow in Latin
    CHECK(width("", "en") == width("en", "zh-Hans"));
    CHECK(width("", "zh-Hans") > width("", "en"));
}

TEST_CASE("A reading's missing character is reported at its base") {
    diag::Diagnostics diagnostics;
    const std::vector runs{base("注", "\U000F0000")};
    (void)shape(runs, {}, book(), diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "missing-glyph");
}

}  // namespace
}  // namespace zheye::text::test
