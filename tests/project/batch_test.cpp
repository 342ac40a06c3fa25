// Runs over several brochures: what is made, what is left as it is, and why.
#include "project/folder.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace zheye;
using namespace zheye::project;
using namespace zheye::project::test;
using Names = std::set<std::string>;
using Why = Stale::Why;

namespace {

/// Two brochures share facts; a third has a text of its own.
void write_three(const Folder& folder) {
    folder.write("c/facts.yaml",
                 "gdp: {name: 总值, value: 127, unit: 亿元}\npeople: {name: 人口, value: 14, unit: 万}\n"
                 "roads: {name: 道路, value: 3, unit: 条}\n");
    folder.write("c/east.yaml", brochure("东", "完成{gdp}。", "facts: !include facts.yaml\n"));
    folder.write("c/west.yaml", brochure("西", "有{people}人。", "facts: !include facts.yaml\n"));
    folder.write("c/north/brochure.yaml", brochure("北", "二〇一八年。"));
}

const Names kAll{"east.pdf", "north.pdf", "west.pdf"};

}  // namespace

TEST_CASE("a folder's brochures are made, and made again only when they have changed") {
    const Folder folder;
    write_three(folder);
    const auto first = run(folder);
    CHECK(first.built == kAll);
    CHECK(first.why.at("east.pdf").why == Why::never_made);
    const auto before = folder.read("out/west.pdf");
    CHECK(run(folder).fresh == kAll);

    std::filesystem::last_write_time(folder.path("c/west.yaml"), std::filesystem::file_time_type::clock::now());
    CHECK(run(folder).fresh == kAll);
    folder.write("c/west.yaml", brochure("西", "有{people}个人。", "facts: !include facts.yaml\n"));
    const auto edited = run(folder);
    CHECK(edited.built == Names{"west.pdf"});
    CHECK(edited.why.at("west.pdf").why == Why::other_text);
    CHECK(edited.why.at("west.pdf").path == folder.path("c/west.yaml"));
    CHECK(folder.read("out/west.pdf") != before);
    folder.write("c/west.yaml", brochure("西", "有{people}人。", "facts: !include facts.yaml\n"));
    CHECK(run(folder).built == Names{"west.pdf"});
    CHECK(folder.read("out/west.pdf") == before);
}

TEST_CASE("a shared fact makes those again that print it, a comment none") {
    const Folder folder;
    write_three(folder);
    CHECK(run(folder).built == kAll);
    const std::string gdp = "gdp: {name: 总值, value: 128, unit: 亿元}\n",
                      people = "people: {name: 人口, value: 14, unit: 万}\n";
    folder.write("c/facts.yaml", gdp + people + "roads: {name: 道路, value: 3, unit: 条}\n");
    CHECK(run(folder).built == Names{"east.pdf"});
    folder.write("c/facts.yaml", "# 说明\n" + people + gdp);
    const auto said_the_same = run(folder);
    CHECK(said_the_same.fresh == kAll);
    CHECK(run(folder).fresh == kAll);
    folder.write("c/facts.yaml", gdp + people + "roads: {name: 道路, valeu: 3}\n");
    CHECK(run(folder).failed == Names{"east.pdf", "west.pdf"});
    folder.write("c/facts.yaml", gdp + people);
    CHECK(run(folder).fresh == kAll);
}

TEST_CASE("one that has errors stops no other and keeps its last good file") {
    const Folder folder;
    write_three(folder);
    CHECK(run(folder).built == kAll);
    const auto good = folder.read("out/east.pdf");
    folder.write("c/east.yaml", brochure("东", "完成{gpd}。", "facts: !include facts.yaml\n"));
    folder.write("c/west.yaml", brochure("西", "又有{people}人。", "facts: !include facts.yaml\n"));
    const auto ran = run(folder);
    CHECK(ran.failed == Names{"east.pdf"});
    CHECK(ran.built == Names{"west.pdf"});
    CHECK(ran.codes.at("east.pdf") == std::vector<std::string>{"unknown-fact"});
    CHECK_FALSE(ran.summary.system_failed);
    CHECK(folder.read("out/east.pdf") == good);
    CHECK(run(folder).failed == Names{"east.pdf"});
}

TEST_CASE("outputs that are gone or damaged are made again") {
    const Folder folder;
    write_three(folder);
    CHECK(run(folder).built == kAll);
    const auto good = folder.read("out/east.pdf"), other = folder.read("out/west.pdf");
    std::filesystem::remove(folder.path("out/east.pdf"));
    folder.write("out/west.pdf", other.substr(0, other.size() / 2));
    const auto ran = run(folder);
    CHECK(ran.built == Names{"east.pdf", "west.pdf"});
    CHECK(ran.why.at("east.pdf").why == Why::lost_output);
    CHECK(ran.why.at("west.pdf").why == Why::other_output);
    CHECK(folder.read("out/east.pdf") == good);
    CHECK(folder.read("out/west.pdf") == other);
}

TEST_CASE("a copy of brochures and outputs is as fresh as the original") {
    const Folder folder;
    write_three(folder);
    CHECK(run(folder).built == kAll);
    std::filesystem::create_directories(folder.path("copy"));
    for (const auto* part : {"c", "out"})
        std::filesystem::copy(folder.path(part), folder.path(std::string("copy/") + part),
                              std::filesystem::copy_options::recursive);
    CHECK(run(folder, {}, "copy/c", "copy/out").fresh == kAll);
    CHECK(run(folder, {}, "c", "elsewhere").built == kAll);
}

TEST_CASE("other options and --force make all again; the same bytes are not written twice") {
    const Folder folder;
    write_three(folder);
    CHECK(run(folder).built == kAll);
    Plan plan;
    plan.order.theme = "ink";
    const auto themed = run(folder, plan);
    CHECK(themed.built == kAll);
    CHECK(themed.why.at("east.pdf").why == Why::other_order);
    CHECK(run(folder).built == kAll);
    Plan forced;
    forced.force = true;
    const auto before = std::filesystem::last_write_time(folder.path("out/east.pdf"));
    CHECK(run(folder, forced).why.at("east.pdf").why == Why::forced);
    CHECK(std::filesystem::last_write_time(folder.path("out/east.pdf")) == before);
}

TEST_CASE("a file that was not there before and would be read now counts as well") {
    const Folder folder;
    write_three(folder);
    CHECK(run(folder).built == kAll);
    folder.write("c/profiles/screen.yaml", "base: screen\nlinks: false\n");
    const auto ran = run(folder);
    CHECK(ran.built == Names{"east.pdf", "west.pdf"});
    CHECK(ran.fresh == Names{"north.pdf"});
    CHECK(ran.why.at("east.pdf").why == Why::other_input);
    CHECK(ran.why.at("east.pdf").path == folder.path("c/profiles/screen.yaml"));
}

TEST_CASE("an archive holds its text, so comments count there") {
    const Folder folder;
    write_three(folder);
    Plan plan;
    plan.order.profiles = {"archive"};
    CHECK(run(folder, plan).summary.built == 3);
    folder.write("c/facts.yaml", "# 说明\n" + folder.read("c/facts.yaml"));
    CHECK(run(folder, plan).built == Names{"east-archive.pdf", "west-archive.pdf"});
    CHECK(run(folder, plan).summary.fresh == 3);
}

TEST_CASE("the same bytes come of one thread and of many") {
    const Folder folder;
    for (int i = 0; i < 6; ++i)
        folder.write("c/" + std::to_string(i) + ".yaml",
                     brochure("甲" + std::to_string(i), "二〇一八年，Good morning。"));
    Plan one, many;
    one.threads = 1;
    many.threads = 4;
    CHECK(run(folder, one, "c", "one").summary.built == 6);
    CHECK(run(folder, many, "c", "many").summary.built == 6);
    for (int i = 0; i < 6; ++i) {
        const auto name = "/" + std::to_string(i) + ".pdf";
        CHECK_FALSE(folder.read("one" + name).empty());
        CHECK(folder.read("one" + name) == folder.read("many" + name));
    }
}
