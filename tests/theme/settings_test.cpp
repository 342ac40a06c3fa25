// Every setting is read strictly: what is missing, unknown or of the wrong kind is told at its place, all in one run.
#include "theme/settings.h"

#include "theme/theme_run.h"

#include <catch2/catch.hpp>

using zheye::Colour;
using zheye::test::shipped_theme_with;
using zheye::test::ThemeRun;
using zheye::test::with_overrides;
using zheye::theme::Settings;
using zheye::theme::Style;
using zheye::theme::Vocabulary;

namespace {

/// A mapping that a test asks for settings.
struct Asked {
    zheye::MemoryFileSystem files;
    zheye::diag::Sources sources;
    zheye::diag::Diagnostics diagnostics;
    zheye::diag::Result<zheye::yaml::Node> root;
    Vocabulary vocabulary{{{"ink", Colour{1, 2, 3}}}, 10};

    explicit Asked(const std::string& text)
        : files({{"/t.yaml", text}}), root(zheye::yaml::read("/t.yaml", files, sources, diagnostics)) {}
    template <class Ask>
    void ask(const Ask& ask) {
        Settings settings(root.value(), "x", vocabulary, diagnostics);
        ask(settings);
    }
    [[nodiscard]] std::string en() const {
        return zheye::diag::render_all(diagnostics, sources, zheye::diag::Language::en, false);
    }
    [[nodiscard]] std::string zh() const {
        return zheye::diag::render_all(diagnostics, sources, zheye::diag::Language::zh, false);
    }
};

}  // namespace

TEST_CASE("each kind of value") {
    Asked asked(
        "n: -1.5\ni: 3\nl: 2em\nm: 五号\nls: [1pt, 2em]\nf: true\nw: song\nc: two\nk: ink\nh: '#0a0b0c'\no: none\n"
        "r: [0, 1, 2, 3.5]\nks: [ink, '#0a0b0c']\n");
    asked.ask([](Settings& s) {
        CHECK(s.number("n", -2, 2) == -1.5);
        CHECK(s.integer("i", 1, 3) == 3);
        CHECK(s.length("l") == 20);
        CHECK(s.length("m") == 10.5);
        CHECK(s.lengths("ls") == std::vector<double>{1, 20});
        CHECK(s.flag("f"));
        CHECK(s.word("w") == "song");
        CHECK(s.choice("c", {"one", "two"}) == 1);
        CHECK(s.colour("k") == Colour{1, 2, 3});
        CHECK(s.colour("h") == Colour{10, 11, 12});
        CHECK_FALSE(s.optional_colour("o"));
        CHECK(s.colours_or_none("ks") == std::vector<Colour>{{1, 2, 3}, {10, 11, 12}});
        CHECK(s.colours_or_none("o").empty());
        CHECK(s.rect("r") == zheye::Rect{0, 1, 2, 3.5});
        CHECK(s.has("r"));
        CHECK_FALSE(s.has("s"));
    });
    CHECK(asked.en().empty());
}

TEST_CASE("mappings and lists of them are read one by one") {
    Asked asked("a: {n: 1}\nb: [{n: 2}, {n: 3}]\n");
    double sum = 0;
    asked.ask([&](Settings& s) {
        s.map("a", [&](Settings& inner) { sum += inner.number("n", 0, 9); });
        s.list("b", [&](Settings& inner) { sum = sum * 10 + inner.number("n", 0, 9); });
    });
    CHECK(sum == 123);
    CHECK(asked.en().empty());
}

TEST_CASE("a missing setting is told at its mapping") {
    Asked asked("a: 1\nrule: {width: 1pt}\n");
    asked.ask([](Settings& s) {
        (void)s.node("a");
        s.map("rule", [](Settings& rule) {
            (void)rule.length("width");
            (void)rule.colour("colour");
        });
    });
    CHECK(asked.en() ==
          "/t.yaml:2:7: error: theme setting 'x.rule.colour' is missing [missing-setting]\n"
          "    2 | rule: {width: 1pt}\n"
          "      |       ^~~~~~~~~~~~\n");
    CHECK(asked.zh() ==
          "/t.yaml:2:7: 错误：主题缺少设置：x.rule.colour [missing-setting]\n"
          "    2 | rule: {width: 1pt}\n"
          "      |       ^~~~~~~~~~~~\n");
}

TEST_CASE("every setting of the shipped theme is needed") {
    const ThemeRun run("theme: own.yaml\n", {{"/b/own.yaml", shipped_theme_with("  gutter: 8mm", "  #")}});
    CHECK_FALSE(run.theme);
    REQUIRE(run.diagnostics.all().size() == 1);
    CHECK(run.diagnostics.all().front().message.en == "theme setting 'theme.page.gutter' is missing");
}

TEST_CASE("an unknown setting is told with the nearest known one") {
    const auto run = with_overrides("  table: {pad-z: 3pt}\n");
    CHECK_FALSE(run.theme);
    CHECK(run.en() ==
          "/b/a.yaml:3:11: error: unknown theme setting 'theme.table.pad-z' [unknown-setting]\n"
          "    3 |   table: {pad-z: 3pt}\n"
          "      |           ^~~~~\n"
          "      = hint: did you mean 'pad-x'?\n");
    CHECK(run.zh() ==
          "/b/a.yaml:3:11: 错误：主题里没有这项设置：theme.table.pad-z [unknown-setting]\n"
          "    3 |   table: {pad-z: 3pt}\n"
          "      |           ^~~~~\n"
          "      = 建议：是不是“pad-x”？\n");
    CHECK(with_overrides("  天气: 晴\n").en().find("hint") == std::string::npos);
}

TEST_CASE("wrong kinds, each at its place, all in one run") {
    const auto run = with_overrides(
        "  page: {columns: many, gutter: 8, bleed: [1]}\n"
        "  heading: {across: yes, mark-colour: rainbow, rule: thick}\n"
        "  contents: {body: [0, 1]}\n"
        "  cover: {title-sizes: big, artwork: none}\n"
        "  chapter-numerals: roman\n"
        "  name: [a]\n");
    CHECK_FALSE(run.theme);
    CHECK(run.en() ==
          "/b/a.yaml:3:19: error: theme setting 'theme.page.columns' must be a number within its bounds, not 'many' "
          "[theme-value]\n"
          "    3 |   page: {columns: many, gutter: 8, bleed: [1]}\n"
          "      |                   ^~~~\n"
          "/b/a.yaml:3:33: error: theme setting 'theme.page.gutter' must be a length such as 10.5pt, 8mm or 2em, not "
          "'8' [theme-value]\n"
          "    3 |   page: {columns: many, gutter: 8, bleed: [1]}\n"
          "      |                                 ^\n"
          "/b/a.yaml:3:43: error: theme setting 'theme.page.bleed' must be a length such as 10.5pt, 8mm or 2em, not "
          "'' [theme-value]\n"
          "    3 |   page: {columns: many, gutter: 8, bleed: [1]}\n"
          "      |                                           ^~~\n"
          "/b/a.yaml:4:21: error: theme setting 'theme.heading.across' must be false | true, not 'yes' [theme-value]\n"
          "    4 |   heading: {across: yes, mark-colour: rainbow, rule: thick}\n"
          "      |                     ^~~\n"
          "/b/a.yaml:4:39: error: theme setting 'theme.heading.mark-colour' must be a colour of the palette or "
          "\"#rrggbb\", not 'rainbow' [theme-value]\n"
          "    4 |   heading: {across: yes, mark-colour: rainbow, rule: thick}\n"
          "      |                                       ^~~~~~~\n"
          "/b/a.yaml:4:54: error: theme setting 'theme.heading.rule' must be a mapping [theme-value]\n"
          "    4 |   heading: {across: yes, mark-colour: rainbow, rule: thick}\n"
          "      |                                                      ^~~~~\n"
          "/b/a.yaml:5:20: error: theme setting 'theme.contents.body' must be a list of 4 numbers, not '' "
          "[theme-value]\n"
          "    5 |   contents: {body: [0, 1]}\n"
          "      |                    ^~~~~~\n"
          "/b/a.yaml:6:24: error: theme setting 'theme.cover.title-sizes' must be a list of lengths, not 'big' "
          "[theme-value]\n"
          "    6 |   cover: {title-sizes: big, artwork: none}\n"
          "      |                        ^~~\n"
          "/b/a.yaml:6:38: error: theme setting 'theme.cover.artwork' must be a list, not 'none' [theme-value]\n"
          "    6 |   cover: {title-sizes: big, artwork: none}\n"
          "      |                                      ^~~~\n"
          "/b/a.yaml:7:21: error: theme setting 'theme.chapter-numerals' must be formal | plain | arabic | none, not "
          "'roman' "
          "[theme-value]\n"
          "    7 |   chapter-numerals: roman\n"
          "      |                     ^~~~~\n"
          "/b/a.yaml:8:9: error: theme setting 'theme.name' must be a word, not '' [theme-value]\n"
          "    8 |   name: [a]\n"
          "      |         ^~~\n");
}

TEST_CASE("the same in Chinese") {
    Asked asked("n: 多\nl: 长\nls: [长]\nw: [x]\nc: three\nk: rainbow\nr: [0]\na: 1\nb: 2\n");
    asked.ask([](Settings& s) {
        (void)s.number("n", 0, 1);
        (void)s.length("l");
        (void)s.lengths("ls");
        (void)s.word("w");
        (void)s.choice("c", {"one", "two"});
        (void)s.colour("k");
        (void)s.rect("r");
        s.map("a", [](Settings&) { FAIL("no mapping"); });
        s.list("b", [](Settings&) { FAIL("no list"); });
    });
    for (const auto* const message :
         {"1:4: 错误：主题设置 x.n 应是数，不是“多” [theme-value]",
          "2:4: 错误：主题设置 x.l 应是长度（如 10.5pt、8mm、2em、五号），不是“长” [theme-value]",
          "3:6: 错误：主题设置 x.ls 应是长度，不是“长” [theme-value]",
          "4:4: 错误：主题设置 x.w 应是一个词，不是“” [theme-value]",
          "5:4: 错误：主题设置 x.c 应是one | two，不是“three” [theme-value]",
          "6:4: 错误：主题设置 x.k 应是颜色（调色板里的名字，或 \"#b5261e\"），不是“rainbow” [theme-value]",
          "7:4: 错误：主题设置 x.r 应是4 个数的列表，不是“” [theme-value]",
          "8:4: 错误：主题的“x.a”应是一组设置（键: 值） [theme-value]",
          "9:4: 错误：主题设置 x.b 应是列表，不是“2” [theme-value]"}) {
        INFO(message);
        CHECK(asked.zh().find("/t.yaml:" + std::string(message)) != std::string::npos);
    }
}

TEST_CASE("numbers keep to their bounds and are nothing but a number") {
    for (const auto* const value : {"-0.1", "1.1", "0.5x", "nan", "inf", "1e999", "''"}) {
        INFO(value);
        Asked asked(std::string("n: ") + value + "\n");
        asked.ask([](Settings& s) { CHECK(s.number("n", 0, 1) == 0); });
        CHECK(asked.en().starts_with("/t.yaml:1:4: error: theme setting 'x.n' must be a number within its bounds"));
    }
}

TEST_CASE("a list in which one thing is wrong is wrong at that thing") {
    const auto run = with_overrides("  cover: {title-sizes: [50pt, big, [1pt]]}\n");
    CHECK(run.codes() == "3:31 theme-value; 3:36 theme-value");
    CHECK(with_overrides("  contents: {body: [0, 1, two, 3]}\n").codes() == "3:20 theme-value");
    CHECK(with_overrides("  contents: {body: [0, 1, 2, 3, 4]}\n").codes() == "3:20 theme-value");
    CHECK(with_overrides("  contents: {body: [0, 1, 2, 3, x]}\n").codes() == "3:20 theme-value");
}

TEST_CASE("what nobody asked for in a nested mapping or list is told") {
    CHECK(with_overrides("  heading: {rule: {width: 1pt, colour: ink, dash: 2pt}}\n").codes() ==
          "3:45 unknown-setting");
    CHECK(with_overrides("  cover: {artwork: [{ground: true, fill: ink, shade: 1}]}\n").codes() ==
          "3:47 unknown-setting");
}

TEST_CASE("lengths in em are those of the body") {
    const auto run = with_overrides("  typography: {size: 12pt}\n  page: {gutter: 2em}\n  quote: {indent: 五号}\n");
    REQUIRE(run.theme);
    CHECK(run.theme->page.gutter == 24);
    CHECK(run.theme->quote.indent == 10.5);
}
