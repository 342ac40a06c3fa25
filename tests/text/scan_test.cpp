// Every phase of the text against the line: the paragraphs of corpus/, each shifted by up to twenty characters, in
// columns of many widths, every line measured.
#include "lines.h"
#include "scan.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace zheye::text::test {
namespace {

const std::vector<double> kWidths = {8, 10, 12, 14, 16.5, 18, 21, 24, 28, 33.3, 39, 45};
const std::vector<double> kSomeWidths = {8, 12, 16.5, 21, 28, 39};
const std::vector<int> kSomeShifts = {0, 7, 13};
const std::string kPrefix = "走过老街的石桥就能看见河边新修的步道和灯";

const std::vector<std::string>& corpus() {
    static const std::vector<std::string> kAll = [] {
        std::vector<std::string> paragraphs;
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::directory_iterator(ZHEYE_ROOT "/tests/text/corpus")) {
            paths.push_back(entry.path());
        }
        std::ranges::sort(paths);
        for (const auto& path : paths) {
            std::ifstream file(path);
            for (std::string line; std::getline(file, line);) paragraphs.push_back(line);
        }
        return paragraphs;
    }();
    return kAll;
}

std::vector<int> every_shift() {
    std::vector<int> shifts(21);
    for (int i = 0; i < 21; ++i) shifts[static_cast<std::size_t>(i)] = i;
    return shifts;
}

std::string shifted(const std::string& text, int shift) {
    return kPrefix.substr(0, static_cast<std::size_t>(shift) * 3) + text;
}

ParagraphStyle body() {
    ParagraphStyle style;
    style.indent = 2 * kSize;
    style.keep_with_number = {"亿元", "万元", "亿", "万", "元", "余亿元", "余万元", "年", "月", "日", "时", "分"};
    return style;
}

/// Calls `see` with the faults of every setting, until it has seen enough.
template <class Runs, class See>
void scan(const ParagraphStyle& style, const std::vector<int>& shifts, const std::vector<double>& widths, Runs runs,
          See see) {
    for (const std::string& text : corpus()) {
        for (const int shift : shifts) {
            const Paragraph paragraph = shaped(runs(shifted(text, shift)), style);
            const Scanned scanned(paragraph);
            for (const double em : widths) {
                const unsigned faults = scanned.faults(break_lines(paragraph, em * kSize), em);
                if (!see(faults, em, paragraph.text())) return;
            }
        }
    }
}

std::vector<StyledRun> plain(const std::string& text) { return {run(text)}; }

/// Fails for the first faults, with where they are.
void expect_none(const ParagraphStyle& style, const std::vector<int>& shifts, const std::vector<double>& widths,
                 std::vector<StyledRun> (*runs)(const std::string&) = plain) {
    int reported = 0, settings = 0;
    std::string last;  // of each paragraph the first fault
    scan(style, shifts, widths, runs, [&](unsigned faults, double em, const std::string& text) {
        ++settings;
        if (faults == 0 || (!last.empty() && text.ends_with(last))) return true;
        last = text.substr(text.size() - std::min<std::size_t>(text.size(), 30));
        UNSCOPED_INFO(names_of(faults) << " at " << em << "em: " << text);
        return ++reported < 20;
    });
    INFO(settings << " settings");
    CHECK(reported == 0);
}

bool finds(Fault fault, const ParagraphStyle& style) {
    bool found = false;
    scan(style, kSomeShifts, kSomeWidths, plain, [&](unsigned faults, double, const std::string&) {
        found = (faults & static_cast<unsigned>(fault)) != 0;
        return !found;
    });
    return found;
}

TEST_CASE("scan: the corpus is large") { CHECK(corpus().size() >= 200); }

TEST_CASE("scan: in every phase and at every width no line breaks a rule") {
    expect_none(body(), every_shift(), kWidths);
}

TEST_CASE("scan: 开明式, open and hanging punctuation break no rule") {
    ParagraphStyle style = body();
    style.punctuation = PunctuationStyle::half;
    expect_none(style, kSomeShifts, kSomeWidths);
    style.punctuation = PunctuationStyle::open;
    expect_none(style, kSomeShifts, kSomeWidths);
    style.punctuation = PunctuationStyle::full;
    style.hanging = true;
    expect_none(style, kSomeShifts, kSomeWidths);
}

TEST_CASE("scan: all levels of prohibition are kept") {
    for (const Prohibition level : {Prohibition::none, Prohibition::gb, Prohibition::strict}) {
        ParagraphStyle style = body();
        style.prohibition = level;
        expect_none(style, kSomeShifts, kSomeWidths);
    }
}

/// Every few characters another face.
std::vector<StyledRun> mixed_faces(const std::string& text) {
    const std::vector<CharStyle> styles = {char_style(), char_style("kai"), char_style("song", 700)};
    std::vector<StyledRun> runs;
    const std::vector<char32_t> codes = codes_of(text);
    for (std::size_t at = 0, count = 0; at < codes.size(); ++at) {
        if (codes[at] == 0) {
            runs.back().text += text[at];
            continue;
        }
        if (count % 5 == 0 && (count == 0 || codes[at] >= 0x3000)) runs.push_back(run("", styles[runs.size() % 3]));
        if (codes[at] >= 0x3000 || count % 5 != 0) ++count;
        runs.back().text += text[at];
    }
    return runs;
}

TEST_CASE("scan: nor do lines of several faces and weights") {
    expect_none(body(), kSomeShifts, kSomeWidths, mixed_faces);
}

TEST_CASE("scan: the same measurements find what is switched off") {
    CHECK(finds(Fault::start, without(Rule::B1, body())));
    CHECK(finds(Fault::end, without(Rule::B2, body())));
    CHECK(finds(Fault::pair, without(Rule::S1, body())));
    CHECK(finds(Fault::left_edge, without(Rule::S3, body())));
    CHECK(finds(Fault::right_edge, without(Rule::S2, body())));
    CHECK(finds(Fault::runt, without(Rule::B6, body())));
    CHECK(finds(Fault::limits, without(Rule::J1, body())));
    CHECK(finds(Fault::limits, without(Rule::J2, body())));
    CHECK(finds(Fault::limits, without(Rule::M1, body())));
    CHECK(finds(Fault::avoidable, without(Rule::J4, body())));
    ParagraphStyle strict = body();
    strict.prohibition = Prohibition::strict;
    CHECK(finds(Fault::start, without(Rule::B3, strict)));
    ParagraphStyle ragged = body();
    ragged.align = Align::left;
    CHECK(finds(Fault::right_edge, ragged));
}

TEST_CASE("scan: so are lines where no two Han stand side by side, and paragraphs with a word too long for the line") {
    const auto found = [](const std::string& text, const ParagraphStyle& style, Fault fault) {
        int count = 0;
        for (double em = 8; em < 20; em += 0.5) {
            const Paragraph paragraph = shaped(text, style);
            const unsigned faults = Scanned(paragraph).faults(break_lines(paragraph, em * kSize), em);
            count += (faults & static_cast<unsigned>(fault)) != 0 ? 1 : 0;
        }
        return count;
    };
    std::string marks, words;
    for (int i = 0; i < 6; ++i) marks += "“甲”（《乙》）；丙、丁。”";
    for (int i = 0; i < 6; ++i) words += "甲，乙丙，丁戊己庚辛壬癸子丑寅international卯辰巳午未申酉戌";
    CHECK(found(marks, body(), Fault::pair) == 0);
    CHECK(found(marks, without(Rule::S1, body()), Fault::pair) > 0);
    const std::string too_long = "甲乙Donaudampfschifffahrtsgesellschaftskapitaenspatent";
    CHECK(found(too_long + words, body(), Fault::avoidable) == 0);
    CHECK(found(too_long + words, without(Rule::J4, body()), Fault::avoidable) > 0);
}

TEST_CASE("scan: flags that are wrong are found, and lost characters") {
    const Paragraph paragraph = shaped("甲Donaudampfschifffahrtsgesellschaft乙，丙丁", body());
    const Scanned scanned(paragraph);
    const std::vector<Line> good = break_lines(paragraph, 8 * kSize);
    const auto faults = [&](auto change) {
        std::vector<Line> lines = good;
        change(lines);
        return names_of(scanned.faults(lines, 8));
    };
    REQUIRE(good.size() == 3);
    REQUIRE(good[1].overfull);
    CHECK(faults([](auto&) {}).empty());
    CHECK(faults([](auto& lines) { lines[1].overfull = false; }).find("beyond") == 0);
    CHECK(faults([](auto& lines) { lines[2].overfull = true; }).find("false alarm") == 0);
    CHECK(faults([](auto& lines) { lines[2].glyphs.erase(lines[2].glyphs.begin() + 1); }).find("text") !=
          std::string::npos);
}

TEST_CASE("scan: a line is set as the rest of its paragraph leaves it, whatever the size of the paragraph") {
    std::string text;
    while (text.size() < 300000) {
        for (const std::string& paragraph : corpus()) text += paragraph;
    }
    const Paragraph paragraph = shaped(text, body());
    const std::vector<Line> lines = break_lines(paragraph, 22 * kSize);
    CHECK(names_of(Scanned(paragraph).faults(lines, 22)).empty());
}

TEST_CASE("scan: widths of no sense neither crash nor hang") {
    const std::string text = "“你看，”他说，“这就是《老街志》（初稿）。”众人听罢，皆曰：“善！”“善！”";
    for (const double em : {-3.0, 0.0, 0.3, 1e6}) CHECK(set(text, em, body()).text_of_glyphs() == text);
    for (const std::string one : {" ", "\n", "\n\n甲", "\u200B", "（", "。", "\u3000\u3000甲", "\t甲\r"}) {
        CHECK(set(one, 5).text_of_glyphs().size() <= one.size());
    }
}

}  // namespace
}  // namespace zheye::text::test
