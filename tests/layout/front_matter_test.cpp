// What stands on designed pages: the imprint, the contents' leaders; and the numbers of headings, which they show.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace zheye;
using namespace zheye::test;

namespace {

std::vector<std::string> texts(const LaidOut& b) {
    std::vector<std::string> all;
    for (const auto& l : lines(b.pages)) all.push_back(l.text);
    return all;
}
bool has(const LaidOut& b, const std::string& text) { return std::ranges::count(texts(b), text) > 0; }

std::string with_headings(const std::string& theme) {
    return "zheye: 1\ntitle: 题\ntheme: " + theme +
           "\nchapters:\n- title: 章\n  content:\n  - heading: 起因\n  - subheading: 甲\n  - 一段。\n  - subheading: "
           "乙\n"
           "  - 一段。\n  - span: {content: [{heading: 经过}]}\n  - subheading: 丙\n  - 一段。\n  - heading: "
           "三、结果\n  - 一段。\n"
           "- title: 次章\n  content: [{heading: 又起}, 一段。]\n";
}

/// Small discs on the first pages, as the dots of leaders are.
int dots(const LaidOut& b) {
    int count = 0;
    for (const auto& page : b.pages.pages)
        for (const auto& item : page.frame.items)
            if (const auto* shape = std::get_if<layout::Shape>(&item))
                count +=
                    shape->path.segments.size() > 4 &&
                    std::ranges::any_of(shape->path.segments, [](const auto& s) { return s.op == Path::Op::curve; });
    return count;
}

}  // namespace

TEST_CASE("the imprint has all that is said of the making, in the language's words") {
    const std::string meta =
        "meta: {author: 甲, compiler: 乙处, publisher: 丙社, number: 7, permit: 金印19号, print-run: 3000册, others: "
        "{开本: 16开}}\n"
        "chapters: [{title: 章, content: [一段。]}]\n";
    const auto zh = lay_out("zheye: 1\ntitle: 题\n" + meta);
    for (const char* line :
         {"编写　甲", "编印单位　乙处", "出版　丙社", "编号　7", "准印证号　金印19号", "印数　3000册", "开本　16开"}) {
        INFO(line);
        CHECK(has(zh, line));
    }
    const auto en = lay_out(
        "zheye: 1\ntitle: T\nlanguage: en\nmeta: {compiler: Office, print-run: '3000', permit: No 1}\n"
        "chapters: [{title: C, content: [Text.]}]\n");
    for (const char* line : {"Compiled by: Office", "Print run: 3000", "Permit No.: No 1"}) CHECK(has(en, line));
}

TEST_CASE("bylines that find no room on the back cover stand at their chapters alone, and that is said") {
    const auto with_chapters = [](int count) {
        std::string text = "zheye: 1\ntitle: 题\ncover: {}\nmeta: {publisher: 丙社}\nchapters:\n";
        for (int i = 1; i <= count; ++i)
            text += "- {title: 第" + std::to_string(i) + "章, byline: 某人, content: [一段。]}\n";
        return lay_out(text);
    };
    const auto few = with_chapters(3), many = with_chapters(60);
    CHECK(has(few, "第3章　　某人"));
    CHECK(few.messages.empty());
    CHECK_FALSE(has(many, "第3章　　某人"));
    CHECK(has(many, "出版　丙社"));
    CHECK(std::ranges::count(texts(many), "某人") == 60);
    CHECK(many.messages.find("bylines-left") != std::string::npos);
}

TEST_CASE("headings have the theme's numbers, in the text, the contents and the outline") {
    const auto b = lay_out(with_headings("gongwen"));
    const auto all = texts(b);
    CHECK(std::ranges::count(all, "一、起因") == 2);  // in the contents, in the text
    CHECK(std::ranges::count(all, "（一）甲") == 1);
    CHECK(std::ranges::count(all, "（二）乙") == 1);
    CHECK(std::ranges::count(all, "二、经过") == 2);
    CHECK(std::ranges::count(all, "（一）丙") == 1);  // anew below each heading
    CHECK(std::ranges::count(all, "三、结果") == 2);  // the writer's own number is not doubled
    CHECK(std::ranges::count(all, "一、又起") == 2);  // anew in each chapter
    CHECK(std::ranges::any_of(b.pages.outline, [](const auto& entry) { return entry.title == "二、经过"; }));
    const auto plain =
        lay_out(with_headings("{base: gongwen, heading: {numbering: none}, subheading: {numbering: arabic}}"));
    CHECK(has(plain, "起因"));
    CHECK(has(plain, "2.乙"));
}

TEST_CASE("dots lead from a title to its folio where the theme wants them") {
    const auto b = lay_out(with_headings("gongwen"));
    CHECK(dots(b) > 100);
    CHECK(dots(lay_out(with_headings("{base: gongwen, contents: {leader: {width: 0pt}}}"))) == 0);
}

TEST_CASE("a left page that a picture opens is named after the heading below the picture") {
    const auto b =
        lay_out(chapter("- heading: 前一节\n- 文字。\n- break: page\n- figure: {picture: placeholder, alt: 图, "
                        "span: bleed, crop: 3:1}\n- heading: 这一节\n- 文字。\n- break: page\n- 末页。\n",
                        "theme: harbour\n"));
    REQUIRE(b.pages.pages.size() >= 2);
    std::vector<std::string> heads;
    for (const auto& line : lines(b.pages))
        if (line.artifact && line.page == 1) heads.push_back(line.text);
    CHECK(std::ranges::find(heads, "这一节") != heads.end());
    CHECK(std::ranges::find(heads, "前一节") == heads.end());
}

namespace {

/// The pages on which the rows of each chapter stand in the contents of chapters of so many headings.
std::vector<std::set<std::size_t>> pages_of_chapters(const std::vector<int>& headings) {
    std::string yaml = "zheye: 1\ntitle: 题\ntheme: harbour\nchapters:\n";
    std::map<std::string, std::size_t> chapter_of;
    const int chapters = static_cast<int>(headings.size());
    for (int c = 0; c < chapters; ++c) {
        yaml += "- title: 第" + std::to_string(c) + "章\n  content:\n";
        chapter_of["第" + std::to_string(c) + "章"] = static_cast<std::size_t>(c);
        for (int h = 0; h < headings[static_cast<std::size_t>(c)]; ++h) {
            const auto name = "节" + std::to_string(100 * (c + 1) + h);
            yaml += "  - heading: " + name + "\n  - 文字。\n";
            chapter_of[name] = static_cast<std::size_t>(c);
        }
    }
    const auto b = lay_out(yaml);
    std::vector<std::set<std::size_t>> pages(static_cast<std::size_t>(chapters));
    const auto toc = elements(b.pages, layout::Role::toc).front();
    for (const auto& line : lines(b.pages)) {
        auto node = line.node;
        while (node != toc && node != 0) node = b.pages.structure.nodes[node].parent;
        if (const auto found = chapter_of.find(line.text); node == toc && found != chapter_of.end())
            pages[found->second].insert(line.page);
    }
    return pages;
}

}  // namespace

TEST_CASE("a chapter in the contents is not parted, unless that would take a page more") {
    const auto four = pages_of_chapters({6, 6, 6, 6});
    for (const auto& pages : four) CHECK(pages.size() == 1);
    CHECK(four.front() != four.back());
    // Whole, the second chapter and the third take more than a page.
    const auto three = pages_of_chapters({8, 16, 5});
    std::set<std::size_t> used;
    for (const auto& pages : three) used.insert(pages.begin(), pages.end());
    CHECK(used.size() == 2);
    CHECK(three[1].size() == 2);
}

TEST_CASE("figures on openers have one size, that at which those of all chapters fit") {
    const auto size_of = [](const std::string& other) {
        const auto b = lay_out(
            "zheye: 1\ntitle: 题\nfacts:\n  few: {name: 甲, value: 127, unit: 亿元}\n  many: {name: 乙, value: " +
            other +
            ", unit: 亿元}\nchapters:\n- title: 章\n  content: [{stats: [few]}]\n- title: 次章\n  content: [{stats: "
            "[many]}]\n");
        for (const auto& line : lines(b.pages))
            if (line.text.starts_with("127")) return line.size;
        return 0.0;
    };
    CHECK(size_of("14") > 0);
    CHECK(size_of("48.91234") < 0.9 * size_of("14"));
}

TEST_CASE("a long numeral stays in one line, in the contents and at the head of its chapter") {
    for (const std::string theme : {"vermilion", "ink", "garden", "harbour"})
        for (const std::string form : {"booklet", "poster"}) {
            std::string text =
                "zheye: 1\ntitle: 题\nform: " + form + "\npage: {size: A2}\ntheme: " + theme + "\nchapters:\n";
            for (int i = 1; i <= 28; ++i) text += "- {title: 章, content: [一段。]}\n";
            const auto b = lay_out(text);
            INFO(theme << " " << form);
            CHECK(b.messages.find("overfull") == std::string::npos);
            const std::string numeral = theme == "garden" || theme == "harbour" ? "28" : "贰拾捌";
            CHECK(std::ranges::count(texts(b), numeral) >= (form == "booklet" ? 2 : 1));
        }
}

TEST_CASE("figures that an opener has no room for are cards on the page after it") {
    std::string facts = "facts:\n", ids;
    for (int i = 0; i < 5; ++i) {
        const auto id = "f" + std::to_string(i);
        facts +=
            "  " + id + ": {name: 指标的名称, value: " + std::to_string(100 + i) + ", unit: 亿元, period: 2018年}\n";
        ids += id + ", ";
    }
    for (const std::string theme : {"vermilion", "ink", "garden", "harbour", "gongwen"})
        for (const std::string size : {"A4", "64开", "210x210mm"}) {
            const auto b =
                lay_out("zheye: 1\ntitle: 题\npage: {columns: 1, size: " + size + "}\ntheme: " + theme + "\n" + facts +
                        "chapters: [{title: 章, lead: 导语一句，说说这一章。, byline: 某人, content: "
                        "[{stats: [" +
                        ids + "]}, 一段。]}]\n");
            INFO(theme << " " << size);
            CHECK(b.messages.find("outside") == std::string::npos);
            CHECK(has(b, "100亿元"));
        }
}
