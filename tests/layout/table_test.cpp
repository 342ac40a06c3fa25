// Tables: T1, T2, T3.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>

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

TEST_CASE("T1: numbers of a decimal column stand under each other by their points") {
    const auto b = lay_out(chapter(
        "- table:\n    columns: [指标, {title: 完成, align: decimal}, 说明]\n    rows:\n"
        "    - [甲, 4.30亿元, 一]\n    - [乙, 127.5亿元, 二]\n    - [丙, 28.65亿元, 三]\n    - [丁, 62亿元, 四]\n"));
    const double point = point_of(b, "127.5");
    CHECK(point_of(b, "4.30") == Approx(point).margin(0.01));
    CHECK(point_of(b, "28.65") == Approx(point).margin(0.01));
    CHECK(x_of(b, "4.30亿元") > x_of(b, "127.5亿元") + 5);  // the control: their left edges differ
}

TEST_CASE("T1: a unit is not parted from its number in a narrow cell") {
    const auto b =
        lay_out(chapter("- table:\n    columns: [{title: 甲, width: 1}, {title: 乙, width: 3}]\n    rows:\n"
                        "    - [收入有127亿元多, 二]\n"));
    int found = 0;
    for (const auto& l : lines(b.pages)) found += l.text.find("127亿元") != std::string::npos;
    CHECK(found == 1);
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
    for (int before = 20; before < 40; ++before) {
        const auto b =
            lay_out(chapter("- span:\n    content:\n    - table:\n        columns: [甲, 乙]\n        rows:\n" +
                            rows(before, "        ") +
                            "        - [{text: 合并, rowspan: 3}, 壹]\n        - [贰]\n        - [叁]\n        - [尾, "
                            "行]\n        - [末, 行]\n"));
        std::array<std::size_t, 3> page{};
        const std::array<std::string, 3> names = {"壹", "贰", "叁"};
        for (const auto& l : lines(b.pages))
            for (std::size_t i = 0; i < 3; ++i)
                if (!l.artifact && l.text == names[i]) page[i] = l.page;
        CHECK(page[0] == page[1]);
        CHECK(page[1] == page[2]);
        turned = turned || page[0] > 0;
    }
    CHECK(turned);
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
