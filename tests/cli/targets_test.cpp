// Which file is read and which is written.
#include "cli/home.h"
#include "cli/targets.h"

#include <catch2/catch.hpp>

using namespace zheye;

namespace {

MemoryFileSystem disk() {
    return MemoryFileSystem({{"/c/jinshui/brochure.yaml", "a"},
                             {"/c/east.yaml", "b"},
                             {"/c/old/brochure.yaml", "c"},
                             {"/s/series.yaml", "zheye: 1\n系列:\n  表: t.csv\n"},
                             {"/d/east.yaml", "d"},
                             {"/made/last.pdf", "e"},
                             {"/home/fonts/fonts.yaml", "f"},
                             {"/usr/share/zheye/fonts/fonts.yaml", "g"}});
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs found(std::vector<std::string> inputs, std::string out, cli::Emit emit = cli::Emit::pdf) {
    const auto jobs = cli::find_targets({.inputs = std::move(inputs), .out = std::move(out), .emit = emit}, disk());
    if (!jobs) FAIL(jobs.error().message.en);
    Pairs pairs;
    for (const cli::Job& job : *jobs) pairs.emplace_back(job.source, job.targets.front());
    return pairs;
}

std::string refused(std::vector<std::string> inputs, std::string out) {
    const auto jobs = cli::find_targets({.inputs = std::move(inputs), .out = std::move(out)}, disk());
    REQUIRE_FALSE(jobs);
    CHECK(jobs.error().exit == cli::Exit::wrong_usage);
    return jobs.error().message.en;
}

}  // namespace

TEST_CASE("the output is named after the file, or after the folder of brochure.yaml") {
    CHECK(found({"/c/east.yaml"}, "") == Pairs{{"/c/east.yaml", "output/east.pdf"}});
    CHECK(found({"/c/jinshui"}, "") == Pairs{{"/c/jinshui/brochure.yaml", "output/jinshui.pdf"}});
    CHECK(found({"/c/jinshui/"}, "made/") == Pairs{{"/c/jinshui/brochure.yaml", "made/jinshui.pdf"}});
    CHECK(found({"/c/jinshui/brochure.yaml"}, "x.pdf") == Pairs{{"/c/jinshui/brochure.yaml", "x.pdf"}});
    CHECK(found({"/c/east.yaml"}, "/made") == Pairs{{"/c/east.yaml", "/made/east.pdf"}});
    CHECK(found({"/c/east.yaml"}, "", cli::Emit::dump) == Pairs{{"/c/east.yaml", "output/east.dump"}});
    CHECK(found({"/c/east.yaml"}, "", cli::Emit::svg) == Pairs{{"/c/east.yaml", "output/east.svg"}});
    CHECK(found({"/c/east.yaml"}, "-") == Pairs{{"/c/east.yaml", "-"}});
    CHECK(found({"/c/east.yaml", "/c/jinshui"}, "new") ==
          Pairs{{"/c/east.yaml", "new/east.pdf"}, {"/c/jinshui/brochure.yaml", "new/jinshui.pdf"}});
}

TEST_CASE("whole sheets do not take the place of the version for the screen") {
    const auto jobs = cli::find_targets({.inputs = {"/c/east.yaml"}, .sheets = true}, disk());
    REQUIRE(jobs);
    CHECK(jobs->front().targets == std::vector<std::string>{"output/east-sheets.pdf"});
}

TEST_CASE("a check writes nothing, and may look at files of the same name") {
    const auto jobs =
        cli::find_targets({.command = cli::Command::check, .inputs = {"/c/east.yaml", "/d/east.yaml"}}, disk());
    REQUIRE(jobs);
    for (const cli::Job& job : *jobs) CHECK(job.targets.empty());
}

TEST_CASE("inputs and outputs that cannot be are refused before anything is done") {
    CHECK(refused({"/c/west.yaml"}, "") == "there is no file '/c/west.yaml'");
    CHECK(refused({"/c"}, "") == "the folder '/c' has no brochure.yaml");
    CHECK_THAT(refused({"/c/east.yaml", "/c/jinshui"}, "one.pdf"), Catch::Contains("'one.pdf' is none"));
    CHECK_THAT(refused({"/c/east.yaml", "/c/jinshui"}, "/made/last.pdf"), Catch::Contains("is none"));
    CHECK_THAT(refused({"/c/east.yaml", "/c/jinshui"}, "-"), Catch::Contains("'-' is none"));
    CHECK_THAT(refused({"/c/east.yaml", "/d/east.yaml"}, "made/"),
               Catch::Contains("would write the same file: made/east.pdf"));
    CHECK_THAT(refused({"/c/east.yaml"}, "/c/east.yaml"), Catch::Contains("would overwrite the input"));
    CHECK_THAT(refused({"/c/east.yaml"}, "/c/old/../east.yaml"), Catch::Contains("would overwrite the input"));
}

TEST_CASE("themes and fonts are found beside the program, or where ZHEYE_HOME says and nowhere else") {
    const auto files = disk();
    CHECK(cli::find_home({.executable = "/home/build/zheye"}, files) == "/home");
    CHECK(cli::find_home({.executable = "/usr/bin/zheye"}, files) == "/usr/share/zheye");
    CHECK(cli::find_home({.home = "/usr/share/zheye", .executable = "/home/build/zheye"}, files) == "/usr/share/zheye");
    CHECK(cli::find_home({.home = "/c", .executable = "/home/build/zheye"}, files) == std::nullopt);
    CHECK(cli::find_home({.executable = "/elsewhere/bin/zheye"}, files) == std::nullopt);
}

TEST_CASE("a series is made by a batch, and who builds it is told so") {
    CHECK(refused({"/s"}, "") == "'/s/series.yaml' is a series: make it with zheye batch /s");
    CHECK(refused({"/s/series.yaml"}, "") == "'/s/series.yaml' is a series: make it with zheye batch /s/series.yaml");
}
