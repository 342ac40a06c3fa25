// Styles of text, each like another but for what it says; and the colours they name.
#include "theme/theme_run.h"

#include <catch2/catch.hpp>

#include <algorithm>

using zheye::Colour;
using zheye::test::with_overrides;
using zheye::theme::Align;
using zheye::theme::Style;

TEST_CASE("a style has what the one it is like has, but for what it says") {
    const auto run = with_overrides(
        "  styles:\n"
        "    caption: {like: byline, size: 8pt}\n"
        "    byline: {like: quote, leading: 11pt, emphasis: {weight: 700}}\n");
    CHECK(run.zh().empty());
    REQUIRE(run.theme);
    const auto &caption = run.style(Style::caption), &quote = run.style(Style::quote);
    CHECK(caption.size == 8);
    CHECK(caption.leading == 11);
    CHECK(caption.font == quote.font);
    CHECK(caption.align == quote.align);
    CHECK(caption.emphasis.role == quote.emphasis.role);
    CHECK(caption.emphasis.weight == 700);
    CHECK(quote.emphasis.weight == 400);
}

TEST_CASE("what a style is like changes with its model") {
    const auto run = with_overrides("  styles: {body: {tracking: 0.1, align: centre}}\n");
    REQUIRE(run.theme);
    CHECK(run.style(Style::body).tracking == 0.1);
    CHECK(run.style(Style::lead).tracking == 0.1);
    CHECK(run.style(Style::lead).align == Align::centre);
    CHECK(run.style(Style::heading).align == Align::left);  // says so itself
}

TEST_CASE("a style no component uses is a model or a mistake") {
    CHECK(with_overrides("  styles: {small: {like: label, size: 8pt}, byline: {like: small}}\n").zh().empty());
    const auto run = with_overrides("  styles: {captoin: {like: label}}\n");
    CHECK(run.en() ==
          "/b/a.yaml:3:12: error: unknown theme setting 'theme.styles.captoin' [unknown-setting]\n"
          "    3 |   styles: {captoin: {like: label}}\n"
          "      |            ^~~~~~~\n"
          "      = hint: did you mean 'caption'?\n");
}

TEST_CASE("a model that does not exist") {
    const auto run = with_overrides("  styles: {byline: {like: nobody}}\n");
    CHECK_FALSE(run.theme);
    CHECK(run.en().find("/b/a.yaml:3:27: error: theme setting 'theme.styles.byline.like' must be the name of another "
                        "style, not 'nobody' [theme-value]\n"
                        "    3 |   styles: {byline: {like: nobody}}\n"
                        "      |                           ^~~~~~\n") != std::string::npos);
    CHECK(run.zh().find("主题设置 theme.styles.byline.like 应是另一个样式的名字，不是“nobody”") != std::string::npos);
}

TEST_CASE("styles like each other come to an end with a message") {
    CHECK_FALSE(with_overrides("  styles: {byline: {like: caption}, caption: {like: byline}}\n").theme);
    CHECK_FALSE(with_overrides("  styles: {body: {like: body}}\n").theme);
}

TEST_CASE("mistakes in a style") {
    CHECK(with_overrides("  styles: {byline: {weight: heavy}}\n").codes() == "3:29 theme-value");
    CHECK(with_overrides("  styles: {byline: {align: center}}\n").codes() == "3:28 theme-value");
    CHECK(with_overrides("  styles: {byline: {strong: {colour: puce}}}\n").codes() == "3:38 theme-value");
    CHECK(with_overrides("  styles: {byline: {underline: true}}\n").codes() == "3:21 unknown-setting");
    CHECK(with_overrides("  styles: [body]\n").codes() == "3:11 theme-value");
    CHECK(with_overrides("  styles: {byline: small}\n").codes() == "3:20 theme-value");
}

TEST_CASE("a mistake in a model is told where it stands") {
    const auto run = with_overrides("  styles: {label: {colour: puce}, byline: {colour: ink}}\n");
    CHECK_FALSE(run.theme);
    for (const auto& one : run.diagnostics.all()) CHECK(run.sources.place(one.span).column == 28);
}

TEST_CASE("the palette names colours for everything else, and colours only") {
    const auto run = with_overrides("  palette: {moss: '#efe'}\n  box: {ground: moss}\n  table: {stripe: moss}\n");
    CHECK(run.zh().empty());
    REQUIRE(run.theme);
    CHECK(run.theme->box.ground == Colour{0xee, 0xff, 0xee});
    CHECK(run.theme->table.stripe == Colour{0xee, 0xff, 0xee});
    CHECK(with_overrides("  palette: {moss: green}\n").codes() == "3:19 theme-value");
    CHECK(with_overrides("  palette: {moss: ink}\n").codes() == "3:19 theme-value");  // no names of names
    CHECK(with_overrides("  palette: green\n").codes().starts_with("3:12 theme-value"));
}

TEST_CASE("no colour is a choice where the ground may stay bare") {
    const auto run = with_overrides("  page: {ground: none}\n");
    REQUIRE(run.theme);
    CHECK_FALSE(run.theme->page.ground);
}

TEST_CASE("every face of the styles is wanted once") {
    const auto run = with_overrides("  styles: {folio: {font: hand, weight: 321}}\n");
    REQUIRE(run.theme);
    const auto wanted = zheye::theme::wanted_fonts(*run.theme);
    CHECK(std::ranges::count(wanted, zheye::font::FontStyle{"hand", 321}) == 1);
    CHECK(std::ranges::count(wanted, run.style(Style::body).font) == 1);
    CHECK(std::ranges::count(wanted, run.style(Style::body).strong) == 1);
    CHECK(std::ranges::count(wanted, run.style(Style::body).emphasis) == 1);
}
