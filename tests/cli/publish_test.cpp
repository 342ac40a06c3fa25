// `zheye publish` as a person runs it: what it says, what it ends with, what it leaves.
#include "cli/program.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <filesystem>

using namespace zheye::cli::test;
using Catch::Contains;

TEST_CASE("publish makes what is stale and puts it into a folder, and says so") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    const auto first = desk.run({"publish", "c"});
    INFO(first.err);
    CHECK(first.exit == 0);
    CHECK_THAT(first.out, Contains("共 1 本：生成 1") && Contains("有 1 种没有日期，没有列进订阅：c/a.yaml；") &&
                              Contains("site：共 1 种；写了 7 个文件，没有变 0，拿走 0"));
    CHECK(desk.read("site/a/a.pdf") == desk.read("output/a.pdf"));
    CHECK(desk.has("site/index.html"));
    const auto second = desk.run({"publish", "c", "--lang", "en"}, {{"SOURCE_DATE_EPOCH", "1564531200"}});
    CHECK_THAT(second.out, Contains("site: 1 brochure;"));
    CHECK_THAT(desk.read("site/feed.xml"), Contains("2019-07-31T00:00:00Z"));
    CHECK_THAT(desk.read("site/index.html"), Contains("2019年7月31日"));
    CHECK_THAT(desk.run({"publish", "c"}, {{"SOURCE_DATE_EPOCH", "1564531200"}}).out,
               Contains("没有变 1，") && Contains("写了 0 个文件，没有变 7"));
}

TEST_CASE("batch goes on with what publish has made, and the other way round") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    CHECK(desk.run({"batch", "c"}).exit == 0);
    CHECK_THAT(desk.run({"publish", "c"}).out, Contains("生成 0，没有变 1"));
    CHECK_THAT(desk.run({"batch", "c"}).out, Contains("生成 0，没有变 1"));
    CHECK(desk.run({"batch", "c", "--shard", "1/2"}).exit == 0);
    CHECK(desk.run({"publish", "c"}).exit == 0);
}

TEST_CASE("a brochure with errors is told of and stops no other") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    desk.write("c/b.yaml", kBroken);
    const auto ran = desk.run({"publish", "c"});
    CHECK(ran.exit == 1);
    CHECK_THAT(ran.err, Contains("c/b.yaml:3:1") && Contains("没有发布：c/b.yaml"));
    CHECK(desk.has("site/a/a.pdf"));
    CHECK_FALSE(desk.has("site/b"));
}

TEST_CASE("publish writes the report of batch: what was made, what stood, what failed") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    desk.write("c/b.yaml", kBroken);
    CHECK(desk.run({"publish", "c", "--report", "report.json"}).exit == 1);
    CHECK_THAT(desk.read("report.json"), Contains(R"({"built":1,"fresh":0,"failed":1,"left":0,"pages":4,"bytes":)") &&
                                             Contains(R"("a.pdf":{"source":"c/a.yaml","state":"built")") &&
                                             Contains(R"("b.pdf":{"source":"c/b.yaml","state":"failed")"));
    CHECK(desk.run({"publish", "c", "--report", "report.json"}).exit == 1);
    CHECK_THAT(desk.read("report.json"), Contains(R"({"built":0,"fresh":1,"failed":1,)"));
    CHECK(desk.run({"publish", "c", "--report", "c/a.yaml/report.json"}).exit == 3);
}

TEST_CASE("a file of somebody else's is left alone, with a word of what to do") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    desk.write("site/index.html", "mine");
    const auto ran = desk.run({"publish", "c"});
    CHECK(ran.exit == 2);
    CHECK_THAT(ran.err, Contains("site/index.html”不是 zheye publish 写的") && Contains("--to"));
    CHECK_THAT(desk.run({"publish", "c", "--lang", "en"}).err, Contains("was not written by zheye publish"));
    CHECK(desk.read("site/index.html") == "mine");
    CHECK(desk.run({"publish", "c", "--to", "other"}).exit == 0);
}

TEST_CASE("the site is not made among the files of which it is made") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    const auto ran = desk.run({"publish", "c", "-o", "made", "--to", "./made/"});
    CHECK(ran.exit == 2);
    CHECK_THAT(ran.err, Contains("--to 和 -o 不能是同一个文件夹"));
    CHECK_FALSE(desk.has("made"));
}

TEST_CASE("a folder that cannot be written to ends with 3") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    desk.write("site", "a file");
    const auto ran = desk.run({"publish", "c"});
    CHECK(ran.exit == 3);
    CHECK_THAT(ran.err, Contains("不能写入“site/.zheye/lock”"));
}

TEST_CASE("with JSON standard output is the report of what was made and nothing else") {
    const Desk desk;
    desk.write("c/a.yaml", kFiveLines);
    const auto ran = desk.run({"publish", "c", "--diagnostics", "json"});
    CHECK(ran.exit == 0);
    CHECK_THAT(ran.out, Catch::StartsWith("{\"built\":1,") && Catch::EndsWith("}}\n"));
    CHECK(ran.out.find("site") == std::string::npos);
}
