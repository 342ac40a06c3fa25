// Rule M4: half-width marks beside Han are reported where they stand, and only there.
#include "support/content_brochure.h"

#include <catch2/catch.hpp>

using namespace zheye;

namespace {

/// The marks reported in a line of text, each as the source has it, with the mark that is proposed.
std::string reported(const std::string& line) {
    const auto run = test::with_blocks("  - text: |\n      " + line + "\n");
    std::string all;
    for (const auto& one : run.diagnostics.all()) {
        CHECK(one.code == "halfwidth-punctuation");
        CHECK(one.severity == diag::Severity::warning);
        const auto hint = one.hints.front().en;
        all += run.at(one.span) + hint.substr(hint.find("“"), hint.find("”") + 3 - hint.find("“"));
    }
    CHECK(run.brochure.has_value());  // a warning is no error
    return all;
}

}  // namespace

TEST_CASE("each half-width mark beside Han is reported") {
    CHECK(reported("甲,乙") == ",“，”");
    CHECK(reported("甲.") == ".“。”");
    CHECK(reported("甲:1;乙!丙?") == ":“：”;“；”!“！”?“？”");
    CHECK(reported("2018,同比") == ",“，”");
    CHECK(reported("1.加强") == ".“．”");
    CHECK(reported("甲...乙") == "...“……”");
}

TEST_CASE("a pair of brackets is reported together") {
    CHECK(reported("甲(x) y") == "(“（”)“）”");
    CHECK(reported("x (甲) y") == "(“（”)“）”");
    CHECK(reported("f(x) 甲") == "");
}

TEST_CASE("marks in numbers, Latin text and addresses are fine") {
    CHECK(reported("第3.2节，1,000人，10:30开始") == "");
    CHECK(reported("Mr. Smith, a (b): c; d! e?") == "");
    CHECK(reported("[见](https://a.cn/b:c,d)，https://a.cn/b:c,d ") == "");
    CHECK(reported("甲 , 乙") == "");
    CHECK(reported("甲\\,乙") == "");
}

TEST_CASE("marks of text do not hide a mark, facts are not read") {
    CHECK(reported("**甲**,*乙*") == ",“，”");
    CHECK(reported("**甲,**乙") == ",“，”");
    CHECK(reported("{gdp},x") == ",“，”");
    CHECK(reported("{gdp.value}.5") == "");
}

TEST_CASE("captions, cells and titles are read as well") {
    const auto run = test::with_blocks(
        "  - table: {caption: \"表,一\", columns: [列(甲)], rows: [[\"格;\"]]}\n"
        "  - figure: {picture: placeholder, caption: 图!}\n");
    CHECK(run.diagnostics.all().size() == 5);
}
