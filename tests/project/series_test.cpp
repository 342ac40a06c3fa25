// Series: a template and a table make a brochure for every row; mistakes are shown where they were made.
#include "project/folder.h"
#include "project/series.h"
#include "support/places.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::project;
using namespace zheye::project::test;
using Names = std::set<std::string>;

namespace {

const std::string kSeries = "zheye: 1\nseries: {template: t.yaml, table: p.csv}\n";
const std::string kTemplate =
    "zheye: 1\n"
    "title: {place.name}\n"
    "facts:\n"
    "  people: {name: 人口, value: \"{place.people}\", unit: 万}\n"
    "chapters:\n"
    "- title: \"{place.name}的一年\"\n"
    "  content: [\"住着{people}人，{place.words}\"]\n";
const std::string kTable = "name,people,words,note\n东街,3.2,好,a\n西街,4.5,\"很**好**，真好\",b\n";

void write_series(const Folder& folder) {
    folder.write("c/s/series.yaml", kSeries);
    folder.write("c/s/t.yaml", kTemplate);
    folder.write("c/s/p.csv", kTable);
}

std::string with(std::string text, const std::string& was, const std::string& is) {
    const auto at = text.find(was);
    REQUIRE(at != std::string::npos);
    return text.replace(at, was.size(), is);
}

/// "file:line:column code" of all that a run over the folder says, each once.
Names said_of(const Folder& folder) {
    DiskFileSystem disk;
    Names said;
    Plan plan;
    plan.order.home = ZHEYE_ROOT;
    plan.out = folder.path("out");
    const auto jobs = find_jobs({.paths = {folder.path("c")}, .out = plan.out}, disk);
    REQUIRE(jobs);
    const std::atomic<bool> stop = false;
    const auto ended = [&](const Outcome& outcome) {
        for (const auto& one : outcome.diagnostics.all()) {
            const auto place = outcome.sources.place(one.span);
            said.insert(place.path.substr(place.path.rfind('/') + 1) + ":" + std::to_string(place.line) + ":" +
                        std::to_string(place.column) + " " + one.code);
        }
    };
    REQUIRE(run_batch(*jobs, plan, disk, stop, {[](const Job&) {}, ended}));
    return said;
}

}  // namespace

TEST_CASE("every row is a brochure, filled and named by its cells; the template is none") {
    const Folder folder;
    write_series(folder);
    Plan plan;
    plan.order.emit = Emit::dump;
    CHECK(run(folder, plan).built == Names{"s/东街.dump", "s/西街.dump"});
    CHECK(folder.read("out/s/东街.dump").find("东街的一年") != std::string::npos);
    CHECK(folder.read("out/s/东街.dump").find("西街") == std::string::npos);
    CHECK(folder.read("out/s/东街.dump").find("3.2") != std::string::npos);
    CHECK(folder.read("out/s/西街.dump").find("4.5") != std::string::npos);
    CHECK(folder.read("out/s/西街.dump").find('*') == std::string::npos);
}

TEST_CASE("a cell makes the brochure of its row again, one that is not printed none") {
    const Folder folder;
    write_series(folder);
    CHECK(run(folder).summary.built == 2);
    CHECK(run(folder).summary.fresh == 2);
    folder.write("c/s/p.csv", with(kTable, "4.5", "4.6"));
    CHECK(run(folder).built == Names{"s/西街.pdf"});
    folder.write("c/s/p.csv", with(kTable, "b\n", "c\n南街,1,好,d\n"));
    CHECK(run(folder).built == Names{"s/西街.pdf", "s/南街.pdf"});
    CHECK(run(folder).summary.fresh == 3);
    folder.write("c/s/t.yaml", "# 说明\n" + kTemplate);
    CHECK(run(folder).summary.fresh == 3);
    folder.write("c/s/t.yaml", with(kTemplate, "住着", "有"));
    CHECK(run(folder).summary.built == 3);
}

TEST_CASE("mistakes in cells are shown in the table, those of the template in the template") {
    const Folder folder;
    write_series(folder);
    folder.write("c/s/p.csv", with(kTable, "很**好**", "很**好"));
    CHECK(said_of(folder) == Names{"p.csv:3:10 unclosed-mark"});
    folder.write("c/s/p.csv", with(kTable, "4.5,", "{x},"));
    CHECK(said_of(folder) == Names{"p.csv:3:4 nested-fact"});
    folder.write("c/s/p.csv", kTable);
    folder.write("c/s/t.yaml", with(kTemplate, "{place.words}", "{place.wrods}{place}"));
    CHECK(said_of(folder) == Names{"t.yaml:7:26 unknown-column", "t.yaml:7:39 unknown-column"});
}

TEST_CASE("rows in YAML, a name and a pattern of one's own, in Chinese") {
    const Folder folder;
    folder.write("c/街.yaml",
                 "版本: 1\n系列:\n  模板: t.yaml\n  名字: 街\n  文件: \"{街.号}-{街.名}.pdf\"\n"
                 "  行:\n  - {名: 东, 号: 01}\n  - {名: 西, 号: 02}\n");
    folder.write("c/t.yaml", "版本: 1\n标题: {街.名}\n章: [{标题: 章, 内容: [好]}]\n");
    CHECK(run(folder).built == Names{"街/01-东.pdf", "街/02-西.pdf"});
}

TEST_CASE("names that cannot be a file's, or are another row's, stop their rows only") {
    const Folder folder;
    write_series(folder);
    folder.write("c/s/p.csv", kTable + "东街,1,好,\n../北街,1,好,\n,1,好,\n");
    const auto ran = run(folder);
    CHECK(ran.built == Names{"s/东街.pdf", "s/西街.pdf"});
    CHECK(ran.failed.size() == 3);
    CHECK(said_of(folder) == Names{"p.csv:4:1 file-name", "p.csv:5:1 file-name", "p.csv:6:1 file-name"});
}

TEST_CASE("a series that cannot be read fails as one and stops no other brochure") {
    const Folder folder;
    write_series(folder);
    folder.write("c/other.yaml", brochure("别的", "好。"));
    folder.write("c/s/series.yaml", with(kSeries, "p.csv", "q.csv"));
    const auto ran = run(folder);
    CHECK(ran.built == Names{"other.pdf"});
    CHECK(ran.failed == Names{"s.pdf"});
    CHECK(said_of(folder) == Names{"series.yaml:2:35 series-file"});
    folder.write("c/s/series.yaml", "zheye: 1\nseries: {template: t.yaml, tabel: p.csv}\n");
    CHECK(said_of(folder) == Names{"series.yaml:2:28 unknown-key", "series.yaml:2:9 missing-key"});
    folder.write("c/s/series.yaml", kSeries);
    folder.write("c/s/p.csv", "\xC3\xFB\xB3\xC6,a\n1,2\n");
    CHECK(said_of(folder) == Names{"p.csv:1:1 not-utf8"});
}
