// The conformance table: what is kept of earlier runs, what is complained of, what is written.
#include "conformance/table.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

namespace zheye::test {
namespace {

const std::string kRules = R"(# P 宽 · Widths
P1 一。
   One.
P2 二。
   Two.
   still to be measured

# S 挤 · Squeezing
S1 三。
   Three.
)";

Row row(const std::string& rule, const std::string& test, const std::string& measured = "1em") {
    return {rule, "always", test, measured, "2em", "width of ，", "test_text"};
}

TEST_CASE("rows: a run of single tests leaves those of the others") {
    const std::vector<Row> before = {row("P1", "a", "old"), row("P1", "b"), row("P1", "gone"), row("S1", "a")};
    const auto after = merge_rows(before, {row("P1", "a", "new")}, {"a"}, {"a", "b"});
    CHECK(after == std::vector{row("P1", "a", "new"), row("P1", "b")});
    CHECK(merge_rows(before, {row("P1", "b"), row("P1", "b")}, {"a", "b"}, {"a", "b"}).size() == 1);
}

TEST_CASE("rows: a file gives back what was written") {
    const auto path = std::filesystem::temp_directory_path() / "zheye-rows-test" / "test_text.rows";
    write_rows(path, {row("P1", "a test: 甲，乙")});
    std::vector<Row> read = read_rows(path);
    REQUIRE(read.size() == 1);
    read[0].program = "test_text";
    CHECK(read[0] == row("P1", "a test: 甲，乙"));
    std::filesystem::remove_all(path.parent_path());
    CHECK(read_rows(path).empty());
}

TEST_CASE("table: every rule has a row or is still to be measured, never both") {
    const auto rules = read_rules(kRules);
    REQUIRE(rules.size() == 2);
    CHECK(rules[0].rules[1].to_be_measured);
    CHECK(complaints(rules, {row("P1", "a"), row("S1", "a")}).empty());
    CHECK(complaints(rules, {row("S1", "a")}) == std::vector<std::string>{"P1: no test has a row"});
    CHECK(complaints(rules, {row("P1", "a"), row("P2", "a"), row("S1", "a")}).size() == 1);
    CHECK(complaints(rules, {row("P1", "a"), row("S1", "a"), row("S9", "a")}).size() == 1);
    CHECK(complaints(rules, {row("P1", "a", "2em"), row("S1", "a")}) ==
          std::vector<std::string>{"P1: the same when switched off (a)"});
    CHECK(complaints(rules, {row("P1", "a", "， 2em"), row("S1", "a")}) ==
          std::vector<std::string>{"P1: a label on one side only (a)"});
}

TEST_CASE("table: each rule in both languages with its rows") {
    const std::string table = write_table(read_rules(kRules), {row("S1", "b"), row("P1", "a"), row("S1", "a")});
    const auto has = [&](const std::string& part) { return table.find(part) != table.npos; };
    CHECK(has("\n## S 挤 · Squeezing\n\n### S1\n三。<br>\nThree.\n\n| "));
    CHECK(
        has("| always | width of ， | 1em | 2em | `test_text` a |\n"
            "| always | width of ， | 1em | 2em | `test_text` b |\n"));
    CHECK(has("### P2\n二。<br>\nTwo.\n\n*尚待测量 · still to be measured*\n"));
}

TEST_CASE("table: values to a thousandth of an em and a hundredth of a point") {
    CHECK(in_em(1.5) == "1.5em");
    CHECK(in_em(0.33333) == "0.333em");
    CHECK(in_em(-1e-9) == "0em");
    CHECK(in_em(10) == "10em");
    CHECK(in_pt(3.257) == "3.26pt");
}

}  // namespace
}  // namespace zheye::test
