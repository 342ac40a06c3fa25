// Columns: each as high as its value, from zero, with the value above it and its label below.
#include "layout/chart.h"

#include <algorithm>
#include <optional>

namespace zheye::layout {

using theme::Style;

namespace {

constexpr double kMostLabelLines = 3;

/// Where things stand across the chart; all that can be said before heights are known.
struct Places {
    double place = 0;   ///< of one label with its columns
    double column = 0;  ///< width of one
    double values = 0;  ///< what one value may take
};

Places places(const ChartPen& pen) {
    const auto labels = static_cast<double>(pen.chart.labels.size());
    const auto series = static_cast<double>(pen.chart.series.size());
    Places p;
    p.place = pen.width / labels;
    p.column = std::min(pen.style.column, p.place * (series > 1 ? 0.8 : pen.style.column_share) / series);
    p.values = series > 1 ? p.column : p.place - 2;
    return p;
}

class Columns {
public:
    explicit Columns(ChartPen& pen) : pen_(pen), style_(pen.style), chart_(pen.chart), places_(places(pen)) {}

    void draw() {
        double begin = chart_.series.size() > 1 ? pen_.legend(0) : 0;
        find_extent();
        plan_heights(begin);
        std::optional<double> place;
        if (chart_.target) {
            place = target_place();
            if (!place) plan_heights(begin = pen_.target_key(begin));
        }
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) draw_label(i);
        if (chart_.target) draw_common_target(place);
        for (std::size_t i = 0; i < chart_.labels.size(); ++i)
            for (std::size_t s = 0; s < chart_.series.size(); ++s) draw_column(i, s);
        pen_.rule(style_.axis, {0, zero_}, {pen_.width, zero_});
    }

private:
    void plan_heights(double begin) {
        const double value_line = pen_.leading(Style::chart_value);
        const double above = value_line + 1, below = least_ < 0 ? value_line + 1 : 0;
        const double height = std::min(style_.height, pen_.width / style_.ratio);
        const double range = most_ - least_;
        scale_ = range > 0 ? (height - above - below) / range : 0;
        zero_ = begin + above + scale_ * most_;
        bottom_ = begin + height;
    }
    void find_extent() {
        const auto take = [&](const std::optional<content::Quantity>& q) {
            if (!q) return;
            most_ = std::max(most_, q->value.as_double());
            least_ = std::min(least_, q->value.as_double());
        };
        for (const auto& series : chart_.series)
            for (const auto& value : series.values) take(value);
        for (const auto& label : chart_.labels) take(label.target);
        take(chart_.target);
    }
    [[nodiscard]] double y_of(const content::Quantity& q) const { return zero_ - scale_ * q.value.as_double(); }
    [[nodiscard]] double left_of(std::size_t label) const {
        const double all = places_.column * static_cast<double>(chart_.series.size());
        return places_.place * static_cast<double>(label) + (places_.place - all) / 2;
    }

    void draw_column(std::size_t label, std::size_t series) {
        const auto& value = chart_.series[series].values[label];
        const double x = left_of(label) + places_.column * static_cast<double>(series);
        const double width = places_.column - (chart_.series.size() > 1 ? style_.seam : 0);
        const double end = value ? y_of(*value) : zero_;
        pen_.area({x, std::min(zero_, end), width, std::abs(end - zero_)}, pen_.colour(series, label));
        const auto& target = chart_.labels[label].target;
        if (target && series == 0) {
            const double y = y_of(*target);
            pen_.rule(style_.target, {x - style_.target_reach, y}, {x + width + style_.target_reach, y});
        }
        const auto words = value ? pen_.value(*value) : std::string("—");
        Frame text = pen_.line(words, value ? Style::chart_value : Style::chart_axis);
        double y = end < zero_ || !value || !value->value.is_negative() ? end - text.size.height : end + 1;
        for (const auto& mark : {target, chart_.target})  // above a mark that would cross it
            if (mark && y_of(*mark) > y && y_of(*mark) < y + text.size.height && y < zero_)
                y = y_of(*mark) - text.size.height - 1;
        const double at = x + (width - text.size.width) / 2;
        pen_.put({at, y}, std::move(text));
    }

    void draw_label(std::size_t i) {
        const double left = places_.place * static_cast<double>(i);
        Frame text = pen_.text(chart_.labels[i].text, Style::chart_label, places_.place - 2, theme::Align::centre);
        if (chart_.labels[i].target) {
            std::vector<Frame> lines;
            lines.push_back(std::move(text));
            lines.push_back(pen_.text(pen_.target_words(*chart_.labels[i].target), Style::chart_axis, places_.place - 2,
                                      theme::Align::centre));
            text = stacked(std::move(lines));
        }
        pen_.put({left + 1, bottom_ + style_.label_gap}, std::move(text));
    }

    void draw_common_target(std::optional<double> place) {
        const double y = y_of(*chart_.target);
        pen_.rule(style_.target, {0, y}, {pen_.width, y});
        if (!place) return;
        Frame name = pen_.line(pen_.target_words(*chart_.target), Style::chart_axis);
        pen_.put({*place, y - name.size.height}, std::move(name));
    }

    /// Where the target's words stand on its line, beside the columns that reach up to it and their values; as far to
    /// the right as may be. Nothing if there is no such place.
    [[nodiscard]] std::optional<double> target_place() const {
        const double wanted = pen_.width_of(pen_.target_words(*chart_.target), Style::chart_axis);
        double right = pen_.width;
        const auto fits_from = [&](double left) { return right - left >= wanted + 2; };
        const auto place = [&] { return right - wanted - (right == pen_.width ? 0 : 1); };
        for (std::size_t i = chart_.labels.size(); i-- > 0;) {
            const auto half = half_in_way(i);
            if (half == 0) continue;
            const double middle = places_.place * (static_cast<double>(i) + 0.5);
            if (fits_from(middle + half)) return place();
            right = middle - half;
        }
        if (fits_from(0)) return right == pen_.width ? place() : 0;
        return {};
    }
    /// Half of the width, in pt, in which columns of that label or their values reach up to the target; 0 if none does.
    [[nodiscard]] double half_in_way(std::size_t label) const {
        const double reach = y_of(*chart_.target) + pen_.leading(Style::chart_value) + 1;
        double half = 0;
        for (const auto& series : chart_.series) {
            const auto& value = series.values[label];
            const double end = value && !value->value.is_negative() ? y_of(*value) : zero_;
            if (end > reach) continue;
            const double all = places_.column * static_cast<double>(chart_.series.size());
            const double words = value ? pen_.width_of(pen_.value(*value), Style::chart_value) : 0;
            half = std::max({half, all / 2, words / 2});
        }
        return half;
    }

    ChartPen& pen_;
    const theme::ChartStyle& style_;
    const content::Chart& chart_;
    const Places places_;
    double most_ = 0, least_ = 0;
    double scale_ = 0, zero_ = 0, bottom_ = 0;  ///< pt of the base unit; pt from the top
};

}  // namespace

bool columns_fit(const ChartPen& pen) {
    const auto p = places(pen);
    if (p.column < 3) return false;
    for (const auto& series : pen.chart.series)
        for (const auto& value : series.values)
            if (value && pen.width_of(pen.value(*value), Style::chart_value) > p.values) return false;
    for (const auto& label : pen.chart.labels) {
        if (pen.least_width_of(label.text, Style::chart_label) > p.place - 2) return false;
        if (pen.width_of(label.text, Style::chart_label) > kMostLabelLines * (p.place - 2)) return false;
        // One character a line is not a label.
        const double em = pen.type.theme.style(Style::chart_label).size;
        if (p.place - 2 < 2 * em && pen.width_of(label.text, Style::chart_label) > p.place - 2) return false;
    }
    return true;
}

void draw_columns(ChartPen& pen) { Columns(pen).draw(); }

}  // namespace zheye::layout
