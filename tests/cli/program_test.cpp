// The program from outside: exit codes, streams and files, as a person, an editor and a build server meet them.
#include "cli/program.h"
#include "support/places.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace zheye::cli::test;
using Catch::Contains;
using Catch::StartsWith;
using nlohmann::json;

TEST_CASE("five lines make a PDF") {
    const Desk desk;
    desk.write("新绿.yaml", kFiveLines);
    const auto chinese = desk.run({"build", "新绿.yaml"});
    CAPTURE(chinese.err);
    CHECK(chinese.exit == 0);
    CHECK(chinese.err.empty());
    CHECK_THAT(chinese.out, StartsWith("已生成 output/新绿.pdf（"));
    CHECK_THAT(desk.read("output/新绿.pdf"), StartsWith("%PDF-") && Contains("%%EOF"));

    const auto english = desk.run({"build", "新绿.yaml", "-o", "made/new.pdf"}, {{"LANG", "en_GB.UTF-8"}});
    CHECK(english.exit == 0);
    CHECK_THAT(english.out, StartsWith("wrote made/new.pdf ("));
    CHECK(desk.read("made/new.pdf") == desk.read("output/新绿.pdf"));
    CHECK(desk.run({"build", "新绿.yaml", "-q"}).out.empty());
}

TEST_CASE("errors in the content: all are listed with their place, and the old PDF stays") {
    const Desk desk;
    desk.write("a/brochure.yaml", kBroken);
    desk.write("output/a.pdf", "the last good one");
    const auto chinese = desk.run({"build", "a"});
    CHECK(chinese.exit == 1);
    CHECK(chinese.out.empty());
    CHECK_THAT(chinese.err, StartsWith("a/brochure.yaml:3:1: 错误：") && Contains("titel: 两个街道的年度答卷"));
    const auto english = desk.run({"build", "a", "--lang", "en"});
    CHECK(english.exit == 1);
    CHECK_THAT(english.err, StartsWith("a/brochure.yaml:3:1: error: ") && Contains("titel"));
    CHECK(desk.read("output/a.pdf") == "the last good one");
    CHECK_FALSE(desk.has("output/a.pdf.tmp"));

    CHECK(desk.run({"check", "a"}).exit == 1);
    desk.write("a/brochure.yaml", kFiveLines);
    const auto checked = desk.run({"check", "a"});
    CHECK(checked.exit == 0);
    CHECK_THAT(checked.out, StartsWith("a/brochure.yaml：没有错误（"));
    CHECK(desk.read("output/a.pdf") == "the last good one");
}

TEST_CASE("check ends with the number of errors and warnings") {
    const Desk desk;
    desk.write("a.yaml", "zheye: 1\ntitle: 甲,乙(丙)\nchapters:\n- title: 章\n  content: [好]\n");
    CHECK_THAT(desk.run({"check", "a.yaml"}).out, StartsWith("a.yaml：没有错误，3 处提醒（"));
    CHECK_THAT(desk.run({"check", "a.yaml", "--lang", "en"}).out, StartsWith("a.yaml: no errors, 3 warnings ("));
    desk.write("b.yaml", "zheye: 1\ntitle: 甲,乙\ntitel: 丙\n");
    const auto broken = desk.run({"check", "b.yaml", "--lang", "en"});
    CHECK(broken.exit == 1);
    CHECK(broken.out == "b.yaml: 1 error, 1 warning\n");
    CHECK(desk.run({"check", "b.yaml"}).out == "b.yaml：1 个错误，1 处提醒\n");
    CHECK(desk.run({"check", "b.yaml", "--quiet"}).out.empty());
    CHECK(desk.run({"build", "b.yaml"}).out.empty());
}

TEST_CASE("JSON diagnostics are one array on standard output and nothing else") {
    const Desk desk;
    desk.write("bad.yaml", kBroken);
    desk.write("good.yaml", kFiveLines);
    const auto good = desk.run({"check", "good.yaml", "--diagnostics", "json"});
    CHECK(good.exit == 0);
    CHECK(json::parse(good.out) == json::array());
    CHECK(good.err.empty());

    const auto bad = desk.run({"check", "bad.yaml", "good.yaml", "bad.yaml", "--diagnostics", "json"});
    CHECK(bad.exit == 1);
    CHECK(bad.err.empty());
    const json list = json::parse(bad.out);
    REQUIRE(list.is_array());
    REQUIRE_FALSE(list.empty());
    CHECK(list[0]["severity"] == "error");
    CHECK(list[0]["file"] == "bad.yaml");
    CHECK(list[0]["line"] == 3);
    CHECK_FALSE(list[0]["message"]["zh"].get<std::string>().empty());
    CHECK_FALSE(list[0]["message"]["en"].get<std::string>().empty());

    const auto built = desk.run({"build", "good.yaml", "--diagnostics", "json"});
    CHECK(built.exit == 0);
    CHECK(json::parse(built.out) == json::array());
    const auto piped = desk.run({"build", "good.yaml", "--diagnostics", "json", "-o", "-"});
    CHECK(piped.exit == 0);
    CHECK_THAT(piped.out, StartsWith("%PDF-"));
    CHECK(json::parse(piped.err) == json::array());
}

TEST_CASE("wrong usage ends with 2 and writes nothing") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    desk.write("empty/readme.txt", "");
    CHECK(desk.run({}).exit == 2);
    CHECK(desk.run({"build"}).exit == 2);
    CHECK(desk.run({"build", "a.yaml", "--emit", "png"}).exit == 2);
    CHECK(desk.run({"build", "a.yaml", "--profile", "paper"}).exit == 2);
    CHECK(desk.run({"build", "a.yaml"}, {{"SOURCE_DATE_EPOCH", "soon"}}).exit == 2);
    const auto missing = desk.run({"build", "b.yaml"});
    CHECK(missing.exit == 2);
    CHECK_THAT(missing.err, Contains("没有文件“b.yaml”"));
    const auto folder = desk.run({"build", "empty", "--lang", "en"});
    CHECK(folder.exit == 2);
    CHECK_THAT(folder.err, Contains("the folder 'empty' has no brochure.yaml"));
    CHECK_FALSE(desk.has("output"));
}

TEST_CASE("help and version go to standard output") {
    const Desk desk;
    const auto help = desk.run({"build", "--help"});
    CHECK(help.exit == 0);
    CHECK(help.err.empty());
    CHECK_THAT(help.out, StartsWith("用法：zheye build"));
    CHECK_THAT(desk.run({"--help"}, {{"LC_ALL", "en_GB.UTF-8"}}).out, Contains("Exit status:"));
    CHECK_THAT(desk.run({"--help"}, {{"LC_ALL", "C"}, {"LANG", "en_GB.UTF-8"}}).out, Contains("返回值"));
    CHECK_THAT(desk.run({"--version"}).out, StartsWith("zheye "));
}

TEST_CASE("a system that fails ends with 3 and says how") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    desk.write("file", "in the way");
    const auto blocked = desk.run({"build", "a.yaml", "-o", "file/below/a.pdf"});
    CHECK(blocked.exit == 3);
    CHECK_THAT(blocked.err, Contains("不能写入“file/below/a.pdf”") && Contains("cannot-write"));
    const auto listed = desk.run({"build", "a.yaml", "-o", "file/a.pdf", "--diagnostics", "json"});
    CHECK(listed.exit == 3);
    CHECK(json::parse(listed.out)[0]["code"] == "cannot-write");
    CHECK(desk.read("file") == "in the way");

    const auto homeless = desk.run({"build", "a.yaml"}, {{"ZHEYE_HOME", desk.path("nowhere")}});
    CHECK(homeless.exit == 3);
    CHECK_THAT(homeless.err, Contains("ZHEYE_HOME"));
    CHECK(desk.run({"build", "a.yaml", "-o", "-"}, {}, "/dev/full").exit == 3);
    CHECK(desk.run({"check", "a.yaml", "--diagnostics", "json"}, {}, "/dev/full").exit == 3);
}

TEST_CASE("fonts that are not installed are the system's fault, and the package is named") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    std::ifstream catalog(ZHEYE_ROOT "/fonts/fonts.yaml");
    std::string fonts(std::istreambuf_iterator<char>(catalog), {});
    for (std::size_t at = 0; (at = fonts.find("- /usr/", at)) != std::string::npos;) fonts.replace(at, 7, "- /gone/");
    desk.write("home/fonts/fonts.yaml", fonts);
    for (const char* folder : {"/themes", "/profiles"})
        std::filesystem::create_symlink(std::string(ZHEYE_ROOT) + folder, desk.path("home") + folder);
    const auto bare = desk.run({"build", "a.yaml"}, {{"ZHEYE_HOME", desk.path("home")}});
    CHECK(bare.exit == 3);
    CHECK_THAT(bare.err, Contains("font-not-installed") && Contains("fonts-noto-cjk"));
    CHECK_FALSE(desk.has("output/a.pdf"));
}

TEST_CASE("a check for the press finds what the screen does not mind") {
    const Desk desk;
    std::string text;  // of more than one line
    for (int i = 0; i < 20; ++i) text += "二〇一八年辖区绿意渐浓";
    desk.write("a.yaml",
               "zheye: 1\ntitle: 一城新绿\ntheme: {base: vermilion, page: {left: 2mm, right: 2mm}}\n"
               "chapters:\n- title: 东风路街道\n  content: [" +
                   text + "]\n");
    const auto screen = desk.run({"check", "a.yaml"});
    CHECK(screen.exit == 0);
    CHECK_THAT(screen.err, !Contains("near-trim"));
    const auto press = desk.run({"check", "a.yaml", "--profile", "print"});
    CHECK(press.exit == 0);
    CHECK_THAT(press.err, Contains("near-trim") && Contains("a.yaml:"));
    CHECK_FALSE(desk.has("output"));
}

TEST_CASE("several profiles are several files of one layout") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    desk.write("profiles/print.yaml", "base: print\nsheets: false\n");
    const auto both = desk.run({"build", "a.yaml", "--profile", "screen,print,screen"});
    CHECK(both.exit == 0);
    CHECK_THAT(both.out, Contains("output/a.pdf") && Contains("output/a-print.pdf"));
    CHECK(desk.has("output/a.pdf"));
    CHECK(desk.has("output/a-print.pdf"));
    CHECK(desk.run({"build", "a.yaml", "--profile", "print", "-o", "one.pdf"}).exit == 0);
    CHECK(desk.has("one.pdf"));
    CHECK(desk.run({"build", "a.yaml", "--profile", "screen,print", "-o", "-"}).exit == 2);
    CHECK(desk.run({"build", "a.yaml", "--profile", "screen,,print"}).exit == 2);
    const auto unknown = desk.run({"build", "a.yaml", "--profile", "paper", "--lang", "en"});
    CHECK(unknown.exit == 2);
    CHECK_THAT(unknown.err, Contains("there is no profile 'paper'") && Contains("print, screen"));
}

TEST_CASE("the dump shows the layout as text") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    const auto shown = desk.run({"build", "a.yaml", "--emit", "dump", "-o", "-"});
    CHECK(shown.exit == 0);
    CHECK_THAT(shown.out, Contains("东风路街道"));
    CHECK_THAT(shown.err, Contains("标准输出"));
    CHECK(desk.run({"build", "a.yaml", "--emit", "dump"}).exit == 0);
    CHECK(desk.read("output/a.dump") == shown.out);
}

TEST_CASE("the same input gives the same bytes; SOURCE_DATE_EPOCH is the date in them") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    REQUIRE(desk.run({"build", "a.yaml", "-o", "1.pdf"}).exit == 0);
    REQUIRE(desk.run({"build", "a.yaml", "-o", "2.pdf"}, {{"TZ", "Asia/Shanghai"}, {"LANG", "zh_CN.UTF-8"}}).exit == 0);
    CHECK(desk.read("1.pdf") == desk.read("2.pdf"));
    REQUIRE(desk.run({"build", "a.yaml", "-o", "3.pdf"}, {{"SOURCE_DATE_EPOCH", "1561939200"}}).exit == 0);
    REQUIRE(desk.run({"build", "a.yaml", "-o", "4.pdf"}, {{"SOURCE_DATE_EPOCH", "1561939200"}}).exit == 0);
    CHECK(desk.read("3.pdf") == desk.read("4.pdf"));
    CHECK(desk.read("3.pdf") != desk.read("1.pdf"));
}

TEST_CASE("several brochures in one run: one that is broken does not hold up the others") {
    const Desk desk;
    desk.write("bad.yaml", kBroken);
    desk.write("good.yaml", kFiveLines);
    const auto outcome = desk.run({"build", "bad.yaml", "good.yaml", "-o", "made"});
    CHECK(outcome.exit == 1);
    CHECK_THAT(outcome.err, Contains("bad.yaml:3:1"));
    CHECK_FALSE(desk.has("made/bad.pdf"));
    CHECK_THAT(desk.read("made/good.pdf"), StartsWith("%PDF-"));
}

TEST_CASE("--theme takes the place of the brochure's own") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    const auto dump = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"build", "a.yaml", "--emit", "dump", "-o", "-"});
        return desk.run(words).out;
    };
    CHECK(dump({"--theme", "ink"}) != dump({}));
    CHECK(dump({"--theme", "水墨"}) == dump({"--theme", "ink"}));
    CHECK(dump({"--theme", "vermilion"}) == dump({}));
    const auto wrong = desk.run({"check", "a.yaml", "--theme", "nothing", "--lang", "en"});
    CHECK(wrong.exit == 1);
    CHECK_THAT(wrong.err, Contains("there is no theme 'nothing'"));
}

TEST_CASE("--timings lists every stage, and colour comes when it is asked for") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    const auto timed = desk.run({"build", "a.yaml", "--timings", "--lang", "en"});
    CHECK(timed.exit == 0);
    for (const char* stage : {"start", "yaml", "content", "theme", "fonts", "layout", "output", "write", "total"}) {
        CHECK_THAT(timed.err, Contains("\n" + std::string(stage) + " "));
    }
    desk.write("a.yaml", kBroken);
    CHECK_THAT(desk.run({"check", "a.yaml", "--color", "always"}).err, Contains("\x1b["));
    CHECK_THAT(desk.run({"check", "a.yaml"}).err, !Contains("\x1b["));
}
