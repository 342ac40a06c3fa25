// V1–V3 on pages: lines run down and follow each other from right to left, tables stand upright, nothing is lost.
#include "layout/fixture.h"
#include "layout/turn.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace zheye;
using namespace zheye::test;
using layout::Orientation;

namespace {

std::string vertical_chapter(const std::string& blocks, const std::string& head = "") {
    std::string yaml = chapter(blocks, head);
    const auto at = yaml.find("  content:");
    REQUIRE(at != yaml.npos);
    return yaml.insert(at, "  direction: vertical\n");
}

struct Run {
    std::size_t page = 0;
    layout::GlyphRun run;
    layout::NodeId node = 0;
};

/// The runs inside of tags.
std::vector<Run> tagged_runs(const layout::Pages& pages) {
    std::vector<Run> runs;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        layout::NodeId node = 0;
        bool inside = false;
        for (const auto& item : pages.pages[p].frame.items) {
            if (const auto* tag = std::get_if<layout::TagBegin>(&item)) node = tag->node, inside = true;
            if (std::holds_alternative<layout::TagEnd>(item)) inside = false;
            if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && inside) runs.push_back({p, *run, node});
        }
    }
    return runs;
}

std::string all_text(const std::vector<Run>& runs, layout::Role role, const layout::Pages& pages) {
    std::string text;
    for (const auto& r : runs)
        if (pages.structure.nodes[r.node].role == role) text += r.run.text;
    return text;
}

}  // namespace

TEST_CASE("V1: the lines of a vertical chapter run down and follow each other from right to left, in bands") {
    const auto b = lay_out(vertical_chapter("- text: " + han(1900) + "\n"));
    std::vector<Run> lines;
    for (const auto& r : tagged_runs(b.pages))
        if (b.pages.structure.nodes[r.node].role == layout::Role::p) lines.push_back(r);
    REQUIRE(lines.size() > 40);
    const double pitch = b.theme.style(theme::Style::body).leading;
    int bands = 1, pages = 1;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto &last = lines[i - 1].run, &next = lines[i].run;
        CHECK(next.orientation == Orientation::down);
        if (lines[i].page != lines[i - 1].page) {
            ++pages;
        } else if (next.origin.x > last.origin.x) {
            ++bands;  // the next band begins again at the right edge, further down
            CHECK(next.origin.y > last.origin.y + 100);
        } else {
            CHECK(last.origin.x - next.origin.x == Approx(pitch));
        }
    }
    CHECK(bands > 1);
    CHECK(pages > 1);
    CHECK(all_text(lines, layout::Role::p, b.pages) == han(1900));
    CHECK(b.messages.empty());
    for (const auto& r : tagged_runs(lay_out(chapter("- text: " + han(300) + "\n")).pages))
        CHECK(r.run.orientation == Orientation::across);
}

/// pt by which the ends of full lines differ. A line's end is that of its last character, of a mark the middle.
double raggedness(const LaidOut& b, int& marks) {
    std::vector<double> ends;
    for (const auto& r : tagged_runs(b.pages)) {
        const auto& g = r.run.glyphs;
        if (b.pages.structure.nodes[r.node].role != layout::Role::p || g.size() < 15) continue;
        const std::string last = r.run.text.substr(g.back().text_begin);
        const bool mark = last == "，" || last == "。";
        marks += mark ? 1 : 0;
        ends.push_back(r.run.origin.y + g.back().x + (mark ? 0.5 : 1) * r.run.size);
    }
    REQUIRE(ends.size() > 3);
    ends.pop_back();  // the last line ends where its text does
    const auto [least, most] = std::ranges::minmax(ends);
    return most - least;
}

TEST_CASE("V3: vertical lines of one band end at one height, marks by their ink") {
    // Paragraphs of lengths that bring marks to line ends.
    std::string text = "- text: ";
    for (int i = 0; i < 90; ++i) text += std::string(i % 3 == 0 ? "一二三四五六，" : "甲乙丙丁，");
    const std::string yaml = vertical_chapter(text + "一。\n", "page: {columns: 1}\n");
    int marks = 0, kept = 0;
    CHECK(raggedness(lay_out(yaml), marks) < 0.01);
    CHECK(marks > 0);
    CHECK(raggedness(lay_out(yaml, {text::Rule::S2}), kept) > 1);
}

TEST_CASE("V2: what stands upright among vertical lines is set as in horizontal text, on whole lines") {
    const std::string table =
        "- table:\n    caption: 指标表\n    columns: [指标, 完成]\n    rows:\n    - [生产总值, 127亿元]\n    - [人口, "
        "14万]\n";
    const auto b = lay_out(vertical_chapter("- text: " + han(60) + "\n" + table + "- text: " + han(60) + "\n"));
    std::vector<double> text, inside;
    int cells = 0;
    for (const auto& r : tagged_runs(b.pages)) {
        const auto role = b.pages.structure.nodes[r.node].role;
        if (role == layout::Role::td || role == layout::Role::th) {
            CHECK(r.run.orientation == Orientation::across);
            inside.push_back(r.run.origin.x);
            ++cells;
        }
        if (role == layout::Role::p && r.run.orientation == Orientation::down) text.push_back(r.run.origin.x);
    }
    CHECK(cells >= 6);
    const double pitch = b.theme.style(theme::Style::body).leading;
    const auto on_lines = [&](double x) {
        const double lines = (text.front() - x) / pitch;
        return std::abs(lines - std::round(lines)) < 0.01;
    };
    CHECK(std::ranges::all_of(text, on_lines));
    CHECK_FALSE(std::ranges::all_of(inside, on_lines));
    CHECK(b.messages.empty());
    // What does not stand upright lies along the lines.
    for (const auto& r : tagged_runs(lay_out(vertical_chapter("- list: [指标, 完成]\n")).pages))
        if (r.run.text == "指标" || r.run.text == "完成") CHECK(r.run.orientation == Orientation::down);
}

TEST_CASE("V3: no block of a vertical chapter is lost, and reading order is the writer's") {
    const std::string first = "- heading: 一节\n- text: 正文一。\n- list: [甲项, 乙项]\n- steps: [先, 后]\n";
    const std::string second =
        "- quote: {text: 引文, by: 某人}\n- box: {title: 框题, content: [框里]}\n- subheading: 小节\n"
        "- figure: {picture: placeholder, caption: 图题}\n- timeline: [{date: 6月18日, text: 第一站}]\n"
        "- text: 正文二。\n";
    const auto lost = [](const std::string& blocks) -> std::string {
        const auto b = lay_out(vertical_chapter(blocks));
        CHECK(b.messages.empty());
        const std::string text = text_of(b.pages, 0);
        std::size_t at = 0;
        for (const std::string part : {"一节", "正文一。", "甲项", "乙项", "先", "后", "引文", "某人", "框题", "框里",
                                       "小节", "图题", "6月18日", "第一站", "正文二。"}) {
            const auto found = text.find(part, at);
            if (found == text.npos) return part;
            at = found + part.size();
        }
        return {};
    };
    CHECK(lost(first + second).empty());
    CHECK(lost(second + first) == "引文");
}

struct BesideFigure {
    int lines = 0;              ///< of running text in the stretch of the band below the figure
    double first = 0, rag = 0;  ///< pt from the caption down to the lines, and by which their ends differ
    std::string text;           ///< of all running text
};

BesideFigure beside_figure(const std::string& blocks) {
    const auto b = lay_out(vertical_chapter(blocks));
    CHECK(b.messages.empty());
    BesideFigure seen;
    std::optional<Run> caption;
    const auto runs = tagged_runs(b.pages);
    for (const auto& r : runs)
        if (r.run.text == "图题") caption = r;
    REQUIRE(caption);
    CHECK(caption->run.orientation == Orientation::across);
    const double em = b.theme.style(theme::Style::body).size;
    std::vector<double> ends;
    seen.first = 1e9;
    for (const auto& r : runs) {
        if (b.pages.structure.nodes[r.node].role != layout::Role::p) continue;
        seen.text += r.run.text;
        const double below = r.run.origin.y - caption->run.origin.y;
        const double across = r.run.origin.x - caption->run.origin.x;  // the caption begins where the figure does
        const bool is_under = r.page == caption->page && across > 0 && across < 20 * em && below > 0 && below < 5 * em;
        if (!is_under) continue;
        ++seen.lines;
        seen.first = std::min(seen.first, below);
        const std::string last = r.run.text.substr(r.run.glyphs.back().text_begin);
        const double body = last == "。" ? 0.5 : 1;
        if (r.run.glyphs.size() > 9) ends.push_back(r.run.origin.y + r.run.glyphs.back().x + body * r.run.size);
    }
    if (ends.size() > 1) seen.rag = std::ranges::max(ends) - std::ranges::min(ends);
    return seen;
}

TEST_CASE("running text goes on beside what stands upright in its band, and below it in whole lines") {
    const std::string figure = "- figure: {picture: placeholder, caption: 图题}\n";
    const std::string before = "- text: " + han(60) + "\n", after = "- text: " + han(700) + "\n";
    const auto beside = beside_figure(before + figure + after);
    CHECK(beside.lines > 8);
    CHECK(beside.first > 10.5);
    CHECK(beside.rag < 0.01);
    CHECK(beside.text == han(60) + han(700));
    const auto several = beside_figure(before + figure + "- text: " + han(30) + "\n- text: " + han(45) + "\n" + after);
    CHECK(several.lines >= beside.lines);
    CHECK(several.text == han(60) + han(30) + han(45) + han(700));
    CHECK(beside_figure(before + figure + "- subheading: 小节\n" + after).lines == 0);  // a heading begins a line
}

TEST_CASE("what stands at the foot of a vertical chapter's first page stays clear of its strip") {
    for (const std::string theme : {"vermilion", "ink", "harbour", "garden", "gongwen"}) {
        for (const std::string size : {"A5", "A4"}) {
            INFO(theme << " " << size);
            const auto b = lay_out(
                vertical_chapter("- text: " + han(900) + "\n", "theme: " + theme + "\npage: {size: " + size + "}\n"));
            const auto& frame = b.pages.pages.front().frame;
            const double strip = frame.size.width * (1 - b.theme.opener.vertical_strip);
            int feet = 0;
            bool tagged = false;
            for (const auto& item : frame.items) {
                if (std::holds_alternative<layout::TagBegin>(item)) tagged = true;
                if (std::holds_alternative<layout::TagEnd>(item)) tagged = false;
                const auto* run = std::get_if<layout::GlyphRun>(&item);
                if (run == nullptr || tagged || run->origin.y < 0.9 * frame.size.height) continue;
                ++feet;
                CHECK(run->origin.x + run->glyphs.back().x + run->glyphs.back().advance < strip);
            }
            CHECK(feet > 0);  // the folio at least
        }
    }
}

TEST_CASE("V1: a vertical box fills the width of its column, and horizontal text goes on around it") {
    const auto b = lay_out(chapter("- text: " + han(100) + "\n- box:\n    direction: vertical\n    content: [" +
                                   han(120) + "]\n- text: " + han(100) + "\n"));
    double left = 1e9, right = 0;
    std::string inside;
    for (const auto& r : tagged_runs(b.pages)) {
        if (r.run.orientation != Orientation::down) continue;
        left = std::min(left, r.run.origin.x);
        right = std::max(right, r.run.origin.x);
        inside += r.run.text;
    }
    CHECK(inside == han(120));
    const double pitch = b.theme.style(theme::Style::box_text).leading;
    const double column = 21 * b.theme.style(theme::Style::body).size;
    CHECK(right - left + pitch > column - 2 * b.theme.box.pad - 2 * pitch);
    CHECK(right - left + pitch <= column - 2 * b.theme.box.pad + 0.01);
    const auto flat = lay_out(chapter("- text: " + han(100) + "\n- box:\n    content: [" + han(120) + "]\n"));
    for (const auto& r : tagged_runs(flat.pages)) CHECK(r.run.orientation == Orientation::across);
}

TEST_CASE(
    "a vertical box has lines of ten characters where its text fills the width so, and none that is set loosely") {
    const auto longest_line = [](const std::string& text) {
        const auto b = lay_out(chapter("- box:\n    direction: vertical\n    content: ['" + text + "']\n"));
        CHECK(b.messages.find("loose-line") == std::string::npos);
        std::size_t longest = 0;
        for (const auto& r : tagged_runs(b.pages))
            if (r.run.orientation == Orientation::down) longest = std::max(longest, r.run.glyphs.size());
        return longest;
    };
    CHECK(longest_line(han(30)) == 6);
    CHECK(longest_line(han(90)) >= 10);
    (void)longest_line(
        "老街建成于1674年，重修于1868年，Wi-"
        "Fi与12345热线同时开通。桥还是那座桥，水还是那条水，走的人换了一代又一代；灯亮"
        "起来的时候，河面上有两条街，一条在水上，一条在水下。");
}

TEST_CASE("V1: a vertical title hangs from the top right of its place, the subtitle to its left") {
    const auto page = [](const std::string& cover) {
        return lay_out("zheye: 1\ntitle: 一城新绿\nsubtitle: 年度答卷\ncover: " + cover +
                       "\nchapters:\n- title: 章\n  content: [一段。]\n");
    };
    const auto vertical = page("{direction: vertical}"), horizontal = page("{}");
    const auto runs_of = [](const LaidOut& b, const std::string& text) {
        for (const auto& r : tagged_runs(b.pages))
            if (r.page == 0 && r.run.text == text) return r.run;
        FAIL(text);
        return layout::GlyphRun{};
    };
    const auto title = runs_of(vertical, "一城新绿"), subtitle = runs_of(vertical, "年度答卷");
    CHECK(title.orientation == Orientation::down);
    CHECK(subtitle.origin.x < title.origin.x - title.size / 2);
    CHECK(subtitle.origin.y == Approx(title.origin.y));
    const auto& area = vertical.theme.cover.vertical_title;
    CHECK(title.origin.x + title.size / 2 < area.right() * vertical.theme.page.width);
    CHECK(title.origin.y + 4 * title.size <= area.bottom() * vertical.theme.page.height);
    const auto flat = runs_of(horizontal, "一城新绿"), below = runs_of(horizontal, "年度答卷");
    CHECK(flat.orientation == Orientation::across);
    CHECK_FALSE(below.origin.x < flat.origin.x - flat.size / 2);
    CHECK(below.origin.y > flat.origin.y);
}

TEST_CASE("A subtitle of the cover is parted into lines of about equal length") {
    const auto b = lay_out(
        "zheye: 1\ntitle: 一城新绿\nsubtitle: 东风路与文化路，两个街道的年中账本\ncover: {direction: vertical}\n"
        "chapters:\n- title: 章\n  content: [一段。]\n");
    const double size = b.theme.style(theme::Style::cover_subtitle).size;
    std::vector<std::size_t> lengths;
    for (const auto& r : tagged_runs(b.pages))
        if (r.page == 0 && r.run.size == size && r.run.orientation == Orientation::down)
            lengths.push_back(r.run.glyphs.size());
    REQUIRE(lengths.size() == 2);
    CHECK(std::max(lengths[0], lengths[1]) - std::min(lengths[0], lengths[1]) <= 4);
}

TEST_CASE("turning a frame and turning it back changes nothing") {
    layout::Frame frame;
    frame.size = {100, 60};
    frame.items.emplace_back(layout::Shape{Path::rectangle({1, 2, 3, 4}), Colour{}, {}, 1});
    layout::GlyphRun run;
    run.origin = {10, 20};
    frame.items.emplace_back(run);
    frame.items.emplace_back(layout::Image{0, {5, 6, 7, 8}, Rect{1, 1, 2, 2}});
    const auto back = layout::turned_back(frame);
    CHECK(std::get<layout::GlyphRun>(back.items[1]).orientation == Orientation::unturned);
    const auto same = layout::turned_clockwise(back);
    CHECK(same.size == frame.size);
    CHECK(std::get<layout::GlyphRun>(same.items[1]).origin == run.origin);
    CHECK(std::get<layout::GlyphRun>(same.items[1]).orientation == Orientation::across);
    CHECK(std::get<layout::Image>(same.items[2]).place == Rect{5, 6, 7, 8});
    CHECK(std::get<layout::Shape>(same.items[0]).path.segments[0].points[0] == Point{1, 2});
    const auto once = layout::turned_clockwise(frame);
    CHECK(once.size != frame.size);
    CHECK(std::get<layout::GlyphRun>(once.items[1]).orientation == Orientation::turned);
    CHECK(std::get<layout::Image>(once.items[2]).place != Rect{5, 6, 7, 8});
}

TEST_CASE("text with a note does not stand beside what takes the whole band: its note would have no room there") {
    const std::string timeline =
        "- timeline:\n  - {date: 一月, text: 开工。}\n  - {date: 二月, text: 封顶。}\n  - {date: 三月, text: 完工。}\n";
    auto yaml = chapter(timeline + "- 一段文字[注文，长短都行。]{注}，带着一条注。\n", "theme: ink\n");
    yaml.insert(yaml.find("  content:"), "  direction: vertical\n");
    const auto b = lay_out(yaml);
    CHECK(b.messages.empty());
    CHECK(elements(b.pages, layout::Role::note).size() == 1);
}
