// zheye schema: every key and every setting with its meaning in both languages; docs/themes.md is made of it.
#include "cli/program.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

using namespace zheye::cli::test;

namespace {

const std::string kDocument = std::string(ZHEYE_ROOT) + "/docs/themes.md";
const std::string kMark = "<!-- zheye schema theme -->\n";

std::string document() {
    std::ifstream in(kDocument, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Rows of a Markdown table that have nothing in their last cell.
std::string rows_without_meaning(const std::string& text) {
    std::istringstream lines(text);
    std::string found, line;
    while (std::getline(lines, line))
        if (line.ends_with("|  |")) found += line + "\n";
    return found;
}

}  // namespace

TEST_CASE("docs/themes.md has every setting as the program prints it; ZHEYE_APPROVE=1 rewrites it") {
    const auto printed = Desk().run({"schema", "theme", "--lang", "zh"});
    REQUIRE(printed.exit == 0);
    const auto text = document();
    const auto at = text.find(kMark);
    REQUIRE(at != std::string::npos);
    const auto wanted = text.substr(0, at + kMark.size()) + "\n" + printed.out;
    if (std::getenv("ZHEYE_APPROVE")) std::ofstream(kDocument, std::ios::binary) << wanted;
    INFO("tools/approve rewrites docs/themes.md");
    CHECK(document() == wanted);
}

TEST_CASE("every setting of a theme has a meaning in both languages, behind it in themes/base.yaml") {
    for (const auto* language : {"zh", "en"}) {
        const auto printed = Desk().run({"schema", "theme", "--lang", language});
        CHECK(printed.exit == 0);
        CHECK(rows_without_meaning(printed.out).empty());
    }
}

TEST_CASE("a setting is told with kind, limits and value") {
    const auto zh = Desk().run({"schema", "theme", "--lang", "zh"}).out;
    CHECK(zh.find("| `page.columns` | 整数 | 1–4 | `2` | 栏数 |\n") != std::string::npos);
    CHECK(zh.find("| `table.top` | 线 |  | `{width: 1.2pt, colour: accent}` | 顶线 |\n") != std::string::npos);
    CHECK(zh.find("| `rule.width` | 长度 |  |") != std::string::npos);
    CHECK(zh.find("| `artwork.repeat.grow` |") != std::string::npos);
    CHECK(zh.find("| `list.keep` |") != std::string::npos);
    const auto en = Desk().run({"schema", "theme", "--lang", "en"}).out;
    CHECK(en.find("| `page.columns` | integer | 1–4 | `2` | columns |\n") != std::string::npos);
}

TEST_CASE("the keys of the content are told with their other names") {
    const auto zh = Desk().run({"schema", "--lang", "zh"});
    CHECK(zh.exit == 0);
    CHECK(zh.out.find("| `title` | 标题 | 一个值，必写 | 封面上的标题 |\n") != std::string::npos);
    const auto en = Desk().run({"schema", "content", "--lang", "en"});
    CHECK(en.out.find("| `title` | 标题 | value, required | title on the cover |\n") != std::string::npos);
    const auto wrong = Desk().run({"schema", "themes", "--lang", "en"});
    CHECK(wrong.exit == 2);
    CHECK(wrong.err.find("there is: content | theme") != std::string::npos);
}

TEST_CASE("the theme of ten lines in docs/themes.md builds without a word of complaint") {
    const auto text = document();
    const std::string fence = "```yaml\n";
    const auto begin = text.find(fence) + fence.size();
    const auto example = text.substr(begin, text.find("```", begin) - begin);
    const Desk desk;
    desk.write("街道.yaml", example);
    desk.write("a.yaml", std::string(kFiveLines) + "theme: 街道.yaml\n");
    const auto outcome = desk.run({"build", "a.yaml", "-o", "a.pdf"});
    INFO(outcome.err);
    CHECK(outcome.exit == 0);
    CHECK(outcome.err.empty());
}

TEST_CASE("what a key can be is told in the words of the language") {
    const auto zh = Desk().run({"schema", "content", "--lang", "zh"}).out;
    CHECK(zh.find("：portrait（竖） / landscape（横）") != std::string::npos);
    const auto en = Desk().run({"schema", "content", "--lang", "en"}).out;
    CHECK(en.find(": portrait / landscape |") != std::string::npos);
}
