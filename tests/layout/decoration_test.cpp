// What stands beside characters, on the page and in the structure: D1–D4.
#include "layout/fixture.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace zheye;
using namespace zheye::test;
using layout::Role;

namespace {

std::string prose(const std::string& words, const std::string& head = "") {
    return chapter("- text: |\n    " + words + "\n", head);
}

Rect box_of(const Path& path) { return path.bounds().value(); }

/// Shapes of the page that begin within the text's line, in the order of drawing; those of the opener are above it.
std::vector<layout::Shape> beside(const LaidOut& b, double baseline) {
    std::vector<layout::Shape> shapes;
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* shape = std::get_if<layout::Shape>(&item)) {
            const Rect box = box_of(shape->path);
            if (box.y > baseline - 12 && box.bottom() < baseline + 8 && box.width < 300) shapes.push_back(*shape);
        }
    return shapes;
}

LineOnPage line_with(const LaidOut& b, const std::string& part) {
    for (const auto& line : lines(b.pages))
        if (line.text.find(part) != std::string::npos) return line;
    FAIL("no line has " + part);
    return {};
}

bool is_artifact(const LaidOut& b) {
    bool inside = false, artifact = true;
    for (const auto& item : b.pages.pages[0].frame.items) {
        if (std::holds_alternative<layout::TagBegin>(item)) inside = true;
        if (std::holds_alternative<layout::TagEnd>(item)) inside = false;
        if (std::holds_alternative<layout::Shape>(item)) artifact &= !inside;
    }
    return artifact;
}

std::size_t curves(const layout::Shape& shape) {
    return static_cast<std::size_t>(std::ranges::count(shape.path.segments, Path::Op::curve, &Path::Segment::op));
}

}  // namespace

TEST_CASE("D1: dots are drawn under Han, outside of all tags") {
    const auto measure = [](text::RuleSet off) {
        const auto b = lay_out(prose("甲[乙，丙]{着重}丁"), off);
        const auto line = line_with(b, "丁");
        CHECK(is_artifact(b));
        const auto dots = beside(b, line.baseline);
        for (const auto& dot : dots) CHECK(box_of(dot.path).y > line.baseline);
        return dots.size();
    };
    CHECK(measure({}) == 2);
    CHECK(measure({text::Rule::D1}) == 3);
    conform("D1", "always", "dots of [乙，丙]{着重}", std::to_string(measure({})),
            std::to_string(measure({text::Rule::D1})));
}

TEST_CASE("D1: dots are clear of the readings of the next line, tone marks and all") {
    const auto b = lay_out(prose("[" + han(90) + "]{着重}{状|zhuǎng}" + han(20)));
    double reading = 0, dots = 0;  // the top of the one, the bottom of those above it
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && run->text == "zhuǎng")
            reading = run->origin.y - run->glyphs.front().y - 0.8 * run->size;
    REQUIRE(reading > 0);
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* shape = std::get_if<layout::Shape>(&item); shape && box_of(shape->path).width < 3)
            if (const double bottom = box_of(shape->path).bottom(); bottom < reading + 5) dots = std::max(dots, bottom);
    CHECK(reading - dots > 0.05 * b.theme.style(theme::Style::body).size);
    CHECK(reading - dots < b.theme.style(theme::Style::body).size);
}

TEST_CASE("D2: the wave has whole waves between the edges of the name; names are parted") {
    const auto gap = [](text::RuleSet off) {
        const auto b = lay_out(prose("[屈原]{专名}[离骚]{书名}"), off);
        const auto line = line_with(b, "屈");
        const auto shapes = beside(b, line.baseline);
        REQUIRE(shapes.size() == 2);
        const Rect name = box_of(shapes[0].path), title = box_of(shapes[1].path);
        CHECK(curves(shapes[0]) == 0);
        CHECK(curves(shapes[1]) % 2 == 0);
        CHECK(curves(shapes[1]) >= 4);
        CHECK(title.right() == Approx(line.right).margin(0.01));
        return (title.x - name.right()) / line.size;
    };
    CHECK(gap({}) == Approx(0.25));
    CHECK(gap({text::Rule::D2}) == Approx(0).margin(1e-6));
    conform("D2", "decoration.name-gap: 0.125", "between 屈原 and 离骚", in_em(gap({})),
            in_em(std::abs(gap({text::Rule::D2}))));
    const auto b = lay_out(prose("[[屈原]{专名}]{着重}"));
    const auto shapes = beside(b, line_with(b, "屈原").baseline);
    REQUIRE(shapes.size() == 3);
    const double below = box_of(shapes[0].path).bottom() + shapes[0].stroke->width / 2;
    CHECK(below < box_of(shapes[1].path).y);  // nearer to the text than the dots
}

TEST_CASE("D3: a reading is an RT beside its RB, half the size, and moves no line") {
    const auto b = lay_out(prose("他说{注音|zhù yīn}在此。" + han(60)));
    const auto plain = lay_out(prose("他说注音在此。" + han(60)));
    const auto rubies = elements(b.pages, Role::ruby);
    REQUIRE(rubies.size() == 2);
    for (const auto ruby : rubies) {
        const auto& children = b.pages.structure.nodes[ruby].children;
        REQUIRE(children.size() == 2);
        CHECK(b.pages.structure.nodes[children[0]].role == Role::ruby_base);
        CHECK(b.pages.structure.nodes[children[1]].role == Role::ruby_text);
        CHECK(b.pages.structure.nodes[children[1]].language == "zh-Latn-pinyin");
    }
    CHECK(text_of(b.pages, rubies[0]) == "注zhù");
    CHECK(text_of(b.pages, rubies[1]) == "音yīn");
    CHECK(text_of(b.pages, elements(b.pages, Role::p)[0]).starts_with("他说注zhù音yīn在此。"));
    CHECK(line_with(b, "zhù").size == Approx(line_with(b, "注").size / 2));
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && run->text == "zhù")
            CHECK(run->glyphs.front().y > 8);
    const auto baselines = [](const LaidOut& laid, double size) {
        std::vector<double> all;
        for (const auto& line : lines(laid.pages))
            if (std::abs(line.size - size) < 0.01 && (all.empty() || all.back() != line.baseline))
                all.push_back(line.baseline);
        return all;
    };
    CHECK(baselines(b, 10.5) == baselines(plain, 10.5));  // G3
}

TEST_CASE("D3: neighbouring readings are apart") {
    const auto apart = [](text::RuleSet off) {
        const auto b = lay_out(prose("{状|zhuàng}{窗|chuāng}"), off);
        const auto left = line_with(b, "zhuàng"), right = line_with(b, "chuāng");
        return (right.x - left.right) / left.size;
    };
    CHECK(apart({}) == Approx(0.25));
    CHECK(apart({text::Rule::D3}) < 0);
    conform("D3", "decoration.ruby", "between zhuàng and chuāng", in_em(apart({})), in_em(apart({text::Rule::D3})));
}

TEST_CASE("D3: zhuyin is in a column beside its character, in a language of its own") {
    const auto apart = [](text::RuleSet off) {
        const auto b = lay_out(prose("{窗|ㄔㄨㄤ}户"), off);
        const auto window = line_with(b, "窗"), after = line_with(b, "户");
        return (after.x - window.right) / window.size;
    };
    conform("D3", "decoration.zhuyin", "column of 窗 ㄔㄨㄤ before 户", in_em(apart({})),
            in_em(std::abs(apart({text::Rule::D3}))));
    CHECK(apart({}) == Approx(0.5));
    const auto b = lay_out(prose("{窗|ㄔㄨㄤ}户"));
    const auto readings = elements(b.pages, Role::ruby_text);
    REQUIRE(readings.size() == 1);
    CHECK(text_of(b.pages, readings[0]) == "ㄔㄨㄤ");
    CHECK(b.pages.structure.nodes[readings[0]].language == "zh-Bopo");
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && run->text == "ㄔㄨㄤ")
            CHECK(run->size == Approx(b.theme.decoration.zhuyin.size * line_with(b, "窗").size));
}

TEST_CASE("a reading inside a link keeps the link whole") {
    const auto b = lay_out(prose("见[{注|zhù}](https://example.org)"));
    const auto links = elements(b.pages, Role::link);
    REQUIRE(links.size() == 1);
    CHECK(text_of(b.pages, links[0]) == "注zhù");
    int areas = 0;
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* link = std::get_if<layout::Link>(&item)) {
            CHECK(link->node == links[0]);
            ++areas;
        }
    CHECK(areas == 1);
}

TEST_CASE("D4: emphasis is 楷体 or dots, as the theme says; bold is a face of its own") {
    const auto face = [](const std::string& theme, const std::string& words, const std::string& character,
                         text::RuleSet off = {}) {
        const auto b = lay_out(prose(words, theme), off);
        for (const auto& item : b.pages.pages[0].frame.items)
            if (const auto* run = std::get_if<layout::GlyphRun>(&item))
                if (run->text.find(character) != std::string::npos) return b.fonts.face(run->face).name;
        return std::string();
    };
    const std::string dots = "theme: {base: vermilion, typography: {emphasis: dots}}\n";
    const std::string light = "theme: {base: vermilion, styles: {body: {strong: {font: song, weight: 400}}}}\n";
    CHECK(face("", "常*楷*", "楷") == "LXGW WenKai");
    CHECK(face(dots, "常*楷*", "楷") == "Noto Serif CJK SC");
    const auto dotted = lay_out(prose("常*楷*", dots));
    CHECK(beside(dotted, line_with(dotted, "常").baseline).size() == 1);
    CHECK(face("", "常**粗**", "粗") == "Noto Sans CJK SC Bold");
    CHECK(face(light, "常**粗**", "粗") == "Noto Serif CJK SC");
    conform("D4", "styles.body.strong", "face of 粗", face("", "常**粗**", "粗"), face(light, "常**粗**", "粗"));
    const text::RuleSet none = {text::Rule::D4};
    conform("D4", "always", "face of 粗", face("", "常**粗**", "粗"), face("", "常**粗**", "粗", none));
    conform("D4", "always", "face of 楷", face("", "常*楷*", "楷"), face("", "常*楷*", "楷", none));
}

TEST_CASE("a highlight is behind its text") {
    const auto b = lay_out(prose("甲[乙丙]{高亮}"));
    const auto& items = b.pages.pages[0].frame.items;
    const auto colour = b.theme.decoration.highlight.colour;
    std::size_t ground = items.size(), words = items.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto* shape = std::get_if<layout::Shape>(&items[i]);
        const auto* fill = shape && shape->fill ? std::get_if<Colour>(&*shape->fill) : nullptr;
        if (fill && *fill == colour) ground = i;
        const auto* run = std::get_if<layout::GlyphRun>(&items[i]);
        if (run && run->text.find("乙") != std::string::npos) words = i;
    }
    CHECK(ground < words);
}
