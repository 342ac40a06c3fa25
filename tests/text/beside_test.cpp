// Paragraphs whose first lines stand beside something: both measures are kept, and the breaks are the best for both.
#include "lines.h"
#include "other_breaks.h"
#include "page_of_glyphs.h"

#include <catch2/catch.hpp>

#include <map>

namespace zheye::text::test {
namespace {

const std::string kProse =
    "街道办事处的院子没有门，谁都可以进来坐坐，喝一杯水，问一件事；2018年来过3,650人次，办成1,204件（占33%），"
    "办不成的，也都有人把话说清楚。“老街的‘老’，不是‘旧’，是‘久’。”听的人点点头。";

struct Measures {
    double beside = 0, width = 0;  ///< em
    std::size_t lines = 0;
    [[nodiscard]] double of(std::size_t line) const { return line < lines ? beside : width; }
};

const std::vector<Measures> kMeasures = {{10, 21, 3},   {12, 33.3, 5}, {14, 16.5, 2}, {11, 30, 1}, {21, 12, 2},
                                         {10.5, 24, 7}, {16, 45, 4},   {10, 21, 40},  {9, 14, 0}};

std::vector<Line> set_beside(const Paragraph& paragraph, const Measures& m) {
    return break_lines(paragraph, {m.width * kSize, m.lines, m.beside * kSize});
}

/// pt by which bodies stand off the edges of their lines, at most.
double off_edges(const Paragraph& paragraph, const std::vector<Line>& lines, const Measures& m) {
    const auto codes = codes_of(paragraph.text());
    double off = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto bodies = placed(lines[i], codes);
        while (bodies.back().kind == Kind::space) bodies.pop_back();
        off = std::max(off, std::abs(bodies.front().left));
        if (!lines[i].last && !lines[i].overfull) off = std::max(off, std::abs(bodies.back().right - m.of(i)));
    }
    return off * kSize;
}

/// Every way to break the paragraph, tried: the least number of overfull, unfilled and stretched lines, none looser
/// than `loosest`, no runt at the end.
class EveryWay {
public:
    EveryWay(const Paragraph& paragraph, const Measures& measures, double loosest)
        : others_(paragraph),
          measures_(measures),
          loosest_(loosest),
          end_(static_cast<std::uint32_t>(paragraph.text().size())) {}

    using Least = OtherBreaks::Least;
    std::optional<Least> from(std::uint32_t begin, std::size_t line) {
        if (begin == end_) return Least{};
        const auto key = std::pair(begin, std::min(line, measures_.lines));
        if (const auto known = known_.find(key); known != known_.end()) return known->second;
        std::optional<Least> best;
        for (auto end = others_.next_break(begin);; end = others_.next_break(end)) {
            const Prospect prospect = others_.line(measures_.of(line), begin, end);
            const bool is_first = end == others_.next_break(begin);
            if (prospect.overfull && !is_first) break;
            const bool is_runt = end == end_ && begin > 0 && end - begin < 9;  // 头。
            const bool is_last = end == end_;
            if (!is_runt && (is_last || prospect.looseness <= loosest_ + 1e-6)) {
                if (auto rest = from(end, line + 1)) {
                    rest->overfull += prospect.overfull ? 1 : 0;
                    rest->unfilled += !is_last && prospect.unfilled ? 1 : 0;
                    rest->stretched += !is_last && prospect.looseness > 0 ? 1 : 0;
                    if (!best || *rest < *best) best = rest;
                }
            }
            if (is_last) break;
        }
        return known_[key] = best;
    }

private:
    OtherBreaks others_;
    Measures measures_;
    double loosest_;
    std::uint32_t end_;
    std::map<std::pair<std::uint32_t, std::size_t>, std::optional<Least>> known_;
};

TEST_CASE("J3: lines beside something fill their measure, and those below it theirs") {
    const Paragraph paragraph = shaped(kProse);
    for (const Measures& m : kMeasures) {
        INFO(m.lines << " lines of " << m.beside << ", then " << m.width);
        const auto lines = set_beside(paragraph, m);
        CHECK(off_edges(paragraph, lines, m) < 0.01);
        std::uint32_t at = 0;
        for (const Line& line : lines) {
            CHECK(line.text_begin == at);
            at = line.text_end;
        }
        CHECK(at == kProse.size());
        CHECK(lines.back().text_end - lines.back().text_begin >= 9);  // B6: 点头。
    }
    const Measures narrow{10, 21, 3};
    CHECK(off_edges(paragraph, break_lines(paragraph, 21 * kSize), narrow) > kSize);
}

TEST_CASE("J4: no other breaks of such a paragraph have fewer stretched lines and none looser") {
    const Paragraph paragraph = shaped(kProse);
    const auto worse_than_it_could_be = [&](const std::vector<Line>& lines, const Measures& m) {
        OtherBreaks::Least now;
        double loosest = 0;
        for (const Line& line : lines) {
            now.overfull += line.overfull ? 1 : 0;
            now.unfilled += line.underfull ? 1 : 0;
            now.stretched += line.looseness > 1e-6 ? 1 : 0;
            loosest = std::max(loosest, line.looseness);
        }
        const auto least = EveryWay(paragraph, m, loosest).from(0, 0);
        return least && *least < now;
    };
    int greedy_is_worse = 0;
    const Paragraph greedy = shaped(kProse, without(Rule::J4));
    for (Measures m : kMeasures) {
        for (int i = 0; i < 8; ++i, m.width += 0.75) {
            INFO(m.lines << " lines of " << m.beside << ", then " << m.width);
            CHECK_FALSE(worse_than_it_could_be(set_beside(paragraph, m), m));
            greedy_is_worse += worse_than_it_could_be(set_beside(greedy, m), m) ? 1 : 0;
        }
    }
    CHECK(greedy_is_worse > 0);
}

TEST_CASE("one measure for all lines is what it was, whichever way it is said") {
    const Paragraph paragraph = shaped(kProse);
    const auto ends = [](const std::vector<Line>& lines) {
        std::vector<std::uint32_t> all;
        for (const Line& line : lines) all.push_back(line.text_end);
        return all;
    };
    for (double em = 8; em < 40; em += 0.5) {
        const auto plain = ends(break_lines(paragraph, em * kSize));
        CHECK(ends(set_beside(paragraph, {em, em, 5})) == plain);
        CHECK(ends(set_beside(paragraph, {em, 3, 100})) == plain);
    }
}

}  // namespace
}  // namespace zheye::text::test
