// G1–G5 and B7 measured on produced pages, with the rules on and off.
#include "layout/fixture.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>

using namespace zheye;
using namespace zheye::test;
using text::Rule;
using text::RuleSet;

namespace {

using Column = std::pair<std::size_t, bool>;  ///< page, right half

Column column_of(const LaidOut& b, const LineOnPage& line) {
    return {line.page, line.x > b.pages.pages[0].frame.size.width / 2};
}

/// Blocks of every kind among paragraphs.
std::string mixed(int shift) {
    const std::string text = paragraphs(2, 40 + shift * 17);
    return text + "- figure: {picture: placeholder, caption: 图, span: column}\n" + text +
           "- table:\n    caption: 表\n    columns: [甲, 乙]\n    rows: [[一, 二], [三, 四], [五, 六]]\n" + text +
           "- quote: {text: " + han(50) + ", by: 某人}\n" + text + "- box: {title: 框, content: [" + han(70) + "]}\n" +
           text + "- list: [一项, 又一项, 再一项]\n" + text + "- subheading: 小标题\n" + text;
}

/// How many lines of text stand off the grid of the page, and how many there are.
std::pair<int, int> off_grid(const LaidOut& b) {
    const auto all = body_lines(b);
    const double pitch = b.theme.style(theme::Style::body).leading;
    int off = 0;
    for (const auto& l : all) {
        const double down = (l.baseline - all.front().baseline) / pitch;
        off += std::abs(down - std::round(down)) > 0.001;
    }
    return {off, static_cast<int>(all.size())};
}

/// Single lines of paragraphs at the edges of columns, and subheadings at their ends.
int left_alone(RuleSet off) {
    int alone = 0;
    for (int shift = 0; shift < 8; ++shift) {
        std::string blocks;
        for (int i = 0; i < 7; ++i)
            blocks += paragraphs(3 + (i + shift) % 3, 35 + shift * 9) + "- subheading: 小标题\n";
        const auto b = lay_out(chapter(blocks + paragraphs(2, 80)), off);
        std::map<layout::NodeId, std::map<Column, int>> parts;
        std::map<Column, LineOnPage> last;
        for (const auto& l : lines(b.pages)) {
            if (l.artifact) continue;
            const auto column = column_of(b, l);
            if (b.pages.structure.nodes[l.node].role == layout::Role::p) ++parts[l.node][column];
            if (!last.contains(column) || last[column].baseline < l.baseline) last[column] = l;
        }
        for (const auto& [node, columns] : parts)
            for (const auto& [column, count] : columns) alone += columns.size() > 1 && count < 2;
        for (const auto& [column, line] : last) alone += b.pages.structure.nodes[line.node].role != layout::Role::p;
    }
    return alone;
}

}  // namespace

TEST_CASE("G1: indent of the first line, measured") {
    const auto indent = [](RuleSet off) {
        const auto b = lay_out(chapter(paragraphs(1, 120)), off);
        const auto all = body_lines(b);
        return (all.at(0).x - all.at(1).x) / b.theme.style(theme::Style::body).size;
    };
    CHECK(indent({}) == Approx(2).margin(0.001));
    CHECK(indent({Rule::G1}) == Approx(0).margin(0.001));
    conform("G1", "typography.indent: 2", in_em(indent({})), in_em(indent({Rule::G1})));
}

TEST_CASE("G2: width of a column, measured") {
    const auto width = [](RuleSet off) {
        std::string plain;
        for (int i = 0; i < 8; ++i) plain += "东风路上看树人来门前水过春日长街里有花";
        const auto b = lay_out(chapter("- text: " + plain + "\n"), off);
        const auto line = body_lines(b).at(1);
        return (line.right - line.x) / b.theme.style(theme::Style::body).size;
    };
    const double on = width({}), off = width({Rule::G2});
    CHECK(on == Approx(std::round(on)).margin(0.001));
    CHECK(std::abs(off - std::round(off)) > 0.01);
    conform("G2", "always", in_em(on), in_em(off));
}

TEST_CASE("G3: text stays on one grid beside and after figures, tables, quotes, boxes and lists") {
    int on = 0, off = 0, count = 0;
    for (int shift = 0; shift < 6; ++shift) {
        const auto [with, all] = off_grid(lay_out(chapter(mixed(shift))));
        on += with, count += all;
        off += off_grid(lay_out(chapter(mixed(shift)), {Rule::G3})).first;
    }
    CHECK(on == 0);
    CHECK(count > 200);
    CHECK(off > 50);
    conform("G3", "always", "lines off the grid", std::to_string(on), std::to_string(off));
}

TEST_CASE("G3: running text is leaded by 50 to 100% of its size in every theme that ships") {
    const auto pitch = [](const std::string& theme) {
        const auto b = lay_out(chapter(paragraphs(1, 120), "theme: " + theme + "\n"));
        const auto all = body_lines(b);
        return (all.at(2).baseline - all.at(1).baseline) / all.at(1).size;
    };
    for (const std::string theme : {"vermilion", "ink", "garden", "harbour", "gongwen"}) {
        INFO(theme);
        CHECK(pitch(theme) >= 1.5);
        CHECK(pitch(theme) <= 2);
    }
    const double wide = pitch("vermilion"), narrow = pitch("{base: vermilion, styles: {body: {leading: 13pt}}}");
    CHECK(narrow < 1.5);
    conform("G3", "styles.body.leading: 18pt", "from line to line", in_em(wide), in_em(narrow));
}

TEST_CASE("G3: what makes a figure a whole number of lines is shared above and below it") {
    const auto b = lay_out(chapter(
        paragraphs(1, 100) + "- figure: {picture: placeholder, caption: 图题, span: column}\n" + paragraphs(6, 100)));
    double top = 0;
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* shape = std::get_if<layout::Shape>(&item);
            shape && shape->fill && std::holds_alternative<Colour>(*shape->fill) &&
            std::get<Colour>(*shape->fill) == b.theme.figure.ground)
            top = shape->path.segments.front().points[0].y;
    double caption = 0, above = 0, below = 1e9;
    for (const auto& l : lines(b.pages))
        if (l.text == "图题") caption = l.baseline;
    REQUIRE(top > 0);
    REQUIRE(caption > top);
    for (const auto& l : body_lines(b)) {
        if (column_of(b, l).second || l.page != 0) continue;
        if (l.baseline < top) above = std::max(above, l.baseline);
        if (l.baseline > caption) below = std::min(below, l.baseline);
    }
    // from box to box: the lines' boxes are their leadings
    const auto& body = b.theme.style(theme::Style::body);
    const auto& small = b.theme.style(theme::Style::caption);
    const auto descent = [&](const theme::TextStyle& style) {
        const auto& m = b.fonts.main_face(b.fonts.chain(style.font)).metrics;
        const double em = style.size / m.units_per_em, height = em * (m.ascent - m.descent);
        return (style.leading - height) / 2 - em * m.descent;
    };
    const double extra_above = top - (above + descent(body)) - b.theme.figure.before;
    const double extra_below =
        below - (body.leading - descent(body)) - (caption + descent(small)) - b.theme.figure.after;
    CHECK(extra_above > 0.1);
    CHECK(extra_above == Approx(extra_below).margin(0.05));
}

TEST_CASE("G4: how far the feet of balanced columns are apart") {
    const auto apart = [](RuleSet off) {
        const auto b = lay_out(chapter(paragraphs(9, 70)), off);
        std::map<Column, double> foot;
        for (const auto& l : body_lines(b)) foot[column_of(b, l)] = std::max(foot[column_of(b, l)], l.baseline);
        const double pitch = b.theme.style(theme::Style::body).leading;
        if (foot.size() < 2) return 99L;  // all in one column
        return std::lround(std::abs(foot.begin()->second - std::next(foot.begin())->second) / pitch);
    };
    const auto on = apart({}), off = apart({Rule::G4});
    CHECK(on <= 1);
    CHECK(off > 1);
    conform("G4", "always", "within a line", on <= 1 ? "yes" : "no", off <= 1 ? "yes" : "no");
}

TEST_CASE("G5: the smallest type on a page, with notes and captions") {
    const auto smallest = [](RuleSet off) {
        const auto b = lay_out(
            chapter("- figure: {picture: placeholder, caption: '图[注文。]{注}', span: column}\n" + paragraphs(1, 40)),
            off);
        double size = 99;
        for (const auto& l : lines(b.pages)) size = std::min(size, l.size);
        return size;
    };
    const double on = smallest({}), off = smallest({Rule::G5});
    CHECK(on >= theme::kSmallestType);
    CHECK(off < theme::kSmallestType);
    conform("G5", "always", "smallest size", in_pt(on), in_pt(off));
    const auto refused =
        failure(chapter(paragraphs(1, 40), "theme: {base: vermilion, styles: {caption: {size: 小六}}}\n"));
    CHECK(refused.find("brochure.yaml:5:") != std::string::npos);
    CHECK(refused.find("theme.styles.caption.size") ==
          std::string::npos);  // as the theme names it: styles.caption.size
    CHECK(refused.find("7.875pt") != std::string::npos);
    CHECK(lay_out(chapter(paragraphs(1, 40), "theme: {base: vermilion, styles: {caption: {size: 六号}}}\n"))
              .theme.style(theme::Style::caption)
              .size == theme::kSmallestType);
}

TEST_CASE("B7: single lines and headings at the edges of columns, counted") {
    const int on = left_alone({}), off = left_alone({Rule::B7});
    CHECK(on == 0);
    CHECK(off > 0);
    conform("B7", "always", "lines left alone", std::to_string(on), std::to_string(off));
}

TEST_CASE("lines that cannot be set well are reported where they stand, once for a paragraph of many") {
    const std::string narrow = "theme: {base: vermilion, page: {columns: 4}}\n";
    const std::string word = "internationalization";
    const auto once = lay_out(chapter("- text: " + han(9) + word + han(30) + "\n", narrow)).messages;
    INFO(once);
    CHECK(once.find("brochure.yaml:9:11: warning") != std::string::npos);
    CHECK((once.find("loose-line") != std::string::npos || once.find("underfull-line") != std::string::npos));
    std::string many = "- text: ";
    for (int i = 0; i < 12; ++i) many += "东风路上" + word;
    const auto messages = lay_out(chapter(many + "\n", narrow)).messages;
    const auto count = [](const std::string& all, const std::string& what) {
        int found = 0;
        for (auto at = all.find(what); at != std::string::npos; at = all.find(what, at + 1)) ++found;
        return found;
    };
    CHECK(count(messages, "[underfull-line]") == 1);
    CHECK(messages.find("12 lines of this paragraph do not fill the measure") != std::string::npos);
    std::string shorter = "- text: ";
    for (int i = 0; i < 12; ++i) shorter += "东风路上有水" + word.substr(0, 12);
    CHECK(count(lay_out(chapter(shorter + "\n", narrow)).messages, "[loose-line]") == 1);
    CHECK(lay_out(chapter(paragraphs(2, 80))).messages.empty());  // the control
    CHECK(messages.find("between words") == std::string::npos);
    std::string latin = "- text: ";
    for (int i = 0; i < 12; ++i) latin += "a b c d e f counterrevolutionaries ";
    CHECK(lay_out(chapter(latin + "\n", "theme: {base: vermilion, page: {columns: 2}}\n"))
              .messages.find("more between words") != std::string::npos);
}

TEST_CASE("a column break before a block across begins a page") {
    const auto b = lay_out(chapter(paragraphs(1, 60) + "- break: column\n- heading: 标题\n" + paragraphs(1, 60)));
    for (const auto& l : lines(b.pages))
        if (!l.artifact && l.text == "标题") CHECK(l.page == 1);
}

TEST_CASE("G3: the items of a list stand on the grid of the text, in either column") {
    const auto b = lay_out(chapter(paragraphs(2, 90) + "- list: [" + han(30) + ", 又一项, 再一项]\n" +
                                   paragraphs(1, 60) + "- steps: [一步, 两步]\n" + paragraphs(2, 120)));
    const double pitch = b.theme.style(theme::Style::body).leading;
    const auto all = body_lines(b);
    int items = 0;
    for (const auto& line : lines(b.pages)) {
        if (line.artifact || b.pages.structure.nodes[line.node].role != layout::Role::list_body) continue;
        const double down = (line.baseline - all.front().baseline) / pitch;
        CHECK(down == Approx(std::round(down)).margin(0.001));
        ++items;
    }
    CHECK(items >= 6);
}
