// J1–J4, B5, B6: how lines become flush, and where a paragraph is broken for it.
#include "lines.h"

#include <catch2/catch.hpp>

#include <functional>
#include <map>

namespace zheye::text::test {
namespace {

constexpr double kEps = 1e-6;
constexpr double kFlush = 0.01;  // pt, J3

/// A ruler for one gap: em between two bodies of the line.
struct Ruler {
    std::string name;
    int rank = 0;      ///< number in J1 or J2
    double limit = 0;  ///< em, where its class ends
    std::function<double(const Setting&)> measure;
};

// One gap of every class, two of some. The Latin face is LXGW WenKai, whose word space is wide enough to shrink.
const std::string kEveryClass = "甲a b（乙）丙，丁；戊・己。庚！辛。";

double latin_width(const Setting& s, const char* letter) { return s.glyph(letter).advance / kSize; }

std::vector<Ruler> shrinking_rulers() {
    return {
        {"line end", 1, 0, [](const Setting& s) { return s.lines[0].width / kSize - s.x("。", 1) - 0.5; }},
        {"word space", 2, 0.25, [](const Setting& s) { return s.between(" ", "b"); }},
        {"before interpunct", 3, 0, [](const Setting& s) { return s.between("戊", "・") - 1 + 0.25; }},
        {"after interpunct", 3, 0, [](const Setting& s) { return s.between("・", "己") - 0.75; }},
        {"opening bracket", 4, 0, [](const Setting& s) { return s.between("b", "（") + 0.5 - latin_width(s, "b"); }},
        {"closing bracket", 4, 0, [](const Setting& s) { return s.between("）", "丙") - 0.5; }},
        {"comma", 5, 0, [](const Setting& s) { return s.between("，", "丁") - 0.5; }},
        {"semicolon", 5, 0, [](const Setting& s) { return s.between("；", "戊") - 0.5; }},
        {"Han-Latin gap", 6, 0.125, [](const Setting& s) { return s.between("甲", "a") - 1; }},
        {"full stop", 7, 0, [](const Setting& s) { return s.between("。", "庚") - 0.5; }},
        {"exclamation mark", 7, 0, [](const Setting& s) { return s.between("！", "辛") - 0.5; }},
    };
}

Setting set_every_class(double em, const ParagraphStyle& style) {
    return set({run(kEveryClass, char_style("mixed"))}, em, style);
}

/// Whether all classes before one that has given way are used up, and gaps of one class have given equally.
bool shrinks_in_order(const ParagraphStyle& style) {
    const Setting natural = set_every_class(100, style);
    const double width = natural.lines[0].width / kSize;
    bool ok = true;
    for (double less = 0.05; less < 3.7; less += 0.05) {
        const Setting s = set_every_class(width - less, style);
        if (s.lines.size() != 1) return false;
        ok = ok && std::abs(s.lines[0].width - (width - less) * kSize) < kFlush;
        std::map<int, double> given, left;
        for (const Ruler& ruler : shrinking_rulers()) {
            const double give = ruler.measure(natural) - ruler.measure(s);
            if (given.contains(ruler.rank)) ok = ok && std::abs(given[ruler.rank] - give) < kEps;
            given[ruler.rank] = give;
            left[ruler.rank] = ruler.measure(s) - ruler.limit;
            ok = ok && left[ruler.rank] > -kEps;
        }
        for (int rank = 2; rank <= 7; ++rank) {
            if (given[rank] > kEps) ok = ok && left[rank - 1] < kEps;
        }
    }
    return ok;
}

TEST_CASE("J1: lines shrink class by class, in order, equally within a class, to the limit of each") {
    ParagraphStyle style;
    style.punctuation = PunctuationStyle::open;
    CHECK(shrinks_in_order(style));
    CHECK_FALSE(shrinks_in_order(without(Rule::J1, style)));
}

TEST_CASE("J1: when every class is used up the line is full") {
    const Setting natural = set_every_class(100, {});
    const double width = natural.lines[0].width / kSize;
    CHECK(set_every_class(width - 2.5, {}).lines.size() == 1);
    CHECK(set_every_class(width - 4.5, {}).lines.size() > 1);
}

// A first line with every class of J2 and a word that does not fit behind it.
const std::string kStretching = "甲乙a b（丙），——丁12亿元戊";
const std::string kLongWord = "Donaudampfschifffahrtsgesellschaftskapitaen";

/// em between neighbours that J2 ③ spreads, and between those that must stay as they are.
const std::vector<std::pair<const char*, const char*>> kOthers = {{"甲", "乙"}, {"b", "（"}, {"（", "丙"}, {"丙", "）"},
                                                                  {"）", "，"}, {"，", "—"}, {"元", "戊"}};
const std::vector<std::pair<const char*, const char*>> kUnits = {{"1", "2"}, {"2", "亿"}, {"亿", "元"}, {"a", " "}};

bool stretches_in_order(const ParagraphStyle& style) {
    const auto at = [&](double em) { return set({run(kStretching + kLongWord, char_style("mixed"))}, em, style); };
    const double width = set({run(kStretching, char_style("mixed"))}, 100, style).lines[0].width / kSize;
    const Setting natural = set({run(kStretching, char_style("mixed"))}, 100, style);
    bool ok = true;
    for (double more = 0.02; more < 3; more += 0.06) {
        const Setting s = at(width + more);
        if (s.line_text(0) != kStretching) return false;
        ok = ok && std::abs(s.lines[0].width - (width + more) * kSize) < kFlush;
        const double space = s.between(" ", "b"), gap = s.between("乙", "a") - 1;
        const double others = s.between("甲", "乙") - 1;
        if (gap > 0.25 + kEps) ok = ok && std::abs(space - 0.5) < kEps;
        if (others > kEps) ok = ok && std::abs(gap - 1.0 / 3) < kEps;
        ok = ok && space < 0.5 + kEps && gap < 1.0 / 3 + kEps;
        for (const auto& [a, b] : kOthers) {
            ok = ok && std::abs(s.between(a, b) - natural.between(a, b) - others) < kEps;
        }
        for (const auto& [a, b] : kUnits) ok = ok && std::abs(s.between(a, b) - natural.between(a, b)) < kEps;
    }
    return ok;
}

TEST_CASE("J2: lines stretch class by class, then all other gaps equally, never inside a unit") {
    CHECK(stretches_in_order({}));
    CHECK_FALSE(stretches_in_order(without(Rule::J2)));
}

TEST_CASE("J2: —— and …… are not spread") {
    for (const std::string unit : {"——", "……"}) {
        const Setting s = set({run("甲乙" + unit + "丙" + kLongWord, char_style("kai"))}, 7.5);
        const Setting natural = set({run("甲乙" + unit + "丙", char_style("kai"))}, 100);
        const std::string half = unit.substr(0, 3);
        CHECK(s.x(half, 1) - s.x(half, 0) == Approx(natural.x(half, 1) - natural.x(half, 0)));
        CHECK(s.between("甲", "乙") > 1.01);
    }
}

const std::string kProse =
    "2019年有两个周年：新中国成立70周年，街道办事处成立30周年。一个是国家的，一个是街道自己的。到了本章末尾，它们会排进"
    "同一条时间线。"
    "账本之外，还有两个数值得先记住。一个是辖区人口，14.6万人；一个是“红色联盟”，216家单位（GDP完成127亿元，增长8.6%"
    "）。";

bool flush(const Setting& s, double em) {
    for (const Line& line : s.lines) {
        if (!line.last && std::abs(line.width - em * kSize) > kFlush) return false;
    }
    return true;
}

TEST_CASE("J3: both edges are flush, the last line is flush left with its natural widths") {
    ParagraphStyle ragged;
    ragged.align = Align::left;
    for (double em = 9; em < 40; em += 0.7) {
        INFO(em);
        const Setting s = set(kProse, em);
        CHECK(flush(s, em));
        CHECK_FALSE(flush(set(kProse, em, ragged), em));
        CHECK(s.lines.back().adjustment <= 0);
        for (const Line& line : s.lines) CHECK(line.glyphs.front().x <= kEps);
    }
}

TEST_CASE("J3: indents are inside the width") {
    ParagraphStyle style;
    style.indent = 2 * kSize;
    style.hanging_indent = kSize;
    const Setting s = set(kProse, 20.3, style);
    CHECK(flush(s, 20.3));
    CHECK(s.lines[0].glyphs[0].x == Approx(2 * kSize));
    CHECK(s.lines[1].glyphs[0].x == Approx(1 * kSize));
}

TEST_CASE("J3: the last ink of a justified line ends at the edge") {
    const Setting s = set("甲乙丙丁戊己庚，辛壬癸子丑寅卯", 8);
    REQUIRE(s.line_text(0) == "甲乙丙丁戊己庚，");
    CHECK(s.x("，") + 0.5 == Approx(8));
    CHECK(s.lines[0].width == Approx(80));
}

TEST_CASE("B5: a line is pushed in before it is pushed out") {
    const std::string text = "甲乙丙，丁戊己庚辛壬。癸子丑寅卯辰巳午未申酉戌亥";
    const auto holds = [&](const ParagraphStyle& style) {
        const Setting s = set(text, 10, style);
        return s.line_text(0).ends_with("。") && s.lines[0].adjustment < 0;
    };
    CHECK(holds({}));
    CHECK_FALSE(holds(without(Rule::B5)));
    ParagraphStyle first_fit;
    first_fit.optimal = false;
    CHECK(holds(first_fit));
    CHECK_FALSE(holds(without(Rule::B5, first_fit)));
}

TEST_CASE("B6: the last line has at least two characters, a mark not counted") {
    const auto last_line = [](const std::string& text, const ParagraphStyle& style) {
        const Setting s = set(text, 8, style);
        return s.line_text(s.lines.size() - 1);
    };
    ParagraphStyle allowed;
    allowed.avoid_runt = false;
    CHECK(last_line("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午。", {}) == "巳午。");
    CHECK(last_line("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午。", allowed) == "午。");
    CHECK(last_line("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午", {}) == "巳午");
    CHECK(last_line("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午", allowed) == "午");
    CHECK(set("甲", 8).lines.size() == 1);
}

/// Lines that gaps between characters had to be opened for.
int stretched_lines(const Setting& s) {
    int count = 0;
    for (const Line& line : s.lines) count += line.adjustment > 1 ? 1 : 0;
    return count;
}

/// Squares of what lines are stretched by, or lack: one loose line is worse than two that are a little loose.
double unevenness(const Setting& s, double em) {
    double sum = 0;
    for (const Line& line : s.lines) {
        const double wanted = line.underfull ? em * kSize - line.width : std::max(0.0, line.adjustment);
        sum += wanted * wanted;
    }
    return sum;
}

TEST_CASE("J4: the whole paragraph is fitted, so that its lines are more even than one by one") {
    ParagraphStyle total_fit, first_fit;
    first_fit.optimal = false;
    total_fit.avoid_runt = false;  // nor does first fit
    const std::string words = "甲，乙丙，丁戊己庚辛壬癸子丑寅international卯辰巳午未申酉戌";
    for (const std::string& text : {kProse, words}) {
        double total = 0, by_line = 0;
        for (double em = 8; em < 36; em += 0.5) {
            total += unevenness(set(text, em, total_fit), em);
            by_line += unevenness(set(text, em, first_fit), em);
        }
        CHECK(total < 0.8 * by_line);
    }
}

TEST_CASE("J3: a line that would have to be opened by more than 1em a gap keeps its gaps, and is told") {
    const std::string text = "第三项：Donaudampfschifffahrtsgesellschaft与热线。";
    const Setting narrow = set(text, 21);
    CHECK(narrow.lines[0].underfull);
    CHECK(narrow.between("第", "三") == Approx(1));
    CHECK(narrow.lines[0].looseness == 0);
    for (double em = 4; em < 21; em += 0.25) {  // with 第三项： on a line of its own
        const Setting s = set("第三项：" + std::string(200, 'n') + "。", em);
        const double spread = s.between("第", "三") - 1;
        CHECK(spread <= 1 + kEps);
        CHECK(s.lines[0].underfull == (em > 3.5 + 3 + kEps));
        if (!s.lines[0].underfull) CHECK(std::abs(s.lines[0].width - em * kSize) < kFlush);
    }
}

TEST_CASE("J4: no line is stretched where the paragraph can do without") {
    ParagraphStyle total_fit, first_fit;
    first_fit.optimal = false;
    total_fit.avoid_runt = false;
    int without_stretch = 0, only_total_fit = 0;
    for (double em = 8; em < 50; em += 0.25) {
        const int total = stretched_lines(set(kProse, em, total_fit));
        const int by_line = stretched_lines(set(kProse, em, first_fit));
        INFO(em);
        if (by_line == 0) CHECK(total == 0);
        without_stretch += by_line == 0 ? 1 : 0;
        only_total_fit += total == 0 && by_line > 0 ? 1 : 0;
    }
    CHECK(without_stretch > 5);
    CHECK(only_total_fit > 0);
}

TEST_CASE("G1, G2: plain Han in a column of whole ems needs no adjustment, indented or not") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "字";
    for (const double indent : {0.0, 1.0, 2.0}) {
        ParagraphStyle style;
        style.indent = indent * kSize;
        const Setting s = set(text, 17, style);
        CHECK(s.lines[0].glyphs[0].x == Approx(indent * kSize));
        for (const Line& line : s.lines) CHECK(std::abs(line.adjustment) < kEps);
    }
    CHECK(set(text, 17.4).lines[0].adjustment > 1);
}

TEST_CASE("ragged lines keep their natural widths and stand where they are aligned, by trimmed bodies") {
    for (const Align align : {Align::left, Align::centre, Align::right}) {
        ParagraphStyle style;
        style.align = align;
        const Setting s = set("甲乙丙丁戊，己庚辛壬癸。", 7.2, style);
        REQUIRE(s.lines.size() == 2);
        CHECK(s.line_text(0) == "甲乙丙丁戊，己");
        CHECK(s.lines[0].adjustment == 0);
        const double share = align == Align::left ? 0 : align == Align::centre ? 0.5 : 1;
        CHECK(s.x("甲") == Approx(share * 0.2).margin(1e-9));
        CHECK(s.x("庚") == Approx(share * 2.7).margin(1e-9));  // 庚辛壬癸。 takes 4.5em
    }
}

TEST_CASE("balanced lines are of about equal length and honour prohibitions") {
    const std::string text = "东风路街道党工委、办事处二〇一九年年度工作报告";
    ParagraphStyle style;
    style.align = Align::centre;
    const auto spread = [&](bool balance) {
        style.balance = balance;
        const Setting s = set(text, 20, style);
        REQUIRE(s.lines.size() == 2);
        const auto ink = [](const Line& line) { return line.width - line.glyphs[0].x; };
        return std::abs(ink(s.lines[0]) - ink(s.lines[1])) / kSize;
    };
    CHECK(spread(true) <= 1.5);
    CHECK(spread(false) > 1.5);
    style.balance = true;
    const Setting s = set("甲乙丙丁，戊己庚辛", 7, style);
    CHECK(s.line_text(0) == "甲乙丙丁，");
}

TEST_CASE("balanced lines end at marks, else between words, where that takes no line more") {
    ParagraphStyle style;
    style.align = Align::left;
    style.balance = true;
    const auto first = [&](const std::string& text, double em) { return set(text, em, style).line_text(0); };
    CHECK(first("东风路与文化路，两个街道的年中账本", 16) == "东风路与文化路，");
    // A line gives up three characters to end at a mark, not four.
    CHECK(first("丙路甲乙街道，两个街道的年中账本书", 12) == "丙路甲乙街道，");
    CHECK(first("甲乙街道，两个街道的年中账本书", 12) != "甲乙街道，");
    CHECK(first("红色文化活动单", 5) == "红色文化");
    CHECK(first("地方公共财政税收", 6) == "地方公共");
    CHECK(first("重温入党誓词", 5) == "重温");
    style.balance = false;
    CHECK(first("红色文化活动单", 5) == "红色文化活");
    style.balance = true;
    // Five characters a line hold this in three, whatever its words are.
    CHECK(set("甲乙丙公共财政丁戊己庚辛税收", 5, style).lines.size() == 3);
}

TEST_CASE("natural and minimum width") {
    CHECK(shaped("甲乙，").natural_width() == Approx(25));
    CHECK(shaped("（甲乙）。").natural_width() == Approx(35));
    CHECK(shaped("甲乙，丙").minimum_width() == Approx(15));
    CHECK(shaped("甲127亿元").minimum_width() == Approx(shaped("127亿元").natural_width()));
    CHECK(shaped("").empty());
    CHECK(break_lines(shaped(""), 100).empty());
    for (const std::string text : {"甲乙，丙“丁戊”一二三，GDP增长8.6%。", "，，，", "   "}) {
        const Paragraph p = shaped(text);
        CHECK(break_lines(p, p.natural_width()).size() == 1);
        for (const Line& line : break_lines(p, p.minimum_width())) CHECK_FALSE(line.overfull);
    }
}

}  // namespace
}  // namespace zheye::text::test
