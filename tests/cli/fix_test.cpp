// `zheye fix` on real files: only the mistakes change, whatever the YAML around
// them looks like.
#include "base/utf8.h"
#include "cli/corrections.h"
#include "cli/line_diff.h"
#include "cli/program.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace zheye;
using cli::test::Desk;

namespace {

constexpr const char* kHead = "zheye: 1\ntitle: 题\nchapters:\n- title: 章\n  content:\n";

/// The brochure after a run that must succeed.
std::string fixed(const std::string& text) {
    const Desk desk;
    desk.write("a.yaml", text);
    const auto outcome = desk.run({"fix", "a.yaml"});
    INFO(outcome.err);
    CHECK(outcome.exit == 0);
    return desk.read("a.yaml");
}

std::string fixed_block(const std::string& block) { return fixed(kHead + block).substr(std::string(kHead).size()); }

}  // namespace

TEST_CASE("fix: corrections in every way to write a scalar") {
    CHECK(fixed_block("  - 甲,乙  # 注,释\n") == "  - 甲，乙  # 注,释\n");
    CHECK(fixed_block("  - \"甲,乙\\u4e2d\"\n") == "  - \"甲，乙\\u4e2d\"\n");
    CHECK(fixed_block("  - '甲,乙''丙'\n") == "  - '甲，乙''丙'\n");
    CHECK(fixed_block("  - |\n    甲,乙\n    丙...丁\n") == "  - |\n    甲，乙\n    丙……丁\n");
    CHECK(fixed_block("  - >-\n    甲,乙\n    丙(丁)\n") == "  - >-\n    甲，乙\n    丙（丁）\n");
    CHECK(fixed_block("  - 甲,乙\n    他说\"好\"\n") == "  - 甲，乙\n    他说“好”\n");
    CHECK(fixed_block("  - {box: {title: 框(一), content: [甲;乙]}}\n") ==
          "  - {box: {title: 框（一）, content: [甲；乙]}}\n");
    CHECK(fixed_block("  - 乙**甲**,\n") == "  - 乙**甲**，\n");
}

TEST_CASE("fix: spaces beside marks, old forms, quotes outside and inside") {
    CHECK(fixed_block("  - 你好 ，（ 好 ）﹐｡\n") == "  - 你好，（好），。\n");
    CHECK(fixed_block("  - 他说'你说\"好\"'。\n") == "  - 他说“你说‘好’”。\n");
    CHECK(fixed_block("  - 甲 ，# 乙\n") == "  - 甲，# 乙\n");
}

TEST_CASE("fix: many corrections of which many would change what the YAML says") {
    std::string block, wanted;
    for (int i = 0; i < 100; ++i)
        block += "  - list: [ｎｕｌｌ, 甲。 乙]\n", wanted += "  - list: [ｎｕｌｌ, 甲。乙]\n";
    CHECK(fixed_block(block) == wanted);
}

TEST_CASE("fix: line ends, byte order mark and what is no text stay") {
    CHECK(fixed("\xEF\xBB\xBFzheye: 1\r\ntitle: 甲,乙 # 丙,丁\r\n") ==
          "\xEF\xBB\xBFzheye: 1\r\ntitle: 甲，乙 # 丙,丁\r\n");
    const std::string text = std::string(kHead) + "  - 见[网站](https://a.cn/甲,乙)，{注|a,b}\\,丙\n";
    CHECK(fixed(text) == text);
    CHECK(fixed(std::string("zheye: 1\ntitle: 甲,乙")) == "zheye: 1\ntitle: 甲，乙");
}

TEST_CASE(
    "fix: one correction makes room for another, and a second run "
    "changes nothing") {
    const auto once = fixed_block("  - 甲,,乙(丙,丁)，他说\"你说'好'\"。\n");
    CHECK(once == "  - 甲，乙（丙，丁），他说“你说‘好’”。\n");
    CHECK(fixed_block(once) == once);
}

TEST_CASE(
    "fix: a correction after which YAML would say something else is left "
    "and said") {
    const Desk desk;
    const std::string text = std::string(kHead) + "  - list: [ｎｕｌｌ, \"ｎｕｌｌ\", 甲,  乙,丙]\n";
    desk.write("a.yaml", text);
    const auto outcome = desk.run({"fix", "a.yaml", "--lang", "en"});
    CHECK(outcome.exit == 0);
    CHECK(desk.read("a.yaml") == std::string(kHead) + "  - list: [ｎｕｌｌ, \"null\", 甲,  乙,丙]\n");
    CHECK_THAT(outcome.err, Catch::Contains("a.yaml:6:12: warning: full-width letters"));
    CHECK_THAT(outcome.out, Catch::Contains("a.yaml: 1 correction\n"));
}

TEST_CASE("fix: included files are corrected, what is not certain is said") {
    const Desk desk;
    desk.write("b/brochure.yaml",
               "zheye: 1\ntitle: 题,一\nchapters:\n- !include "
               "章.yaml\n- !include 章.yaml\n");
    desk.write("b/章.yaml", "title: 章(一)\ncontent:\n- 甲，“乙\n");
    const auto outcome = desk.run({"fix", "b", "--lang", "en"});
    CHECK(outcome.exit == 0);
    CHECK(desk.read("b/brochure.yaml") ==
          "zheye: 1\ntitle: 题，一\nchapters:\n- !include 章.yaml\n- !include "
          "章.yaml\n");
    CHECK(desk.read("b/章.yaml") == "title: 章（一）\ncontent:\n- 甲，“乙\n");
    CHECK(outcome.out == "b/brochure.yaml: 1 correction\nb/章.yaml: 2 corrections\n");
    CHECK_THAT(outcome.err, Catch::Contains("b/章.yaml:3:5: warning") && Catch::Contains("[unpaired-mark]"));
    CHECK(desk.run({"fix", "b", "--lang", "en"}).out == "b/brochure.yaml: nothing that can be corrected by itself\n");
}

TEST_CASE("fix --dry-run shows a diff and writes nothing") {
    const Desk desk;
    desk.write("a.yaml", "zheye: 1\ntitle: 甲,乙\nsubtitle: 丙\n");
    const auto outcome = desk.run({"fix", "--dry-run", "a.yaml"});
    CHECK(outcome.exit == 0);
    CHECK(outcome.out ==
          "--- a.yaml\n+++ a.yaml\n@@ -1,3 +1,3 @@\n zheye: "
          "1\n-title: 甲,乙\n+title: 甲，乙\n subtitle: 丙\n");
    CHECK(desk.read("a.yaml") == "zheye: 1\ntitle: 甲,乙\nsubtitle: 丙\n");
    const auto json = desk.run({"fix", "--dry-run", "a.yaml", "--diagnostics", "json"});
    CHECK_THAT(json.out, Catch::Contains("\"replacement\": \"，\"") && !Catch::Contains("+++"));
}

TEST_CASE("fix: content with errors is not touched") {
    const Desk desk;
    const std::string text = "zheye: 1\ntitle: 甲,乙\ntitel: 丙\n";
    desk.write("a.yaml", text);
    const auto outcome = desk.run({"fix", "a.yaml"});
    CHECK(outcome.exit == 1);
    CHECK(desk.read("a.yaml") == text);
    CHECK_THAT(outcome.err, Catch::Contains("unknown-key"));
    CHECK(desk.run({"fix", "none.yaml"}).exit == 2);
    CHECK(desk.run({"fix"}).exit == 2);
}

TEST_CASE("a diff has hunks with three lines around them") {
    std::string before, after;
    for (int i = 1; i <= 20; ++i) {
        before += std::to_string(i) + "\n";
        after += (i == 2 || i == 4 || i == 20 ? "x\n" : std::to_string(i) + "\n");
    }
    CHECK(cli::line_diff(before, after, "f") ==
          "--- f\n+++ f\n@@ -1,7 +1,7 @@\n 1\n-2\n+x\n 3\n-4\n+x\n 5\n 6\n 7\n@@ "
          "-17,4 +17,4 @@\n 17\n 18\n 19\n-20\n+x\n");
    CHECK(cli::line_diff("a\nb", "a\nc", "f") ==
          "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of "
          "file\n+c\n\\ No newline at end of file\n");
    CHECK(cli::line_diff(before, before, "f").empty());
}

TEST_CASE(
    "fix changes nothing but the places of findings, and nothing when it "
    "is run again") {
    const std::vector<std::string> pieces{"甲", "乙丙", "ab",  "12", ",",   ".",      ":",  ";",  "(",
                                          ")",  "\"",   "'",   "“",  "”",   "《",     "》", "，", "。",
                                          "、", "…",    "-",   "—",  " ",   "　",     "﹐", "．", "＂",
                                          "Ａ", "發",   "\\,", "**", "[x]", "{注|a}", "~",  "#",  "\\n"};
    std::mt19937 random(2019);
    int changed = 0;
    for (int round = 0; round < 150; ++round) {
        std::string line = "甲";
        for (int n = 0; n < 12; ++n) line += pieces[random() % pieces.size()];
        const auto wrap = [&](int style) {
            const auto head = std::string(kHead);
            if (style == 0) return head + "  - |\n    " + line + "\n    后一行\n";
            if (style == 1) return head + "  - " + line + "\n";
            return head + "  - \"" + line + "\"\n";
        };
        const auto text = wrap(round % 3);
        const MemoryFileSystem files({{"/b/a.yaml", text}});
        diag::Sources sources;
        const auto once = cli::correct("/b/a.yaml", files, sources);
        if (!once.is_good || once.files.empty()) continue;
        ++changed;
        INFO(text);
        const auto& after = once.files.at("/b/a.yaml").after;
        INFO(after);
        // Outside of the line that was made up nothing changes, and Han and Latin
        // stay where they are in it.
        CHECK(after.starts_with(std::string(kHead) + "  - "));
        CHECK(std::ranges::count(after, '\n') == std::ranges::count(text, '\n'));
        const auto letters = [](const std::string& in) {
            std::string kept;
            for (std::size_t at = 0; at < in.size();) {
                const auto [code, length] = utf8::decode(in, at);
                if (utf8::is_han(code) && code != U'發' && code != U'发') kept += in.substr(at, length);
                at += length;
            }
            return kept;
        };
        CHECK(letters(after) == letters(text));
        const MemoryFileSystem again({{"/b/a.yaml", after}});
        diag::Sources more;
        const auto twice = cli::correct("/b/a.yaml", again, more);
        CHECK(twice.is_good);
        CHECK(twice.files.empty());
    }
    CHECK(changed > 20);
}
