#include "theme/contrast.h"
#include "theme/theme_run.h"
#include "support/places.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::theme;
using test::ThemeRun;
using test::with_overrides;

namespace {

/// The themes that ship, from the disk.
Theme shipped(const std::string& name) {
    const DiskFileSystem files;
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    yaml::Node choice;
    choice.kind = yaml::Node::Kind::scalar;
    choice.text = name;
    const Request request{ZHEYE_ROOT "/themes", "."};
    auto read = theme::read(choice, request, files, sources, diagnostics);
    REQUIRE(read);
    return *read;
}

}  // namespace

TEST_CASE("contrast is measured as WCAG says") {
    CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
    CHECK(contrast({255, 255, 255}, {0, 0, 0}) == Approx(21));
    CHECK(contrast({119, 119, 119}, {255, 255, 255}) == Approx(4.48).margin(0.01));
    CHECK(contrast({18, 52, 86}, {18, 52, 86}) == Approx(1));
}

TEST_CASE("every text of the themes that ship can be read on its ground") {
    for (const auto* name : {"base", "vermilion", "ink", "harbour", "garden", "gongwen"}) {
        std::string low;
        for (const auto& each : low_contrasts(shipped(name))) low += each.text + " on " + each.ground + "\n";
        INFO(name);
        CHECK(low.empty());
    }
}

TEST_CASE("text too near to its ground is told with the settings and the ratio") {
    const auto run = with_overrides("  styles: {caption: {colour: '#aaaaaa'}}\n");
    CHECK(run.theme);
    CHECK(run.en().find("styles.caption is hard to read on page.ground: its contrast is 2.2, at least 4.5 is needed") !=
          std::string::npos);
    CHECK(run.zh().find("styles.caption 的字在 box.ground 上看不清") != std::string::npos);
}

TEST_CASE("large text needs less") {
    const std::string grey = "'#8a8a8a'";  // 3.4 on the paper
    CHECK(with_overrides("  styles: {heading: {colour: " + grey + "}}\n").codes().empty());
    CHECK(with_overrides("  styles: {folio: {colour: " + grey + "}}\n").codes() == "2:3 low-contrast");
}

TEST_CASE("strong text of the same colour is not told once more") {
    const auto faint = with_overrides("  styles: {folio: {colour: '#8a8a8a'}}\n").en();
    CHECK(faint.find("styles.folio is") != std::string::npos);
    CHECK(faint.find("styles.folio.strong") == std::string::npos);
    const auto strong = with_overrides("  styles: {body: {strong: {colour: '#aaaaaa'}}}\n").en();
    CHECK(strong.find("styles.body.strong is") != std::string::npos);
}

TEST_CASE("the theme of one's own in the README is read, without a word") {
    const auto readme = DiskFileSystem{}.read(ZHEYE_ROOT "/README.md");
    REQUIRE(readme);
    const std::string text(readme->bytes());
    const auto begin = text.find("base: garden");
    const auto end = text.find("```", begin);
    REQUIRE(end != std::string::npos);
    std::map<std::string, std::string> files{{"/b/own.yaml", text.substr(begin, end - begin)}};
    for (const std::string name : {"garden", "base", "forms", "shapes"}) {
        const auto path = "/themes/" + name + ".yaml";
        files[path] = std::string(DiskFileSystem{}.read(ZHEYE_ROOT + path)->bytes());
    }
    const ThemeRun run("theme: own.yaml\n", files);
    INFO(run.zh());
    CHECK(run.codes().empty());
    REQUIRE(run.theme);
    CHECK(run.theme->name == "街道");
    CHECK_FALSE(run.theme->opener.pages);
    CHECK(run.style(Style::subheading).colour == Colour{0x1d, 0x5f, 0xa8});
}

TEST_CASE("every theme that ships can be read in every form and on every shape of page") {
    struct Paper {
        content::Form form;
        double width, height;  // mm
    };
    using enum content::Form;
    const DiskFileSystem files;
    for (const std::string name : {"vermilion", "ink", "harbour", "garden", "gongwen"})
        for (const auto& paper : {Paper{booklet, 210, 297}, Paper{booklet, 297, 210}, Paper{booklet, 210, 210},
                                  Paper{booklet, 148, 210}, Paper{booklet, 210, 148}, Paper{booklet, 185, 260},
                                  Paper{bifold, 297, 210}, Paper{trifold, 297, 210}, Paper{poster, 594, 841}}) {
            diag::Sources sources;
            diag::Diagnostics diagnostics;
            yaml::Node choice;
            choice.kind = yaml::Node::Kind::scalar;
            choice.text = name;
            Request request{ZHEYE_ROOT "/themes", ".", paper.form};
            request.page.width = paper.width * 72 / 25.4;
            request.page.height = paper.height * 72 / 25.4;
            CHECK(theme::read(choice, request, files, sources, diagnostics));
            INFO(name << " form " << static_cast<int>(paper.form) << " " << paper.width << "x" << paper.height);
            CHECK(diag::render_all(diagnostics, sources, diag::Language::en, false) == "");
        }
}
