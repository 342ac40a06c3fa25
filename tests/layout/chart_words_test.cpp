// Words on charts: each has its place, clear of what is drawn and of the others; what has none is told.
#include "layout/drawn_chart.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace zheye;
using namespace zheye::test;

TEST_CASE("names that have no room below a line are told; of months and years it goes without saying") {
    const auto of = [](const std::string& name) {
        std::string data;
        for (int i = 1; i <= 18; ++i) data += (i > 1 ? ", [" : "[") + name + ", " + std::to_string(i) + "]";
        return Drawn(rows("line", "[" + data + "]", ", span: column")).laid.messages;
    };
    CHECK(of("党群服务中心").find("warning: there is no room for all names below the lines: ") != std::string::npos);
    CHECK(of("2019年").empty());
    CHECK(of("十二月").empty());
}

TEST_CASE("names at the ends of a line are as far from their neighbours as all others") {
    std::string data;
    for (int i = 1; i <= 9; ++i) data += (i > 1 ? ", [200" : "[200") + std::to_string(i) + "年度, 5]";
    const Drawn chart(rows("line", "[" + data + "]", ", span: column"));
    std::vector<const layout::GlyphRun*> names;
    for (const auto& item : chart.laid.pages.pages.front().frame.items)
        if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && run->text.ends_with("年度"))
            names.push_back(run);
    REQUIRE(names.size() > 2);
    for (std::size_t i = 1; i < names.size(); ++i) {
        const auto& last = names[i - 1]->glyphs.back();
        CHECK(names[i]->origin.x - names[i - 1]->origin.x - last.x - last.advance > 4);
    }
}

TEST_CASE("the first value of a rising line stands below its point, off the line") {
    const Drawn chart(rows("line", "[[2016, 21], [2017, 59], [2018, 41]]"));
    CHECK(chart.at("21").baseline > chart.strokes[0].segments[0].points[0].y);
    CHECK(chart.at("59").baseline < chart.strokes[0].segments[1].points[0].y);
}

TEST_CASE("the words of a target stand clear of columns, lines and values; else above the drawing") {
    const auto target = [](const std::string& type, const std::string& data) {
        const Drawn chart(rows(type, data, ", target: 60, span: page"));
        const auto words = chart.at("目标60");
        const auto top = std::ranges::min(chart.words, {}, &LineOnPage::baseline);
        return std::pair{words, top.text == words.text};
    };
    const std::string high =
        "[[甲, 60], [乙, 62], [丙, 61], [丁, 64], [戊, 60], [己, 63], [庚, 61], [辛, 65], "
        "[壬, 60], [癸, 62], [子, 61], [丑, 64], [寅, 60], [卯, 63]]";
    CHECK(target("column", high).second);
    CHECK(target("line", high).second);
    const auto [low, is_above] = target("column", "[[甲, 90], [乙, 20], [丙, 10]]");
    CHECK_FALSE(is_above);
    CHECK(low.right > 500);  // over the low columns, at the right end
    CHECK_FALSE(target("line", "[[1月, 90], [2月, 85], [3月, 20]]").second);
}

TEST_CASE("a name that cannot be broken does not touch its figures in the list of a ring") {
    std::string data = "[Northwesternadministrativesubdistrict, 90]";
    for (int i = 1; i <= 9; ++i) data += ", [第" + std::to_string(i) + "份, 5]";
    const Drawn chart(rows("donut", "[" + data + "]", ", span: column"), "page: {columns: 3}\n");
    const auto& name = chart.at("Northwesternadministrativesubdistrict");
    for (const auto& words : chart.words)
        if (words.text != name.text && std::abs(words.baseline - name.baseline) < 4) CHECK(words.x > name.right + 4);
}

TEST_CASE("names beside a ring that would be a few characters wide stand below it") {
    const Drawn chart(
        rows("donut", "[[区级财政专项资金, 1850], [街道自筹资金, 964.5], [社会捐助（含企业、商会和居民）, 104.65]]",
             ", unit: 万元, title: 资金, span: column"));
    const auto name =
        std::ranges::find_if(chart.words, [](const auto& l) { return l.text.starts_with("区级财政专项资金"); });
    REQUIRE(name != chart.words.end());  // on one line
    CHECK(name->baseline > chart.at("2919.15").baseline + 40);
}

TEST_CASE("what is higher than its column stays below its title, and is told where it is") {
    std::string data;
    for (int i = 1; i <= 30; ++i) data += (i > 1 ? ", [第" : "[第") + std::to_string(i) + "个社区党群服务中心, 5]";
    const auto chart = [&](const std::string& more) {
        return chapter("- 一段。\n- chart: " + rows("bar", "[" + data + "]", ", title: 很高" + more));
    };
    CHECK(lay_out(chart("")).messages == "");  // across all columns, unless the writer says otherwise
    const auto messages = failure(chart(", span: column"));
    INFO(messages);
    CHECK(messages.find("brochure.yaml:9:12: error: does not fit page 2: the text reaches ") != std::string::npos);
    CHECK(messages.find("show fewer items, or write “span: page” for more room") != std::string::npos);
    CHECK(messages.find("page 3") == std::string::npos);
}
