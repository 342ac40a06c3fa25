// Tables in CSV and YAML, read and misread.
#include "project/table.h"

#include "yaml/read.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::project;
using Texts = std::vector<std::string>;

namespace {

struct CsvRun {
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    diag::Result<Table> table;

    explicit CsvRun(const std::string& text)
        : table(read_csv(sources.add("t.csv", Blob(text)), sources, diagnostics)) {}
    [[nodiscard]] Texts texts(std::size_t row) const {
        Texts texts;
        for (const auto& cell : table->rows.at(row).cells) texts.push_back(cell.text);
        return texts;
    }
    /// "line:column code", in order.
    [[nodiscard]] Texts said() const {
        Texts said;
        for (const auto& one : diagnostics.all()) {
            const auto place = sources.place(one.span);
            said.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " + one.code);
        }
        return said;
    }
};

}  // namespace

TEST_CASE("fields, quotes, commas and line ends in quotes, blanks, empty rows and the line ends of both worlds") {
    const CsvRun run("名称,口号 , 人口\r\n东,\"一,二\"\r\n\r\n西,\"他说：\"\"好\"\"。\n完\" ,3\n ,, \n北,,");
    CHECK_FALSE(run.table);
    CHECK(run.said() == Texts{"2:1 csv-row"});
    const CsvRun good("名称,口号 , 人口\r\n东,\"一,二\",1\r\n\r\n西,\"他说：\"\"好\"\"。\r\n完\" ,3\n ,, \n北,,");
    REQUIRE(good.table);
    CHECK(good.table->columns == Texts{"名称", "口号", "人口"});
    REQUIRE(good.table->rows.size() == 3);
    CHECK(good.texts(0) == Texts{"东", "一,二", "1"});
    CHECK(good.texts(1) == Texts{"西", "他说：\"好\"。\n完", "3"});
    CHECK(good.texts(2) == Texts{"北", "", ""});
    CHECK(good.table->rows[1].find("人口")->text == "3");
    CHECK(good.table->rows[1].find("面积") == nullptr);
}

TEST_CASE("a cell knows where its characters stand, doubled quotes too") {
    const CsvRun run("a,b\nx,\"1\"\"2\"\n");
    REQUIRE(run.table);
    const auto& cell = run.table->rows[0].cells[1];
    CHECK(cell.text == "1\"2");
    REQUIRE(cell.pieces.size() == 3);
    CHECK(cell.pieces[0].source == 7);
    CHECK(cell.pieces[1].value == 1);
    CHECK(cell.pieces[1].source == 8);
    CHECK(cell.pieces[2].value == 2);
    CHECK(cell.pieces[2].source == 10);
}

TEST_CASE("what is wrong in a table is told at its line and column, all of it") {
    CHECK(CsvRun("").said() == Texts{"1:1 csv-empty"});
    CHECK(CsvRun("名称,口号\n").said() == Texts{"1:1 csv-empty"});
    CHECK(CsvRun("名称,,名称,a.b\n1,2,3,4\n").said() == Texts{"1:4 csv-column", "1:5 csv-column", "1:8 csv-column"});
    CHECK(CsvRun("名称,口号\n东,一,二\n西\n").said() == Texts{"2:1 csv-row", "3:1 csv-row"});
    CHECK(CsvRun("名称,口号\n东,\"一\n二\n").said() == Texts{"2:3 csv-quote"});
    CHECK(CsvRun("名称,口号\n\"东\"x,一\n").said() == Texts{"2:4 csv-quote"});
}

TEST_CASE("rows in YAML: each a mapping of texts") {
    const MemoryFileSystem files(
        {{"/t.yaml", "- {名称: 东, 人口: 1}\n- {名称: 西, 口号: 好}\n"}, {"/bad.yaml", "- 东\n- {名称: [1]}\n"}});
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    const auto table = read_rows(*yaml::read("/t.yaml", files, sources, diagnostics), diagnostics);
    REQUIRE(table);
    CHECK(table->columns == Texts{"名称", "人口", "口号"});
    CHECK(table->rows[1].find("口号")->text == "好");
    CHECK(table->rows[1].find("人口") == nullptr);
    CHECK_FALSE(read_rows(*yaml::read("/bad.yaml", files, sources, diagnostics), diagnostics));
    CHECK(diagnostics.all().size() == 2);
}
