// Titles that are longer than their place: smaller, in more lines, and told.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace zheye;
using namespace zheye::test;

namespace {

double baseline_of(const LaidOut& b, const std::string& part) {
    const auto all = lines(b.pages);
    const auto found = std::ranges::find_if(
        all, [&](const LineOnPage& line) { return !line.artifact && line.text.find(part) != std::string::npos; });
    REQUIRE(found != all.end());
    return found->baseline;
}

/// Two chapters of long titles on A5, one with a page of its own.
std::string long_titles(const std::string& theme, const std::string& direction) {
    return "zheye: 1\ntitle: " + han(30) + "\ntheme: " + theme + "\npage: {size: A5}\ncover: {direction: " + direction +
           "}\ncontents: false\nchapters:\n- title: " + han(29) +
           "末\n  subtitle: 甲的副题\n  lead: 导语。\n  content: [一段。]\n- title: " + han(29) +
           "尾\n  subtitle: 乙的副题\n  content: [二段。]\n";
}

}  // namespace

TEST_CASE("a long title keeps its place on the cover and above a chapter, in every theme") {
    for (const std::string theme : {"vermilion", "ink", "harbour", "garden", "gongwen"}) {
        for (const std::string direction : {"horizontal", "vertical"}) {
            INFO(theme + ", " + direction);
            const auto b = lay_out(long_titles(theme, direction));
            CHECK(b.messages.find("outside-") == std::string::npos);
            const auto h1 = elements(b.pages, layout::Role::h1);
            const auto has = [&](const std::string& title) {
                return std::ranges::any_of(h1, [&](auto node) { return text_of(b.pages, node) == title; });
            };
            CHECK(has(han(29) + "末"));
            CHECK(has(han(29) + "尾"));
            CHECK(baseline_of(b, "二段。") > baseline_of(b, "乙的副题") + 12);
            CHECK(baseline_of(b, "乙的副题") > baseline_of(b, "尾") + 12);
        }
    }
}

TEST_CASE("titles of a vertical chapter stay on the strip that is drawn for them, text begins beside it") {
    for (const std::string theme : {"vermilion", "harbour", "garden", "ink"}) {
        INFO(theme);
        const auto b = lay_out("zheye: 1\ntitle: 题\ntheme: " + theme +
                               "\npage: {size: A5}\ncover: false\ncontents: false\nchapters:\n- title: " + han(50) +
                               "\n  direction: vertical\n  subtitle: 副题\n  content: [一段。]\n");
        const auto x_of = [&](const std::string& text) {
            const auto all = lines(b.pages);
            const auto found = std::ranges::find_if(all, [&](const LineOnPage& line) {
                return !line.artifact && line.text.find(text) != std::string::npos;
            });
            REQUIRE(found != all.end());
            return found->x;
        };
        const double width = b.pages.pages[0].frame.size.width;
        const double strip = width * (1 - b.theme.opener.vertical_strip);
        if (!b.theme.opener.strip_artwork.empty()) CHECK(x_of("副题") > strip);
        CHECK(x_of("一段。") < x_of("副题") - 12);
    }
}

TEST_CASE("a title that was set smaller is told at its place") {
    const auto chapter_title = lay_out(long_titles("vermilion", "horizontal")).messages;
    CHECK(chapter_title.find("brochure.yaml:12:10: warning: the title is long") != std::string::npos);
    const auto cover =
        lay_out("zheye: 1\ntitle: " + han(150) + "\npage: {size: A5}\nchapters:\n- title: 章\n  content: [一段。]\n");
    CHECK(cover.messages.find("brochure.yaml:2:8: warning: the title is long") != std::string::npos);
    CHECK(lay_out(chapter("- text: 一段。\n", "page: {size: A5}\n")).messages.empty());
}

TEST_CASE("the number of a chapter gives way to the title below it") {
    const auto heights = [](const std::string& size) {
        const auto b = lay_out("zheye: 1\ntitle: 题\ntheme: garden\npage: {fill: none, size: " + size +
                               "}\nchapters:\n- title: 章名\n  lead: 导语。\n  content: [一段。]\n");
        double number = 0;
        for (const auto& item : b.pages.pages[2].frame.items)
            if (const auto* run = std::get_if<layout::GlyphRun>(&item)) number = std::max(number, run->size);
        return number;
    };
    CHECK(heights("A4") == Approx(60));
    CHECK(heights("A5") < 50);
}

TEST_CASE("a long subtitle keeps its place below the title, in every theme and direction, and is told") {
    int told = 0;
    for (const std::string theme : {"vermilion", "ink", "harbour", "garden", "gongwen"})
        for (const std::string direction : {"horizontal", "vertical"}) {
            INFO(theme + ", " + direction);
            const auto b = lay_out("zheye: 1\ntitle: 书名\nsubtitle: " + han(60) + "\ntheme: " + theme +
                                   "\npage: {size: A5}\ncover: {direction: " + direction +
                                   "}\ncontents: false\nchapters:\n- title: 章名\n  direction: " + direction +
                                   "\n  subtitle: " + han(100) + "\n  lead: 导语。\n  content: [一段。]\n");
            CHECK(b.messages.find("outside-") == std::string::npos);
            told += b.messages.find("warning: the subtitle is long: it was set in ") != std::string::npos &&
                    b.messages.find("move a part of it into the lead") != std::string::npos;
            if (direction == "vertical") continue;
            double lead = 0, last = 0;
            for (const auto& line : lines(b.pages)) {
                if (line.artifact || line.page < 1) continue;
                if (line.text == "导语。") lead = line.baseline;
                if (lead == 0 && line.text != "章名" && line.text != "一段。") last = std::max(last, line.baseline);
            }
            if (!b.theme.opener.pages) CHECK(lead > last);
        }
    CHECK(told > 0);
}

TEST_CASE("a subtitle that the smallest type has no room for is an error at its place") {
    const auto messages =
        failure("zheye: 1\ntitle: 题\npage: {size: A5}\nchapters:\n- title: 章\n  subtitle: " + han(9000) +
                "\n  content: [一段。]\n");
    CHECK(messages.find("brochure.yaml:6:13: error: the subtitle is too long: not even the smallest type has room for "
                        "it") != std::string::npos);
}

TEST_CASE("the line above the title gives way to it") {
    for (const std::string theme : {"vermilion", "ink", "harbour", "garden", "gongwen"}) {
        INFO(theme);
        const auto b = lay_out("zheye: 1\ntitle: 书名\ntheme: " + theme + "\ncover: {kicker: " + han(60) +
                               "末}\nchapters:\n- title: 章\n  content: [一段。]\n");
        CHECK(b.messages.find("the line above the title is long") != std::string::npos);
        CHECK(baseline_of(b, "末") < baseline_of(b, "书名") - 20);
    }
}

TEST_CASE("a lead on a page of its own is set smaller where byline and figures leave it too little, and is told") {
    const auto b = lay_out(
        "zheye: 1\ntitle: 题\ntheme: harbour\npage: {size: 64开}\ncontents: false\ncover: false\n"
        "chapters:\n- title: 章\n  lead: " +
        han(80) + "\n  byline: 甲、乙、丙、丁\n  content: [一段。]\n");
    CHECK(b.messages.find("outside-") == std::string::npos);
    CHECK(b.messages.find("brochure.yaml:9:9: warning: the lead is long: it was set in ") != std::string::npos);
}
