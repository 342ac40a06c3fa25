// Which files are brochures, and what their outputs are called.
#include "project/find_files.h"
#include "project/find_jobs.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::project;
using Pairs = std::vector<std::pair<std::string, std::string>>;
using Names = std::vector<std::string>;

namespace {

MemoryFileSystem disk() {
    return MemoryFileSystem({{"c/a/brochure.yaml", "# 说明\nzheye: 1\n"},
                             {"c/a/poster.yaml", "版本: 1\n"},
                             {"c/a/facts.yaml", "gdp: {name: zheye, value: 1}\n"},
                             {"c/a/.hidden.yaml", "zheye: 1\n"},
                             {"c/.git/x.yaml", "zheye: 1\n"},
                             {"c/b/deep/brochure.yaml", "\xEF\xBB\xBFzheye : 1\n"},
                             {"c/b/b1.yml", "zheye: 1\n"},
                             {"c/b/notes.txt", "zheye: 1\n"},
                             {"d/a/brochure.yaml", "zheye: 1\n"},
                             {"empty/x.txt", ""},
                             {"list", "# 名单\n\nc/a\r\nc/b/b1.yml  \n"},
                             {"bad-list", "c/a\nc/none.yaml\n"}});
}

Pairs found(Inputs inputs) {
    const auto files = disk();
    const auto jobs = find_jobs(inputs, files);
    if (!jobs) FAIL(jobs.error().message.en);
    Pairs pairs;
    for (const auto& job : *jobs) pairs.emplace_back(job.source, job.targets.front());
    return pairs;
}

std::string refused(Inputs inputs) {
    const auto files = disk();
    const auto jobs = find_jobs(inputs, files);
    REQUIRE_FALSE(jobs);
    return jobs.error().message.en;
}

}  // namespace

TEST_CASE("in a folder every file is a brochure that says its version; outputs lie as the brochures do") {
    CHECK(found({.paths = {"c"}, .out = "o"}) == Pairs{{"c/a/brochure.yaml", "o/a.pdf"},
                                                       {"c/a/poster.yaml", "o/a/poster.pdf"},
                                                       {"c/b/b1.yml", "o/b/b1.pdf"},
                                                       {"c/b/deep/brochure.yaml", "o/b/deep.pdf"}});
    CHECK(found({.paths = {"c/a/"}, .out = "o"}) ==
          Pairs{{"c/a/brochure.yaml", "o/a.pdf"}, {"c/a/poster.yaml", "o/poster.pdf"}});
    CHECK(found({.paths = {"./c/b"}, .out = "o"}).size() == 2);
    CHECK(found({.paths = {"."}, .out = "o"}).size() == 5);
    CHECK(found({.paths = {"c", "c/a/poster.yaml"}, .out = "o"}).size() == 4);
}

TEST_CASE("files by name, by pattern and by list") {
    CHECK(found({.paths = {"c/a/facts.yaml"}, .out = "o"}) == Pairs{{"c/a/facts.yaml", "o/facts.pdf"}});
    CHECK(found({.paths = {"c/*/*.yaml"}, .out = "o"}) ==
          Pairs{{"c/a/brochure.yaml", "o/a.pdf"}, {"c/a/poster.yaml", "o/poster.pdf"}});
    CHECK(found({.paths = {"c/[ab]"}, .out = "o"}) == Pairs{{"c/a/brochure.yaml", "o/a.pdf"}});
    CHECK(found({.paths = {"c/**/brochure.yaml"}, .out = "o"}).size() == 2);
    CHECK(found({.lists = {"list"}, .out = "o"}).size() == 3);
    CHECK(found({.paths = {"c/a/poster.yaml"}, .out = "o", .profiles = {"screen", "print"}, .emit = Emit::dump}) ==
          Pairs{{"c/a/poster.yaml", "o/poster.dump"}});
}

TEST_CASE("what is not there, what is none and what would collide is refused") {
    CHECK(refused({.paths = {"none.yaml"}}) == "there is no file 'none.yaml'");
    CHECK(refused({.paths = {"empty"}}) == "the folder 'empty' has no brochure");
    CHECK(refused({.paths = {"c/*/none*"}}) == "no brochure fits 'c/*/none*'");
    CHECK(refused({.lists = {"bad-list"}}) == "bad-list:2: there is no file 'c/none.yaml'");
    CHECK(refused({.paths = {"c", "d"}, .out = "o"}) ==
          "'c/a/brochure.yaml' and 'd/a/brochure.yaml' would write the same file: o/a.pdf");
}

TEST_CASE("patterns: names that fit, in order, without hidden ones") {
    const auto files = disk();
    CHECK(matches("c/?", files) == Names{"c/a", "c/b"});
    CHECK(matches("c/*/*.txt", files) == Names{"c/b/notes.txt"});
    CHECK(matches("c/*/.*", files) == Names{"c/a/.hidden.yaml"});
    CHECK(matches("**/brochure.yaml", files) ==
          Names{"c/a/brochure.yaml", "c/b/deep/brochure.yaml", "d/a/brochure.yaml"});
    CHECK(files_in("c/b", files) == Names{"c/b/b1.yml", "c/b/deep/brochure.yaml", "c/b/notes.txt"});
}
