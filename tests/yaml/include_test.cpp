// Files taken in by !include: found from where they are named, kept inside the folder, each with its own messages.
#include "support/yaml_brochure.h"

#include <catch2/catch.hpp>

using zheye::test::YamlRun;

TEST_CASE("an included file stands in place of the include, with its own places") {
    const YamlRun run("a: !include sub/one.yaml\nb: !include sub/one.yaml\n",
                      {{"/b/sub/one.yaml", "x: !include two.yaml\n"}, {"/b/sub/two.yaml", "- 一\n- 二\n"}});
    REQUIRE(run.root);
    CHECK(run.zh().empty());
    const auto& list = run["a"].entries.front().value;
    REQUIRE(list.items.size() == 2);
    const auto place = run.sources.place(list.items[1].span);
    CHECK(place.path == "/b/sub/two.yaml");
    CHECK(place.line == 2);
    CHECK(run["b"].entries.front().value.items.size() == 2);
}

TEST_CASE("mistakes in several files are told in one run, each once") {
    const YamlRun run("a: !include one.yaml\nb: !include two.yaml\nc: !include one.yaml\nd: 1\nd: 2\n",
                      {{"/b/one.yaml", "x: [\n"}, {"/b/two.yaml", "y: 1\ny: 2\n"}});
    REQUIRE(run.root);
    CHECK(run.codes() == "/b/one.yaml:1:4 yaml-syntax; /b/two.yaml:2:1 duplicate-key; 5:1 duplicate-key");
    CHECK(run["a"].is_broken);
    CHECK(run["c"].is_broken);
    CHECK_FALSE(run["b"].is_broken);
}

TEST_CASE("missing, cyclic and foreign files are refused where they are named") {
    CHECK(YamlRun("a: !include facts.yml\n", {{"/b/facts.yaml", ""}}).codes() == "1:13 include-missing");
    CHECK(YamlRun("a: !include facts.yml\n", {{"/b/facts.yaml", ""}}).zh().find("是不是“facts.yaml”") !=
          std::string::npos);
    CHECK(YamlRun("a: !include a.yaml\n").codes() == "1:13 include-cycle");
    CHECK(YamlRun("a: !include o.yaml\n", {{"/b/o.yaml", "x: !include a.yaml\n"}}).codes() ==
          "/b/o.yaml:1:13 include-cycle");
    CHECK(YamlRun("a: !include ../secret.yaml\n", {{"/secret.yaml", "1"}}).codes() == "1:13 include-outside");
    CHECK(YamlRun("a: !include /etc/passwd\n").codes() == "1:13 include-outside");
    CHECK(YamlRun("a: !include sub/../../bb/x.yaml\n", {{"/bb/x.yaml", "1"}}).codes() == "1:13 include-outside");
    CHECK(YamlRun("a: !include ''\n").codes() == "1:13 include-path");
    CHECK(YamlRun("a: !include [x]\n").codes() == "1:4 include-path");
}

TEST_CASE("depth counts through includes") {
    std::string open, close;
    for (int i = 0; i < 40; ++i) open += "[", close += "]";
    CHECK(YamlRun(open + "!include o.yaml" + close, {{"/b/o.yaml", open + close}}).codes() ==
          "/b/o.yaml:1:24 too-deep");
    std::map<std::string, std::string> chain;
    for (int i = 0; i < 200; ++i)
        chain["/b/" + std::to_string(i) + ".yaml"] = "!include " + std::to_string(i + 1) + ".yaml\n";
    CHECK(YamlRun("!include 0.yaml\n", chain).codes().ends_with("too-deep"));
}
