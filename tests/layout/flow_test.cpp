// Pages, columns and the grid: B7, G1–G5.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace zheye;
using namespace zheye::test;

namespace {

double middle(const LaidOut& b) { return b.pages.pages[0].frame.size.width / 2; }

}  // namespace

TEST_CASE("G1: the first line of a paragraph is indented by two characters, by one in narrow columns") {
    for (const auto& [columns, wanted] : {std::pair{2, 2.0}, {3, 1.0}}) {
        const auto b = lay_out(chapter(paragraphs(1, 120), "page: {columns: " + std::to_string(columns) + "}\n"));
        const auto all = body_lines(b);
        REQUIRE(all.size() > 3);
        CHECK(all[0].x - all[1].x == Approx(wanted * b.theme.style(theme::Style::body).size).margin(0.01));
    }
}

TEST_CASE("G2: a column is a whole number of characters wide, so that a line of Han needs no stretch") {
    const auto b = lay_out(chapter(
        "- text: " + std::string("东风路上看树人来门前水过春日长街里有花东风路上看树人来门前水过春日长街里有花东风路上"
                                 "看树人来门前水过春日长街里有花东风路上看树人来门前水过春日长街里有花")));
    const double em = b.theme.style(theme::Style::body).size;
    const auto all = body_lines(b);
    REQUIRE(all.size() > 3);
    const double characters = (all[1].right - all[1].x) / em;
    CHECK(characters == Approx(std::round(characters)).margin(0.001));
    CHECK(all[1].text.size() / 3 == static_cast<std::size_t>(std::round(characters)));
}

TEST_CASE("G3: all lines of running text stand on one grid, across columns and pages") {
    const auto b = lay_out(chapter(paragraphs(20, 60) + "- heading: 标题在这里\n" + paragraphs(3, 90) +
                                   "- subheading: 小标题\n- list: [一项, 又一项]\n" + paragraphs(12, 80)));
    const auto all = body_lines(b);
    REQUIRE(all.size() > 60);
    const double pitch = b.theme.style(theme::Style::body).leading;
    for (const auto& l : all) {
        const double lines_down = (l.baseline - all.front().baseline) / pitch;
        CHECK(lines_down == Approx(std::round(lines_down)).margin(0.001));
    }
}

TEST_CASE("G4: the last columns of a chapter, and those above a heading across, differ by a line at most") {
    const auto b = lay_out(chapter(paragraphs(9, 70) + "- heading: 标题\n" + paragraphs(5, 60)));
    const auto heads = elements(b.pages, layout::Role::h2);
    REQUIRE(heads.size() == 1);
    double heading = 0;
    for (const auto& l : lines(b.pages))
        if (!l.artifact && l.node == heads.front()) heading = l.baseline;
    for (const bool above : {true, false}) {
        std::map<bool, double> foot;
        for (const auto& l : body_lines(b))
            if ((l.baseline < heading) == above) foot[l.x > middle(b)] = std::max(foot[l.x > middle(b)], l.baseline);
        REQUIRE(foot.size() == 2);
        CHECK(std::abs(foot[false] - foot[true]) <= b.theme.style(theme::Style::body).leading + 0.01);
    }
}

TEST_CASE("B7: no paragraph leaves a single line in a column, no heading stands last") {
    for (int shift = 0; shift < 12; ++shift) {
        std::string blocks;
        for (int i = 0; i < 9; ++i)
            blocks +=
                paragraphs(3 + (i + shift) % 3, 35 + shift * 9) + "- subheading: 小标题" + std::to_string(i) + "\n";
        const auto b = lay_out(chapter(blocks + paragraphs(2, 80)));
        using Column = std::pair<std::size_t, bool>;
        std::map<layout::NodeId, std::map<Column, int>> parts;
        std::map<Column, LineOnPage> last;
        for (const auto& l : lines(b.pages)) {
            if (l.artifact) continue;
            const Column column{l.page, l.x > middle(b)};
            if (b.pages.structure.nodes[l.node].role == layout::Role::p) ++parts[l.node][column];
            if (!last.contains(column) || last[column].baseline < l.baseline) last[column] = l;
        }
        for (const auto& [node, columns] : parts)
            if (columns.size() > 1)
                for (const auto& [column, count] : columns) CHECK(count >= 2);
        for (const auto& [column, line] : last) CHECK(b.pages.structure.nodes[line.node].role == layout::Role::p);
    }
}

TEST_CASE("B7: a heading across goes to the next page rather than stand last") {
    for (int lines_above = 60; lines_above < 80; ++lines_above) {
        const auto b = lay_out(chapter(paragraphs(1, lines_above * 21) + "- heading: 标题\n" + paragraphs(1, 200)));
        const auto heading = elements(b.pages, layout::Role::h2).front();
        std::size_t page = 99;
        double y = 0;
        for (const auto& l : lines(b.pages))
            if (!l.artifact && l.node == heading) page = l.page, y = l.baseline;
        int below = 0;
        for (const auto& l : body_lines(b)) below += l.page == page && l.baseline > y;
        CHECK(below >= 2);
    }
}

TEST_CASE("G5: nothing that the theme sets is smaller than size 6") {
    const auto b = lay_out(chapter(paragraphs(1, 30)));
    for (const auto& style : b.theme.styles) CHECK(style.size >= 7.875);
    CHECK(b.theme.style(theme::Style::body).size == 10.5);
}

TEST_CASE("D4: bold text is set from a real face of that weight") {
    const auto b = lay_out(chapter("- text: 平常的字，**加粗的字**，*着重的字*。\n"));
    std::map<std::string, std::string> faces;
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* run = std::get_if<layout::GlyphRun>(&item))
            faces[run->text] = b.fonts.face(run->face).postscript_name;
    CHECK(faces["平常的字，"].starts_with("NotoSerifCJK"));
    CHECK(faces["加粗的字"] == "NotoSansCJKsc-Bold");
    CHECK(faces["着重的字"].starts_with("LXGWWenKai"));
}

TEST_CASE("a page break and a column break part where the writer says") {
    const auto b = lay_out(
        chapter(paragraphs(1, 50) + "- break: page\n" + paragraphs(1, 50) + "- break: column\n" + paragraphs(1, 50)));
    const auto all = body_lines(b);
    const auto in = [&](std::size_t page, bool right) {
        return std::ranges::count_if(all, [&](const auto& l) { return l.page == page && (l.x > middle(b)) == right; });
    };
    CHECK(in(0, false) + in(0, true) == 3);
    CHECK(in(1, false) == 3);
    CHECK(in(1, true) == 3);
}

TEST_CASE("every character of a long chapter is on some page, once and in order") {
    const auto b = lay_out(chapter(paragraphs(60, 150)));
    CHECK(b.pages.pages.size() > 4);
    std::string wanted, got;
    for (int i = 0; i < 60; ++i) wanted += han(150 + i * 7 % 45);
    for (const auto id : elements(b.pages, layout::Role::p)) got += text_of(b.pages, id);
    CHECK(got == wanted);
}

TEST_CASE("B7: no heading stands last, whatever follows it and however many columns there are") {
    const std::vector<std::string> following = {
        paragraphs(1, 60),
        "- table:\n    columns: [甲, 乙, 丙, 丁, 戊]\n    rows:\n    - [1, 2, 3, 4, 5]\n    - [1, 2, 3, 4, 5]\n",
        "- figure: {picture: placeholder, caption: 图, span: page}\n", "- list: [一, 二, 三]\n",
        "- timeline: [{date: 一月, text: 甲}, {date: 二月, text: 乙}]\n"};
    for (const auto* kind : {"heading", "subheading"})
        for (const int columns : {2, 3})
            for (const auto& block : following)
                for (int above = 400; above < 1700; above += 90) {
                    const auto b =
                        lay_out(chapter(paragraphs(1, above) + "- " + kind + ": 小标题\n" + block + paragraphs(1, 80),
                                        "page: {columns: " + std::to_string(columns) + "}\n"));
                    const auto heading = elements(b.pages, layout::Role::h2).front();
                    const auto all = lines(b.pages);
                    const auto at = std::ranges::find_if(
                        all, [&](const LineOnPage& l) { return !l.artifact && l.node == heading; });
                    REQUIRE(at != all.end());
                    INFO(kind << ", " << columns << " columns, " << above << " characters above, then " << block);
                    CHECK(std::ranges::any_of(all, [&](const LineOnPage& l) {
                        return l.page == at->page && l.baseline > at->baseline + 1 && l.baseline < at->baseline + 300 &&
                               (!l.artifact || l.text.find("图片") != std::string::npos);
                    }));
                }
}

TEST_CASE("a lead is never the last thing in a column, and a short pull quote is in one piece") {
    bool lead_turned = false, pull_turned = false;
    for (int before = 20; before < 60; ++before) {
        const auto b = lay_out(chapter(
            paragraphs(before, 20) + "- lead: 这是导语。\n- text: " + han(60) +
            "\n- pull-quote: {text: "
            "甲句很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很"
            "长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长, by: 某人}\n" +
            paragraphs(4, 20)));
        double lead_x = -1, text_x = -2;
        std::vector<std::pair<std::size_t, double>> pull;
        bool after_lead = false;
        for (const auto& l : lines(b.pages)) {
            if (l.artifact) continue;
            if (after_lead) text_x = l.x + 1000 * static_cast<double>(l.page), after_lead = false;
            if (l.text == "这是导语。") lead_x = l.x + 1000 * static_cast<double>(l.page), after_lead = true;
            if (l.text.find("很长") != std::string::npos || l.text == "某人") pull.emplace_back(l.page, l.x);
        }
        CHECK(std::abs(lead_x - text_x) < 60);  // the first line of the text is indented, a column is 200 pt off
        lead_turned = lead_turned || lead_x > 1000 || lead_x > 300;
        REQUIRE(pull.size() >= 3);
        for (const auto& line : pull) {
            CHECK(line.first == pull.front().first);
            CHECK(std::abs(line.second - pull.front().second) < 100);
        }
        pull_turned = pull_turned || pull.front().first > 0;
    }
    CHECK(lead_turned);
    CHECK(pull_turned);
}

TEST_CASE("text goes on below a figure that had to wait, where the next one waits for the page after") {
    const auto b = lay_out(chapter(paragraphs(7, 60) +
                                       "- figure: {picture: placeholder, caption: 图甲}\n"
                                       "- figure: {picture: placeholder, caption: 图乙}\n- text: 接着的一段。\n" +
                                       paragraphs(12, 60),
                                   "theme: {base: ink, figure: {column-ratio: 0.9}}\n"));
    std::map<std::string, LineOnPage> at;
    for (const auto& l : lines(b.pages))
        if (!l.artifact) at[l.text] = l;
    REQUIRE(at["图甲"].page > 0);
    CHECK(at["图乙"].page == at["图甲"].page + 1);
    const auto last = [&](std::size_t page) {
        double y = 0;
        for (const auto& l : body_lines(b))
            if (l.page == page) y = std::max(y, l.baseline);
        return y;
    };
    const double bottom = b.theme.page.height - b.theme.page.bottom;
    CHECK(last(at["图甲"].page) > at["图甲"].baseline);
    CHECK(last(at["图甲"].page) > bottom - 80);  // but for a paragraph of three lines, which is not parted
}

TEST_CASE("figures that wait keep their order, as do tables, and come before a table that no page holds") {
    const auto table = [](const std::string& name, int rows) {
        std::string text = "- table: {caption: " + name + ", columns: [甲, 乙], rows: [";
        for (int i = 0; i < rows; ++i) text += "[行, " + std::to_string(i) + "], ";
        return text + "]}\n";
    };
    const std::string one_column = "page: {columns: 1}\n", after = "- text: 接着的一段。\n";
    const auto order = [&](const std::string& blocks) {
        std::string names;
        for (const auto& l : lines(lay_out(chapter(blocks, one_column)).pages))
            if (l.text.starts_with("表") && !l.artifact) names += l.text;
        return names;
    };
    CHECK(order(table("表一", 12) + table("表二", 18) + table("表三", 4) + after) == "表一表二表三");
    const std::string figure = "- figure: {picture: placeholder, crop: 1:1, caption: 表外的图}\n";
    CHECK(order(table("表一", 12) + figure + table("表二", 4) + after) == "表一表二表外的图");
    CHECK(order(table("表一", 12) + table("表二", 18) + table("表三", 70)) == "表一表二表三");
    CHECK(order(table("表一", 12) + table("表二", 18) + table("表三", 70) + after) == "表一表二表三");
}

TEST_CASE("what waits for the top of a page does not part a diagram that goes on there") {
    std::string diagram = "- flow: [";
    for (int i = 0; i < 24; ++i) diagram += "{title: 步骤, text: " + han(60) + "}, ";
    bool parted = false;
    for (int above = 300; above < 1500; above += 60) {
        const auto b = lay_out(chapter("- 短。\n- break: page\n" + paragraphs(1, above) +
                                           "- figure: {picture: placeholder, crop: 1:1, caption: 等着的图}\n" +
                                           diagram + "]\n" + paragraphs(6, 150),
                                       "page: {columns: 1}\n"));
        std::set<std::size_t> pages;
        LineOnPage figure;
        for (const auto& l : lines(b.pages)) {
            if (l.text == "步骤") pages.insert(l.page);
            if (l.text == "等着的图") figure = l;
        }
        if (pages.size() < 2) continue;
        parted = true;
        for (const auto& l : lines(b.pages))
            if (l.text == "步骤" && l.page == *pages.rbegin() && figure.page == l.page)
                CHECK(l.baseline < figure.baseline);
    }
    CHECK(parted);
}

TEST_CASE("where a page does not hold all that is kept together, it is parted between blocks") {
    std::string rows;
    for (int i = 1; i < 6; ++i) rows += "[第" + std::to_string(i) + "处, 5], ";
    const auto b = lay_out(chapter("- 短。\n- break: page\n- heading: 小标题\n- lead: " + han(90) +
                                       "\n- chart: {type: bar, title: 图的题目, rows: [" + rows + "]}\n",
                                   "page: {size: 64开}\ntheme: harbour\n"));
    std::map<std::string, std::size_t> page;
    for (const auto& l : lines(b.pages))
        if (!l.artifact) page[l.text] = l.page;
    CHECK(page.at("小标题") == 1);
    CHECK(page.at("图的题目") == 2);
    CHECK(page.at("第1处") == 2);
}

TEST_CASE("A new section takes a new page, unless most of this one is still free") {
    const auto pages = [](int above, const std::string& to) {
        return lay_out(chapter("- 短。\n- break: page\n" + paragraphs(above, 150) + "- break: " + to +
                               "\n- heading: 下一节\n- 文字。\n"))
            .pages.pages.size();
    };
    CHECK(pages(1, "section") == 2);
    CHECK(pages(1, "page") == 3);
    CHECK(pages(9, "section") == 3);
    CHECK(pages(9, "节") == 3);
}

TEST_CASE("A heading, its lead and what they announce go to the next page together; a lead is not torn") {
    const std::string lead = "- heading: 下一节\n- lead: " + han(150) + "\n";
    const std::string hub = "- hub: {title: 心, items: [甲, 乙, 丙, 丁, 戊], caption: 图}\n";
    for (int above = 5; above < 14; ++above) {
        const auto b = lay_out(chapter("- 短。\n- break: page\n" + paragraphs(above, 150) + lead + hub));
        std::set<std::size_t> pages;
        for (const auto& line : lines(b.pages))
            if (!line.artifact && line.size == b.theme.style(theme::Style::lead_block).size) pages.insert(line.page);
        INFO(above);
        CHECK(pages.size() == 1);
    }
}

TEST_CASE("a box with a long title beside its text is not parted before the title's end") {
    int parted = 0;
    for (int before = 20; before < 40; ++before) {
        std::string inside;
        for (int i = 0; i < 60; ++i) inside += "    - 盒中一段。\n";
        const auto b =
            lay_out(chapter(paragraphs(before, 20) + "- box:\n    title: " + han(110) + "\n    content:\n" + inside,
                            "page: {columns: 1}\ntheme: {base: vermilion, box: {keep: 0}}\n"));
        std::set<std::size_t> pages;
        for (const auto& l : lines(b.pages)) {
            if (l.size != b.theme.style(theme::Style::box_title).size) continue;
            double bottom = 0;
            for (const auto& item : b.pages.pages[l.page].frame.items)
                if (const auto* shape = std::get_if<Shape>(&item))
                    if (const auto* fill = shape->fill ? std::get_if<Colour>(&*shape->fill) : nullptr;
                        fill && *fill == b.theme.box.ground && shape->path.bounds())
                        bottom = std::max(bottom, shape->path.bounds()->bottom());
            INFO(before << " " << l.text);
            CHECK(l.baseline < bottom);
        }
        for (const auto& l : lines(b.pages))
            if (l.text == "盒中一段。") pages.insert(l.page);
        parted += pages.size() > 1;
    }
    CHECK(parted > 0);  // it is parted behind the title
}
