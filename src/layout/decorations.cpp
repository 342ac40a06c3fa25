// What stands beside the characters of a line → shapes, in the measures of the theme.
#include "layout/decorations.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

using Kind = text::LineStroke::Kind;

/// A cubic curve comes nearest to half a wave of a sine with its handles at this share of the half and 4/3 the height.
constexpr double kHandle = 0.3642, kHandleHeight = 4.0 / 3;

const theme::LineStyle& style_of(Kind kind, const theme::DecorationStyle& style) {
    if (kind == Kind::proper_name) return style.proper_name;
    return kind == Kind::work_title ? style.work_title.line : style.underline;
}

/// A whole number of waves, as near to the wanted length as the stroke lets them be.
Path wave(const text::LineStroke& stroke, double above, LineAxes axes, const theme::WaveStyle& style) {
    const double length = stroke.end - stroke.begin;
    const double halves = 2 * std::max(1.0, std::round(length / (style.length * stroke.size)));
    const double step = length / halves;
    double height = style.height * stroke.size / 2 * kHandleHeight;
    Path path;
    path.move_to(axes.at(stroke.begin, above));
    for (int i = 0; i < static_cast<int>(halves); ++i, height = -height) {
        const double x = stroke.begin + i * step;
        path.curve_to(axes.at(x + kHandle * step, above + height), axes.at(x + (1 - kHandle) * step, above + height),
                      axes.at(x + step, above));
    }
    return path;
}

Shape line(const text::LineStroke& stroke, LineAxes axes, const theme::DecorationStyle& style) {
    const auto& look = style_of(stroke.kind, style);
    const double above = stroke.bottom - look.distance * stroke.size;
    Path path = stroke.kind == Kind::work_title ? wave(stroke, above, axes, style.work_title)
                                                : Path::line(axes.at(stroke.begin, above), axes.at(stroke.end, above));
    const Stroke drawn{look.colour.value_or(stroke.colour), look.width * stroke.size, {}, false};
    return {std::move(path), {}, drawn, 1};
}

}  // namespace

text::DecorationStyle measures_of(const theme::DecorationStyle& style) {
    text::DecorationStyle measures;
    measures.dot_size = style.dots.size;
    measures.dot_distance = style.dots.distance;
    measures.dot_under_line = style.dots.under_line;
    measures.name_gap = style.name_gap;
    measures.ruby_distance = style.ruby.distance;
    measures.ruby_gap = style.ruby.gap;
    measures.ruby_overhang = style.ruby.overhang;
    measures.zhuyin_width = style.zhuyin.width;
    measures.small_size = style.small.size;
    measures.superscript_rise = style.small.superscript;
    measures.subscript_drop = style.small.subscript;
    measures.numerator_rise = style.small.numerator;
    return measures;
}

void draw_grounds(Frame& frame, const text::Line& line, LineAxes axes, const theme::DecorationStyle& style) {
    for (const auto& stroke : line.strokes) {
        if (stroke.kind != Kind::highlight) continue;
        const Point a = axes.at(stroke.begin, stroke.top + style.highlight.above * stroke.size);
        const Point b = axes.at(stroke.end, stroke.bottom - style.highlight.below * stroke.size);
        const Rect area{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)};
        frame.items.emplace_back(Shape{Path::rectangle(area), Paint{style.highlight.colour}, {}, 1});
    }
}

void draw_beside(Frame& frame, const text::Line& text, LineAxes axes, const theme::DecorationStyle& style) {
    for (const auto& stroke : text.strokes)
        if (stroke.kind != Kind::highlight) frame.items.emplace_back(line(stroke, axes, style));
    for (const auto& dot : text.dots)
        frame.items.emplace_back(Shape{
            Path::circle(axes.at(dot.x, dot.y), dot.size / 2), Paint{style.dots.colour.value_or(dot.colour)}, {}, 1});
}

}  // namespace zheye::layout
