// The first brochure of the README, built as its reader would: what is promised there must work.
#include "cli/program.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>

using namespace zheye::cli::test;

namespace {

std::string readme(const std::string& name) {
    std::ifstream in(std::string(ZHEYE_ROOT) + "/" + name, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The first block fenced as YAML.
std::string first_example(const std::string& text) {
    const std::string fence = "```yaml\n";
    const auto begin = text.find(fence);
    REQUIRE(begin != std::string::npos);
    const auto end = text.find("\n```", begin);
    REQUIRE(end != std::string::npos);
    return text.substr(begin + fence.size(), end - begin - fence.size() + 1);
}

}  // namespace

TEST_CASE("the example of each README builds without a word of complaint") {
    for (const auto* name : {"README.md", "README.en.md"}) {
        const Desk desk;
        desk.write("brochure.yaml", first_example(readme(name)));
        const auto outcome = desk.run({"build", "brochure.yaml", "-o", "out.pdf"});
        INFO(name << "\n" << outcome.err);
        CHECK(outcome.exit == 0);
        CHECK(outcome.err.empty());
        CHECK(desk.has("out.pdf"));
    }
}

TEST_CASE("the mistake shown in the README is reported as it stands there") {
    const auto text = readme("README.md");
    auto example = first_example(text);
    const auto at = example.find("{people}人口。");
    REQUIRE(at != std::string::npos);
    example.replace(at, std::string("{people}").size(), "{pepole}");
    const Desk desk;
    desk.write("content/我的册子/brochure.yaml", example);
    const auto outcome = desk.run({"check", "content/我的册子", "--lang", "zh"});
    CHECK(outcome.exit == 1);
    INFO(outcome.err);
    const auto first_line = outcome.err.substr(0, outcome.err.find('\n'));
    CHECK(text.find(first_line) != std::string::npos);
    const auto caret = outcome.err.find("^~~~~~");
    CHECK(caret != std::string::npos);
}
