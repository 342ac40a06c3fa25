// `zheye batch` from outside: streams, exit codes, the report, and runs that are interrupted or killed.
#include "cli/batch_progress.h"
#include "cli/program.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>

using namespace zheye::cli::test;
using Catch::Contains;
using Catch::EndsWith;
using Catch::StartsWith;
using nlohmann::json;
using zheye::cli::progress_line;
using zheye::diag::Language;

namespace {

void write_many(const Desk& desk, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        desk.write("c/" + std::to_string(i) + ".yaml",
                   std::string(kFiveLines) + "- title: 第" + std::to_string(i) + "本\n  content: [与别的不同。]\n");
}

bool is_whole(const std::string& pdf) { return pdf.starts_with("%PDF-") && pdf.ends_with("%%EOF\n"); }

}  // namespace

TEST_CASE("batch makes what is stale, tells of what fails and counts") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    desk.write("c/b.yaml", kBroken);
    const auto first = desk.run({"batch", "c", "-o", "out/"});
    CHECK(first.exit == 1);
    CHECK_THAT(first.err, StartsWith("c/b.yaml:3:1: 错误：") && EndsWith("没有生成：c/b.yaml\n"));
    CHECK_THAT(first.out, StartsWith("已生成 out/a.pdf（") && Contains("\n共 2 本：生成 1，没有变 0，失败 1（") &&
                              EndsWith(" 秒）\n"));
    CHECK_FALSE(desk.has("out/b.pdf"));

    desk.write("c/b.yaml", kFiveLines);
    const auto second = desk.run({"batch", "c", "-o", "out", "--explain", "--lang", "en"});
    CHECK(second.exit == 0);
    CHECK(second.err.empty());
    CHECK_THAT(second.out, Contains("a.pdf: nothing has changed\n") &&
                               Contains("b.pdf: it was not made before, or there is no record of it\n") &&
                               Contains("wrote out/b.pdf (") &&
                               Contains("2 brochures: 1 made, 1 unchanged, 0 failed ("));
    CHECK(desk.run({"batch", "c", "-o", "out", "-q"}).out.empty());
    CHECK(desk.read("out/a.pdf") == desk.read("out/b.pdf"));
}

TEST_CASE("a batch makes the bytes that build makes") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    CHECK(desk.run({"batch", "c", "-o", "out", "--profile", "screen,print"}).exit == 0);
    CHECK(desk.run({"build", "c/a.yaml", "-o", "made/", "--profile", "screen,print"}).exit == 0);
    CHECK(desk.read("out/a.pdf") == desk.read("made/a.pdf"));
    CHECK(desk.read("out/a-print.pdf") == desk.read("made/a-print.pdf"));
}

TEST_CASE("the report: counts, and for each brochure what became of it") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    desk.write("c/b.yaml", kBroken);
    const auto ran = desk.run({"batch", "c", "-o", "out", "--diagnostics", "json", "--report", "report.json"});
    CHECK(ran.exit == 1);
    CHECK(ran.err.empty());
    const auto report = json::parse(ran.out);
    CHECK(desk.read("report.json") == ran.out);
    CHECK(report["built"] == 1);
    CHECK(report["failed"] == 1);
    CHECK(report["brochures"]["a.pdf"]["state"] == "built");
    CHECK(report["brochures"]["a.pdf"]["because"] == "never-made");
    CHECK(report["brochures"]["a.pdf"]["outputs"][0]["bytes"] == desk.read("out/a.pdf").size());
    CHECK(report["brochures"]["b.pdf"]["state"] == "failed");
    CHECK(report["brochures"]["b.pdf"]["diagnostics"][0]["line"] == 3);
    const auto again = json::parse(desk.run({"batch", "c/a.yaml", "-o", "out", "--diagnostics", "json"}).out);
    CHECK(again["fresh"] == 1);
    CHECK(again["pages"] == report["pages"]);
}

TEST_CASE("wrong inputs and folders that cannot be written") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    const auto missing = desk.run({"batch", "none"});
    CHECK(missing.exit == 2);
    CHECK_THAT(missing.err, StartsWith("zheye：没有文件“none”\n"));
    CHECK(desk.run({"batch"}).exit == 2);
    CHECK(desk.run({"batch", "c", "--jobs", "none"}).exit == 2);
    desk.write("file", "x");
    const auto blocked = desk.run({"batch", "c", "-o", "file"});
    CHECK(blocked.exit == 3);
    CHECK_THAT(blocked.err, Contains("不能写入“file/.zheye/lock”"));
    // A disk that takes nothing: the file that would be written leads to /dev/full.
    std::filesystem::create_directories(desk.path("full"));
    std::filesystem::create_symlink("/dev/full", desk.path("full/a.pdf"));
    const auto full = desk.run({"batch", "c", "-o", "full"});
    CHECK(full.exit == 3);
    CHECK_THAT(full.err, Contains("不能写入“full/a.pdf”"));
    CHECK_THAT(full.out, Contains("磁盘写不进去，停下了"));
}

TEST_CASE("Ctrl-C ends in good order, and the next run goes on") {
    const Desk desk;
    const std::size_t count = 300;
    write_many(desk, count);
    int exit = 0;
    {
        const auto running = desk.start({"batch", "c", "-o", "out", "-j", "1"});
        while (desk.names("out").empty()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        exit = running.end(SIGINT);
        CHECK_THAT(running.said(), Contains("再运行一次就接着做"));
    }
    CHECK(exit == 130);
    const auto made = desk.names("out").size();
    CHECK(made > 0);
    CHECK(made < count);
    const auto next = json::parse(desk.run({"batch", "c", "-o", "out", "--diagnostics", "json"}).out);
    CHECK(next["fresh"] == made);
    CHECK(next["built"] == count - made);
}

TEST_CASE("killed at any moment: no file is broken, and the next run ends with the same bytes") {
    using Clock = std::chrono::steady_clock;
    const bool is_long = std::getenv("ZHEYE_LONG") != nullptr;
    const int kills = is_long ? 50 : 4;
    const std::size_t count = 24;
    const Desk desk, calm;
    write_many(calm, count);
    const auto begun = Clock::now();
    REQUIRE(calm.run({"batch", "c", "-o", "out"}).exit == 0);
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun).count();
    write_many(desk, count);
    std::mt19937 chance(2018);
    int killed = 0;
    for (int i = 0; killed < kills && i < 20 * kills; ++i) {  // some runs end before they are killed
        const std::chrono::milliseconds moment(std::uniform_int_distribution<long>(1, whole)(chance));
        const auto outcome = desk.run_and_kill({"batch", "c", "-o", "out", "--force"}, SIGKILL, moment);
        killed += outcome.exit == -1;
        for (const auto& name : desk.names("out"))
            if (name.ends_with(".pdf")) CHECK(is_whole(desk.read("out/" + name)));
    }
    CHECK(killed == kills);
    CHECK(desk.run({"batch", "c", "-o", "out"}).exit == 0);
    CHECK(desk.names("out").size() == count);
    for (const auto& name : desk.names("out")) CHECK(desk.read("out/" + name) == calm.read("out/" + name));
    const auto report = json::parse(desk.run({"batch", "c", "-o", "out", "--diagnostics", "json"}).out);
    CHECK(report["fresh"] == count);
}

TEST_CASE("the line of progress: count, rate, time left, what is under way, cut to the terminal") {
    CHECK(progress_line(0, 1000, 0, "a.pdf", 80, Language::zh) == "[--------------------] 0/1000 · a.pdf");
    CHECK(progress_line(500, 1000, 10, "东风路.pdf", 80, Language::zh) ==
          "[##########----------] 500/1000 · 每秒 50.0 本 · 还要 10 秒 · 东风路.pdf");
    CHECK(progress_line(10, 1000, 10, "a.pdf", 80, Language::en) ==
          "[--------------------] 10/1000 · 1.0/s · 17 min left · a.pdf");
    CHECK(progress_line(0, 10, 0, "东风路街道.pdf", 40, Language::zh) == "[--------------------] 0/10 · 东风路街…");
}
