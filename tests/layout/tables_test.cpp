// Tables: T1, T2, T3.
#include "layout/fixture.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>

using namespace zheye;
using namespace zheye::test;

namespace {

double x_of(const LaidOut& b, const std::string& text) {
    for (const auto& l : lines(b.pages))
        if (!l.artifact && l.text == text) return l.x;
    FAIL("not on any page: " + text);
    return 0;
}

/// Where the decimal point of a run that begins with `number` stands.
double point_of(const LaidOut& b, const std::string& number) {
    for (const auto& page : b.pages.pages)
        for (const auto& item : page.frame.items)
            if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && run->text.starts_with(number))
                for (const auto& g : run->glyphs)
                    if (run->text[g.text_begin] == '.') return run->origin.x + g.x;
    FAIL("no decimal point: " + number);
    return 0;
}

std::string rows(int count, const std::string& indent) {
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += indent + "- [第" + std::to_string(i) + "行, 内容" + std::to_string(i) + "]\n";
    return text;
}

}  // namespace

TEST_CASE("a weight leaves the other columns wide enough to be read") {
    const auto b =
        lay_out(chapter("- table:\n    columns: [{title: 项目, width: 5}, 科室, 计划, 完成]\n    rows:\n"
                        "    - [老旧小区加装电梯, 城市建设管理办公室, 2500个, 37部]\n",
                        "page: {columns: 1, size: A6}\n"));
    for (const auto& cell : elements(b.pages, layout::Role::td))
        for (const auto& line : letters_of(b.pages, cell)) {
            std::string text = text_of(b.pages, cell);
            INFO(text);
            CHECK((line.size() >= 3 || line.size() == letters_of(b.pages, cell).back().size()));
        }
    std::size_t lines_of_unit = 0;
    for (const auto& l : lines(b.pages)) lines_of_unit += l.text == "2500个";
    CHECK(lines_of_unit == 1);
}

TEST_CASE("T1: figures of a column to the right stand under each other digit by digit, others as they are drawn") {
    const auto places = [](const std::string& align) {
        const auto b = lay_out(chapter("- table:\n    columns: [指标, {title: 完成, align: " + align +
                                           "}]\n    rows:\n    - [甲, 1111]\n    - [乙, 8888]\n",
                                       "theme: {base: vermilion, styles: {table-cell: {font: song}}}\n"));
        return x_of(b, "1111") - x_of(b, "8888");
    };
    CHECK(std::abs(places("right")) < 1);  // half of what 1 is narrower than 8
    CHECK(places("centre") > 1);           // the control
}

TEST_CASE("T1: numbers of a decimal column stand under each other by their points") {
    const auto b = lay_out(chapter(
        "- table:\n    columns: [指标, {title: 完成, align: decimal}, 说明]\n    rows:\n"
        "    - [甲, 4.30亿元, 一]\n    - [乙, 127.5亿元, 二]\n    - [丙, 28.65亿元, 三]\n    - [丁, 62亿元, 四]\n"));
    const double point = point_of(b, "127.5");
    CHECK(point_of(b, "4.30") == Approx(point).margin(0.01));
    CHECK(point_of(b, "28.65") == Approx(point).margin(0.01));
    CHECK(x_of(b, "4.30亿元") > x_of(b, "127.5亿元") + 5);  // the control: their left edges differ
}

TEST_CASE("T2: a table that goes on repeats its head as an artifact and says that it is continued") {
    const auto b =
        lay_out(chapter("- table:\n    caption: 长表\n    columns: [名称, 说明]\n    rows:\n" + rows(130, "    ")));
    int real = 0, repeated = 0, continued = 0;
    for (const auto& l : lines(b.pages)) {
        if (l.text == "名称") (l.artifact ? repeated : real) += 1;
        if (l.text.find("续表") != std::string::npos) ++continued;
    }
    CHECK(real == 1);
    CHECK(repeated >= 1);
    CHECK(repeated == continued);
    CHECK(elements(b.pages, layout::Role::tr).size() == 131);
    std::string wanted;
    for (int i = 1; i <= 130; ++i) wanted += "第" + std::to_string(i) + "行内容" + std::to_string(i);
    CHECK(text_of(b.pages, elements(b.pages, layout::Role::tbody).front()) == wanted);
}

TEST_CASE("T2: rows that a cell spans stay together") {
    bool turned = false;
    const auto parted = [&](text::RuleSet off) {
        int count = 0;
        for (int before = 20; before < 40; ++before) {
            const auto b = lay_out(
                chapter("- span:\n    content:\n    - table:\n        columns: [甲, 乙]\n        rows:\n" +
                        rows(before, "        ") +
                        "        - [{text: 合并, rowspan: 3}, 壹]\n        - [贰]\n        - [叁]\n        - [尾, 行]\n"
                        "        - [末, 行]\n"),
                off);
            std::map<std::string, std::size_t> page;
            for (const auto& l : lines(b.pages))
                if (!l.artifact) page[l.text] = l.page;
            count += page.at("壹") != page.at("叁");
            turned = turned || page.at("壹") > 0;
        }
        return count;
    };
    const int on = parted({}), off = parted({text::Rule::T2});
    CHECK(on == 0);
    CHECK(off > 0);
    CHECK(turned);
    conform("T2", "rowspan", "row spans parted, of 20", std::to_string(on), std::to_string(off));
}

TEST_CASE("T3: a row taller than a page is parted and nothing of it is lost") {
    const std::string text = han(4000);
    const auto b =
        lay_out(chapter("- table:\n    columns: [名称, 说明]\n    rows:\n    - [甲, " + text + "]\n    - [乙, 二]\n"));
    CHECK(b.pages.pages.size() > 1);
    std::string got;
    for (const auto& l : lines(b.pages))
        if (!l.artifact && l.text.size() > 3) got += l.text;
    CHECK(got == "名称说明" + text);
    for (const auto& l : lines(b.pages)) CHECK(l.baseline < b.pages.pages[0].frame.size.height);
}

TEST_CASE("cells over several columns and rows keep their structure and their places") {
    const auto b =
        lay_out(chapter("- table:\n    columns: [甲, 乙, 丙]\n    rows:\n"
                        "    - [{text: 合计, colspan: 2}, 1]\n    - [{text: 组, rowspan: 2}, 2, 3]\n"
                        "    - [4, 5]\n"));
    const auto& nodes = b.pages.structure.nodes;
    const auto headers = elements(b.pages, layout::Role::th);
    const auto wide = std::ranges::find_if(headers, [&](auto id) { return nodes[id].colspan == 2; });
    const auto tall = std::ranges::find_if(headers, [&](auto id) { return nodes[id].rowspan == 2; });
    REQUIRE(wide != headers.end());
    REQUIRE(tall != headers.end());
    CHECK(text_of(b.pages, *wide) == "合计");
    CHECK(text_of(b.pages, *tall) == "组");
    CHECK(x_of(b, "4") == Approx(x_of(b, "2")).margin(0.01));
    CHECK(x_of(b, "5") == Approx(x_of(b, "3")).margin(0.01));
}

namespace {

/// Lines of the document below the text area.
int too_low(const LaidOut& b) {
    const auto& page = b.theme.page;
    const double pitch = b.theme.style(theme::Style::body).leading;
    const double bottom = page.top + std::floor((page.height - page.top - page.bottom) / pitch) * pitch;
    int count = 0;
    for (const auto& l : lines(b.pages)) count += !l.artifact && l.baseline > bottom;
    return count;
}

}  // namespace

TEST_CASE("T1: how far apart the points of a column of figures stand") {
    const auto spread = [](text::RuleSet off) {
        const auto b = lay_out(chapter("- table:\n    columns: [指标, {title: 完成, align: decimal}, 说明]\n    rows:\n"
                                       "    - [甲, 4.30亿元, 一]\n    - [乙, 1227.5亿元, 二]\n"),
                               off);
        return std::abs(point_of(b, "4.30") - point_of(b, "1227.5"));
    };
    CHECK(spread({}) < 0.01);
    CHECK(spread({text::Rule::T1}) > 5);
    conform("T1", "columns: align: decimal", in_pt(spread({})), in_pt(spread({text::Rule::T1})));
}

TEST_CASE("T1: figures aligned on their points stay in their column") {
    const auto b =
        lay_out(chapter("- table:\n    columns: [指标, {title: 完成, align: decimal}, 说明]\n    rows:\n"
                        "    - [" +
                        han(30) + ", 4.305678亿元, " + han(30) + "]\n    - [乙, 123456.5亿元, 二]\n"));
    double next = 0, right = 0;
    for (const auto& l : lines(b.pages)) {
        if (l.text == "说明") next = l.x;
        if (l.text.find("亿元") != std::string::npos) right = std::max(right, l.right);
    }
    CHECK(right < next);
}

TEST_CASE("T2: heads over the parts of a long table, and marks that it goes on, counted") {
    const auto count = [](const std::string& text, text::RuleSet off) {
        const auto b = lay_out(
            chapter("- table:\n    caption: 长表\n    columns: [名称, 说明]\n    rows:\n" + rows(130, "    ")), off);
        int found = 0;
        for (const auto& l : lines(b.pages)) found += l.artifact && l.text.find(text) != std::string::npos;
        return found;
    };
    for (const auto& [what, text] : {std::pair("heads repeated", "名称"), {"parts marked 续表", "续表"}}) {
        const int on = count(text, {}), off = count(text, {text::Rule::T2});
        CHECK(on >= 1);
        CHECK(off == 0);
        conform("T2", "always", what, std::to_string(on), std::to_string(off));
    }
}

TEST_CASE("T2: a table in a parted box is marked as continued") {
    const auto b =
        lay_out(chapter("- box:\n    title: 框\n    content:\n    - table:\n        caption: 长表\n"
                        "        columns: [名称, 说明]\n        rows:\n" +
                        rows(130, "        ")));
    int continued = 0, repeated = 0;
    for (const auto& l : lines(b.pages)) {
        continued += l.text.find("续表") != std::string::npos;
        repeated += l.artifact && l.text == "名称";
    }
    CHECK(continued >= 1);
    CHECK(continued == repeated);
    CHECK(too_low(b) == 0);
}

TEST_CASE("T3: a row taller than a page, measured") {
    const auto yaml =
        chapter("- table:\n    columns: [名称, 说明]\n    rows:\n    - [甲, " + han(4000) + "]\n    - [乙, 二]\n");
    const auto b = lay_out(yaml);
    CHECK(too_low(b) == 0);
    const auto messages = failure(yaml, {text::Rule::T3});
    CHECK(messages.find("outside-page") != std::string::npos);
    const std::string reaches = "the text reaches ";
    const auto at = messages.find(reaches) + reaches.size();
    const auto beyond = [&](const std::string& said) {
        return said.find(reaches) == said.npos ? "0mm" : said.substr(at, said.find(' ', at) - at) + "mm";
    };
    conform("T3", "always", "text beyond the page", beyond(b.messages), beyond(messages));
}

TEST_CASE("T3: rows that a cell ties together are parted where no page holds them, also in a box") {
    std::string tied = "- [{text: 合并" + han(900) + ", rowspan: 60}, 第1行]\n";
    for (int i = 2; i <= 60; ++i) tied += "- [第" + std::to_string(i) + "行]\n";
    const auto indented = [&](const std::string& by) {
        std::string text, line;
        for (const char c : tied) {
            line += c;
            if (c == '\n') text += by + line, line.clear();
        }
        return text;
    };
    for (const bool boxed : {false, true}) {
        const auto b =
            boxed ? lay_out(chapter("- box:\n    content:\n    - table:\n        columns: [甲, 乙]\n        rows:\n" +
                                    indented("        ")))
                  : lay_out(chapter("- table:\n    columns: [甲, 乙]\n    rows:\n" + indented("    ")));
        INFO(b.messages);
        CHECK(too_low(b) == 0);
        int found = 0;
        for (const auto& l : lines(b.pages)) found += !l.artifact && l.text.starts_with("第");
        CHECK(found == 60);
        CHECK(text_of(b.pages, elements(b.pages, layout::Role::tbody).front()).find("合并" + han(900)) == 0);
    }
}

TEST_CASE("a cell over several rows is not painted over by the stripe of the next") {
    const auto b = lay_out(
        chapter("- table: {columns: [甲, 乙], rows: [[{text: 子, rowspan: 2}, 丑], [寅], [卯, 辰], [巳, 午]]}\n",
                "theme: {base: vermilion, table: {stripe: '#f0f'}}\n"));
    std::vector<double> left;
    for (const auto& item : b.pages.pages[0].frame.items) {
        const auto* shape = std::get_if<zheye::layout::Shape>(&item);
        if (!shape || !shape->fill || !std::holds_alternative<zheye::Colour>(*shape->fill)) continue;
        if (std::get<zheye::Colour>(*shape->fill) == zheye::Colour{255, 0, 255})
            left.push_back(shape->path.segments.front().points[0].x);
    }
    REQUIRE(left.size() == 3);  // beside the cell, and both of the last row
    CHECK(left[0] > left[1]);
}

namespace {

const std::string kGrouped =
    "- table:\n    columns: [名称, {title: 数, align: right}]\n    rows:\n    - 组: 东片\n    - [东一, 1]\n    - "
    "[东二, 2]\n"
    "    - 小计: [东计, 3]\n    - 组: 西片\n    - [西一, 4]\n    - [西二, 5]\n    - [西三, 6]\n    - 合计: [总计, "
    "18]\n";

/// Upper edges of what is filled with that colour on the first page.
std::vector<double> tops_of(const LaidOut& b, Colour colour) {
    std::vector<double> tops;
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* shape = std::get_if<layout::Shape>(&item); shape && shape->fill)
            if (const auto* fill = std::get_if<Colour>(&*shape->fill); fill && *fill == colour)
                tops.push_back(shape->path.segments.front().points[0].y);
    return tops;
}

}  // namespace

TEST_CASE("groups of rows are bodies of their own, and each cell names what heads it") {
    const auto b = lay_out(chapter(kGrouped));
    const auto& nodes = b.pages.structure.nodes;
    const auto bodies = elements(b.pages, layout::Role::tbody);
    REQUIRE(bodies.size() == 2);
    CHECK(text_of(b.pages, bodies[1]) == "西片西一4西二5西三6总计18");
    std::map<std::string, layout::NodeId> cell;
    for (const auto role : {layout::Role::th, layout::Role::td})
        for (const auto id : elements(b.pages, role)) cell[text_of(b.pages, id)] = id;
    CHECK(nodes[cell["西片"]].role == layout::Role::th);
    CHECK(nodes[cell["西片"]].colspan == 2);
    CHECK(nodes[cell["西片"]].scope == layout::StructureNode::Scope::row);
    CHECK(nodes[cell["总计"]].role == layout::Role::th);
    CHECK(nodes[cell["5"]].headers == std::vector<layout::NodeId>{cell["数"], cell["西片"], cell["西二"]});
    CHECK(nodes[cell["2"]].headers == std::vector<layout::NodeId>{cell["数"], cell["东片"], cell["东二"]});
    const auto plain = lay_out(chapter("- table: {columns: [甲, 乙], rows: [[一, 二]]}\n"));
    for (const auto& node : plain.pages.structure.nodes) CHECK(node.headers.empty());
}

TEST_CASE("stripes begin anew in each group and pass over names and totals") {
    const auto b = lay_out(chapter(
        kGrouped, "theme: {base: vermilion, table: {stripe: '#f0f', group-ground: '#0ff', total-ground: '#ff0'}}\n"));
    std::map<std::string, double> baseline;
    for (const auto& l : lines(b.pages)) baseline[l.text] = l.baseline;
    const auto stripes = tops_of(b, {255, 0, 255});
    REQUIRE(stripes.size() == 4);  // the two cells of 东二 and of 西二
    CHECK((stripes[0] > baseline["东一"] && stripes[0] < baseline["东二"]));
    CHECK((stripes[2] > baseline["西一"] && stripes[2] < baseline["西二"]));
    CHECK(tops_of(b, {0, 255, 255}).size() == 2);
    CHECK(tops_of(b, {255, 255, 0}).size() == 2);
}

TEST_CASE("a group's name is not parted from its first row, nor a total from its last; the name is said again") {
    bool names_turned = false, totals_turned = false, said_again = false;
    for (int before = 25; before < 60; ++before) {
        const auto b = lay_out(
            chapter("- span:\n    content:\n    - table:\n        columns: [甲, 乙]\n        rows:\n" +
                    rows(before, "        ") +
                    "        - 组: 北片\n        - [北一, 行]\n        - [北二, 行]\n        - [北三, 行]\n"
                    "        - [北四, 行]\n        - 小计: [北计, 行]\n        - 组: 末片\n        - [末一, 行]\n"
                    "        - [末二, 行]\n        - [末三, 行]\n"));
        std::map<std::string, std::size_t> page;
        std::vector<std::size_t> again;
        for (const auto& l : lines(b.pages)) {
            if (!l.artifact) page[l.text] = l.page;
            if (l.artifact && l.text == "北片（续）") again.push_back(l.page);
        }
        said_again = said_again || !again.empty();
        for (const auto at : again) CHECK(at == page["北计"]);
        CHECK(page["北片"] == page["北一"]);
        CHECK(page["北计"] == page["北四"]);
        names_turned = names_turned || (page["第" + std::to_string(before) + "行"] < page["北片"]);
        totals_turned = totals_turned || (page["北三"] < page["北四"]);
    }
    CHECK(names_turned);
    CHECK(totals_turned);
    CHECK(said_again);
}

TEST_CASE("odd tables: no rows, twenty columns, nothing but names and totals") {
    const auto empty = lay_out(chapter("- table: {columns: [甲, 乙], rows: [], note: 尚无}\n"));
    CHECK(lines(empty.pages).size() >= 3);
    std::string head, row;
    for (int i = 0; i < 20; ++i) {
        head += (i ? ", 列" : "列") + std::to_string(i);
        row += (i ? ", " : "名") + std::to_string(i);
    }
    const auto wide = lay_out(chapter("- table: {columns: [" + head + "], rows: [[" + row + "]]}\n"));
    const auto& page = wide.theme.page;
    for (const auto& l : lines(wide.pages)) CHECK(l.right <= page.width - page.right + 1);
    const auto bare = lay_out(chapter("- table: {columns: [~, ~], rows: [{组: 甲}, {组: 乙}, {合计: [丙, 1]}]}\n"));
    CHECK(text_of(bare.pages, elements(bare.pages, layout::Role::table).front()) == "甲乙丙1");
}
