// Each component as a dump: where every glyph, line and area stands. tools/approve rewrites the files; read the diff.
#include "dump/dump.h"
#include "layout/fixture.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace zheye;
using namespace zheye::test;

namespace {

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

void compare(const std::string& name, const std::string& yaml, const std::map<std::string, std::string>& files = {}) {
    const auto b = lay_out(yaml, files);
    const auto got = dump::dump(b.pages, b.fonts);
    const std::string path = std::string(ZHEYE_ROOT) + "/tests/golden/" + name + ".txt";
    if (std::getenv("ZHEYE_APPROVE")) std::ofstream(path, std::ios::binary) << got;
    INFO("tests/golden/" + name + ".txt; tools/approve rewrites it");
    CHECK(read_file(path) == got);
    CHECK(b.messages.empty());
}

}  // namespace

TEST_CASE("golden: running text") {
    compare(
        "text",
        chapter("- heading: 两条路，一本账\n- text: |\n    2018年，地区生产总值完成127亿元（同比增长8.5%）。“东风路”，"
                "就是“路”字当头：**把路修好**，*把账算清*。\n\n    第二段有English words，也有《书名》《书名》。\n"
                "- subheading: 小标题\n- list: [一项, 又一项]\n- steps: [先做这个, 再做那个]\n"));
}
TEST_CASE("golden: decoration") {
    compare(
        "decoration",
        chapter("- text: |\n    [屈原]{专名}[贾谊]{专名}作[离骚]{书名}，[着重]{着重}[下划]{下划线}[高亮]{高亮}。\n\n"
                "    {注音|zhù yīn}{状况|zhuàng kuàng}，25m[2]{上标}、H[2]{下标}O、[12/25]{分数}。\n"));
}
TEST_CASE("golden: table") {
    compare(
        "table",
        chapter("- table:\n    caption: 主要指标\n    columns: [指标, {title: 完成, align: decimal}, {title: 占目标, "
                "align: right}]\n    rows:\n    - [地区生产总值, 127亿元, —]\n    - [财政收入, 4.30亿元, 102%]\n"
                "    - [{text: 合计, colspan: 2}, 完]\n"));
}
TEST_CASE("golden: table with groups and totals") {
    compare("table-groups",
            chapter("- table:\n    columns: [片区, {title: 户数, align: right}]\n    rows:\n    - 组: 东片\n"
                    "    - [东一, 120]\n    - [东二, 80]\n    - 小计: [小计, 200]\n    - 组: 西片\n    - [西一, 50]\n"
                    "    - 合计: [合计, 250]\n",
                    "theme: {base: vermilion, table: {stripe: quiet, group-ground: quiet}}\n"));
}
TEST_CASE("golden: stats") {
    compare("stats",
            chapter("- text: 先有一段。\n- stats: [a, b, c]\n",
                    "facts:\n  a: {name: 生产总值, value: 127, unit: 亿元, period: 2018年}\n"
                    "  b: {name: 人口, value: 14, unit: 万}\n  c: {name: 演出, value: 200余, unit: 场, note: 注}\n"));
}
TEST_CASE("golden: quote, box and timeline") {
    compare("quote-box-timeline",
            chapter("- quote: {text: 引文一句。, by: 某人}\n- box: {title: 框的标题, content: [框里的一段话。, {list: "
                    "[甲, 乙]}]}\n"
                    "- timeline: [{date: 6月18日, text: 第一站}, {date: 6月21日, text: 主题党日}]\n"));
}
TEST_CASE("golden: lead and pull quote") {
    compare("lead-pull-quote", chapter("- lead: 导语引出下文。\n- text: 一段。\n- pull-quote: {text: 大字的一句。, by: "
                                       "某人}\n- text: 又一段。\n"));
}
TEST_CASE("golden: figures") {
    compare("figures", chapter("- figure: {picture: placeholder, caption: 图题, span: column}\n"
                               "- figure: {picture: placeholder, caption: 出血, span: bleed}\n"));
}
TEST_CASE("golden: pictures") {
    const std::string drawing =
        "<svg viewBox='0 0 20 10'><rect width='20' height='10' fill='#468'/><circle cx='4' cy='5' r='3' "
        "fill='#fff'/></svg>";
    compare("pictures",
            chapter("- figure: {picture: a.svg, caption: 方形, crop: 1:1, focus: left}\n"
                    "- figure: {span: page, grid: 3, crop: 3:2, pictures: [{picture: a.svg, caption: 一}, {picture: "
                    "placeholder, caption: 二}]}\n"
                    "- figure: {picture: a.svg, span: bleed, title: 标题, text: 图上的字。, alt: 画}\n"),
            {{"/b/a.svg", drawing}});
}
TEST_CASE("golden: icons") {
    compare("icons",
            chapter("- stats: [a, b]\n- cards: [{title: 甲, icon: home}, 乙]\n- list: [{text: 丙, icon: phone}, 丁]\n"
                    "- steps: [{text: 戊, icon: mail}]\n",
                    "facts:\n  a: {name: 人口, value: 14, icon: home}\n  b: {name: 树, value: 3}\n"));
}
TEST_CASE("golden: front matter") {
    compare("front-matter",
            "zheye: 1\ntitle: 路从门前过\nsubtitle: 年中账本\ncover: {kicker: 眉题, note: 附注}\n"
            "meta: {date: 2019-07}\nfacts:\n  a: {name: 生产总值, value: 127, unit: 亿元}\nchapters:\n"
            "- title: 东风路街道\n  subtitle: 副题\n  lead: 导语一句。\n  byline: 素材采写：某某\n"
            "  content: [{stats: [a]}, {heading: 一节}, 一段。]\n");
}
TEST_CASE("golden: footnotes") {
    compare(
        "footnotes",
        chapter("- text: 先有一段[注文一，" + han(40) +
                "]{注}，再有一处[注文二。]{注}。\n- heading: 标题[标题的注。]{注}\n"
                "- table: {caption: '表题[表的注。]{注}', columns: [甲, 乙], rows: [['一[格里的注。]{注}', 二]]}\n" +
                paragraphs(2, 50)));
}
TEST_CASE("golden: grid") {
    compare("grid", chapter(paragraphs(1, 70) + "- figure: {picture: placeholder, caption: 图, span: column}\n" +
                            paragraphs(1, 60) + "- table: {columns: [甲, 乙], rows: [[一, 二], [三, 四]]}\n" +
                            paragraphs(2, 50) + "- quote: {text: 引文一句。}\n" + paragraphs(2, 40)));
}
TEST_CASE("golden: vertical text") {
    auto yaml = chapter(
        "- heading: 一本账\n- text: 2019年6月18日，总值127亿元，增长50%。“GDP？！”他说，《账》在——\n"
        "- table:\n    columns: [指标, 完成]\n    rows:\n    - [生产总值, 127亿元]\n- list: [一项]\n"
        "- box: {title: 框题, content: [框里。]}\n");
    compare("vertical", yaml.insert(yaml.find("  content:"), "  direction: vertical\n"));
}
TEST_CASE("golden: hub") {
    compare("hub", chapter("- hub:\n    title: 一个轴心\n    text: 党建\n    caption: 七个红色\n    items: [{title: "
                           "联盟, text: 95家}, "
                           "文化, 手账, 堡垒]\n- box:\n    content:\n    - hub: {title: 中心, items: [甲, 乙]}\n"));
}
TEST_CASE("golden: flow") {
    compare("flow", chapter("- flow: [{title: 提出, text: 居民}, 汇总, 办理, 回访, 归档]\n- box:\n    content:\n"
                            "    - flow: {items: [一, 二], caption: 注}\n"));
}
TEST_CASE("golden: cards") {
    compare(
        "cards",
        chapter("- cards: [{title: 甲, subtitle: 副, text: 文}, 乙, 丙]\n- people: [{title: 王某, subtitle: 书记}]\n"
                "- places: [{title: 书房, text: 可借书}, 驿站]\n"));
}
TEST_CASE("golden: contact") {
    compare("contact",
            chapter("- contact: {title: 办事处, address: 东风路, phone: 12345, url: \"https://example.org\"}\n"));
}
TEST_CASE("golden: charts") {
    const std::string data =
        "columns: [年份, 资源, 需求], rows: [[2017年, 120, 87], [2018年, 123, 107], [2019年, 96, 130]], unit: 项";
    const std::string facts =
        "facts:\n  a: {name: 生产总值, value: 127, unit: 亿元, period: 2018年, target: 120, former: 110}\n"
        "  b: {name: 税收, value: 4300, unit: 万元, share: 102%}\n";
    compare("chart-bar", chapter("- chart: {type: bar, title: 两笔账, facts: [a, b], note: 来源：统计公报}\n"
                                 "- chart: {type: bar, " +
                                     data + "}\n",
                                 facts));
    compare("chart-column", chapter("- chart: {type: column, title: 清单, " + data +
                                    "}\n"
                                    "- chart: {type: column, rows: [[甲, 3], [乙, -2]], target: 2, highlight: 甲}\n"));
    compare("chart-stacked", chapter("- chart: {type: stacked, title: 清单, " + data + "}\n"));
    compare("chart-line", chapter("- chart: {type: line, title: 清单, " + data +
                                  "}\n"
                                  "- chart: {type: line, rows: [[2017, 91%], [2018, 95.5%], [2019, 99%]]}\n"));
    compare(
        "chart-donut",
        chapter("- chart: {type: donut, title: 构成, rows: [[支部, 50], [联盟, 30], [其他, 20]]}\n"
                "- box:\n    content:\n    - chart: {type: donut, rows: [[很长很长的一个名称, 70%], [其他, 30%]]}\n"));
    compare("chart-progress", chapter("- chart: {type: progress, title: 完成情况, facts: [a, b]}\n", facts));
    compare("chart-pictogram",
            chapter("- chart: {type: pictogram, rows: [[志愿者, 2000余], [党员, 650]], unit: 人}\n"));
}
