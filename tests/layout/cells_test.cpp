// T1: the rules of the line inside the cells of a table, measured on the page.
#include "layout/fixture.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace zheye;
using namespace zheye::test;
using text::Rule;
using text::RuleSet;

namespace {

using Line = std::vector<Letter>;

constexpr std::u32string_view kClosing = U"，。、；：！？）》”", kOpening = U"（《“";
const std::string kProse =
    "街道办成立于2002年，辖区约14万人（其中60岁以上2.3万人）；“红色联盟”（见《老街志》），有95家单位。他说：“好！”众人"
    "听罢，皆曰“善”、“妙”。GDP达127亿元，增长8.6%，完成《计划》（2018年）的106.2%。";

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

/// Tables of one row whose second column is narrower each time.
std::vector<std::vector<Line>> cells(const std::string& text, RuleSet off, const std::string& align = "left") {
    std::string blocks;
    constexpr int kTables = 9;
    for (int i = 0; i < kTables; ++i)
        blocks += "- table:\n    columns: [{title: 甲, width: " + std::to_string(12 - i) + ", align: " + align +
                  "}, {title: 乙, width: 6}]\n    rows:\n    - [" + text + ", 尾]\n";
    const auto b = lay_out(chapter(blocks, "theme: {base: vermilion, page: {columns: 2}}\n"), off);
    std::vector<std::vector<Line>> found;
    for (const auto role : {layout::Role::td, layout::Role::th})
        for (const auto node : elements(b.pages, role))
            if (auto lines = letters_of(b.pages, node); lines.size() > 1) found.push_back(std::move(lines));
    CHECK(found.size() == kTables);
    return found;
}

struct Faults {
    int start = 0, end = 0, pair = 0, gap = 0;
    double left = 0, right = 0;  ///< pt, how far the edges of lines are apart
};

/// em that the line is opened between two Han.
double opened(const Line& line) {
    for (std::size_t i = 2; i < line.size(); ++i)
        if (is_han(line[i - 1]) && is_han(line[i])) return (line[i].x - line[i - 1].x) / line[i].size - 1;
    return 0;
}

void see(const Line& line, Faults& faults) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Letter &a = line[i - 1], &b = line[i];
        // From origin to origin: blanks that face each other share one place.
        const bool facing = is_in(a.code, kClosing) && is_in(b.code, kOpening);
        const double open = std::max(0.0, opened(line));
        if (facing && (b.x - a.x) / b.size > 0.5 + open + 1e-3) ++faults.pair;
        const bool latin = b.code < 0x80 && std::isalnum(static_cast<int>(b.code)) != 0;
        if (is_han(a) && latin && (b.x - a.right) / b.size < 0.124) ++faults.gap;
    }
}

Faults faults(RuleSet off, const std::string& align = "left") {
    Faults all;
    for (const auto& lines : cells(kProse, off, align)) {
        double left[] = {1e9, 0}, right[] = {1e9, 0};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto& line = lines[i];
            see(line, all);
            all.start += i > 0 && is_in(line.front().code, kClosing);
            all.end += i + 1 < lines.size() && is_in(line.back().code, kOpening);
            const auto &first = line.front(), &last = line.back();
            const double from = is_in(first.code, kOpening) ? first.x + first.size / 2 : first.x;
            const double to = is_in(last.code, kClosing) ? last.x + last.size / 2 : last.x + last.size;
            if (first.code > 0x80) left[0] = std::min(left[0], from), left[1] = std::max(left[1], from);
            if (last.code > 0x80) right[0] = std::min(right[0], to), right[1] = std::max(right[1], to);
        }
        all.left = std::max(all.left, left[1] - left[0]);
        all.right = std::max(all.right, right[1] - right[0]);
    }
    return all;
}

}  // namespace

TEST_CASE("T1: what holds for lines holds inside cells: B1, B2, S1, S2, S3, M1, measured") {
    const auto on = faults({}), flush_right = faults({}, "right");
    CHECK(on.start == 0);
    CHECK(on.end == 0);
    CHECK(on.pair == 0);
    CHECK(on.gap == 0);
    CHECK(on.left < 0.01);
    CHECK(flush_right.right < 0.01);
    CHECK(on.right > 10);  // the control: a ragged edge
    const auto row = [](const char* what, int with, int without) {
        CHECK(without > 0);
        conform("T1", "always", what, std::to_string(with), std::to_string(without));
    };
    row("marks at the start of a cell's line", on.start, faults({Rule::B1}).start);
    row("marks at the end of a cell's line", on.end, faults({Rule::B2}).end);
    row("facing blanks in cells not shared", on.pair, faults({Rule::S1}).pair);
    row("Han and Latin in cells without their gap", on.gap, faults({Rule::M1}).gap);
    conform("T1", "columns: align: left", "ink of a cell's lines from their edge", in_pt(on.left),
            in_pt(faults({Rule::S3}).left));
    conform("T1", "columns: align: right", "ink of a cell's lines from their edge", in_pt(flush_right.right),
            in_pt(faults({Rule::S2}, "right").right));
}

TEST_CASE("T1: a unit is not parted from its number in a narrow cell") {
    const auto parted = [](RuleSet off) {
        int count = 0;
        for (const auto& lines : cells("去年收入共有127亿元多一点儿比前年多了一成半去年收入共有127亿元", off))
            for (const auto& line : lines)
                count +=
                    std::ranges::count(line, U'7', &Letter::code) != std::ranges::count(line, U'亿', &Letter::code);
        return count;
    };
    const int on = parted({}), off = parted({Rule::B4});
    CHECK(on == 0);
    CHECK(off > 0);
    conform("T1", "typography.keep-with-number: [亿元, …]", "lines of cells that part 127亿元", std::to_string(on),
            std::to_string(off));
}

TEST_CASE("a narrow table gives its room first to figures and words that cannot be parted") {
    const auto messages = [](const std::string& page) {
        std::string table =
            "- box:\n    title: 框\n    content:\n    - table:\n        columns: [社区名称, 服务项目, "
            "负责人和电话, 开放时间]\n        rows:\n";
        for (const std::string name : {"文化路第一社区", "东风路北社区"})
            table += "        - [" + name + ", 老年日间照料、助餐, 王秀兰0371-63886012, '周一至周五 9:00—17:00']\n";
        return lay_out(chapter(table, page)).messages;
    };
    CHECK(messages("page: {columns: 1}\n").empty());
    CHECK(messages("page: {columns: 2}\n").find("wide-table") == std::string::npos);
    const auto narrow = messages("page: {columns: 3}\n");
    CHECK(narrow.find("wide-table") != std::string::npos);
    CHECK(narrow.find("wide-table") == narrow.rfind("wide-table"));  // once, not for every cell
    CHECK(narrow.find("overfull-line") == std::string::npos);
}
