#include "support/content_brochure.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::content;

namespace {

test::ContentRun with_facts(const std::string& facts, const std::string& blocks = "") {
    return test::ContentRun("zheye: 1\ntitle: 题\nfacts:\n" + facts + "chapters:\n- title: 章\n  content:\n" +
                            (blocks.empty() ? "  - 文\n" : blocks));
}
test::ContentRun with_chart(const std::string& chart) {
    return with_facts(
        "  a16: {name: 产值, value: 98, unit: 亿元, period: 2016年}\n"
        "  a17: {name: 产值, value: 110, unit: 亿元, period: 2017年}\n"
        "  a18: {name: 产值, value: 127, unit: 亿元, period: 2018年, target: 120, former: 110}\n"
        "  tax: {name: 税收, value: 4300, unit: 万元, share: 102%}\n"
        "  many: {name: 多少, value: 很多, unit: 亿元}\n"
        "  people: {name: 人口, value: 14, unit: 万}\n",
        "  - 图表: " + chart + "\n");
}
std::string labels(const Chart& chart) {
    std::string all;
    for (const auto& label : chart.labels) all += label.text + (label.strong ? "! " : " ");
    return all;
}
std::string values(const Chart& chart) {
    std::string all;
    for (const auto& series : chart.series) {
        all += series.name + ":";
        for (const auto& value : series.values) all += value ? to_string(value->value) + " " : "none ";
    }
    return all;
}

}  // namespace

TEST_CASE("facts of one name are a row in time; others are told apart by their names") {
    const auto in_time = with_chart("{类型: 折线, 数据: [a16, a17, a18]}");
    const auto& line = in_time.block<Chart>();
    CHECK(line.kind == Chart::Kind::line);
    CHECK(labels(line) == "2016年 2017年 2018年 ");
    CHECK(line.series.front().name == "产值");
    CHECK(line.unit == "亿元");
    const auto things = with_chart("{type: bar, facts: [a18, tax]}");
    const auto& bar = things.block<Chart>();
    CHECK(labels(bar) == "产值 税收 ");
    CHECK(values(bar) == ":12700000000 43000000 ");
    CHECK(bar.unit.empty());  // 亿元 and 万元: each shows its own
    CHECK(bar.labels[0].target.value().text == "120");
}

TEST_CASE("a chart takes its data from a small table") {
    const auto run =
        with_chart("{类型: 堆积, 列: [年份, 资源, 需求], 行: [[2018, \"1,23\", 107], [2019, 3, —]], 单位: 项}");
    CHECK(run.codes() == "13:46 not-a-number");
    const auto good = with_chart(
        "{类型: 堆积, 列: [年份, 资源, 需求], 行: [[2018, \"1,230\", 107], [2019, \"{a17.value}\", —]], 单位: 项, "
        "突出: 资源}");
    const auto& chart = good.block<Chart>();
    CHECK(labels(chart) == "2018 2019 ");
    CHECK(values(chart) == "资源:1230 110 需求:107 none ");
    CHECK(chart.series[0].strong);
    CHECK(chart.unit == "项");
    const auto bare = with_chart("{type: bar, rows: [[甲, 3万元], [乙, 1亿元]], target: 2000万元}");
    CHECK(values(bare.block<Chart>()) == ":30000 100000000 ");
    CHECK(bare.block<Chart>().target.value().value.as_double() == 2e7);
}

TEST_CASE("series of facts share their labels") {
    const auto run =
        with_chart("{type: column, series: [{name: 甲, facts: [a16, a17]}, {name: 乙, facts: [a17, a18]}]}");
    CHECK(labels(run.block<Chart>()) == "2016年 2017年 ");
    CHECK(
        with_chart("{type: column, series: [{name: 甲, facts: [a16, tax]}, {name: 乙, facts: [tax, a17]}]}").codes() ==
        "13:81 chart-series; 13:86 chart-series");
}

TEST_CASE("progress is the share of a target, given or computed") {
    const auto run = with_chart("{类型: 进度, 数据: [a18, tax]}");
    const auto& chart = run.block<Chart>();
    CHECK(values(chart) == ":106 102 ");
    CHECK(chart.labels[0].amount.value().text == "127");
    CHECK(chart.labels[0].target.value().text == "120");
    CHECK(chart.labels[1].amount.value().unit == "万元");
    const auto common = with_chart("{type: progress, rows: [[甲, 30], [乙, 45]], target: 60, unit: 项}");
    CHECK(values(common.block<Chart>()) == ":50 75 ");
    CHECK(with_chart("{type: progress, facts: [a18, people]}").codes() == "13:39 chart-target");
}

TEST_CASE("what does not go into one chart is an error at its place") {
    CHECK(with_chart("{type: bar, facts: [a18, people]}").codes() == "13:34 chart-units");
    CHECK(with_chart("{type: bar, facts: [a18, many]}").codes() == "13:34 not-a-number");
    CHECK(with_chart("{type: bar, facts: [a18, nobody]}").codes() == "13:34 unknown-fact");
    CHECK(with_chart("{type: pie, facts: [a18]}").codes() == "13:16 bad-value");
    CHECK(with_chart("{type: bar}").codes() == "13:10 chart-data");
    CHECK(with_chart("{type: bar, facts: [a18], rows: [[甲, 1]]}").codes() == "13:10 chart-data");
    CHECK(with_chart("{type: donut, rows: [[甲, -1], [乙, 3]]}").codes() == "13:34 chart-negative");
    CHECK(with_chart("{type: donut, rows: [[甲, 0], [乙, 0]]}").codes() == "13:9 chart-data");
    CHECK(with_chart("{type: donut, rows: [[甲, 40%], [乙, 30%]]}").codes() == "13:9 chart-sum");
    CHECK(with_chart("{type: stacked, facts: [a18]}").codes() == "13:9 chart-series");
    CHECK(with_chart("{type: line, facts: [a18]}").codes() == "13:9 chart-data");
    CHECK(with_chart("{type: bar, rows: [[甲, 1, 2], [乙, 1]]}").codes() == "13:39 chart-cells");
    CHECK(with_chart("{type: bar, rows: [[甲, 1]], highlight: 申}").codes() == "13:48 chart-highlight");
    CHECK(with_chart("{type: donut, rows: [[甲, 1]], target: 3}").codes() == "13:39 chart-target");
    CHECK(with_chart("{type: pictogram, rows: [[甲, 1000]], each: 1}").codes() == "13:52 bad-value");
}

TEST_CASE("shares of the target and changes are computed once, for text, cards and charts") {
    const auto run = with_facts(
        "  a: {name: 产值, value: 127, unit: 亿元, target: 120亿元, former: 110, former-period: 2017年}\n"
        "  b: {name: 达标率, 数值: 12.5, 单位: \"%\", 上期: 10.2}\n"
        "  c: {name: 税收, value: 4.3, target: 很多, share: 102%, change: +48.91%}\n",
        "  - \"{a.share}、{a.change}、{b.增减}、{c.占目标}、{c.change}\"\n");
    CHECK(plain_text(run.block<Text>().paragraphs.front()) == "106%、+15.5%、+2.3个百分点、102%、+48.91%");
    CHECK(with_facts("  a: {name: 产值, value: 127, target: 很多}\n").codes() == "4:37 not-a-number");
    CHECK(with_facts("  a: {name: 产值, value: 127, former: 0}\n").codes() == "4:37 no-ratio");
    CHECK(with_facts("  a: {name: 产值, value: 很多, former: 3}\n").codes() == "4:24 not-a-number");
}
