// How the columns of a table are aligned where the writer does not say.
#include "support/content_brochure.h"

#include <catch2/catch.hpp>

#include <string>

using namespace zheye;
using namespace zheye::content;

namespace {

/// The alignment of the second column, whose cells these are.
Align align_of(const std::string& cells, const std::string& column = "乙") {
    std::string rows, cell;
    for (const char c : cells + " ") {
        if (c != ' ') {
            cell += c;
        } else if (!cell.empty()) {
            rows += "[行, \"" + cell + "\"], ";
            cell.clear();
        }
    }
    const test::ContentRun run(
        "zheye: 1\ntitle: 题\nfacts: {a: {name: 甲, value: 12.5, unit: 亿元}}\nchapters: [{title: 章, content: "
        "[{table: "
        "{columns: [甲, " +
        column + "], rows: [" + rows + "]}}]}]\n");
    INFO(run.zh());
    REQUIRE(run.brochure);
    return std::get<Table>(run.document().chapters.front().content.front().value).columns.back().align;
}

}  // namespace

TEST_CASE("a column of figures of one unit is aligned on their points by itself") {
    CHECK(align_of("1 12.5 1,000") == Align::decimal);
    CHECK(align_of("4.3% -12% —") == Align::decimal);
    CHECK(align_of("{a} 3亿元") == Align::decimal);
    CHECK(align_of("1 2", "{title: 乙, align: left}") == Align::left);
    CHECK(align_of("1 2", "{标题: 乙, 对齐: 右}") == Align::right);
}

TEST_CASE("what is no column of figures of one unit stays on the left") {
    CHECK(align_of("一 2") == Align::left);
    CHECK(align_of("3亿元 4人") == Align::left);
    CHECK(align_of("5 —") == Align::left);
    CHECK(align_of("6月18日 7月1日") == Align::left);
    const test::ContentRun run(
        "zheye: 1\ntitle: 题\nchapters: [{title: 章, content: [{table: {columns: [年, 乙], rows: [[2018, 甲], [2019, "
        "乙]]}}]}]\n");
    REQUIRE(run.brochure);
    const auto& table = std::get<Table>(run.document().chapters.front().content.front().value);
    CHECK(table.columns.front().align == Align::left);
}
