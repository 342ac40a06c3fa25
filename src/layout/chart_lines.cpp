// Lines: one value after the other, the series' names at the lines' ends.
#include "layout/chart.h"
#include "layout/chart_axis.h"
#include "layout/chart_spread.h"

#include "theme/contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace zheye::layout {

using theme::Style;

namespace {

constexpr int kTicks = 4;  ///< about

class Lines {
public:
    explicit Lines(ChartPen& pen) : pen_(pen), style_(pen.style), chart_(pen.chart) {}

    void draw() {
        find_ticks();
        const double line = pen_.leading(Style::chart_value);
        plan_width();
        if (!names_at_ends_) y_ = pen_.legend(0);
        const auto plan_heights = [&] {
            top_ = y_ + line / 2 + 2;
            bottom_ = top_ + std::min(style_.height, pen_.width / style_.ratio);
        };
        plan_heights();
        std::optional<Point> target;
        if (chart_.target) {
            target = target_place();
            if (!target) y_ = pen_.target_key(y_), plan_heights();
        }
        draw_grid();
        draw_labels();
        if (chart_.target) draw_target(target);
        for (std::size_t s = 0; s < chart_.series.size(); ++s) draw_line(s);
        if (chart_.series.size() == 1)
            draw_all_values();
        else
            draw_ends();
    }

private:
    void find_ticks() {
        double low = INFINITY, high = -INFINITY;
        const auto take = [&](double value) { low = std::min(low, value), high = std::max(high, value); };
        for (const auto& series : chart_.series)
            for (const auto& value : series.values)
                if (value) take(value->value.as_double());
        if (chart_.target) take(chart_.target->value.as_double());
        ticks_ = axis_ticks(low, high, kTicks);
    }

    /// The numbers of the axis on the left, the names on the right.
    void plan_width() {
        for (const auto& tick : ticks_) left_ = std::max(left_, pen_.width_of(tick_text(tick), Style::chart_axis));
        left_ += style_.label_gap;
        double names = 0;
        if (chart_.series.size() > 1)
            for (std::size_t s = 0; s < chart_.series.size(); ++s)
                names = std::max(names, pen_.width_of(end_words(s, true)));
        names_at_ends_ = chart_.series.size() == 1 || names + left_ < 0.5 * pen_.width;
        if (!names_at_ends_) {
            names = 0;
            for (std::size_t s = 0; s < chart_.series.size(); ++s)
                names = std::max(names, pen_.width_of(end_words(s, false)));
        }
        end_words_ = names;
        // Half a label may stand out over the first and the last point.
        const auto half = [&](const content::Chart::Label& label) {
            return std::min(pen_.width_of(label.text, Style::chart_label) / 2, kMostOutside * pen_.width);
        };
        right_ = pen_.width - std::max(names > 0 ? names + kLeader + style_.dot : 0, half(chart_.labels.back()));
        const auto& first = chart_.series.front().values.front();
        double inset = half(chart_.labels.front()) - left_;
        if (chart_.series.size() == 1 && first)  // its value must not stand on the numbers of the axis
            inset = std::max(inset, pen_.width_of(pen_.value(*first), Style::chart_value) / 2);
        begin_ = left_ + std::max(inset, 0.0);
    }
    [[nodiscard]] std::string tick_text(content::Decimal tick) const {
        auto shown = content::shifted(tick, -chart_.magnitude);
        while (shown.exponent < 0 && shown.digits % 10 == 0) shown.digits /= 10, ++shown.exponent;
        return content::to_string(shown) + (chart_.shown_unit == "%" ? "%" : "");
    }
    [[nodiscard]] double x_of(std::size_t label) const {
        return begin_ + (right_ - begin_) * static_cast<double>(label) / static_cast<double>(chart_.labels.size() - 1);
    }
    [[nodiscard]] double y_of(double value) const {
        const double low = ticks_.front().as_double(), high = ticks_.back().as_double();
        return bottom_ - (bottom_ - top_) * (value - low) / (high - low);
    }
    [[nodiscard]] double y_of(const content::Quantity& q) const { return y_of(q.value.as_double()); }

    void draw_grid() {
        for (const auto& tick : ticks_) {
            const double y = y_of(tick.as_double());
            pen_.rule(tick.is_zero() ? style_.axis : style_.grid, {left_, y}, {right_, y});
            Frame text = pen_.line(tick_text(tick), Style::chart_axis);
            const double x = left_ - style_.label_gap - text.size.width;
            pen_.put({std::max(0.0, x), y - text.size.height / 2}, std::move(text));
        }
    }

    /// Years and months that are left out are known from those beside them; names are not.
    void report_dropped(std::size_t every) const {
        const auto counts = [](const content::Chart::Label& label) {
            return label.text.find_first_of("0123456789") != std::string::npos || label.text.contains("月");
        };
        if (std::ranges::all_of(chart_.labels, counts)) return;
        const auto shown = (chart_.labels.size() + every - 1) / every;
        pen_.type.diagnostics.warning(
            "chart-crowded", chart_.span,
            {fmt::format("折线图下面放不下所有的名称：{} 个里只写了 {} 个", chart_.labels.size(), shown),
             fmt::format("there is no room for all names below the lines: {} of {} are written", shown,
                         chart_.labels.size())},
            {{"加“span: page”（通栏），或把“type”写成bar（条形）",
              "write “span: page” for more room, or “type: bar”"}});
    }

    /// As many labels as have room, the last one always.
    void draw_labels() {
        double widest = 0;
        for (const auto& label : chart_.labels)
            widest = std::max(widest, pen_.width_of(label.text, Style::chart_label));
        const double step = (right_ - begin_) / static_cast<double>(chart_.labels.size() - 1);
        const double room = std::max(step - style_.label_gap, std::min(widest, 4 * pen_.leading(Style::chart_label)));
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((room + style_.label_gap) / step - 0.01)));
        if (every > 1) report_dropped(every);
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
            const bool shown = (chart_.labels.size() - 1 - i) % every == 0;
            pen_.rule(style_.axis, {x_of(i), bottom_}, {x_of(i), bottom_ + (shown ? 3 : 2)});
            if (!shown) continue;
            const double width = std::min(room, pen_.width_of(chart_.labels[i].text, Style::chart_label));
            Frame text = pen_.text(chart_.labels[i].text, Style::chart_label, width, theme::Align::centre);
            const double x = std::clamp(x_of(i) - width / 2, 0.0, std::max(0.0, pen_.width - width));
            pen_.put({x, bottom_ + style_.label_gap}, std::move(text));
        }
    }

    void draw_target(std::optional<Point> place) {
        const double y = y_of(*chart_.target);
        pen_.rule(style_.target, {left_, y}, {right_, y});
        if (place) pen_.put(*place, pen_.line(pen_.target_words(*chart_.target), Style::chart_axis));
    }
    /// Where the target's words stand clear of the lines and their values: at an end of the target's line, above or
    /// below it. Nothing if there is no such place.
    [[nodiscard]] std::optional<Point> target_place() const {
        const double y = y_of(*chart_.target), height = pen_.leading(Style::chart_axis);
        const double wide = pen_.width_of(pen_.target_words(*chart_.target), Style::chart_axis);
        for (const double x : {left_ + 2, right_ - wide})
            for (const double top : {y - height, y + 1}) {
                const bool inside = top >= top_ - height && top + height <= bottom_;
                if (inside && is_clear({x, top, wide, height})) return Point{x, top};
            }
        return {};
    }
    /// Whether no line runs through the area, nor so near that the values at its points would stand there.
    [[nodiscard]] bool is_clear(Rect area) const {
        if (chart_.series.size() == 1) {
            const double words = pen_.leading(Style::chart_value) + style_.dot;
            area = {area.x - words, area.y - words, area.width + 2 * words, area.height + 2 * words};
        }
        for (const auto& series : chart_.series)
            for (std::size_t i = 0; i + 1 < series.values.size(); ++i) {
                if (!series.values[i] || !series.values[i + 1]) continue;
                const Point a{x_of(i), y_of(*series.values[i])}, b{x_of(i + 1), y_of(*series.values[i + 1])};
                const double from = std::max(a.x, area.x), to = std::min(b.x, area.right());
                if (from >= to) continue;
                const auto at = [&](double x) { return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x); };
                if (std::max(at(from), at(to)) > area.y && std::min(at(from), at(to)) < area.bottom()) return false;
            }
        return true;
    }

    void draw_line(std::size_t s) {
        const auto& values = chart_.series[s].values;
        const Colour colour = line_colour(s);
        Path path;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i]) continue;
            const Point at{x_of(i), y_of(*values[i])};
            if (i > 0 && values[i - 1])
                path.line_to(at);
            else
                path.move_to(at);
        }
        pen_.stroke(path, colour, style_.line);
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i]) {
                const bool marked = chart_.series.size() == 1 && chart_.labels[i].strong;
                pen_.path(Path::circle({x_of(i), y_of(*values[i])}, style_.dot * (marked ? 0.8 : 0.5)), colour);
            }
    }
    [[nodiscard]] Colour line_colour(std::size_t s) const {
        return chart_.series.size() == 1 ? style_.colours.front() : pen_.series_colour(s);
    }

    /// Of the one line: every value above its point where they have room, else the first, the last and the extremes.
    void draw_all_values() {
        const auto& values = chart_.series.front().values;
        double widest = 0;
        std::size_t most = values.size(), least = values.size(), last = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i]) continue;
            widest = std::max(widest, pen_.width_of(pen_.value(*values[i]), Style::chart_value));
            if (most == values.size() || compare(values[i]->value, values[most]->value) > 0) most = i;
            if (least == values.size() || compare(values[i]->value, values[least]->value) < 0) least = i;
            last = i;
        }
        const double step = (right_ - begin_) / static_cast<double>(values.size() - 1);
        const bool all = widest + 2 <= step;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i] || (!all && i != last && i != most && i != least && !chart_.labels[i].strong)) continue;
            const bool before_higher = i > 0 && values[i - 1] && compare(values[i - 1]->value, values[i]->value) > 0;
            const bool after_higher =
                i + 1 < values.size() && values[i + 1] && compare(values[i + 1]->value, values[i]->value) > 0;
            const bool rises_on_both = (before_higher || i == 0) && (after_higher || i + 1 == values.size());
            draw_value(i, rises_on_both);
        }
    }
    void draw_value(std::size_t i, bool below) {
        const auto& value = *chart_.series.front().values[i];
        Frame text = pen_.line(pen_.value(value), Style::chart_value);
        const double x = std::clamp(x_of(i) - text.size.width / 2, 0.0, pen_.width - text.size.width);
        const double y = y_of(value) + (below ? style_.dot / 2 : -style_.dot / 2 - text.size.height);
        const bool fits_below = y + text.size.height <= bottom_;
        const double above = y_of(value) - style_.dot / 2 - text.size.height;
        pen_.put({x, below && !fits_below ? above : y}, std::move(text));
    }

    [[nodiscard]] ChartPen::Parts end_words(std::size_t s, bool with_name) const {
        const auto last = last_of(s);
        ChartPen::Parts parts;
        if (with_name) parts.push_back({plain(chart_.series[s].name), Style::chart_label, 1});
        if (last) {
            const std::string gap = with_name ? "\u2002" : "";
            parts.push_back({plain(gap + pen_.value(*chart_.series[s].values[*last])), Style::chart_value, 1});
        }
        if (parts.empty()) parts.push_back({plain("—"), Style::chart_axis, 1});
        return parts;
    }
    [[nodiscard]] std::optional<std::size_t> last_of(std::size_t s) const {
        const auto& values = chart_.series[s].values;
        for (std::size_t i = values.size(); i-- > 0;)
            if (values[i]) return i;
        return std::nullopt;
    }

    /// Names and last values beside the ends of their lines, moved apart where these are near each other.
    void draw_ends() {
        std::vector<std::size_t> order;
        for (std::size_t s = 0; s < chart_.series.size(); ++s)
            if (last_of(s)) order.push_back(s);
        const auto end_of = [&](std::size_t s) { return y_of(*chart_.series[s].values[*last_of(s)]); };
        std::ranges::stable_sort(order, {}, end_of);
        const double line = pen_.leading(Style::chart_value);
        std::vector<Wish> wishes;
        for (const auto s : order) wishes.push_back({end_of(s), line});
        const auto places = spread(wishes, y_, bottom_ + line / 2);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto s = order[i];
            const double from = x_of(*last_of(s)) + style_.dot, to = right_ + style_.dot / 2 + kLeader;
            const double middle = places[i] + line / 2;
            if (std::abs(middle - end_of(s)) > 1 || from + 1 < right_)
                pen_.rule(style_.leader, {from, end_of(s)}, {to - 2, middle});
            Frame words = pen_.line(end_words(s, names_at_ends_));
            if (theme::contrast(line_colour(s), pen_.ground) >= kReadable) ChartPen::recolour(words, line_colour(s));
            pen_.put({to, places[i] + (line - words.size.height) / 2}, std::move(words));
        }
    }

    static constexpr double kLeader = 8;           ///< pt from the plot to the names
    static constexpr double kMostOutside = 0.125;  ///< of the width: so much of a label may stand out over the plot
    ChartPen& pen_;
    const theme::ChartStyle& style_;
    const content::Chart& chart_;
    std::vector<content::Decimal> ticks_;
    double left_ = 0, right_ = 0, top_ = 0, bottom_ = 0;  ///< of the plot
    double begin_ = 0;                                    ///< of the first point
    double y_ = 0, end_words_ = 0;
    bool names_at_ends_ = true;
};

}  // namespace

void draw_lines(ChartPen& pen) { Lines(pen).draw(); }

}  // namespace zheye::layout
