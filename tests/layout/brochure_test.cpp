// The brochure as a whole: front matter, contents, structure, pictures.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace zheye;
using namespace zheye::test;

namespace {

const std::string kTwoChapters = R"(zheye: 1
title: 两章的书
subtitle: 副标题
meta: {date: 2019-07, author: [甲, 乙]}
cover: {kicker: 眉题, note: 附注}
facts:
  gdp: {name: 地区生产总值, value: 4.30, unit: 亿元, period: 2018年, note: 注}
chapters:
- title: 第一章
  subtitle: 章的副题
  lead: 导语在这里。
  byline: 素材采写：某某
  content:
  - stats: [gdp]
  - heading: 甲节
  - text: 正文一段，见[链接](https://example.org)处。
  - break: page
  - heading: 乙节
  - text: 正文又一段。
- title: 第二章
  content:
  - heading: 丙节
  - text: 末段。
)";

std::string all_text(const LaidOut& b, bool artifacts) {
    std::string text;
    for (const auto& l : lines(b.pages))
        if (l.artifact == artifacts) text += l.text + "\n";
    return text;
}

}  // namespace

TEST_CASE("cover, contents, openers, chapters and back cover come in order") {
    const auto b = lay_out(kTwoChapters);
    // cover, contents, opener, two of text, chapter with a strip, notes, back cover
    REQUIRE(b.pages.pages.size() == 8);
    CHECK(b.pages.pages[0].label.empty());
    CHECK(b.pages.pages[2].label == "3");
    CHECK(b.pages.metadata.title == "两章的书");
    CHECK(b.pages.metadata.authors == std::vector<std::string>{"甲", "乙"});
    const auto text = all_text(b, false);
    for (const auto* piece : {"眉题", "两章的书", "副标题", "附注", "导语在这里。", "素材采写：某某", "4.30亿元",
                              "地区生产总值", "2018年", "2019年7月"})
        CHECK(text.find(piece) != std::string::npos);
}

TEST_CASE("the contents give the page on which each heading stands, and link to it") {
    const auto b = lay_out(kTwoChapters);
    std::vector<std::string> items;
    for (const auto id : elements(b.pages, layout::Role::toci)) items.push_back(text_of(b.pages, id));
    CHECK(items == std::vector<std::string>{"第一章3章的副题", "甲节4", "乙节5", "第二章6", "丙节6"});
    std::vector<std::uint32_t> targets;
    for (const auto& item : b.pages.pages[1].frame.items)
        if (const auto* link = std::get_if<layout::Link>(&item)) targets.push_back(link->page);
    CHECK(targets == std::vector<std::uint32_t>{2, 3, 4, 5, 5});
    CHECK(b.pages.outline.size() == 5);
    CHECK(b.pages.outline[2].title == "乙节");
    CHECK(b.pages.outline[2].page == 4);
}

TEST_CASE("running heads and folios are artifacts and name what stands on the page") {
    const auto b = lay_out(kTwoChapters);
    const auto artifacts = all_text(b, true);
    CHECK(artifacts.find("壹　第一章") != std::string::npos);
    CHECK(artifacts.find("乙节") != std::string::npos);
    for (const auto& l : lines(b.pages))
        if (l.artifact && l.text == "甲节") CHECK(l.page == 3);
}

TEST_CASE("headings never skip a level and elements have content or children, not both") {
    const auto b = lay_out(
        chapter("- subheading: 没有上一级\n- text: 一段。\n- heading: 节\n- subheading: 小节\n- text: 二段。\n"));
    CHECK(elements(b.pages, layout::Role::h1).size() == 1);
    CHECK(elements(b.pages, layout::Role::h2).size() == 2);
    CHECK(elements(b.pages, layout::Role::h3).size() == 1);
    const auto whole = lay_out(kTwoChapters);
    for (const auto& l : lines(whole.pages))
        if (!l.artifact) CHECK(whole.pages.structure.nodes[l.node].children.empty());
}

TEST_CASE("a link in the text is an element of its own with an area on the page") {
    const auto b = lay_out(kTwoChapters);
    int found = 0;
    for (const auto& page : b.pages.pages)
        for (const auto& item : page.frame.items)
            if (const auto* link = std::get_if<layout::Link>(&item); link && !link->url.empty()) {
                CHECK(link->url == "https://example.org");
                CHECK(text_of(b.pages, link->node) == "链接");
                CHECK(link->area.width == Approx(2 * 10.5).margin(0.01));
                ++found;
            }
    CHECK(found == 1);
}

TEST_CASE("a chapter without lead and figures begins with a strip on its first text page") {
    const auto b = lay_out(chapter("- text: 一段。\n"));
    REQUIRE(b.pages.pages.size() == 1);
    CHECK(text_of(b.pages, elements(b.pages, layout::Role::h1).front()) == "章");
    CHECK(text_of(b.pages, elements(b.pages, layout::Role::p).back()) == "一段。");
}

TEST_CASE("a brochure without chapters is made, and told") {
    const auto messages = lay_out("zheye: 1\ntitle: 题\n").messages;
    CHECK(messages.find("brochure.yaml:1:1: warning") != std::string::npos);
    CHECK(messages.find("[no-chapters]") != std::string::npos);
    CHECK(lay_out(chapter("- text: 一段。\n")).messages.empty());
}

TEST_CASE("a missing character is reported where it stands") {
    const auto messages = failure(chapter("- text: |\n    甲\xF3\xB0\x80\x80乙\n"));
    CHECK(messages.find("brochure.yaml:9:8: error") != std::string::npos);
    CHECK(messages.find("missing-glyph") != std::string::npos);
}

TEST_CASE("a placeholder is a figure with an alternative text and a label that no reader is read") {
    const auto b =
        lay_out(chapter("- figure: {picture: placeholder, caption: 升国旗, span: column}\n- text: 一段。\n"));
    const auto figures = elements(b.pages, layout::Role::figure);
    REQUIRE(figures.size() == 1);
    CHECK(b.pages.structure.nodes[figures.front()].alt == "升国旗");
    CHECK(text_of(b.pages, elements(b.pages, layout::Role::caption).front()) == "升国旗");
    CHECK(all_text(b, true).find("图片待供") != std::string::npos);
}

TEST_CASE("pictures of a row are equally high and fill the measure") {
    const auto b =
        lay_out(chapter("- figure:\n    span: page\n    pictures:\n    - {picture: placeholder, caption: 一}\n"
                        "    - {picture: placeholder, caption: 二}\n    - {picture: placeholder, caption: 三}\n"));
    std::set<long> heights;
    double left = 1e9, right = 0;
    for (const auto& item : b.pages.pages[0].frame.items) {
        const auto* shape = std::get_if<layout::Shape>(&item);
        if (!shape || !shape->fill || !std::holds_alternative<Colour>(*shape->fill) ||
            !(std::get<Colour>(*shape->fill) == b.theme.figure.ground))
            continue;
        const auto& s = shape->path.segments;
        heights.insert(std::lround((s[2].points[0].y - s[0].points[0].y) * 100));
        left = std::min(left, s[0].points[0].x);
        right = std::max(right, s[2].points[0].x);
    }
    CHECK(heights.size() == 1);
    CHECK(left == Approx(b.theme.page.left).margin(0.01));
    CHECK(right == Approx(b.pages.pages[0].frame.size.width - b.theme.page.left).margin(0.01));
}

TEST_CASE("an English brochure has English words and no Chinese ones") {
    const auto b = lay_out(
        "zheye: 1\ntitle: A Year\nlanguage: en\nmeta: {date: 2019-07, publisher: The office}\nchapters:\n- title: One\n"
        "  lead: Words.\n  content:\n  - text: Some running text.\n"
        "  - figure: {picture: placeholder, caption: A flag}\n"
        "  - contact: {title: The office, phone: 0371-6, url: \"https://example.org\", qr: true}\n");
    const auto english = [](const std::string& text) {
        return std::ranges::none_of(text, [](unsigned char c) { return c >= 0xE3 && c <= 0xEF; });
    };
    for (const auto& l : lines(b.pages)) CHECK(english(l.text));
    for (const auto& node : b.pages.structure.nodes) CHECK(english(node.alt));
    const auto text = all_text(b, false);
    for (const char* words : {"Contents", "July 2019", "Published by: The office", "Telephone:", "0371-6"})
        CHECK(text.find(words) != std::string::npos);
}

TEST_CASE("text that would be lost beyond the edge of a page is an error at its place, never silence") {
    const auto lead = [](int count) {
        return "zheye: 1\ntitle: 题\nchapters:\n- title: 章\n  lead: " + han(count) + "\n  content: [一段。]\n";
    };
    const auto messages = failure(lead(2000));
    CHECK(messages.find("brochure.yaml:5:") != std::string::npos);
    CHECK(messages.find("outside-page") != std::string::npos);
    CHECK(lay_out(lead(200)).messages.empty());
}

TEST_CASE("the byline of an opener stands below its figures, however many there are") {
    std::string facts, ids;
    for (int i = 0; i < 5; ++i) {
        const auto id = "f" + std::to_string(i);
        facts += "  " + id + ": {name: 指标, value: " + std::to_string(100 + i) + ", unit: 项}\n";
        ids += (i ? ", " : "") + id;
    }
    const auto b = lay_out("zheye: 1\ntitle: 题\ncover: false\ncontents: false\nfacts:\n" + facts +
                           "chapters:\n- title: 章\n  lead: " + han(80) + "\n  byline: 某某\n  content: [{stats: [" +
                           ids + "]}]\n");
    double byline = 0, figures = 0;
    for (const auto& l : lines(b.pages)) {
        if (l.text == "某某") byline = l.baseline;
        if (l.text.find("项") != std::string::npos) figures = std::max(figures, l.baseline);
    }
    CHECK(byline > figures);
}

TEST_CASE("a picture that bleeds stays inside the box it stands in") {
    const auto b =
        lay_out(chapter("- box:\n    content:\n    - figure: {picture: placeholder, caption: 图, span: bleed}\n"));
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* shape = std::get_if<layout::Shape>(&item);
            shape && shape->fill && std::holds_alternative<Colour>(*shape->fill) &&
            std::get<Colour>(*shape->fill) == b.theme.figure.ground)
            CHECK(shape->path.segments.front().points[0].x > b.theme.page.left);
}

TEST_CASE("the bar of a quote in a parted box goes with the lines of the quote, on every page") {
    const auto b = lay_out(chapter("- box: {title: 框, content: [{quote: {text: " + han(2500) + "}}]}\n"));
    REQUIRE(b.pages.pages.size() > 1);
    for (const auto& page : b.pages.pages) {
        int bars = 0;
        for (const auto& item : page.frame.items) {
            const auto* shape = std::get_if<layout::Shape>(&item);
            if (!shape || !shape->stroke || shape->stroke->width != b.theme.quote.bar.width) continue;
            ++bars;
            CHECK(shape->path.segments.back().points[0].y < page.frame.size.height - b.theme.page.bottom / 2);
        }
        CHECK(bars > 2);
    }
}
