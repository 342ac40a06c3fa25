// Footnotes on the produced pages: each once, in the column of its mark, in order, nothing lost and nothing
// overlapping.
#include "layout/fixture.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace zheye;
using namespace zheye::test;

namespace {

/// ①…⑳, as far as the tests count with them.
std::string circled(int n) {
    std::string text = "①";
    text.back() = static_cast<char>(static_cast<unsigned char>(text.back()) + n - 1);
    return text;
}

struct NoteSeen {
    LineOnPage mark, number;
    std::vector<LineOnPage> lines;  ///< of its text
    std::string text;
};

/// A document's notes, in the order in which they were written.
class Seen {
public:
    explicit Seen(const LaidOut& b) : b_(b), area_(text_area()) {
        std::map<layout::NodeId, std::vector<LineOnPage>> by_node;
        for (const auto& line : lines(b.pages)) {
            all_.push_back(line);
            if (!line.artifact) by_node[line.node].push_back(line);
        }
        const auto& nodes = b.pages.structure.nodes;
        auto marks = elements(b.pages, layout::Role::reference);
        std::erase_if(marks, [&](auto id) { return nodes[nodes[id].parent].role == layout::Role::toci; });
        const auto bodies = elements(b.pages, layout::Role::note);
        REQUIRE(marks.size() == bodies.size());
        for (std::size_t i = 0; i < marks.size(); ++i) {
            NoteSeen note;
            const auto mark = by_node[nodes[marks[i]].children.at(0)];
            const auto number = by_node[nodes[nodes[bodies[i]].children.at(0)].children.at(0)];
            REQUIRE(mark.size() == 1);
            REQUIRE(number.size() == 1);
            note.mark = mark.front();
            note.number = number.front();
            note.lines = by_node[nodes[bodies[i]].children.at(1)];
            for (const auto& line : note.lines) note.text += line.text;
            notes.push_back(std::move(note));
        }
    }

    [[nodiscard]] int column(const LineOnPage& line) const {
        const int columns = b_.theme.page.columns;
        const double pitch = (area_.width + gutter_) / columns;
        return std::clamp(static_cast<int>((line.x - area_.x + 0.01) / pitch), 0, columns - 1);
    }
    [[nodiscard]] const Rect& area() const { return area_; }
    [[nodiscard]] const std::vector<LineOnPage>& all() const { return all_; }
    [[nodiscard]] bool is_note(const LineOnPage& line) const {
        for (auto id = line.node; id != 0; id = b_.pages.structure.nodes[id].parent)
            if (b_.pages.structure.nodes[id].role == layout::Role::note) return true;
        return false;
    }

    std::vector<NoteSeen> notes;

private:
    Rect text_area() {
        const auto& page = b_.theme.page;
        const auto& body = b_.theme.style(theme::Style::body);
        const double lines = std::floor((page.height - page.top - page.bottom) / body.leading);
        const double room = page.width - page.left - page.right;
        if (page.columns == 1) {
            const double width = std::floor(room / body.size + 1e-6) * body.size;
            return {(page.width - width) / 2, page.top, width, lines * body.leading};
        }
        const double column =
            std::floor((room - (page.columns - 1) * page.gutter) / page.columns / body.size) * body.size;
        gutter_ = (room - page.columns * column) / (page.columns - 1);
        return {page.left, page.top, room, lines * body.leading};
    }

    const LaidOut& b_;
    double gutter_ = 0;
    Rect area_;
    std::vector<LineOnPage> all_;
};

std::string in_columns(int columns) {
    return "theme: {base: vermilion, page: {columns: " + std::to_string(columns) + "}}\n";
}

/// The text of the i-th note.
std::string note_text(int i, int length) {
    return "注文" + std::string(1, static_cast<char>('a' + i % 26)) + "起" + han(length);
}

struct Written {
    std::string yaml;
    std::vector<std::string> notes;
};

/// Paragraphs of text with notes here and there, some of them long.
Written random_document(unsigned seed, int columns, bool across) {
    std::mt19937 random(seed);
    const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Written w;
    std::string blocks;
    for (int p = 0; p < 8 + upto(10); ++p) {
        std::string text = han(15 + upto(120));
        for (int n = upto(4); n > 1; --n) {
            w.notes.push_back(
                note_text(static_cast<int>(w.notes.size()), upto(7) == 0 ? 150 + upto(500) : 4 + upto(60)));
            text += "点[" + w.notes.back() + "]{注}" + han(10 + upto(90));
        }
        if (across && upto(6) == 0) blocks += "- heading: 标题在这里\n";
        if (upto(7) == 0) blocks += "- figure: {picture: placeholder, caption: 图, span: column}\n";
        blocks += "- text: |\n    " + text + "\n";
    }
    w.yaml = chapter(blocks, in_columns(columns));
    return w;
}

void check_each_note(const Seen& seen, const Written& written) {
    REQUIRE(seen.notes.size() == written.notes.size());
    for (std::size_t i = 0; i < seen.notes.size(); ++i) {
        const auto& note = seen.notes[i];
        CHECK(note.text == written.notes[i]);
        CHECK(note.mark.page == note.number.page);
        CHECK(seen.column(note.mark) == seen.column(note.number));
        CHECK(note.mark.text == note.number.text);
        CHECK(note.lines.front().baseline == Approx(note.number.baseline).margin(0.01));
        CHECK(note.lines.front().page == note.number.page);
    }
}

void check_numbers(const Seen& seen) {
    std::map<std::size_t, int> count;
    for (const auto& line : seen.all())
        for (const auto& note : seen.notes)
            if (line.node == note.mark.node && !line.artifact) CHECK(line.text == circled(++count[line.page]));
}

/// Lines of a column from the top down: text, then notes; each at least its leading below the one before.
void check_columns(const LaidOut& b, const Seen& seen) {
    std::map<std::pair<std::size_t, int>, std::vector<const LineOnPage*>> columns;
    std::map<const LineOnPage*, bool> is_note;
    for (const auto& line : seen.all()) {
        if (line.artifact || line.text == "章") continue;
        columns[{line.page, seen.column(line)}].push_back(&line);
        is_note[&line] = seen.is_note(line);
        CHECK(line.x > seen.area().x - 0.01);
        CHECK(line.right < seen.area().right() + b.theme.style(theme::Style::body).size);  // a mark may end in a blank
        CHECK(line.baseline < seen.area().bottom());
    }
    const double leading = b.theme.style(theme::Style::note).leading;
    for (auto& [column, all] : columns) {
        std::ranges::stable_sort(all, {}, [](const LineOnPage* l) { return l->baseline; });
        for (std::size_t i = 1; i < all.size(); ++i) {
            const double step = all[i]->baseline - all[i - 1]->baseline;
            if (step < 5) continue;  // a mark above its line
            CHECK(step > leading - 0.01);
            CHECK((!is_note[all[i - 1]] || is_note[all[i]]));
        }
    }
}

/// A note that is parted goes on in the next column; at least two lines are on either side.
int check_parted(const Seen& seen, int columns) {
    int parted = 0;
    for (const auto& note : seen.notes) {
        std::map<long, int> parts;
        for (const auto& line : note.lines) ++parts[static_cast<long>(line.page) * columns + seen.column(line)];
        CHECK(parts.rbegin()->first - parts.begin()->first + 1 == static_cast<long>(parts.size()));
        parted += parts.size() > 1;
        if (parts.size() > 1)
            for (const auto& [column, count] : parts) CHECK(count >= 2);
    }
    return parted;
}

void check_grid(const LaidOut& b, const Seen& seen) {
    const auto& body = b.theme.style(theme::Style::body);
    double first = -1;
    for (const auto& line : seen.all()) {
        if (line.artifact || line.size != body.size || seen.is_note(line) || line.x > seen.area().right()) continue;
        const auto role = b.pages.structure.nodes[line.node].role;
        if (role != layout::Role::p && role != layout::Role::span) continue;
        if (first < 0) first = line.baseline;
        const double down = (line.baseline - first) / body.leading;
        CHECK(down == Approx(std::round(down)).margin(0.002));
    }
}

std::size_t page_of(const LaidOut& b, const std::string& text) {
    for (const auto& line : lines(b.pages))
        if (!line.artifact && line.text.find(text) != std::string::npos) return line.page;
    FAIL("not on any page: " + text);
    return 0;
}

/// What holds of every document with notes; then what `also` checks.
template <class Check>
void check_random_documents(std::initializer_list<int> columns_of, unsigned factor, bool across, Check also) {
    for (const int columns : columns_of)
        for (unsigned seed = 1; seed <= 12; ++seed) {
            INFO(columns << " columns, seed " << seed);
            const auto written = random_document(seed * factor + static_cast<unsigned>(columns), columns, across);
            const auto b = lay_out(written.yaml);
            const Seen seen(b);
            check_each_note(seen, written);
            check_numbers(seen);
            check_grid(b, seen);
            also(b, seen, columns);
        }
}

}  // namespace

TEST_CASE("every note stands once, whole, in the column of its mark, in order, on free ground") {
    int parted = 0;
    check_random_documents({1, 2, 3}, 7, false, [&](const LaidOut& b, const Seen& seen, int columns) {
        check_columns(b, seen);
        parted += check_parted(seen, columns);
    });
    CHECK(parted > 5);
}

TEST_CASE("notes keep to their columns between headings across and balanced columns") {
    check_random_documents({2, 3}, 13, true, [](const LaidOut&, const Seen&, int) {});
}

TEST_CASE("G4: columns whose notes differ are balanced all the same") {
    const auto b = lay_out(chapter("- text: |\n    " + han(60) + "点[" + han(120) + "]{注}" + han(250) + "\n"));
    const Seen seen(b);
    std::map<int, double> foot;
    for (const auto& line : seen.all())
        if (!line.artifact && !seen.is_note(line) && line.text != "章")
            foot[seen.column(line)] = std::max(foot[seen.column(line)], line.baseline);
    REQUIRE(foot.size() == 2);
    CHECK(std::abs(foot[0] - foot[1]) < b.theme.style(theme::Style::body).leading + 0.01);
    CHECK(seen.column(seen.notes.at(0).number) == 0);
}

TEST_CASE("B4: a note mark is never parted from its base") {
    const auto lines_begun = [](text::RuleSet off) {
        int begun = 0;
        for (int before = 20; before < 62; ++before) {
            const auto b = lay_out(chapter("- text: |\n    " + han(before) + "点[注文。]{注}" + han(40) + "\n"), off);
            const Seen seen(b);
            const auto& mark = seen.notes.at(0).mark;
            bool base = false;
            for (const auto& line : seen.all())
                base = base || (!line.artifact && line.node != mark.node && line.x < mark.x - 1 &&
                                mark.x - line.right < 1 && std::abs(line.baseline - mark.baseline) < 5);
            begun += !base;
        }
        return begun;
    };
    const int on = lines_begun({}), off = lines_begun({text::Rule::B4});
    CHECK(on == 0);
    CHECK(off > 0);
    conform("B4", "always", "lines that begin with a note mark", std::to_string(on), std::to_string(off));
}

TEST_CASE("the note of a heading is on its page, and nowhere that the heading is repeated") {
    const auto b = lay_out(
        "zheye: 1\ntitle: 题\ncover: false\nchapters:\n- title: 章名[章的注。]{注}\n  content:\n"
        "  - heading: 节名[节的注。]{注}\n  - text: " +
        han(1800) + "\n");
    const Seen seen(b);
    REQUIRE(seen.notes.size() == 2);
    CHECK(seen.notes[0].mark.text == "①");
    CHECK(seen.notes[1].mark.text == "②");
    CHECK(seen.notes[1].mark.page == 1);
    int marks = 0;
    for (const auto& line : seen.all()) marks += line.text.find("①") != std::string::npos;
    CHECK(marks == 2);  // mark and number: none in the contents, none in a running head
    for (const auto& entry : b.pages.outline) CHECK(entry.title.find("①") == std::string::npos);
}

TEST_CASE("notes of tables, captions, lists and boxes stand at the foot of the column") {
    const auto b =
        lay_out(chapter("- table:\n    caption: '表题[表题的注。]{注}'\n    columns: ['甲[表头的注。]{注}', 乙]\n"
                        "    rows: [['一[格里的注。]{注}', 二], [三, 四]]\n"
                        "- figure: {picture: placeholder, caption: '图题[图题的注。]{注}', span: column}\n"
                        "- list: ['一项[列表的注。]{注}', 二, 三]\n"
                        "- box: {content: ['框里[框里的注。]{注}一段']}\n" +
                        paragraphs(2, 60)));
    const Seen seen(b);
    std::vector<std::string> texts;
    for (const auto& note : seen.notes) {
        texts.push_back(note.text);
        CHECK(note.number.page == note.mark.page);
        CHECK(seen.column(note.number) == seen.column(note.mark));
        CHECK(note.number.baseline > note.mark.baseline);
    }
    CHECK(texts ==
          std::vector<std::string>{"表题的注。", "表头的注。", "格里的注。", "图题的注。", "列表的注。", "框里的注。"});
    check_numbers(seen);
}

TEST_CASE("a table that goes on has no note marks in what it repeats") {
    std::string rows;
    for (int i = 0; i < 90; ++i) rows += "    - [项目, 内容" + std::to_string(i) + "]\n";
    const auto b = lay_out(
        chapter("- table:\n    caption: '表题[注一。]{注}'\n    columns: ['甲[注二。]{注}', 乙]\n    rows:\n" + rows));
    const Seen seen(b);
    CHECK(seen.notes.size() == 2);
    int repeated = 0;
    for (const auto& line : seen.all()) {
        if (!line.artifact) continue;
        repeated += line.text.find("续表") != std::string::npos;
        CHECK(line.text.find("①") == std::string::npos);
    }
    CHECK(repeated > 0);
}

TEST_CASE("notes of an opener stand at the foot of its text; a cover has no place for notes") {
    const auto b = lay_out(
        "zheye: 1\ntitle: 题\ncover: false\ncontents: false\nchapters:\n- title: 章[章的注。]{注}\n"
        "  lead: 导语[导语的注。]{注}在此。\n  byline: 某某\n  content: [一段。]\n");
    const Seen seen(b);
    REQUIRE(seen.notes.size() == 2);
    CHECK(seen.notes[1].number.page == 0);
    CHECK(seen.notes[0].mark.text == "①");
    CHECK(seen.notes[1].number.baseline > seen.notes[0].number.baseline);
    const auto messages = failure(
        "zheye: 1\ntitle: 题\ncover: {note: '附注[无处可放。]{注}'}\nchapters:\n- title: 章\n  content: [一段。]\n");
    CHECK(messages.find("brochure.yaml:3:") != std::string::npos);
    CHECK(messages.find("note-place") != std::string::npos);
}

TEST_CASE("past ㊿ the numbers are plain and as wide") {
    std::string text = "- text: |\n    ";
    for (int i = 0; i < 52; ++i) text += "字[注。]{注}";
    const auto b = lay_out(chapter(text + "\n", in_columns(3)));
    const Seen seen(b);
    REQUIRE(seen.notes.size() == 52);
    REQUIRE(seen.notes[0].mark.page == seen.notes[51].mark.page);
    CHECK(seen.notes[20].mark.text == "㉑");
    CHECK(seen.notes[35].mark.text == "㊱");
    CHECK(seen.notes[49].mark.text == "㊿");
    CHECK(seen.notes[50].mark.text == "51");
    CHECK(seen.notes[51].number.text == "52");
    CHECK(seen.notes[51].mark.right - seen.notes[51].mark.x < seen.notes[51].mark.size * 1.2);
}

TEST_CASE("mark and note are linked to each other") {
    const auto b = lay_out(chapter("- text: 甲[注一。]{注}乙[注二。]{注}\n"));
    const Seen seen(b);
    int links = 0;
    for (const auto& item : b.pages.pages[0].frame.items)
        if (const auto* link = std::get_if<layout::Link>(&item)) {
            ++links;
            for (const auto& note : seen.notes) {
                if (link->node == note.mark.node) CHECK(std::abs(link->y - note.number.baseline) < 12);
                if (link->node == note.number.node) CHECK(std::abs(link->y - note.mark.baseline) < 12);
            }
        }
    CHECK(links == 4);
    CHECK(page_of(b, "注二。") == 0);
}
