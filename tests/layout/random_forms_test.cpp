// Brochures of random blocks, in every form and theme: every word and number of the input stands once in the reading
// order, no text leaves the trim, and none lies over other text. The seeds are fixed.
#include "layout/fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <random>

using namespace zheye;
using namespace zheye::test;

namespace {

constexpr std::array<const char*, 5> kThemes = {"vermilion", "ink", "harbour", "garden", "gongwen"};
constexpr std::array<const char*, 4> kForms = {"booklet", "bifold", "trifold", "poster"};

/// Writes a brochure; remembers each word, which is like no other.
class Writer {
public:
    explicit Writer(unsigned seed) : random_(seed) {}

    std::vector<std::string> words;

    std::vector<std::string> headings;  ///< words that the contents say again

    std::string brochure(const std::string& form, const std::string& theme) {
        const bool booklet = form == "booklet", contents = booklet && below(2) == 0;
        std::string chapters;
        for (int i = 0; i < 2; ++i) {
            chapters += "- title: 章" + std::to_string(i + 1) + "\n";
            // Lines that run down: readers take such chapters in booklets alone.
            vertical_ = booklet && below(4) == 0;
            if (vertical_) chapters += "  direction: vertical\n";
            if (below(3) == 0) chapters += "  lead: " + sentence(6) + "\n";
            chapters += "  content:\n";
            for (int k = below(5) + 4; k > 0; --k) chapters += block();
        }
        if (!contents) std::ranges::move(headings, std::back_inserter(words)), headings.clear();
        std::string text = "zheye: 1\ntitle: 书名\nform: " + form + "\ntheme: " + theme + "\n";
        text += contents ? "contents: true\n" : "contents: false\n";
        if (booklet && below(2) == 0)
            text += "cover: {picture: placeholder, kicker: " + word() + ", note: " + word() + "}\n";
        return text + "facts:\n" + facts_ + "chapters:\n" + chapters;
    }

private:
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    /// Four digits of ten characters behind an eleventh; or a number of five digits.
    std::string word() {
        static const std::array<const char*, 10> kDigits = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
        const int number = 1000 + ++count_;
        std::string text = "风";
        for (const char digit : std::to_string(number)) text += kDigits[static_cast<std::size_t>(digit - '0')];
        if (below(4) == 0) text = std::to_string(70000 + count_);
        words.push_back(text);
        return text;
    }
    std::string sentence(int most) {
        std::string text = word();
        for (int i = below(most); i > 0; --i) text += (below(3) == 0 ? "，" : "和") + word();
        return text + "。";
    }
    std::string fact() {
        const std::string id = "f" + std::to_string(++fact_count_);
        const std::string value = std::to_string(80000 + fact_count_);
        words.push_back(value);
        facts_ += "  " + id + ": {name: " + word() + ", value: " + value + ", unit: 个}\n";
        return id;
    }
    std::string items(const std::string& key, int most) {
        std::string text = "  - " + key + ":\n";
        for (int i = below(most) + 2; i > 0; --i) text += "    - " + sentence(6) + "\n";
        return text;
    }
    std::string table() {
        std::string text = "  - table:\n      columns: [" + word() + ", " + word() + "]\n      rows:\n";
        for (int i = below(5) + 1; i > 0; --i) text += "      - [" + word() + ", " + word() + "]\n";
        return text;
    }
    std::string stats() {
        std::string text = fact();
        for (int i = below(4) + 1; i > 0; --i) text += ", " + fact();
        return "  - stats: [" + text + "]\n";
    }
    std::string titled(const std::string& kind) {
        std::string text = "  - " + kind + ":\n";
        for (int i = below(3) + 2; i > 0; --i) text += "    - {title: " + word() + ", text: " + sentence(4) + "}\n";
        return text;
    }
    std::string timeline() {
        std::string text = "  - timeline:\n";
        for (int i = below(4) + 2; i > 0; --i) text += "    - {date: " + word() + ", text: " + sentence(4) + "}\n";
        return text;
    }
    std::string heading() {
        const auto text = "  - heading: " + word() + "\n";
        headings.push_back(words.back());
        words.pop_back();
        return text;
    }
    std::string figure() {
        static const std::array<const char*, 4> kPlaces = {"span: column", "span: page", "span: bleed",
                                                           "span: page, fill: true"};
        const std::string place = kPlaces[static_cast<std::size_t>(below(vertical_ ? 3 : 4))];
        if (below(3) == 0)
            return "  - figure: {picture: placeholder, " + place + ", title: " + word() + ", text: " + sentence(3) +
                   "}\n";
        if (below(2) == 0) return "  - figure: {picture: placeholder, " + place + ", caption: " + sentence(3) + "}\n";
        std::string pictures;
        for (int i = below(4) + 2; i > 0; --i)
            pictures += (pictures.empty() ? "" : ", ") + ("{picture: placeholder, caption: " + word() + "}");
        return "  - figure: {span: page, pictures: [" + pictures + "], caption: " + word() + "}\n";
    }
    std::string hub() {
        std::string text = "  - hub:\n      title: " + word() + "\n      text: " + word() + "\n      items:\n";
        for (int i = below(4) + 3; i > 0; --i) text += "      - {title: " + word() + ", text: " + word() + "}\n";
        return text + "      caption: " + word() + "\n";
    }
    std::string chart() {
        static const std::array<const char*, 4> kTypes = {"bar", "column", "donut", "pictogram"};
        std::string text = fact();
        for (int i = below(3) + 1; i > 0; --i) text += ", " + fact();
        const std::string type = kTypes[static_cast<std::size_t>(below(4))];
        return "  - chart: {type: " + type + (type == "pictogram" ? ", each: 20000" : "") + ", title: " + word() +
               ", facts: [" + text + "]}\n";
    }
    std::string text() {
        std::string first = sentence(30);
        if (below(3) == 0) first += "[" + sentence(5) + "]{注}" + sentence(5);
        return "  - text: |\n      " + first + "\n\n      " + sentence(30) + "\n";
    }
    std::string block() {
        switch (below(16)) {
            case 0:
                return heading();
            case 10:
                return figure();
            case 11:
                return hub();
            case 12:
                return chart();
            case 13:
                return titled("flow");
            case 14:
                return "  - pull-quote: {text: " + sentence(4) + ", by: " + word() + "}\n";
            case 15:
                return "  - lead: " + sentence(8) + "\n";
            case 1:
                return "  - quote: {text: " + sentence(5) + ", by: " + word() + "}\n";
            case 2:
                return items("list", 4);
            case 3:
                return items("steps", 4);
            case 4:
                return table();
            case 5:
                return stats();
            case 6:
                return timeline();
            case 7:
                return titled("cards");
            case 8:
                return "  - box: {title: " + word() + ", content: [" + sentence(8) + "]}\n";
            default:
                return text();
        }
    }

    std::mt19937 random_;
    int count_ = 0, fact_count_ = 0;
    bool vertical_ = false;
    std::string facts_;
};

std::string reading_order(const layout::Pages& pages) {
    std::string text;
    for (const char c : text_of(pages, elements(pages, layout::Role::document).front()))
        if (c != ' ' && c != '\n') text += c;
    return text;
}

int occurrences(const std::string& text, const std::string& word) {
    int count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++count;
    return count;
}

/// Where the ink of a run is, about.
struct Box {
    double left, right, top, bottom;
    std::string text;
};

Box box_of(const layout::GlyphRun& run) {
    constexpr double kAbove = 0.72, kBelow = 0.05, kHalf = 0.42;  // em, of most Han characters and figures
    const auto &first = run.glyphs.front(), &last = run.glyphs.back();
    // A mark's ink is in one half of its body; what follows it downwards may take the other.
    const bool mark = run.text.ends_with("，") || run.text.ends_with("。");
    const bool down = run.orientation == layout::Orientation::down;
    const double end = last.x + (mark && down ? run.size / 2 : last.advance), x = run.origin.x, y = run.origin.y;
    if (run.orientation == layout::Orientation::across)
        return {x, x + end, y - kAbove * run.size, y + kBelow * run.size, run.text};
    if (run.orientation == layout::Orientation::turned)
        return {x - kBelow * run.size, x + kAbove * run.size, y, y + end, run.text};
    const double side = kHalf * run.size * run.narrow;
    return {x + first.y - side, x + last.y + side, y + first.x, y + end, run.text};
}

std::vector<Box> boxes(const layout::Page& page) {
    std::vector<Box> all;
    for (const auto& item : page.frame.items)
        if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && !run->glyphs.empty())
            all.push_back(box_of(*run));
    return all;
}

/// What lies over something else, or outside of the trim.
std::vector<std::string> misplaced(const layout::Pages& pages) {
    std::vector<std::string> found;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        const auto all = boxes(pages.pages[p]);
        const Size size = pages.pages[p].frame.size;
        const double tolerance = size.height / 842;  // pt of a page as large as A4
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Box& a = all[i];
            if (a.left < -tolerance || a.right > size.width + tolerance || a.top < 0 || a.bottom > size.height)
                found.push_back("page " + std::to_string(p + 1) + " outside: " + a.text);
            for (std::size_t k = i + 1; k < all.size(); ++k) {
                const Box& b = all[k];
                const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
                const double along = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
                if (across > tolerance && along > tolerance)
                    found.push_back("page " + std::to_string(p + 1) + ": " + a.text + " and " + b.text);
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("random brochures in every form and theme: every word once, inside the trim, over nothing") {
    // The contents say headings again.
    for (const std::string form : kForms)
        for (std::size_t theme = 0; theme < kThemes.size(); ++theme)
            for (unsigned round = 0; round < 4; ++round) {
                Writer writer(20190700 + static_cast<unsigned>(theme) * 10 + round);
                const auto yaml = writer.brochure(form, kThemes[theme]);
                INFO(yaml);
                const auto b = lay_out(yaml);
                const auto text = reading_order(b.pages);
                std::string wrong;
                for (const auto& word : writer.words)
                    if (const int count = occurrences(text, word); count != 1)
                        wrong += word + " " + std::to_string(count) + "; ";
                for (const auto& word : writer.headings)
                    if (const int count = occurrences(text, word); count != 2)
                        wrong += "heading " + word + " " + std::to_string(count) + "; ";
                CHECK(wrong == "");
                CHECK(misplaced(b.pages) == std::vector<std::string>{});
            }
}

TEST_CASE("what the test of random brochures looks for is found: a run too many, over another, outside") {
    auto b = lay_out(Writer(1).brochure("booklet", "vermilion"));
    REQUIRE(misplaced(b.pages).empty());
    auto& items = b.pages.pages[2].frame.items;
    const auto run =
        std::ranges::find_if(items, [](const auto& i) { return std::holds_alternative<layout::GlyphRun>(i); });
    REQUIRE(run != items.end());
    auto again = std::get<layout::GlyphRun>(*run);
    items.emplace_back(again);
    CHECK(misplaced(b.pages).size() == 1);
    again.origin.y = b.pages.pages[2].frame.size.height + 20;
    items.back() = again;
    CHECK(misplaced(b.pages).size() == 1);
}
