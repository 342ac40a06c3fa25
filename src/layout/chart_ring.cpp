// A ring: parts of a whole by their angles, clockwise from the top. Labels stand around it; where they have no room, in
// a list beside it.
#include "layout/chart.h"
#include "layout/chart_spread.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace zheye::layout {

using theme::Style;

namespace {

constexpr double kTurn = 2 * std::numbers::pi;

Point on_circle(Point centre, double radius, double angle) {
    return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

/// Along a circle; the path stands at its beginning. In pieces of at most a quarter, each a cubic curve.
void add_arc(Path& path, Point centre, double radius, double from, double to) {
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(to - from) / (kTurn / 4) - 1e-9)));
    const double step = (to - from) / pieces, reach = 4.0 / 3 * std::tan(step / 4) * radius;
    for (int i = 0; i < pieces; ++i) {
        const double a = from + step * i, b = a + step;
        const Point p = on_circle(centre, radius, a), q = on_circle(centre, radius, b);
        path.curve_to({p.x + reach * std::cos(a), p.y + reach * std::sin(a)},
                      {q.x - reach * std::cos(b), q.y - reach * std::sin(b)}, q);
    }
}

Path sector(Point centre, double inner, double outer, double from, double to) {
    Path path;
    path.move_to(on_circle(centre, outer, from));
    add_arc(path, centre, outer, from, to);
    path.line_to(on_circle(centre, inner, to));
    add_arc(path, centre, inner, to, from);
    path.close();
    return path;
}

struct Slice {
    std::size_t label = 0;
    double from = 0, to = 0;  ///< radians, clockwise from the top
    [[nodiscard]] double middle() const { return (from + to) / 2; }
    [[nodiscard]] bool right() const { return middle() < kTurn / 2; }
};

class Ring {
public:
    explicit Ring(ChartPen& pen)
        : pen_(pen), style_(pen.style), chart_(pen.chart), radius_(std::min(style_.ring, pen.width) / 2) {
        find_slices();
    }

    void draw() {
        if (plan_around())
            draw_around();
        else
            draw_with_list();
    }

private:
    void find_slices() {
        const auto& values = chart_.series.front().values;
        double sum = 0;
        for (const auto& value : values) sum += value ? value->value.as_double() : 0;
        double at = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double share = values[i] ? values[i]->value.as_double() / sum : 0;
            slices_.push_back({i, kTurn * at, kTurn * (at + share)});
            at += share;
        }
    }

    /// Value, and its share of the whole.
    [[nodiscard]] ChartPen::Parts figures(std::size_t i) const {
        const auto& value = chart_.series.front().values[i];
        if (!value) return ChartPen::parts("—", Style::chart_axis);
        auto parts = ChartPen::parts(pen_.value(*value), Style::chart_value);
        const auto share = share_of_whole(chart_, *value);
        if (!share.empty()) parts.push_back({plain("\u2002" + share), Style::chart_axis, 1});
        return parts;
    }
    [[nodiscard]] Frame label(std::size_t i, double width, theme::Align align) const {
        std::vector<Frame> lines;
        lines.push_back(pen_.text(chart_.labels[i].text, Style::chart_label, width, align));
        lines.push_back(pen_.text(figures(i), width, align));
        return stacked(std::move(lines));
    }

    /// Whether all labels have their places on both sides of the ring.
    bool plan_around() {
        constexpr double kLeast = 4;  // em
        side_ = pen_.width / 2 - radius_ - kReach - style_.label_gap;
        if (side_ < kLeast * pen_.type.theme.style(Style::chart_label).size) return false;
        double left = 0, right = 0;
        for (const auto& slice : slices_) {
            if (pen_.width_of(figures(slice.label)) > side_) return false;
            if (pen_.least_width_of(chart_.labels[slice.label].text, Style::chart_label) > side_) return false;
            (slice.right() ? right : left) += label(slice.label, side_, theme::Align::left).size.height + kBetween;
        }
        height_ = std::max({2 * radius_, left, right});
        return height_ <= 2 * radius_ * 1.35;
    }

    void draw_ring(Point centre) const {
        const double inner = radius_ * style_.hole;
        int areas = 0;
        for (const auto& slice : slices_) {
            if (slice.to <= slice.from) continue;
            ++areas;
            pen_.path(sector(centre, inner, radius_, slice.from, slice.to), pen_.slice_colour(slice.label));
        }
        for (const auto& slice : slices_)
            if (areas > 1 && slice.to > slice.from)
                pen_.rule({style_.seam, pen_.ground}, on_circle(centre, inner, slice.from),
                          on_circle(centre, radius_ + 0.2, slice.from));
        draw_centre(centre, 2 * inner * 0.86);
    }

    /// In the hole: the part that matters, else the whole.
    void draw_centre(Point centre, double width) const {
        const auto strong = std::ranges::find(chart_.labels, true, &content::Chart::Label::strong);
        std::string figure, words = pen_.words.total;
        if (strong != chart_.labels.end()) {
            const auto& value = chart_.series.front().values[static_cast<std::size_t>(strong - chart_.labels.begin())];
            if (!value) return;
            figure = share_of_whole(chart_, *value);
            if (figure.empty()) figure = value->text + value->unit;
            words = strong->text;
        } else if (chart_.shown_unit != "%") {
            content::Decimal sum;
            for (const auto& value : chart_.series.front().values)
                if (value) sum = sum + value->value;
            figure = content::to_string(content::shifted(sum, -chart_.magnitude));
            words += chart_.shown_unit.empty() ? "" : "（" + chart_.shown_unit + "）";
        } else {
            return;
        }
        const double natural = pen_.width_of(figure, Style::chart_total);
        const double scale = std::clamp(width / natural, theme::kSmallestType / total_size(), 1.0);
        std::vector<Frame> lines;
        lines.push_back(pen_.text({{plain(figure), Style::chart_total, scale}}, width, theme::Align::centre));
        if (pen_.width_of(words, Style::chart_axis) <= width)
            lines.push_back(pen_.text(words, Style::chart_axis, width, theme::Align::centre));
        Frame all = stacked(std::move(lines));
        pen_.put({centre.x - width / 2, centre.y - all.size.height / 2}, std::move(all));
    }
    [[nodiscard]] double total_size() const { return pen_.type.theme.style(Style::chart_total).size; }

    void draw_around() {
        const double above = (height_ - 2 * radius_) / 2;
        const Point centre{pen_.width / 2, above + radius_};
        draw_ring(centre);
        for (const bool right : {true, false}) draw_side(centre, right);
        pen_.reach(height_);
    }
    void draw_side(Point centre, bool right) {
        std::vector<Slice> side;
        for (const auto& slice : slices_)
            if (slice.right() == right) side.push_back(slice);
        if (!right) std::ranges::reverse(side);
        std::vector<Frame> frames;
        std::vector<Wish> wishes;
        for (const auto& slice : side) {
            frames.push_back(label(slice.label, side_, right ? theme::Align::left : theme::Align::right));
            const double height =
                frames.back().size.height + kBetween;  // its first line wants to be at the leader's knee
            const double knee = on_circle(centre, radius_ + kReach / 2, slice.middle()).y;
            wishes.push_back({knee + (height - kBetween - pen_.leading(Style::chart_label)) / 2, height});
        }
        const auto places = spread(wishes, 0, height_ + kBetween);
        for (std::size_t i = 0; i < side.size(); ++i) {
            const double y = places[i] + kBetween / 2;
            const Point rim = on_circle(centre, radius_ + 1, side[i].middle());
            const Point knee = on_circle(centre, radius_ + kReach / 2, side[i].middle());
            const double edge = right ? centre.x + radius_ + kReach : centre.x - radius_ - kReach;
            const double middle = y + pen_.leading(Style::chart_label) / 2;
            pen_.rule(style_.leader, rim, knee);
            pen_.rule(style_.leader, knee, {edge, middle});
            const double x = right ? edge + style_.label_gap : edge - style_.label_gap - side_;
            pen_.put({x, y}, std::move(frames[i]));
        }
    }

    /// The labels under each other, in the order of the parts, beside the ring or below it.
    void draw_with_list() {
        constexpr double kLeastList = 10;  // em
        const double em = pen_.type.theme.style(Style::chart_label).size;
        const double x = 2 * radius_ + 3 * style_.label_gap;
        const bool beside = pen_.width - x >= kLeastList * em && list_fits(pen_.width - x);
        std::vector<Frame> rows;
        for (const auto& slice : slices_) rows.push_back(list_row(slice.label, beside ? pen_.width - x : pen_.width));
        double height = 0;
        for (const auto& row : rows) height += row.size.height;
        const double middle = beside ? std::max(height, 2 * radius_) / 2 : radius_;
        draw_ring({beside ? radius_ : pen_.width / 2, middle});
        double y = beside ? middle - height / 2 : 2 * radius_ + 2 * style_.label_gap;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double side = 0.7 * em, line = pen_.leading(Style::chart_label);
            const double left = beside ? x : 0;
            pen_.area({left, y + (line - side) / 2, side, side}, pen_.slice_colour(slices_[i].label));
            const double row_height = rows[i].size.height;
            pen_.put({left, y}, std::move(rows[i]));
            y += row_height;
        }
        pen_.reach(2 * middle);
    }
    /// Whether each name takes no more than one line beside its figures, or the list is short and they can be read.
    [[nodiscard]] bool list_fits(double width) const {
        constexpr std::size_t kShort = 4;
        constexpr double kReadable = 5;  // em
        const double em = pen_.type.theme.style(Style::chart_label).size;
        const bool readable = std::ranges::all_of(slices_, [&](const Slice& slice) {
            const double natural = pen_.width_of(chart_.labels[slice.label].text, Style::chart_label);
            return name_room(slice.label, width) >= std::min(natural, kReadable * em);
        });
        if (!readable) return false;
        if (slices_.size() <= kShort) return true;
        return std::ranges::all_of(slices_, [&](const Slice& slice) {
            return list_row(slice.label, width).size.height < 1.5 * pen_.leading(Style::chart_label) + kBetween;
        });
    }
    /// pt from where a row begins to its name, and what that has beside its figures.
    [[nodiscard]] double name_shift() const {
        return 0.7 * pen_.type.theme.style(Style::chart_label).size + style_.label_gap;
    }
    [[nodiscard]] double name_room(std::size_t i, double width) const {
        return width - name_shift() - pen_.width_of(figures(i)) - 2 * style_.label_gap;
    }
    [[nodiscard]] Frame list_row(std::size_t i, double width) const {
        const auto numbers = figures(i);
        const double figures_width = pen_.width_of(numbers), shift = name_shift(), beside = name_room(i, width);
        const bool fits_beside = pen_.least_width_of(chart_.labels[i].text, Style::chart_label) <= beside;
        Frame name = pen_.text(chart_.labels[i].text, Style::chart_label, fits_beside ? beside : width - shift,
                               theme::Align::left);
        Frame number = pen_.line(numbers);
        const double y = fits_beside ? 0 : name.size.height;
        Frame all{{width, std::max(name.size.height, y + number.size.height) + kBetween}, {}};
        all.place({shift, 0}, std::move(name));
        all.place({width - figures_width, y}, std::move(number));
        return all;
    }

    static constexpr double kReach = 9;    ///< pt from the ring to the labels
    static constexpr double kBetween = 3;  ///< pt between labels
    ChartPen& pen_;
    const theme::ChartStyle& style_;
    const content::Chart& chart_;
    const double radius_;
    std::vector<Slice> slices_;
    double side_ = 0, height_ = 0;
};

}  // namespace

std::string share_of_whole(const content::Chart& chart, const content::Quantity& value) {
    if (value.base == "%") return {};
    content::Decimal sum;
    for (const auto& each : chart.series.front().values)
        if (each) sum = sum + each->value;
    // As whole numbers, unless that would make nothing of something.
    const bool is_fine = std::ranges::none_of(chart.series.front().values, [&](const auto& each) {
        return each && !each->value.is_zero() && content::per_cent(each->value, sum, 0).is_zero();
    });
    return content::to_string(content::per_cent(value.value, sum, is_fine ? 0 : 1)) + "%";
}

void draw_ring(ChartPen& pen) { Ring(pen).draw(); }

}  // namespace zheye::layout
