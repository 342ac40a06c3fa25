// Which theme it is: the default, a name, a file, changes over a base; and what is said when it cannot be found.
#include "theme/theme_run.h"

#include <catch2/catch.hpp>

#include <algorithm>

using zheye::Colour;
using zheye::test::shipped_theme;
using zheye::test::shipped_theme_with;
using zheye::test::ThemeRun;
using zheye::test::with_overrides;
using zheye::theme::Style;

TEST_CASE("the shipped theme reads without a word") {
    const ThemeRun run("theme: vermilion\n");
    CHECK(run.zh().empty());
    REQUIRE(run.theme);
    CHECK(run.theme->name == "vermilion");
    for (std::size_t i = 0; i < zheye::theme::kStyleNames.size(); ++i) {
        const auto& style = run.theme->styles[i];
        INFO(zheye::theme::kStyleNames[i]);
        CHECK(style.size > 0);
        CHECK(style.leading >= style.size);
        CHECK_FALSE(style.font.role.empty());
        CHECK_FALSE(style.strong.role.empty());
        CHECK_FALSE(style.emphasis.role.empty());
    }
    CHECK_FALSE(run.theme->cover.artwork.empty());
    CHECK_FALSE(run.theme->opener.artwork.empty());
}

TEST_CASE("nothing said is the shipped theme") {
    const ThemeRun run("theme:\n");
    REQUIRE(run.theme);
    CHECK(run.theme->name == "vermilion");
}

TEST_CASE("a theme that does not exist") {
    const ThemeRun run("theme: vermillion\n");
    CHECK_FALSE(run.theme);
    CHECK(run.en() ==
          "/b/a.yaml:1:8: error: there is no theme 'vermillion' [unknown-theme]\n"
          "    1 | theme: vermillion\n"
          "      |        ^~~~~~~~~~\n"
          "      = hint: use one of the shipped themes (vermilion, ink) or the path of a theme file (.yaml)\n");
    CHECK(run.zh() ==
          "/b/a.yaml:1:8: 错误：没有这个主题：vermillion [unknown-theme]\n"
          "    1 | theme: vermillion\n"
          "      |        ^~~~~~~~~~\n"
          "      = 建议：可用自带的主题 vermilion（朱砂）、ink（水墨），或主题文件的路径（.yaml）\n");
}

TEST_CASE("a name is no way out of the themes' folder") {
    CHECK(ThemeRun("theme: ../b/own\n", {{"/b/own.yaml", shipped_theme()}}).codes() == "1:8 unknown-theme");
    CHECK(ThemeRun("theme: own.yaml\n").codes() == "1:8 unknown-theme");
}

TEST_CASE("changes are laid over their base, key by key") {
    const ThemeRun plain("theme: vermilion\n");
    const auto run = with_overrides("  palette: {accent: '#006600'}\n  table: {pad-x: 9pt}\n");
    CHECK(run.zh().empty());
    REQUIRE(run.theme);
    CHECK(run.style(Style::subheading).colour == Colour{0, 102, 0});  // by its name in the palette
    CHECK(run.style(Style::heading).colour == plain.style(Style::heading).colour);
    CHECK(run.theme->table.pad_x == 9);
    CHECK(run.theme->table.pad_y == plain.theme->table.pad_y);
    CHECK(run.theme->table.top.width == plain.theme->table.top.width);
    CHECK(run.theme->name == "vermilion");
}

TEST_CASE("a list takes the place of the whole list below") {
    const auto run = with_overrides("  cover: {title-sizes: [50pt, 40pt], back-artwork: []}\n");
    REQUIRE(run.theme);
    CHECK(run.theme->cover.title_sizes == std::vector<double>{50, 40});
    CHECK(run.theme->cover.back.empty());
    CHECK_FALSE(run.theme->cover.artwork.empty());
}

TEST_CASE("changes without a base") {
    const ThemeRun run("theme:\n  palette: {ink: '#000'}\n");
    CHECK_FALSE(run.theme);
    CHECK(run.en() ==
          "/b/a.yaml:2:3: error: a theme of one's own needs 'base' [theme-base]\n"
          "    2 |   palette: {ink: '#000'}\n"
          "      |   ^~~~~~~~~~~~~~~~~~~~~~\n");
    CHECK(run.zh().find("错误：自定的主题要写明 base（以哪个主题为底）") != std::string::npos);
}

TEST_CASE("an own file, whole or over a base, is found beside the brochure") {
    const ThemeRun whole("theme: own.yaml\n", {{"/b/own.yaml", shipped_theme_with("name: vermilion", "name: own")}});
    REQUIRE(whole.theme);
    CHECK(whole.theme->name == "own");
    const ThemeRun based("theme: looks/own.yaml\n",
                         {{"/b/looks/own.yaml", "base: vermilion\nname: own\npage: {columns: 3}\n"}});
    CHECK(based.zh().empty());
    REQUIRE(based.theme);
    CHECK(based.theme->name == "own");
    CHECK(based.theme->page.columns == 3);
    const ThemeRun chain("theme: {base: one.yaml, page: {gutter: 7mm}}\n",
                         {{"/b/one.yaml", "base: /t/two.yml\npage: {columns: 1, gutter: 6mm}\n"},
                          {"/t/two.yml", "base: vermilion\npage: {columns: 4, bleed: 5mm}\n"}});
    REQUIRE(chain.theme);
    CHECK(chain.theme->page.columns == 1);
    CHECK(chain.theme->page.gutter == Approx(7 * 72 / 25.4));
    CHECK(chain.theme->page.bleed == Approx(5 * 72 / 25.4));
}

TEST_CASE("mistakes in an own file are shown in that file") {
    const ThemeRun run("theme: own.yaml\n", {{"/b/own.yaml", "base: vermilion\npage:\n  colums: 3\n"}});
    CHECK_FALSE(run.theme);
    CHECK(run.en() ==
          "/b/own.yaml:3:3: error: unknown theme setting 'theme.page.colums' [unknown-setting]\n"
          "    3 |   colums: 3\n"
          "      |   ^~~~~~\n"
          "      = hint: did you mean 'columns'?\n");
    CHECK(ThemeRun("theme: own.yaml\n", {{"/b/own.yaml", "base: crimson\n"}}).codes() ==
          "/b/own.yaml:1:7 unknown-theme");
    CHECK(ThemeRun("theme: own.yaml\n", {{"/b/own.yaml", "base: [\n"}}).codes().starts_with("/b/own.yaml:1:"));
}

TEST_CASE("a file without a base must say everything") {
    const ThemeRun run("theme: own.yaml\n", {{"/b/own.yaml", "name: own\n"}});
    CHECK_FALSE(run.theme);
    CHECK(
        run.en().starts_with("/b/own.yaml:1:1: error: theme setting 'theme.palette' is missing [missing-setting]\n"
                             "    1 | name: own\n"));
    CHECK(std::ranges::all_of(run.diagnostics.all(), [](const auto& d) { return d.code == "missing-setting"; }));
    CHECK(run.en().find("'theme.cover' is missing") != std::string::npos);
}

TEST_CASE("a theme file that holds no settings") {
    CHECK(ThemeRun("theme: own.yaml\n", {{"/b/own.yaml", "- 1\n"}}).codes() == "/b/own.yaml:1:1 theme-value");
    CHECK_FALSE(ThemeRun("theme: own.yaml\n", {{"/b/own.yaml", ""}}).theme);
}

TEST_CASE("themes based on each other") {
    const ThemeRun self("theme: a1.yaml\n", {{"/b/a1.yaml", "base: a1.yaml\n"}});
    CHECK_FALSE(self.theme);
    CHECK(self.en() ==
          "/b/a1.yaml:1:7: error: themes are based on each other in a circle [theme-circle]\n"
          "    1 | base: a1.yaml\n"
          "      |       ^~~~~~~\n");
    CHECK(self.zh().find("错误：主题的 base 绕成了圈 [theme-circle]") != std::string::npos);
    const ThemeRun pair("theme: {base: a1.yaml}\n",
                        {{"/b/a1.yaml", "base: a2.yaml\n"}, {"/b/a2.yaml", "base: a1.yaml\n"}});
    CHECK(pair.codes().find("theme-circle") != std::string::npos);
    CHECK_FALSE(pair.theme);
}
