// What is no good is reported at its place, and nothing brings the reader down.
#include "support/yaml_brochure.h"

#include <catch2/catch.hpp>

using zheye::test::YamlRun;

namespace {
std::string repeated(const std::string& part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += part;
    return all;
}
}  // namespace

TEST_CASE("the encoding is named and the first bad byte shown") {
    const YamlRun gbk("a: 1\nb: \xD6\xD0\xB9\xFA\n");
    CHECK_FALSE(gbk.root);
    CHECK(gbk.codes() == "2:4 not-utf8");
    CHECK(gbk.zh().find("GBK") != std::string::npos);
    const YamlRun broken("a: 一\xFF\n");
    CHECK(broken.codes() == "1:5 not-utf8");
    CHECK(broken.zh().find("GBK") == std::string::npos);
    for (const auto& text : {std::string("\xFF\xFE"
                                         "a\0",
                                         4),
                             std::string("a\0:\0 \0"
                                         "1\0",
                                         8)}) {
        const YamlRun utf16(text);
        CHECK(utf16.codes() == "1:1 not-utf8");
        CHECK(utf16.en().find("UTF-16") != std::string::npos);
    }
    CHECK(YamlRun("a: x\x04y\n").codes() == "1:5 control-character");
    CHECK(YamlRun(std::string("a: some more text, so that it is no UTF-16: \0", 45)).codes() ==
          "1:45 control-character");
}

TEST_CASE("an unreadable file is said to be so") {
    zheye::MemoryFileSystem files;
    zheye::diag::Sources sources;
    zheye::diag::Diagnostics diagnostics;
    CHECK_FALSE(zheye::yaml::read("/none.yaml", files, sources, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().code == "cannot-read");
}

TEST_CASE("keys are plain text, and given once") {
    CHECK(YamlRun("a: 1\nb: 2\na: 3\na: 4\n").codes() == "3:1 duplicate-key; 4:1 duplicate-key");
    CHECK(YamlRun("a: 1\na: 2\n").en().find("first given in line 1") != std::string::npos);
    CHECK(YamlRun("a: {b: 1, b: 2}\n").codes() == "1:11 duplicate-key");
    CHECK(YamlRun("? [x, y]\n: 1\nb: 2\n").codes() == "1:3 key-not-text");
    CHECK(YamlRun("{x: y}: 1\n").codes() == "1:1 key-not-text");
    const YamlRun first_counts("a: 1\na: 2\n");
    CHECK(first_counts["a"].text == "1");
}

TEST_CASE("nesting is limited whatever its form") {
    CHECK(YamlRun(repeated("[", 64) + repeated("]", 64)).zh().empty());
    CHECK(YamlRun(repeated("[", 65) + repeated("]", 65)).codes() == "1:65 too-deep");
    for (const auto* part : {"[", "{", "- ", "? ", "[{"})
        CHECK(YamlRun(repeated(part, 100'000)).codes().ends_with("too-deep"));
    // Depth also grows through aliases: each level holds the one before in forty lists.
    std::string text = "a0: &a0 x\n";
    for (int i = 1; i < 5; ++i)
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " " + repeated("[", 40) + "*a" +
                std::to_string(i - 1) + repeated("]", 40) + "\n";
    CHECK(YamlRun(text).codes() == "3:49 too-deep");
}

TEST_CASE("aliases cannot blow up or go round") {
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 10; ++i) {
        const auto before = "*a" + std::to_string(i - 1);
        text +=
            "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(before + ", ", 8) + before + "]\n";
    }
    CHECK(YamlRun(text).codes().ends_with("alias-blowup"));
    CHECK(YamlRun("a: &a [*a]\n").codes() == "1:8 alias-cycle");
}

TEST_CASE("one document, known tags") {
    const YamlRun two("a: 1\n---\nb: 2\n");
    CHECK(two.codes() == "2:1 several-documents");
    CHECK(two["a"].text == "1");
    CHECK(YamlRun("---\na: 1\n...\n").zh().empty());
    CHECK(YamlRun("a: &x !own 1\n").codes() == "1:7 unknown-tag");
    CHECK(YamlRun("a: !重要 题\n").codes() == "1:4 unknown-tag");  // the parser would drop the mark
    CHECK(YamlRun("a: !own [1]\n").codes() == "1:4 unknown-tag");
    CHECK(YamlRun("a: !!int 1\nb: !!map {}\n").zh().empty());
}

TEST_CASE("syntax errors stand at their place with a likely cause") {
    CHECK(YamlRun("a:\n\tb: 1\n").codes() == "2:1 tab-indentation");
    // The parser itself takes a quote that is open at the end of the text.
    CHECK(YamlRun("a: \"x\nb: 1\n").codes() == "1:4 yaml-syntax");
    CHECK(YamlRun("a: 'x\n").codes() == "1:4 yaml-syntax");
    CHECK(YamlRun("b: y # don't\na: \"x").codes() == "2:4 yaml-syntax");
    CHECK(YamlRun("a: [1, 2\nb: 3\n").codes() == "1:4 yaml-syntax");
    CHECK(YamlRun("a: {x: 1, y: [2}\nb: 3\n").codes() == "1:16 yaml-syntax");
    CHECK(YamlRun("- a\nb: 1\n").codes() == "2:1 yaml-syntax");
    CHECK(YamlRun("a: b: c\n").codes() == "1:5 yaml-syntax");
    CHECK(YamlRun("a: **x**\n").zh().find("引号") != std::string::npos);
    CHECK(YamlRun("标题：一\n副标题: 二\n").codes() == "1:3 yaml-syntax");
    CHECK(YamlRun("a: 1\nb:2\nc: 3\n").codes() == "2:2 yaml-syntax");
    CHECK(YamlRun("标题：一\n副标题: 二\n").zh().find("半角冒号加空格") != std::string::npos);
    CHECK(YamlRun("a: @x\n").codes() == "1:4 yaml-syntax");
}

TEST_CASE("empty files are nothing, not a failure") {
    for (const auto* text : {"", "\n", "# only a comment\n", "~\n"}) {
        const YamlRun run(text);
        REQUIRE(run.root);
        CHECK(run.root->is_null());
        CHECK_FALSE(run.root->is_broken);
        CHECK(run.zh().empty());
    }
}
