// Scalars keep their digits, and every byte of a value is found again in the source.
#include "support/yaml_brochure.h"

#include <catch2/catch.hpp>

using zheye::test::YamlRun;
using zheye::yaml::Node;

namespace {

/// The source bytes of each byte of the value, as the pieces have it.
std::string traced(const YamlRun& run, const Node& node) {
    std::string all;
    for (std::size_t i = 0; i < node.text.size(); ++i) all += run.at(node.place(i, i + 1));
    return all;
}

}  // namespace

TEST_CASE("scalars are text as the writer typed it") {
    const YamlRun run("a: 4.30\nb: \"4.30\"\nc: true\nd: ~\ne:\nf: 0x1F\ng: ''\n");
    REQUIRE(run.root);
    CHECK(run["a"].text == "4.30");
    CHECK_FALSE(run["a"].quoted);
    CHECK(run["b"].text == "4.30");
    CHECK(run["b"].quoted);
    CHECK(run["c"].text == "true");
    CHECK(run["d"].is_null());
    CHECK(run["e"].is_null());
    CHECK(run["f"].text == "0x1F");
    CHECK(run["g"].is_scalar());
    CHECK(run["g"].text.empty());
    CHECK(run.zh().empty());
}

TEST_CASE("each style of scalar is traced byte for byte") {
    const YamlRun run(
        "a: 一城 新绿\n"
        "b: '单引号''里'\n"
        "c: \"双引号里\"\n"
        "d: |\n  第一行\n    再缩进\n\n  末行\n"
        "e: |-\n\n  前有空行\n"
        "f: |2\n   多一格\n"
        "g: !!str &x 带标签\n"
        "h: {k: [甲, 乙]}\n");
    REQUIRE(run.root);
    for (const auto* key : {"a", "b", "c", "d", "e", "f", "g"}) {
        INFO(key);
        const auto& node = run[key];
        REQUIRE_FALSE(node.pieces.empty());
        CHECK(traced(run, node) == node.text);
    }
    CHECK(run["d"].text == "第一行\n  再缩进\n\n末行\n");
    CHECK(run["f"].text == " 多一格\n");
    CHECK(run.at(run["b"].span) == "'单引号''里'");
    CHECK(run.at(run["a"].place(0, 3)) == "一");
    const auto& item = run["h"].entries.front().value.items.back();
    CHECK(run.at(item.span) == "乙");
    CHECK(run.at(run["h"].span) == "{k: [甲, 乙]}");
}

TEST_CASE("escapes and folded lines are traced around what they change") {
    const YamlRun run(
        "a: \"前\\t\\u4e2d后\"\n"
        "b: 第一行\n  第二行\n\n  第三行\n"
        "c: >\n  one\n  two\n\n  three\n"
        "d: \"x  \n   y\\\n   z\"\n");
    REQUIRE(run.root);
    CHECK(run["a"].text == "前\t中后");
    CHECK(run.at(run["a"].place(7, 10)) == "后");
    CHECK(run["b"].text == "第一行 第二行\n第三行");
    CHECK(run["b"].folds == std::vector<std::uint32_t>{9});
    CHECK(run.at(run["b"].place(10, 19)) == "第二行");
    CHECK(run.at(run["b"].place(20, 29)) == "第三行");
    CHECK(run["c"].text == "one two\nthree\n");
    CHECK(run["c"].folds == std::vector<std::uint32_t>{3});
    CHECK(run.at(run["c"].place(8, 13)) == "three");
    CHECK(run["d"].text == "x yz");
    CHECK(run.at(run["d"].place(3, 4)) == "z");
    CHECK_FALSE(run["b"].is_literal);
}

TEST_CASE("a byte order mark and Windows line ends change nothing") {
    const YamlRun run(
        "\xEF\xBB\xBF"
        "a: 一\r\nb: |\r\n  二\r\n  三\r\n");
    REQUIRE(run.root);
    CHECK(run["b"].text == "二\n三\n");
    CHECK(run.at(run["b"].place(4, 7)) == "三");
    CHECK(run.sources.place(run["a"].span).column == 4);
}

TEST_CASE("aliases and merge keys are filled in") {
    const YamlRun run("base: &b {x: 1, y: 2}\nother: *b\nmerged: {<<: *b, y: 3}\nboth: {<<: [*b, {z: 4}]}\n");
    REQUIRE(run.root);
    CHECK(run["other"].entries.size() == 2);
    REQUIRE(run["merged"].entries.size() == 2);
    CHECK(run["merged"].entries[0].key == "y");
    CHECK(run["merged"].entries[0].value.text == "3");
    CHECK(run["merged"].entries[1].value.text == "1");
    CHECK(run["both"].entries.size() == 3);
    CHECK(run.zh().empty());
}

TEST_CASE("large mappings keep their order and their keys apart") {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "k" + std::to_string(i) + ": " + std::to_string(i) + "\n";
    const YamlRun fine(text);
    REQUIRE(fine.root->entries.size() == 500);
    CHECK(fine.root->entries[321].value.text == "321");
    const YamlRun twice(text + "k7: x\nk450: x\n");
    CHECK(twice.codes() == "501:1 duplicate-key; 502:1 duplicate-key");
    CHECK(twice.root->entries.size() == 500);
}
