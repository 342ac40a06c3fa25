// Progress: what was reached, on a track as long as the target.
#include "layout/chart.h"

#include <algorithm>

namespace zheye::layout {

using theme::Style;

namespace {

class Progress {
public:
    explicit Progress(ChartPen& pen) : pen_(pen), style_(pen.style), place_(place_labels(pen, details(pen))) {}

    void draw() {
        std::vector<BarNeed> needs;
        for (std::size_t i = 0; i < pen_.chart.labels.size(); ++i) {
            const double words = pen_.width_of(words_of(i), Style::chart_value) + style_.label_gap;
            needs.push_back({std::max(kWhole, share(i)), words});
        }
        scale_ = fit_bars(needs, pen_.width - place_.x);
        for (std::size_t i = 0; i < pen_.chart.labels.size(); ++i) draw_row(i);
        const double x = place_.x + scale_(kWhole);
        Frame name = pen_.line(pen_.words.target + "100%", Style::chart_axis);
        const double left = std::clamp(x - name.size.width / 2, 0.0, std::max(0.0, pen_.width - name.size.width));
        pen_.put({left, y_ + style_.target_reach + 1}, std::move(name));
    }

private:
    static constexpr double kWhole = 100;
    [[nodiscard]] double share(std::size_t i) const {
        const auto& value = pen_.chart.series.front().values[i];
        return value ? value->value.as_double() : 0;
    }
    [[nodiscard]] std::string words_of(std::size_t i) const {
        const auto& value = pen_.chart.series.front().values[i];
        return value ? value->text + value->unit : "—";
    }
    /// What the shares are of: 127 / 120亿元.
    static std::vector<std::string> details(const ChartPen& pen) {
        std::vector<std::string> all;
        for (const auto& label : pen.chart.labels) all.push_back(detail(pen, label));
        return all;
    }
    static std::string detail(const ChartPen& pen, const content::Chart::Label& label) {
        if (!label.amount) return {};
        if (!label.target) return pen.whole(*label.amount);
        const bool same = label.amount->unit == label.target->unit;
        return (same ? label.amount->text : pen.whole(*label.amount)) + " / " + pen.whole(*label.target);
    }

    void draw_row(std::size_t i) {
        if (i > 0) y_ += style_.bar_gap;
        const auto& label = pen_.chart.labels[i].text;
        const auto more = detail(pen_, pen_.chart.labels[i]);
        const double detail_width = pen_.width_of(more, Style::chart_axis);
        const bool on_one_line =
            !place_.beside &&
            pen_.width_of(label, Style::chart_label) + detail_width + 2 * style_.label_gap <= pen_.width;
        std::vector<Frame> lines;
        lines.push_back(pen_.text(label, Style::chart_label, place_.width, theme::Align::left));
        const double first = lines.front().size.height;
        if (!more.empty() && !on_one_line)
            lines.push_back(pen_.text(more, Style::chart_axis, place_.width, theme::Align::left));
        Frame words = stacked(std::move(lines));
        if (!more.empty() && on_one_line)
            words.place({pen_.width - detail_width, first - pen_.leading(Style::chart_axis)},
                        pen_.line(more, Style::chart_axis));
        const auto row = put_label(pen_, place_, std::move(words), y_, style_.bar);
        draw_bar(i, row.bar);
        y_ += row.height;
    }

    void draw_bar(std::size_t i, double y) {
        const double from = place_.x, whole = place_.x + scale_(kWhole), end = place_.x + scale_(share(i));
        pen_.area({from, y, whole - from, style_.bar}, style_.track);
        pen_.area({from, y, end - from, style_.bar}, pen_.colour(0, i));
        const double fringe = style_.target.width + 2 * style_.seam;  // the mark is seen on a dark bar too
        if (end > whole) pen_.area({whole - fringe / 2, y, fringe, style_.bar}, pen_.ground);
        pen_.rule(style_.target, {whole, y - style_.target_reach}, {whole, y + style_.bar + style_.target_reach});
        Frame words = pen_.line(words_of(i), Style::chart_value);
        const double x = std::max(whole, end) + style_.label_gap;
        pen_.put({x, y + (style_.bar - words.size.height) / 2}, std::move(words));
    }

    ChartPen& pen_;
    const theme::ChartStyle& style_;
    const LabelPlace place_;
    BarScale scale_;
    double y_ = 0;
};

}  // namespace

void draw_progress(ChartPen& pen) { Progress(pen).draw(); }

}  // namespace zheye::layout
