// Stacked bars: the parts of each whole behind each other, the whole at the end.
#include "layout/chart.h"
#include "layout/chart_spread.h"

#include <algorithm>

namespace zheye::layout {

using theme::Style;

namespace {

/// One part of a bar.
struct Segment {
    std::size_t series = 0;
    double from = 0, to = 0;  ///< pt from the left edge of the chart
    std::string words;
};

class Stacked {
public:
    explicit Stacked(ChartPen& pen) : pen_(pen), style_(pen.style), chart_(pen.chart), place_(place_labels(pen)) {}

    void draw() {
        std::vector<BarNeed> needs;
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
            needs.push_back({sum_of(i, false), pen_.width_of(total(i), Style::chart_value) + style_.label_gap});
            needs.push_back({sum_of(i, true), 0});
        }
        scale_ = fit_bars(needs, pen_.width - place_.x);
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) rows_.push_back(segments(i));
        if (!draw_names()) y_ = pen_.legend(0);
        top_ = y_;
        for (std::size_t i = 0; i < rows_.size(); ++i) draw_row(i);
        if (place_.beside) draw_axis(top_, y_);
    }

private:
    void draw_axis(double from, double to) {
        const double zero = place_.x + scale_(0);
        pen_.rule(style_.axis, {zero, from}, {zero, to});
    }
    [[nodiscard]] double sum_of(std::size_t label, bool negative) const {
        double sum = 0;
        for (const auto& series : chart_.series)
            if (const auto& value = series.values[label]; value && value->value.is_negative() == negative)
                sum += value->value.as_double();
        return sum;
    }
    [[nodiscard]] std::string total(std::size_t label) const {
        content::Decimal sum;
        for (const auto& series : chart_.series)
            if (series.values[label]) sum = sum + series.values[label]->value;
        return pen_.number(sum);
    }
    [[nodiscard]] std::vector<Segment> segments(std::size_t label) const {
        std::vector<Segment> all;
        double above = 0, below = 0;
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            const auto& value = chart_.series[s].values[label];
            if (!value || value->value.is_zero()) continue;
            auto& from = value->value.is_negative() ? below : above;
            const double to = from + value->value.as_double();
            const auto [low, high] = std::minmax(from, to);
            all.push_back({s, place_.x + scale_(low), place_.x + scale_(high), pen_.value(*value)});
            from = to;
        }
        std::ranges::sort(all, {}, &Segment::from);
        return all;
    }

    /// The series' names above the parts of the first bar; whether each has its place there.
    bool draw_names() {
        const auto& first = rows_.front();
        if (!place_.beside || first.size() < chart_.series.size()) return false;
        for (const auto& segment : first)
            if (pen_.width_of(chart_.series[segment.series].name, Style::chart_label) > segment.to - segment.from + 6)
                return false;
        std::vector<Wish> wishes;
        for (const auto& segment : first)
            wishes.push_back(
                {(segment.from + segment.to) / 2,
                 pen_.width_of(chart_.series[segment.series].name, Style::chart_label) + style_.label_gap});
        const auto places = spread(wishes, place_.x - style_.label_gap / 2, pen_.width + style_.label_gap / 2);
        for (std::size_t i = 0; i < first.size(); ++i)
            pen_.put({places[i] + style_.label_gap / 2, 0},
                     pen_.line(chart_.series[first[i].series].name, Style::chart_label));
        y_ = pen_.leading(Style::chart_label) + 1;
        return true;
    }

    void draw_row(std::size_t i) {
        if (i > 0) y_ += style_.bar_gap;
        const double bar = 1.25 * style_.bar;
        Frame label = pen_.text(chart_.labels[i].text, Style::chart_label, place_.width, theme::Align::left);
        const auto row = put_label(pen_, place_, std::move(label), y_, bar);
        const double outside = draw_segments(i, row.bar, bar);
        if (!place_.beside) draw_axis(row.bar, row.bar + bar);
        Frame sum = pen_.line(total(i), Style::chart_value);
        const double x = place_.x + scale_(sum_of(i, false)) + style_.label_gap;
        pen_.put({x, row.bar + (bar - sum.size.height) / 2}, std::move(sum));
        y_ = std::max(y_ + row.height, row.bar + bar + outside);
        pen_.reach(y_);
    }

    /// Parts with their values inside; those that are too narrow have them below. Returns the height that takes.
    double draw_segments(std::size_t row, double y, double bar) {
        std::vector<const Segment*> narrow;
        for (const auto& segment : rows_[row]) {
            const Colour colour = pen_.colour(segment.series, row);
            const bool first = &segment == rows_[row].data();
            pen_.area({segment.from, y, segment.to - segment.from, bar}, colour);
            if (!first) pen_.rule({style_.seam, pen_.ground}, {segment.from, y}, {segment.from, y + bar});
            const double width = segment.to - segment.from;
            if (pen_.width_of(segment.words, Style::chart_inside) + 4 > width) {
                narrow.push_back(&segment);
                continue;
            }
            Frame words = pen_.text(segment.words, Style::chart_inside, width, theme::Align::centre);
            ChartPen::recolour(words, pen_.on(colour));
            const double at = y + (bar - words.size.height) / 2;
            pen_.put({segment.from, at}, std::move(words));
        }
        if (narrow.empty()) return 0;
        constexpr double kLeader = 3;
        std::vector<Wish> wishes;
        for (const auto* segment : narrow)
            wishes.push_back({(segment->from + segment->to) / 2,
                              pen_.width_of(segment->words, Style::chart_axis) + style_.label_gap});
        const auto places = spread(wishes, place_.x, pen_.width + style_.label_gap);
        for (std::size_t i = 0; i < narrow.size(); ++i) {
            Frame words = pen_.line(narrow[i]->words, Style::chart_axis);
            const double middle = places[i] + (wishes[i].length) / 2;
            pen_.rule(style_.leader, {wishes[i].middle, y + bar}, {middle, y + bar + kLeader});
            pen_.put({places[i] + style_.label_gap / 2, y + bar + kLeader}, std::move(words));
        }
        return kLeader + pen_.leading(Style::chart_axis);
    }

    ChartPen& pen_;
    const theme::ChartStyle& style_;
    const content::Chart& chart_;
    const LabelPlace place_;
    BarScale scale_;
    std::vector<std::vector<Segment>> rows_;
    double y_ = 0, top_ = 0;
};

}  // namespace

void draw_stacked(ChartPen& pen) { Stacked(pen).draw(); }

}  // namespace zheye::layout
