// V1–V3: where the ink of vertical lines lies. Along the line (`down`) and to the right of its middle (`right`), in em.
#include "lines.h"

#include "base/utf8.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>
#include <hb.h>

#include <algorithm>
#include <array>

namespace zheye::text::test {
namespace {

ParagraphStyle vertical() {
    ParagraphStyle style;
    style.vertical = true;
    return style;
}

/// em; from the line's start edge, and from its middle to the right.
struct Ink {
    double down_from = 0, down_to = 0, right_from = 0, right_to = 0;
};

Ink ink_of(const Glyph& g) {
    const font::Face& face = book().face(g.face);
    hb_glyph_extents_t e{};
    REQUIRE(hb_font_get_glyph_extents(face.hb_font, g.id, &e));
    const double unit = g.size / face.metrics.units_per_em / kSize;
    const double left = e.x_bearing * unit, right = left + e.width * unit;
    const double top = e.y_bearing * unit, bottom = top + e.height * unit;  // upwards from the horizontal baseline
    const double x = g.x / kSize, y = g.y / kSize;
    if (!g.upright) return {x + left, x + right, y + bottom, y + top};
    hb_position_t vx = 0, vy = 0;
    hb_font_get_glyph_v_origin(face.hb_font, g.id, &vx, &vy);
    const double across = g.narrow;
    return {x + vy * unit - top, x + vy * unit - bottom, y + (left - vx * unit) * across,
            y + (right - vx * unit) * across};
}

StyledRun in(const std::string& role, std::string text) { return run(std::move(text), char_style(role)); }

/// Where the ink of `mark` lies in the em box that begins where the character before it ends.
Ink in_box(const Setting& s, std::string_view mark, std::string_view before) {
    Ink ink = ink_of(s.glyph(mark));
    const double box = s.x(before) + 1;
    ink.down_from -= box;
    ink.down_to -= box;
    return ink;
}

TEST_CASE("V1: stops stand in the upper right of their em box") {
    for (const std::string role : {"song", "kai"}) {
        for (const std::string mark : {"、", "，", "。"}) {
            INFO(role << mark);
            const auto place = [&](const ParagraphStyle& style) {
                return in_box(set({in(role, "国" + mark + "国")}, 1000, style), mark, "国");
            };
            const Ink ink = place(vertical());
            CHECK(ink.down_from >= 0);
            CHECK(ink.down_to <= 0.5);
            CHECK(ink.right_from >= 0);
            CHECK(ink.right_to <= 0.5);
            const Ink off = place(without(Rule::V1, vertical()));
            CHECK_FALSE((off.down_to <= 0.5 && off.right_from >= 0));
        }
    }
}

/// "0.057…0.297em down, 0.173…0.406em right of the middle": of 、 in its em box.
std::string place_of_comma(const ParagraphStyle& style) {
    const Ink ink = in_box(set_line("国、国", style), "、", "国");
    const auto range = [](double from, double to) { return zheye::test::in_em(from) + "…" + zheye::test::in_em(to); };
    return range(ink.down_from, ink.down_to) + " down, " + range(ink.right_from, ink.right_to) + " right of the middle";
}

TEST_CASE("V1: measured for the table of conformance") {
    const std::string on = place_of_comma(vertical()), off = place_of_comma(without(Rule::V1, vertical()));
    CHECK(on != off);
    zheye::test::conform("V1", "direction: vertical", "ink of 、", on, off);
}

TEST_CASE("V1: ： ； ！ ？ stand below what they follow, to the right") {
    for (const std::string mark : {"：", "；", "！", "？"}) {
        INFO(mark);
        const Setting s = set_line("国" + mark + "国", vertical());
        const Ink ink = in_box(s, mark, "国");
        CHECK(ink.down_from >= 0);
        CHECK((ink.right_from + ink.right_to) / 2 > 0.15);
        CHECK(s.between("国", mark) == Approx(1));
    }
}

TEST_CASE("V1: brackets and quotation marks open downwards, their blanks along the line") {
    for (const std::string pair : {"（）", "《》", "“”", "‘’", "「」", "【】"}) {
        INFO(pair);
        const std::string opening = pair.substr(0, 3), closing = pair.substr(3);
        const auto lie_across = [&](const ParagraphStyle& style) {
            const Setting s = set_line("国" + opening + "中" + closing + "国", style);
            const Ink a = ink_of(s.glyph(opening)), b = ink_of(s.glyph(closing)), han = ink_of(s.glyph("中"));
            const bool wider = a.right_to - a.right_from > std::max(0.5, a.down_to - a.down_from);
            return wider && a.down_to <= han.down_from + 0.1 && b.down_from >= han.down_to - 0.1 &&
                   std::abs(s.between(opening, "中") - 1) < 0.01;
        };
        CHECK(lie_across(vertical()));
        CHECK_FALSE(lie_across(without(Rule::V1, vertical())));
    }
}

TEST_CASE("V1: quotation marks become ﹃﹄ and ﹁﹂, and still stand for what was typed") {
    for (const std::string role : {"song", "kai"}) {
        const Setting typed = set({in(role, "说“好‘啊’”。")}, 1000, vertical());
        const Setting corner = set({in(role, "说『好「啊」』。")}, 1000, vertical());
        CHECK(typed.glyph("“").id == corner.glyph("『").id);
        CHECK(typed.glyph("”").id == corner.glyph("』").id);
        CHECK(typed.glyph("‘").id == corner.glyph("「").id);
        CHECK(typed.glyph("’").id == corner.glyph("」").id);
        CHECK(typed.text_of_glyphs() == "说“好‘啊’”。");
        const Setting flat = set({in(role, "说“好‘啊’”。")}, 1000, without(Rule::V1, vertical()));
        CHECK(flat.glyph("“").id != corner.glyph("『").id);
    }
}

TEST_CASE("V1: dashes, ellipses, connectors and interpuncts run along the middle of the line") {
    for (const std::string role : {"song", "kai"}) {
        for (const std::string mark : {"——", "……", "～", "–", "·", "—"}) {
            INFO(role << mark);
            const auto along = [&](const ParagraphStyle& style) {
                const Setting s = set({in(role, "国" + mark + "国")}, 1000, style);
                const Ink ink = ink_of(s.glyph(mark.substr(0, mark.size() / (mark.size() > 3 ? 2 : 1))));
                const double length = ink.down_to - ink.down_from, width = ink.right_to - ink.right_from;
                return length >= width - 0.02 && std::abs(ink.right_from + ink.right_to) < 0.03;
            };
            CHECK(along(vertical()));
            if (mark != "·") CHECK_FALSE(along(without(Rule::V1, vertical())));
        }
    }
}

/// The glyphs that stand for the bytes of `word`.
std::vector<Glyph> glyphs_of(const Setting& s, std::string_view word) {
    const std::size_t at = s.paragraph.text().find(word);
    std::vector<Glyph> found;
    for (const Line& line : s.lines)
        for (const Glyph& g : line.glyphs)
            if (g.text_end > at && g.text_begin < at + word.size() && (g.text_begin >= at || g.text_end > at))
                found.push_back(g);
    return found;
}

bool within_one_em(const Setting& s, const std::string& word, std::string_view before, std::string_view after) {
    const auto glyphs = glyphs_of(s, word);
    double right_from = 1, right_to = -1;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Ink ink = ink_of(glyphs[i]);
        if (!glyphs[i].upright) return false;
        if (i > 0 && ink.right_from < right_to - 0.01) return false;  // side by side
        right_from = std::min(right_from, ink.right_from);
        right_to = std::max(right_to, ink.right_to);
    }
    return right_from >= -0.5 && right_to <= 0.5 && std::abs(s.between(before, after) - 2) < 0.001;
}

TEST_CASE("V2: two or three figures stand across within 1em, with % as well, without a gap beside them") {
    for (const std::string role : {"song", "kai"}) {
        for (const std::string number : {"14", "127", "50%", "3%"}) {
            INFO(role << number);
            const std::string text = "约" + number + "个";
            const Setting s = set({in(role, text)}, 1000, vertical());
            CHECK(within_one_em(s, number, "约", "个"));
            CHECK(s.text_of_glyphs() == text);
            CHECK_FALSE(within_one_em(set({in(role, text)}, 1000, without(Rule::V2, vertical())), number, "约", "个"));
        }
    }
}

TEST_CASE("V2: three figures are as high as one, only narrower") {
    for (const std::string role : {"song", "kai"}) {
        INFO(role);
        const auto height = [&](const std::string& number) {
            const Ink ink = ink_of(glyphs_of(set({in(role, "约" + number + "个")}, 1000, vertical()), number).front());
            return ink.down_to - ink.down_from;
        };
        CHECK(height("111") == Approx(height("1")).margin(0.03));  // a narrow form may differ a little
        const auto narrow = [&](const std::string& number) {
            return glyphs_of(set({in(role, "约" + number + "个")}, 1000, vertical()), number).front().narrow;
        };
        CHECK(narrow("111") < 0.75);
        CHECK(narrow("1") == 1);
        CHECK(narrow("2019") == 1);
        const auto turned = set({in(role, "约111个")}, 1000, without(Rule::V2, vertical()));
        CHECK(glyphs_of(turned, "111").front().narrow == 1);
    }
}

TEST_CASE("V2: measured for the table of conformance") {
    const auto length = [](const ParagraphStyle& style) { return set_line("约14个", style).between("约", "个") - 1; };
    CHECK(length(vertical()) == Approx(1));
    CHECK(length(without(Rule::V2, vertical())) > 1.5);
    zheye::test::conform("V2", "direction: vertical", "14 along the line, with its gaps",
                         zheye::test::in_em(length(vertical())),
                         zheye::test::in_em(length(without(Rule::V2, vertical()))));
}

TEST_CASE("V2: a typed space beside them goes as well") {
    CHECK(set_line("在 14 万", vertical()).between("在", "万") == Approx(2));
    CHECK(set_line("在 14 万", without(Rule::M2, vertical())).between("在", "万") > 2.2);
}

TEST_CASE("V2: what the writer marked stands across, whatever it is") {
    CharStyle marked = char_style();
    marked.upright = true;
    const Setting s = set({run("约"), run("A4"), run("纸")}, 1000, vertical());
    CHECK_FALSE(within_one_em(s, "A4", "约", "纸"));
    CHECK(within_one_em(set({run("约"), run("A4", marked), run("纸")}, 1000, vertical()), "A4", "约", "纸"));
}

TEST_CASE("V2: what is marked to stand across and is too long for one em is told") {
    const auto told = [](const std::string& word, bool marked, const ParagraphStyle& style) {
        CharStyle look = char_style();
        look.upright = marked;
        diag::Diagnostics diagnostics;
        static_cast<void>(shape(std::vector{run("拨"), run(word, look)}, style, book(), diagnostics));
        std::string all;
        for (const auto& d : diagnostics.all()) all += d.code + " " + d.message.zh;
        return all;
    };
    CHECK(told("12345", true, vertical()) == "upright-too-long “12345”太长，一个字的宽度里横着放不下，顺着行躺下了");
    CHECK(told("热线电话", true, vertical()).starts_with("upright-too-long"));
    CHECK(told("12345", false, vertical()).empty());
    CHECK(told("365", true, vertical()).empty());
    CHECK(told("12345", true, {}).empty());  // across it stands anyway
}

TEST_CASE("V2: one figure, single letters and acronyms stand upright under each other") {
    for (const std::string word : {"6", "A", "GDP", "KTV"}) {
        INFO(word);
        const std::string text = "的" + word + "在";
        const auto stacked = [&](const ParagraphStyle& style) {
            const Setting s = set_line(text, style);
            double last = -1;
            for (const Glyph& g : glyphs_of(s, word)) {
                if (!g.upright) return false;
                if (last >= 0 && std::abs(g.x / kSize - last - 1) > 0.001) return false;
                last = g.x / kSize;
            }
            return std::abs(s.between("的", "在") - 1 - static_cast<double>(word.size())) < 0.001;
        };
        CHECK(stacked(vertical()));
        CHECK_FALSE(stacked(without(Rule::V2, vertical())));
    }
}

TEST_CASE("V2, M1: words and longer numbers are turned, centred, with the gap of Han and Latin beside them") {
    for (const std::string word : {"2019", "4.3", "ISO9001", "Wi-Fi", "102.5%", "GitHub"}) {
        INFO(word);
        const Setting s = set_line("的" + word + "在", vertical());
        const auto glyphs = glyphs_of(s, word);
        CHECK(std::ranges::none_of(glyphs, &Glyph::upright));
        CHECK(glyphs.front().x / kSize - s.x("的") == Approx(1.25));
        if (!word.ends_with('%')) CHECK(s.x("在") - (glyphs.back().x + glyphs.back().advance) / kSize == Approx(0.25));
        const double middle = (ink_of(glyphs.front()).right_from + ink_of(glyphs.front()).right_to) / 2;
        CHECK(std::abs(middle) < 0.1);
        CHECK(set_line("的" + word + "在", without(Rule::M1, vertical())).x("在") < s.x("在") - 0.24);
    }
}

TEST_CASE("V2: one turned word turns the words beside it") {
    const Setting s = set_line("的Windows 10在BBC News中", vertical());
    CHECK_FALSE(s.glyph("1").upright);
    CHECK_FALSE(s.glyph("B").upright);
}

TEST_CASE("P2: two of ！？ stand side by side in 1em of a vertical line") {
    const Setting s = set_line("好？！走", vertical());
    CHECK(within_one_em(s, "？！", "好", "走"));
    CHECK(set_line("好！！！走", vertical()).between("好", "走") == Approx(3));
    CHECK(set_line("好？！走", without(Rule::P2, vertical())).between("好", "走") == Approx(3));
}

TEST_CASE("V3, S1: facing blanks of two marks are shared along the vertical line") {
    for (const std::string pair : {"，“", "》《", "。”", "、（", "）。"}) {
        INFO(pair);
        const std::string text = "国" + pair + "家";
        CHECK(set_line(text, vertical()).between("国", "家") == Approx(2.5));
        CHECK(set_line(text, without(Rule::S1, vertical())).between("国", "家") == Approx(3));
    }
    // A mark whose vertical form fills its em has no blank of its own: the two take 1.5em with the other's.
    CHECK(set_line("说：“好", vertical()).between("说", "好") == Approx(2.5));
}

TEST_CASE("V3: J1, M1 and S1 along the vertical line, measured for the table of conformance") {
    using zheye::test::in_em;
    const auto pair = [](const ParagraphStyle& style) {
        return in_em(set_line("国，“家", style).between("国", "家") - 1);
    };
    const auto shrunk = [](const ParagraphStyle& style) {  // by ½em: the comma gives it alone
        const Setting s = set("甲乙，丙丁。戊己", 7.5, style);
        return "，" + in_em(s.between("乙", "丙") - 1) + " 。" + in_em(s.between("丁", "戊") - 1);
    };
    const auto gap = [](const ParagraphStyle& style) {
        return in_em(set_line("的2019在", style).between("的", "2") - 1);
    };
    CHECK(pair(vertical()) == "1.5em");
    CHECK(shrunk(vertical()) == "，0.5em 。1em");
    CHECK(gap(vertical()) == "0.25em");
    const char* setting = "direction: vertical";
    zheye::test::conform("V3", setting, "，“", pair(vertical()), pair(without(Rule::S1, vertical())));
    zheye::test::conform("V3", setting, "", shrunk(vertical()), shrunk(without(Rule::J1, vertical())));
    zheye::test::conform("V3", setting, "gap in 的2019", gap(vertical()), gap(without(Rule::M1, vertical())));
}

TEST_CASE("V3: vertical lines are flush, begin and end as they may, and hold all the text") {
    const std::vector<std::string> paragraphs = {
        "2019年有两个周年：新中国成立70周年，街道办事处成立17周年。一个是国家的，一个是街道自己的。",
        "账本之外，还有两个数值得先记住。一个是辖区人口，14万人；一个是“红色联盟”，95家单位。",
        "地区生产总值127亿元，公共财政预算收入4.30亿元，完成目标的106.2%；固定资产投资98.7亿元，增长8.6%。",
        "从GDP到CPI，从5G基站到Wi-Fi覆盖，从App“随手拍”到12345热线，数据一路跑，人少跑腿。",
        "《关于推进社区治理的意见》（〔2018〕12号）指出：“共建、共治、共享”——三个词，一件事……",
        "什么是“一征三议两公开”？征求意见；提议、商议、决议；公开决议、公开结果！明白了吗？！明白了！！",
    };
    const std::u32string not_at_start = U"、，。；：？！）》〉】”’%", not_at_end = U"（《〈【“‘";
    const auto faults = [&](const ParagraphStyle& style) {
        int start = 0, end = 0, edge = 0, trimmed = 0;
        for (const std::string& text : paragraphs) {
            for (double em = 8; em <= 40; em += 0.5) {
                const Setting s = set(text, em, style);
                CHECK(s.text_of_glyphs() == text);
                for (const Line& line : s.lines) {
                    const std::u32string codes =
                        utf8::to_utf32(s.paragraph.text().substr(line.text_begin, line.text_end - line.text_begin));
                    if (line.text_begin > 0 && not_at_start.find(codes.front()) != not_at_start.npos) ++start;
                    if (line.last) continue;
                    if (not_at_end.find(codes.back()) != not_at_end.npos) ++end;
                    if (!line.overfull && !line.underfull && std::abs(line.width - em * kSize) > 0.01) ++edge;
                    const bool blank = std::u32string(U"，。、）》”").find(codes.back()) != std::u32string::npos;
                    if (blank && !line.overfull && !line.underfull &&
                        std::abs(line.glyphs.back().x + kSize / 2 - em * kSize) > 0.01)
                        ++trimmed;
                }
            }
        }
        return std::array{start, end, edge, trimmed};
    };
    CHECK(faults(vertical()) == std::array{0, 0, 0, 0});
    const int start = faults(without(Rule::B1, vertical()))[0];
    CHECK(start > 0);
    zheye::test::conform("V3", "direction: vertical", "marks at the start of a vertical line",
                         std::to_string(faults(vertical())[0]), std::to_string(start));
    CHECK(faults(without(Rule::B2, vertical()))[1] > 0);
    ParagraphStyle ragged = vertical();
    ragged.align = Align::left;
    CHECK(faults(ragged)[2] > 0);
    CHECK(faults(without(Rule::S2, vertical()))[3] > 0);
}

}  // namespace
}  // namespace zheye::text::test
