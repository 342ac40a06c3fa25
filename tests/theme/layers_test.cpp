// What a theme says for one form or one shape of page only.
#include "theme/layers.h"

#include "support/yaml_brochure.h"
#include "theme/theme_run.h"

#include <catch2/catch.hpp>

using namespace zheye;
using content::Form;
using content::PageSetup;
using theme::Layers;
using theme::layers_for;

namespace {

constexpr double kMm = 72.0 / 25.4;

PageSetup mm(double width, double height) {
    PageSetup page;
    page.width = width * kMm;
    page.height = height * kMm;
    return page;
}

}  // namespace

TEST_CASE("a page's shape goes by its sides and its diagonal") {
    CHECK(layers_for(Form::booklet, mm(210, 297), {}) == Layers{"", "", "booklet"});
    CHECK(layers_for(Form::booklet, mm(297, 210), {}) == Layers{"landscape", "", "booklet"});
    CHECK(layers_for(Form::booklet, mm(210, 210), {}) == Layers{"square", "", "booklet"});
    CHECK(layers_for(Form::booklet, mm(148, 210), {}) == Layers{"", "small", "booklet"});
    CHECK(layers_for(Form::booklet, mm(210, 148), {}) == Layers{"landscape", "small", "booklet"});
    CHECK(layers_for(Form::booklet, mm(185, 260), {}) == Layers{"", "medium", "booklet"});
    CHECK(layers_for(Form::poster, mm(100, 140), {}) == Layers{"", "", "poster"});
    CHECK(layers_for(Form::trifold, mm(297, 210), {}) == Layers{"", "", "trifold"});
    PageSetup turned;
    turned.landscape = true;
    CHECK(layers_for(Form::booklet, turned, Size{210 * kMm, 297 * kMm}).shape == "landscape");
}

TEST_CASE("parts for a form lie over the theme that has them, and below what is based on it") {
    yaml::Node tree;
    diag::Diagnostics diagnostics;
    const test::YamlRun run("a: 1\nb: {c: 2, d: 3}\nforms: {poster: {b: {c: 4}}, booklet: {a: 5}}\n");
    tree = *run.root;
    theme::apply_layers(tree, {"", "", "poster"}, diagnostics);
    REQUIRE(tree.entries.size() == 2);
    CHECK(tree.entries[0].value.text == "1");
    CHECK(tree.entries[1].value.entries[0].value.text == "4");
    CHECK(tree.entries[1].value.entries[1].value.text == "3");
}

TEST_CASE("what is no group of settings is told in both languages") {
    const auto scalar = test::with_overrides("  forms: poster\n");
    CHECK(scalar.zh() ==
          "/b/a.yaml:3:10: 错误：主题的“theme.forms”应是一组设置（键: 值） [theme-value]\n"
          "    3 |   forms: poster\n"
          "      |          ^~~~~~\n");
    CHECK(scalar.en().starts_with("/b/a.yaml:3:10: error: theme setting 'theme.forms' must be a mapping"));
    CHECK(test::with_overrides("  forms: {poster: 3}\n  shapes: [square]\n").codes() ==
          "4:11 theme-value; 3:19 theme-value");
    const auto unknown = test::with_overrides("  forms: {booklett: {}}\n");
    CHECK(unknown.zh() ==
          "/b/a.yaml:3:11: 错误：主题里没有这项设置：theme.forms.booklett [unknown-setting]\n"
          "    3 |   forms: {booklett: {}}\n"
          "      |           ^~~~~~~~\n"
          "      = 建议：是不是“booklet”？\n");
    CHECK(unknown.en().find("unknown theme setting 'theme.forms.booklett'") != std::string::npos);
}

TEST_CASE("a form or shape that does not exist is an error at its place") {
    CHECK(test::with_overrides("  forms: {booklett: {page: {columns: 1}}}\n").codes() == "3:11 unknown-setting");
    CHECK(test::with_overrides("  shapes: {round: {}}\n").codes() == "3:12 unknown-setting");
    const auto one = test::with_overrides("  forms: {booklet: {page: {columns: 1}}}\n");
    REQUIRE(one.theme);
    CHECK(one.theme->page.columns == 1);
}
