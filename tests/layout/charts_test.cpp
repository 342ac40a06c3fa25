// Lengths, heights and angles as they stand on the page, against the data.
#include "layout/chart_axis.h"
#include "layout/chart_spread.h"
#include "layout/drawn_chart.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

using namespace zheye;
using namespace zheye::test;

namespace {

constexpr auto kRed = "#b5261e";

/// Radians clockwise from the top.
double angle_of(Point p, Point centre) {
    const double a = std::atan2(p.x - centre.x, centre.y - p.y);
    return a < 0 ? a + 2 * std::numbers::pi : a;
}

}  // namespace

TEST_CASE("bars are as long as their values, from one zero") {
    const Drawn chart(rows("bar", "[[甲, 120], [乙, 60], [丙, 0], [丁, 1.5]]"));
    const auto bars = chart.of(kRed);
    REQUIRE(bars.size() == 3);  // of nothing there is nothing to draw
    const double unit = bars[0].box.width / 120;
    CHECK(bars[1].box.width == Approx(60 * unit));
    CHECK(bars[2].box.width == Approx(1.5 * unit));
    for (const auto& bar : bars) CHECK(bar.box.x == Approx(bars[0].box.x));
    for (const auto& bar : bars) CHECK(bar.box.height == Approx(bars[0].box.height));
    CHECK(chart.rules.size() == 1);
    CHECK(box_of(chart.rules[0]).x == Approx(bars[0].box.x));
    for (const auto& [text, i] : {std::pair{"120", 0}, {"60", 1}, {"1.5", 2}}) {
        CHECK(chart.at(text).x == Approx(bars[static_cast<std::size_t>(i)].box.right() + 5));
        CHECK(chart.at(text).right <= 62.36 + 227.0);
    }
    CHECK(unit > 0.9);  // the longest fills the measure
}

TEST_CASE("negative bars go to the other side of zero, at the same scale") {
    const Drawn chart(rows("bar", "[[甲, 30], [乙, -15]]"));
    const auto bars = chart.of(kRed);
    REQUIRE(bars.size() == 2);
    CHECK(bars[1].box.right() == Approx(bars[0].box.x));
    CHECK(bars[1].box.width == Approx(bars[0].box.width / 2));
    CHECK(chart.at("−15").right < bars[1].box.x);
}

TEST_CASE("units that go together are drawn at one scale and keep their own words") {
    const Drawn chart(rows("bar", "[[甲, 1亿元], [乙, 2500万元]]"));
    const auto bars = chart.of(kRed);
    CHECK(bars[1].box.width == Approx(bars[0].box.width / 4));
    CHECK(chart.at("1亿元").x > 0);
    CHECK(chart.at("2500万元").x > 0);
}

TEST_CASE("a target is marked at its value, and no words stand on its mark") {
    const Drawn chart(rows("bar", "[[甲, 95], [乙, 40]]", ", target: 100, title: 题"));
    const auto bars = chart.of(kRed);
    const double unit = bars[0].box.width / 95;
    const auto mark = std::ranges::find_if(
        chart.rules, [&](const Path& rule) { return std::abs(box_of(rule).x - bars[0].box.x - 100 * unit) < 0.01; });
    REQUIRE(mark != chart.rules.end());
    CHECK(chart.at("95").x > box_of(*mark).x);
    const auto& name = chart.at("目标100");
    CHECK((name.x + name.right) / 2 == Approx(box_of(*mark).x).margin(12));
}

TEST_CASE("what is highlighted has the strong colour, the rest is quiet") {
    const Drawn chart(rows("bar", "[[甲, 3], [乙, 2], [丙, 1]]", ", highlight: 乙"));
    CHECK(chart.of(kRed).size() == 1);
    CHECK(chart.of("#cfc3b2").size() == 2);
}

TEST_CASE("columns are as high as their values, above one line of zero") {
    const Drawn chart(rows("column", "[[甲, 120], [乙, 60], [丙, -30]]"));
    const auto columns = chart.of(kRed);
    REQUIRE(columns.size() == 3);
    CHECK(columns[1].box.height == Approx(columns[0].box.height / 2));
    CHECK(columns[2].box.height == Approx(columns[0].box.height / 4));
    CHECK(columns[0].box.bottom() == Approx(columns[1].box.bottom()));
    CHECK(columns[2].box.y == Approx(columns[0].box.bottom()));
    const auto& words = chart.at("120");
    CHECK((words.x + words.right) / 2 == Approx(columns[0].box.x + columns[0].box.width / 2).margin(0.1));
    CHECK(words.baseline < columns[0].box.y);
    CHECK(chart.at("−30").baseline > columns[2].box.bottom());
}

TEST_CASE("columns without room for their labels go across all columns, then become bars, and it is said") {
    std::string data;
    for (int i = 1; i <= 7; ++i)
        data += (i > 1 ? ", [第" : "[第") + std::to_string(i) + "个社区党群服务中心, 1" + std::to_string(i) + "]";
    const Drawn wide(rows("column", "[" + data + "]"));
    CHECK(wide.laid.messages.empty());
    CHECK(wide.of(kRed).back().box.right() > 400);
    const Drawn narrow(rows("column", "[" + data + "]", ", span: column"));
    CHECK(narrow.laid.messages.find("chart-crowded") != std::string::npos);
    CHECK(narrow.of(kRed)[6].box.width == Approx(narrow.of(kRed)[0].box.width * 17 / 11));
    CHECK(narrow.of(kRed)[0].box.x == Approx(narrow.of(kRed)[1].box.x));
}

TEST_CASE("stacked bars: each part and the whole") {
    const Drawn chart("{type: stacked, columns: [年, 甲, 乙], rows: [[一, 30, 10], [二, 5, 40]]}");
    const auto red = chart.of(kRed), gold = chart.of("#c59b4b");
    const auto first = std::ranges::find_if(red, [](const Area& a) { return a.box.height > 10; });
    REQUIRE(first != red.end());
    const double unit = first->box.width / 30;
    const auto bars = [](std::vector<Area> all) {
        std::erase_if(all, [](const Area& a) { return a.box.height < 10; });  // the legend
        return all;
    };
    CHECK(bars(red)[1].box.width == Approx(5 * unit));
    CHECK(bars(gold)[0].box.width == Approx(10 * unit));
    CHECK(bars(gold)[0].box.x == Approx(first->box.right()));
    CHECK(bars(gold)[1].box.x == Approx(bars(red)[1].box.right()));
    CHECK(bars(gold)[1].box.width == Approx(40 * unit));
    CHECK(chart.at("40").x > bars(gold)[1].box.x - 60);
    CHECK(chart.at("45").x == Approx(bars(gold)[1].box.right() + 5));
}

TEST_CASE("lines pass through their values; the axis begins at zero unless all values are high") {
    const Drawn chart(rows("line", "[[2016, 20], [2017, 60], [2018, 40]]"));
    REQUIRE(chart.strokes.size() == 1);
    const auto& p = chart.strokes[0].segments;
    REQUIRE(p.size() == 3);
    const double unit = (p[0].points[0].y - p[1].points[0].y) / 40;
    CHECK(p[2].points[0].y == Approx(p[1].points[0].y + 20 * unit));
    CHECK(p[1].points[0].x - p[0].points[0].x == Approx(p[2].points[0].x - p[1].points[0].x));
    const auto& zero = chart.at("0");
    CHECK(zero.baseline == Approx(p[0].points[0].y + 20 * unit).margin(5));
    const auto from = [](double low, double high) { return layout::axis_ticks(low, high, 4).front().as_double(); };
    CHECK(from(20, 60) == 0);
    CHECK(from(91, 99) == 90);
    CHECK(from(-5, 10) == -5);
    CHECK(from(0, 0) == 0);
}

TEST_CASE("names stand at the ends of their lines, and not on each other") {
    const Drawn chart("{type: line, columns: [年, 甲, 乙], rows: [[一, 3, 9], [二, 10, 10.2]]}");
    const auto& upper = chart.at("乙\u200210.2");
    const auto& lower = chart.at("甲\u200210");
    CHECK(lower.baseline - upper.baseline >= 11.9);
    CHECK(upper.x == Approx(lower.x));
}

TEST_CASE("the angles of a ring are the shares of its whole") {
    const Drawn chart(rows("donut", "[[甲, 50], [乙, 30], [丙, 20]]", ", span: page"));
    std::vector<Area> parts;
    for (const auto& area : chart.areas)
        if (std::ranges::any_of(area.path.segments, [](const auto& s) { return s.op == Path::Op::curve; }))
            parts.push_back(area);
    REQUIRE(parts.size() == 3);
    // The first begins at the top and ends at the bottom: the middle of the two is the centre.
    const Point top = parts[0].path.segments[0].points[0];
    const Point bottom = parts[0].path.segments[2].points[2];
    const Point centre{(top.x + bottom.x) / 2, (top.y + bottom.y) / 2};
    const double radius = (bottom.y - top.y) / 2;
    CHECK(top.x == Approx(bottom.x));
    const double turn = 2 * std::numbers::pi;
    double at = 0.5 * turn;
    for (std::size_t i = 1; i < 3; ++i) {
        const double share = i == 1 ? 0.3 : 0.2;
        CHECK(angle_of(parts[i].path.segments[0].points[0], centre) == Approx(at));
        at += share * turn;
        for (const auto& segment : parts[i].path.segments) {
            if (segment.op == Path::Op::close) continue;
            const Point p = segment.op == Path::Op::curve ? segment.points[2] : segment.points[0];
            const double r = std::hypot(p.x - centre.x, p.y - centre.y);
            CHECK((std::abs(r - radius) < 0.01 || std::abs(r - radius * 0.62) < 0.01));
        }
    }
    CHECK(chart.at("100").x < centre.x);  // the whole, in the middle
    CHECK(chart.at("30\u200230%").x < chart.at("50\u200250%").x);
}

TEST_CASE("the whole in a ring has the places of its parts") {
    const Drawn chart(rows("donut", "[[甲, 1850], [乙, 964.5], [丙, 104.65]]", ", unit: 万元"));
    CHECK(chart.at("2919.15").x > 0);
}

TEST_CASE("progress is drawn against a track as long as the target") {
    const Drawn chart("{type: progress, facts: [a, b]}",
                      "facts:\n  a: {name: 甲, value: 51, unit: 亿元, target: 50}\n"
                      "  b: {name: 乙, value: 30, unit: 家, target: 40}\n");
    const auto tracks = chart.of("#e3dacb"), done = chart.of(kRed);
    REQUIRE(tracks.size() == 2);
    CHECK(done[0].box.width == Approx(tracks[0].box.width * 1.02));
    CHECK(done[1].box.width == Approx(tracks[1].box.width * 0.75));
    CHECK(chart.at("102%").x > done[0].box.right());
    CHECK(chart.at("51 / 50亿元").x > 0);
    CHECK(chart.at("目标100%").x > 0);
    int marks = 0;
    for (const auto& rule : chart.rules) marks += std::abs(box_of(rule).x - tracks[0].box.right()) < 0.01 ? 1 : 0;
    CHECK(marks == 2);
}

TEST_CASE("a pictogram has as many marks as the value has units, the last one cut") {
    const Drawn chart(rows("pictogram", "[[甲, 35], [乙, 20]]", ", each: 10, icon: square"));
    auto red = chart.of(kRed);
    const auto whole = red[0].box.width;
    REQUIRE(red.size() == 4 + 2 + 1);  // and the key
    CHECK(red[2].box.width == Approx(whole));
    CHECK(red[3].box.width == Approx(whole / 2));
    CHECK(chart.of("#e3dacb").size() == 1);
    CHECK(chart.at("每个代表10").x > 0);
}

TEST_CASE("the text alternative says every number, and its words are in the figure") {
    const std::string facts =
        "facts:\n  a: {name: 产值, value: 127, unit: 亿元, target: 120}\n  b: {name: 税收, value: 4.30, unit: 亿元}\n";
    CHECK(Drawn("{type: bar, title: 两笔账, facts: [a, b]}", facts).alt ==
          "条形图“两笔账”，单位：亿元。产值：127，目标120；税收：4.30。");
    CHECK(Drawn("{type: column, columns: [年, 甲, 乙], rows: [[2017, 3, —], [2018, 4, 5]], unit: 项}").alt ==
          "柱形图，单位：项。2017：甲3，乙无数据；2018：甲4，乙5。");
    CHECK(Drawn("{type: donut, rows: [[甲, 3], [乙, 1]]}").alt == "环形图。甲：3，占75%；乙：1，占25%。");
    CHECK(Drawn("{type: progress, facts: [a]}", facts).alt == "进度图。产值：106%，127亿元，目标120亿元。");
    CHECK(Drawn("{type: line, rows: [[2017, 3%], [2018, 4%]], target: 5%}").alt ==
          "折线图。2017：3%；2018：4%；目标5%。");
    CHECK(Drawn("{type: stacked, columns: [x, A, B], rows: [[one, 3, 1]], title: T}", "language: en\n").alt ==
          "Stacked bar chart “T”. one: A 3, B 1.");
    CHECK(Drawn("{type: bar, rows: [[甲, 3]], alt: 自己的话}").alt == "自己的话");
    const Drawn chart("{type: bar, title: 两笔账, facts: [a, b], note: 来源}", facts);
    CHECK(text_of(chart.laid.pages, elements(chart.laid.pages, layout::Role::caption).front()) == "两笔账\u2002亿元");
    CHECK(chart.at("127\u2002目标120").x > 0);
}

TEST_CASE("charts stand in boxes, in narrow columns and among vertical lines") {
    const std::string bars = "chart: {type: bar, rows: [[东风路街道办事处, 12], [乙, -3]]}";
    const auto boxed = lay_out(chapter("- box:\n    content:\n    - " + bars + "\n"));
    CHECK(boxed.messages.empty());
    const auto narrow = lay_out(chapter("- " + bars + "\n", "page: {columns: 3, size: A5}\n"));
    CHECK(narrow.messages.empty());
    auto yaml = chapter("- 前文\n- " + bars + "\n- 后文\n");
    const auto vertical = lay_out(yaml.insert(yaml.find("  content:"), "  direction: vertical\n"));
    CHECK(vertical.messages.empty());
    for (const auto& page : vertical.pages.pages)
        for (const auto& item : page.frame.items)
            if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && run->text == "12")
                CHECK(run->orientation == layout::Orientation::across);
}

TEST_CASE("stat cards say how a figure compares") {
    const auto laid =
        lay_out(chapter("- 前文\n- stats: [a, b]\n",
                        "facts:\n  a: {name: 产值, value: 127, unit: 亿元, period: 2018年, former: 110, target: 120}\n"
                        "  b: {name: 税收, value: 4.32, unit: 亿元, change: +48.91%, former-period: 2018年5月底}\n"));
    const auto all = text_of(laid.pages, elements(laid.pages, layout::Role::list).front());
    CHECK(all == "127亿元产值比上年 +15.5%完成目标 106%2018年4.32亿元税收比2018年5月底 +48.91%");
}

TEST_CASE("a long unit takes a row's place from cards, not the size from the figures") {
    const std::string facts =
        "facts:\n  a: {name: 甲, value: 12, unit: 个家庭户以及个体工商户的代表}\n  b: {name: 乙, value: 34, unit: 家}\n"
        "  c: {name: 丙, value: 56, unit: 家}\n  d: {name: 丁, value: 78, unit: 家}\n";
    const auto laid = lay_out(chapter("- 前文\n- stats: [a, b, c, d]\n", facts));
    const double size = laid.theme.style(theme::Style::stat_value).size;
    std::set<double> baselines;
    for (const auto& page : laid.pages.pages)
        for (const auto& item : page.frame.items)
            if (const auto* run = std::get_if<layout::GlyphRun>(&item);
                run && (run->text == "12" || run->text == "34")) {
                CHECK(run->size > 0.6 * size);
                baselines.insert(run->origin.y);
            }
    CHECK_FALSE(baselines.empty());
}

TEST_CASE("labels that want one place are moved apart evenly, and kept inside") {
    CHECK(layout::spread({{10, 4}, {10, 4}}, 0, 100) == std::vector<double>{6, 10});
    CHECK(layout::spread({{10, 4}, {50, 4}}, 0, 100) == std::vector<double>{8, 48});
    CHECK(layout::spread({{0, 4}, {1, 4}}, 0, 100) == std::vector<double>{0, 4});
    CHECK(layout::spread({{99, 4}, {100, 4}}, 0, 100) == std::vector<double>{92, 96});
}
