// Two texts of a brochure have one identity exactly if nothing that is printed differs.
#include "content/identity.h"

#include "yaml/read.h"

#include <catch2/catch.hpp>

using namespace zheye;

namespace {

Hash128 identity_of(const std::string& text, const std::string& facts) {
    const MemoryFileSystem files({{"/c/brochure.yaml", text}, {"/c/facts.yaml", facts}});
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    const auto tree = yaml::read("/c/brochure.yaml", files, sources, diagnostics);
    REQUIRE(tree);
    const auto brochure = content::read(*tree, "/c", files, diagnostics);
    REQUIRE(brochure);
    return content::identity(*tree, *brochure);
}

const std::string kText =
    "zheye: 1\n"
    "title: 一城新绿\n"
    "facts: !include facts.yaml\n"
    "chapters:\n"
    "- title: 东风路街道\n"
    "  content: [\"完成{gdp}。\", {stats: [people]}]\n";
const std::string kFacts =
    "gdp: {name: 地区生产总值, value: 127, unit: 亿元}\n"
    "people: {name: 人口, value: 14, unit: 万}\n"
    "roads: {name: 道路, value: 3, unit: 条}\n";

std::string with(std::string text, const std::string& was, const std::string& is) {
    const auto at = text.find(was);
    REQUIRE(at != std::string::npos);
    return text.replace(at, was.size(), is);
}

}  // namespace

TEST_CASE("facts that nothing asks for, comments and blanks make no difference") {
    const auto before = identity_of(kText, kFacts);
    CHECK(identity_of(kText, with(kFacts, "value: 3", "value: 4")) == before);
    CHECK(identity_of(kText, kFacts + "parks: {name: 公园, value: 9}\n") == before);
    CHECK(identity_of(kText, "# 说明\n" + kFacts) == before);
    CHECK(identity_of(with(kText, "title: 一", "title:   一"), kFacts) == before);
}

TEST_CASE("facts that are printed, as text or as cards, and all other texts do") {
    const auto before = identity_of(kText, kFacts);
    CHECK(identity_of(kText, with(kFacts, "value: 127", "value: 128")) != before);
    CHECK(identity_of(kText, with(kFacts, "value: 14", "value: 15")) != before);
    CHECK(identity_of(with(kText, "东风路", "文化路"), kFacts) != before);
    CHECK(identity_of(with(kText, "{gdp}", "{gdp}{roads}"), kFacts) != before);
    CHECK(identity_of(with(kText, "title: 一城", "subtitle: 一\ntitle: 一城"), kFacts) != before);
}
