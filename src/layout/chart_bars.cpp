// Bars: each as long as its value, from zero, with the value at its end. Negative ones go to the other side.
#include "layout/chart.h"

#include <algorithm>

namespace zheye::layout {

using content::Quantity;
using theme::Style;

namespace {

constexpr std::size_t kMostLines = 3;  ///< of a label beside its bar

/// One bar and the words at its end.
struct Bar {
    double value = 0;
    Colour colour;
    ChartPen::Parts words;
    double words_width = 0;
    std::optional<double> target;
};

class Bars {
public:
    explicit Bars(ChartPen& pen) : pen_(pen), style_(pen.style), chart_(pen.chart), place_(place_labels(pen)) {
        thickness_ = chart_.series.size() > 1 ? style_.group_bar : style_.bar;
    }

    void draw() {
        name_at_bars_ = chart_.series.size() > 1;
        collect();
        if (name_at_bars_ && scale_.scale * extent() < 0.4 * (pen_.width - place_.x)) {
            name_at_bars_ = false;  // names would take the bars' room
            collect();
        }
        if (chart_.series.size() > 1 && !name_at_bars_) y_ = pen_.legend(0);
        top_ = y_;
        for (std::size_t i = 0; i < rows_.size(); ++i) draw_row(i);
        if (place_.beside) draw_axis(top_, y_);
        draw_target();
    }

private:
    void draw_axis(double from, double to) {
        const double zero = place_.x + scale_(0);
        pen_.rule(style_.axis, {zero, from}, {zero, to});
    }
    /// The largest value that is drawn.
    [[nodiscard]] double extent() const {
        double most = 0;
        for (const auto& row : rows_)
            for (const auto& bar : row) most = std::max(most, std::abs(bar.value));
        return most;
    }

    /// All bars with their words, and the scale at which they fit.
    void collect() {
        rows_.clear();
        std::vector<BarNeed> needs;
        if (chart_.target) needs.push_back({chart_.target->value.as_double(), style_.label_gap});
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
            auto& row = rows_.emplace_back();
            for (std::size_t s = 0; s < chart_.series.size(); ++s) {
                row.push_back(bar(i, s));
                auto& one = row.back();
                needs.push_back({one.value, one.words_width});
                for (const auto& target : {one.target, common_target()})  // words that a mark would cross go behind it
                    if (target) needs.push_back({*target, one.words_width});
            }
        }
        scale_ = fit_bars(needs, pen_.width - place_.x);
    }
    [[nodiscard]] std::optional<double> common_target() const {
        return chart_.target ? std::optional(chart_.target->value.as_double()) : std::nullopt;
    }

    [[nodiscard]] Bar bar(std::size_t label, std::size_t series) const {
        const auto& value = chart_.series[series].values[label];
        const auto& target = chart_.labels[label].target;
        Bar bar;
        bar.colour = pen_.colour(series, label);
        bar.value = value ? value->value.as_double() : 0;
        bar.words = ChartPen::parts(value ? pen_.value(*value) : "—", value ? Style::chart_value : Style::chart_axis);
        if (name_at_bars_ && label == 0) append(bar.words, chart_.series[series].name, Style::chart_label);
        if (target && series == 0) {
            bar.target = target->value.as_double();
            if (place_.beside) append(bar.words, target_words(label), Style::chart_axis);
        }
        bar.words_width = pen_.width_of(bar.words) + style_.label_gap;
        return bar;
    }
    [[nodiscard]] std::string target_words(std::size_t label) const {
        return pen_.words.target + pen_.value(*chart_.labels[label].target);
    }
    static void append(ChartPen::Parts& parts, const std::string& text, Style style) {
        parts.push_back({plain("\u2002" + text), style, 1});
    }

    void draw_row(std::size_t i) {
        if (i > 0) y_ += style_.bar_gap;
        const auto& bars = rows_[i];
        const double bars_height = thickness_ * static_cast<double>(bars.size());
        auto parts = ChartPen::parts(chart_.labels[i].text, Style::chart_label);
        if (!place_.beside && chart_.labels[i].target) append(parts, target_words(i), Style::chart_axis);
        Frame label = pen_.text(parts, place_.width, theme::Align::left);
        const auto row = put_label(pen_, place_, std::move(label), y_, bars_height);
        if (!place_.beside) draw_axis(row.bar, row.bar + bars_height);
        for (std::size_t s = 0; s < bars.size(); ++s) draw_bar(bars[s], row.bar + thickness_ * static_cast<double>(s));
        y_ += row.height;
    }

    void draw_bar(const Bar& bar, double y) {
        const double zero = place_.x + scale_(0), end = place_.x + scale_(bar.value);
        pen_.area({std::min(zero, end), y, std::abs(end - zero), thickness_ - (rows_.front().size() > 1 ? 1 : 0)},
                  bar.colour);
        const bool negative = bar.value < 0;
        double x = negative ? end - bar.words_width : end + style_.label_gap;
        for (const auto& target : {bar.target, common_target()}) {
            if (!target) continue;
            const double at = place_.x + scale_(*target);
            if (!negative && at > end && at < x + bar.words_width) x = at + style_.label_gap;
        }
        if (bar.target) {
            const double at = place_.x + scale_(*bar.target);
            pen_.rule(style_.target, {at, y - style_.target_reach}, {at, y + thickness_ + style_.target_reach});
        }
        Frame words = pen_.line(bar.words);
        pen_.put({x, y + (thickness_ - words.size.height) / 2}, std::move(words));
    }

    /// One mark through all bars, named below them.
    void draw_target() {
        if (!chart_.target) return;
        const double x = place_.x + scale_(chart_.target->value.as_double());
        pen_.rule(style_.target, {x, top_ - style_.target_reach}, {x, y_ + style_.target_reach});
        Frame name = pen_.line(pen_.words.target + pen_.value(*chart_.target), Style::chart_axis);
        const double left = std::clamp(x - name.size.width / 2, 0.0, std::max(0.0, pen_.width - name.size.width));
        pen_.put({left, y_ + style_.target_reach + 1}, std::move(name));
    }

    ChartPen& pen_;
    const theme::ChartStyle& style_;
    const content::Chart& chart_;
    const LabelPlace place_;
    double thickness_ = 0;
    bool name_at_bars_ = false;
    std::vector<std::vector<Bar>> rows_;
    BarScale scale_;
    double y_ = 0, top_ = 0;
};

}  // namespace

LabelPlace place_labels(const ChartPen& pen, const std::vector<std::string>& more) {
    double natural = 0, least = 0;
    for (const auto& line : more) natural = std::max(natural, pen.width_of(line, Style::chart_axis));
    for (const auto& label : pen.chart.labels) {
        natural = std::max(natural, pen.width_of(label.text, Style::chart_label));
        least = std::max(least, pen.least_width_of(label.text, Style::chart_label));
    }
    const double most = pen.style.label_share * pen.width;
    const double width = std::min(natural, std::max(least, most));
    if (pen.width < pen.style.narrow || width > most || natural > static_cast<double>(kMostLines) * most)
        return {false, pen.width, 0};
    return {true, width, width + 1.6 * pen.style.label_gap};
}

ChartRow put_label(ChartPen& pen, const LabelPlace& place, Frame label, double y, double bar) {
    const double own = label.size.height, height = place.beside ? std::max(bar, own) : own + 1 + bar;
    pen.put({0, place.beside ? y + (height - own) / 2 : y}, std::move(label));
    pen.reach(y + height);
    return {place.beside ? y + (height - bar) / 2 : y + own + 1, height};
}

BarScale fit_bars(const std::vector<BarNeed>& needs, double width) {
    const auto sides = [&](double scale) {
        std::pair<double, double> side{0, 0};
        for (const auto& [value, words] : needs)
            (value < 0 ? side.first : side.second) =
                std::max(value < 0 ? side.first : side.second, scale * std::abs(value) + words);
        return side;
    };
    double largest = 0;
    for (const auto& need : needs) largest = std::max(largest, std::abs(need.value));
    double low = 0, high = largest > 0 ? width / largest : 0;
    for (int i = 0; i < 60; ++i) {  // the sides only grow with the scale
        const double middle = (low + high) / 2;
        const auto [left, right] = sides(middle);
        (left + right <= width ? low : high) = middle;
    }
    return {low, sides(low).first};
}

void draw_bars(ChartPen& pen) { Bars(pen).draw(); }

}  // namespace zheye::layout
