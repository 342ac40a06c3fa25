#include "layout/check_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace zheye::layout {

namespace {

constexpr std::size_t kMany = 3;  ///< loose lines of a paragraph: it is the measure, not the words

diag::Span place(const text::Line& line, diag::Span whole) {
    return line.glyphs.empty() ? whole : line.glyphs.front().span;
}

/// What was spread.
diag::Message gaps_of(const text::Line& line) {
    return line.is_spread_between_words ? diag::Message{"词间", "words"} : diag::Message{"字间", "characters"};
}

diag::Message remedy() {
    return {"换一种说法，或放宽栏（减少栏数），或注明外文的语言让词可以断开",
            "reword, use a wider column, or give the language of the foreign words so that they are hyphenated"};
}

void report_unfilled(const std::vector<const text::Line*>& lines, diag::Span span, diag::Diagnostics& diagnostics) {
    const diag::Message why{"没有可以拉开的地方，或者每个字间要拉开一字以上",
                            "nothing to stretch, or more than 1em wanted in every gap"};
    if (lines.size() >= kMany) {
        diagnostics.warning(
            "underfull-line", place(*lines.front(), span),
            {fmt::format("这一段有 {} 行撑不满栏宽（{}）：栏太窄", lines.size(), why.zh),
             fmt::format("{} lines of this paragraph do not fill the measure ({}): the column is too narrow",
                         lines.size(), why.en)},
            {remedy()});
        return;
    }
    for (const auto* line : lines)
        diagnostics.warning("underfull-line", place(*line, span),
                            {"这一行撑不满栏宽：" + why.zh, "this line does not fill the measure: " + why.en},
                            {remedy()});
}

void report_loose(const std::vector<const text::Line*>& loose, diag::Span span, diag::Diagnostics& diagnostics) {
    if (loose.empty()) return;
    if (loose.size() < kMany) {
        for (const auto* line : loose) {
            const auto gaps = gaps_of(*line);
            diagnostics.warning(
                "loose-line", place(*line, span),
                {fmt::format("这一行拉得太松：{}多加了 {:.2f} 字宽", gaps.zh, line->looseness),
                 fmt::format("this line is too loose: {:.2f}em more between {}", line->looseness, gaps.en)},
                {remedy()});
        }
        return;
    }
    const auto& loosest_line = **std::ranges::max_element(loose, {}, &text::Line::looseness);
    const auto gaps = gaps_of(loosest_line);
    diagnostics.warning(
        "loose-line", place(*loose.front(), span),
        {fmt::format("这一段有 {} 行拉得太松（{}最多加 {:.2f} 字宽）：栏太窄", loose.size(), gaps.zh,
                     loosest_line.looseness),
         fmt::format("{} lines of this paragraph are too loose (up to {:.2f}em more between {}): the column is too "
                     "narrow",
                     loose.size(), loosest_line.looseness, gaps.en)},
        {remedy()});
}

}  // namespace

void report_lines(const std::vector<text::Line>& lines, diag::Span span, double loosest,
                  diag::Diagnostics& diagnostics) {
    std::vector<const text::Line*> loose, unfilled;
    for (const auto& line : lines) {
        if (line.overfull)
            diagnostics.warning("overfull-line", place(line, span),
                                {"这一行放不进版心的宽度", "this line does not fit the measure"},
                                {{"栏太窄或词太长：换一种说法，或减少栏数",
                                  "the measure is too narrow or a word too long: reword, "
                                  "or use fewer columns"}});
        else if (line.underfull)
            unfilled.push_back(&line);
        if (line.looseness > loosest) loose.push_back(&line);
    }
    report_unfilled(unfilled, span, diagnostics);
    report_loose(loose, span, diagnostics);
}

}  // namespace zheye::layout
