// Pictograms: marks that can be counted. The last one is cut where the value ends.
#include "layout/chart.h"
#include "layout/chart_axis.h"
#include "layout/chart_marks.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

using theme::Style;

namespace {

constexpr double kMarks = 10;  ///< of the largest value, about, where the writer says nothing

class Pictogram {
public:
    explicit Pictogram(ChartPen& pen)
        : pen_(pen), style_(pen.style), chart_(pen.chart), place_(place_labels(pen)), each_(find_each()) {
        size_ = {style_.mark * mark_ratio(chart_.mark), style_.mark};
        pitch_ = size_.width + std::max(2.0, 0.22 * size_.height);
    }

    void draw() {
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) draw_row(i);
        y_ += style_.bar_gap;
        const auto words =
            pen_.words.each + content::to_string(content::shifted(each_, -chart_.magnitude)) + chart_.shown_unit;
        Frame text = pen_.line(words, Style::chart_axis);
        const double scale = 0.75, height = text.size.height;
        const Rect mark{place_.x, y_ + (height - scale * size_.height) / 2, scale * size_.width, scale * size_.height};
        pen_.path(mark_path(chart_.mark, mark), style_.colours.front());
        pen_.put({mark.right() + style_.label_gap, y_}, std::move(text));
    }

private:
    [[nodiscard]] content::Decimal find_each() const {
        if (chart_.each) return *chart_.each;
        double most = 0;
        bool whole = true;
        for (const auto& value : chart_.series.front().values) {
            if (!value) continue;
            most = std::max(most, value->value.as_double());
            whole = whole && value->value.exponent >= 0;
        }
        if (most <= 0 || (whole && most <= kMarks)) return {1, 0};
        return round_up(most / kMarks);
    }

    void draw_row(std::size_t i) {
        if (i > 0) y_ += style_.bar_gap;
        const auto& value = chart_.series.front().values[i];
        Frame words = pen_.line(value ? pen_.value(*value) : "—", value ? Style::chart_value : Style::chart_axis);
        const double room = pen_.width - place_.x - words.size.width - style_.label_gap;
        const int per_line = std::max(1, static_cast<int>((room + pitch_ - size_.width) / pitch_ + 1e-6));
        const double count = value ? value->value.as_double() / each_.as_double() : 0;
        const int marks = static_cast<int>(std::ceil(count - 1e-9));
        const int lines = std::max(1, (marks + per_line - 1) / per_line);
        const double line_height = size_.height + 3, block = lines * line_height - 3;
        Frame label = pen_.text(chart_.labels[i].text, Style::chart_label, place_.width, theme::Align::left);
        double top = y_;
        if (!place_.beside) top += label.size.height + 1;
        const double height = place_.beside ? std::max(block, label.size.height) : label.size.height + 1 + block;
        if (place_.beside) top += (height - block) / 2;
        const double label_y = place_.beside ? top + (size_.height - label.size.height) / 2 : y_;
        pen_.put({0, std::max(y_, label_y)}, std::move(label));
        for (int m = 0; m < marks; ++m)
            draw_mark({place_.x + pitch_ * (m % per_line), top + line_height * (m / per_line)}, count - m, i);
        const int last = marks == 0 ? 0 : (marks - 1) % per_line + 1;
        const double x = place_.x + pitch_ * last + (last > 0 ? style_.label_gap - (pitch_ - size_.width) : 0);
        const double words_y = top + line_height * (lines - 1) + (size_.height - words.size.height) / 2;
        pen_.put({x, words_y}, std::move(words));
        y_ += height;
        pen_.reach(y_);
    }

    /// `share` of the mark, or all of it from 1 on; the rest of it stands pale.
    void draw_mark(Point at, double share, std::size_t label) {
        const Rect place{at.x, at.y, size_.width, size_.height};
        const Path whole = mark_path(chart_.mark, place);
        const Colour colour = pen_.colour(0, label);
        if (share >= 1) return pen_.path(whole, colour);
        pen_.path(whole, style_.track);
        pen_.path(left_part(whole, place.x + share * place.width), colour);
    }

    ChartPen& pen_;
    const theme::ChartStyle& style_;
    const content::Chart& chart_;
    const LabelPlace place_;
    const content::Decimal each_;
    Size size_;
    double pitch_ = 0, y_ = 0;
};

}  // namespace

void draw_pictogram(ChartPen& pen) { Pictogram(pen).draw(); }

}  // namespace zheye::layout
