// `zheye watch` as an editor meets it: saves, replaced files, includes that come and go, texts that are broken for a
// while.
#include "cli/program.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <thread>

using namespace zheye::cli::test;

namespace {

using namespace std::chrono_literals;

/// Whether it comes true before anybody loses patience.
bool eventually(const std::function<bool()>& is_true) {
    for (int i = 0; i < 1000; ++i) {
        if (is_true()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

std::string with(std::string text, const std::string& was, const std::string& is) {
    const auto at = text.find(was);
    REQUIRE(at != std::string::npos);
    return text.replace(at, was.size(), is);
}

const std::string kShared =
    "zheye: 1\ntitle: 一城新绿\nfacts: !include facts.yaml\nchapters:\n- title: 章\n  content: [\"{gdp}。\"]\n";

}  // namespace

TEST_CASE("watch makes a brochure again when it is saved, and keeps the last good file while it is broken") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    desk.write("c/b.yaml", kShared);
    desk.write("c/facts.yaml", "gdp: {name: 总值, value: 1, unit: 元}\n");
    const auto watching = desk.start({"watch", "c", "-o", "out", "--emit", "dump"});
    const auto holds = [&](const std::string& name, const std::string& text) {
        return eventually([&] { return desk.read("out/" + name).find(text) != std::string::npos; });
    };
    CHECK(holds("a.dump", "东风路街道"));
    CHECK(holds("b.dump", "1元"));
    CHECK(eventually([&] { return watching.said().find("看着 2 本") != std::string::npos; }));

    desk.write("c/a.yaml", with(kFiveLines, "东风路", "文化路"));
    CHECK(holds("a.dump", "文化路街道"));

    desk.write("c/a.yaml", kBroken);
    CHECK(eventually([&] { return watching.complained().find("titel") != std::string::npos; }));
    CHECK(desk.read("out/a.dump").find("文化路街道") != std::string::npos);

    // An editor that writes another file and gives it the name.
    desk.write("c/.a.yaml.new", with(kFiveLines, "东风路", "花园路"));
    std::filesystem::rename(desk.path("c/.a.yaml.new"), desk.path("c/a.yaml"));
    CHECK(holds("a.dump", "花园路街道"));

    desk.write("c/facts.yaml", "gdp: {name: 总值, value: 27, unit: 元}\n");
    CHECK(holds("b.dump", "27元"));

    std::filesystem::remove(desk.path("c/facts.yaml"));
    CHECK(eventually([&] { return watching.complained().find("include-missing") != std::string::npos; }));
    desk.write("c/facts.yaml", "gdp: {name: 总值, value: 35, unit: 元}\n");
    CHECK(holds("b.dump", "35元"));

    desk.write("c/new/brochure.yaml", with(kFiveLines, "东风路", "新建路"));
    CHECK(holds("new.dump", "新建路街道"));
    CHECK(watching.end(SIGINT) == 130);
}
