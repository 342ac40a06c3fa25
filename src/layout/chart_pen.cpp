#include "layout/chart.h"

#include "theme/contrast.h"

#include <algorithm>

namespace zheye::layout {

using theme::Style;

namespace {

/// pt: keeps what was measured on one line on one line.
constexpr double kSlack = 0.05;

}  // namespace

ChartPen::ChartPen(Typesetter& t, const content::Chart& c, double w, Colour g, NodeId figure)
    : type(t),
      chart(c),
      style(t.theme.chart),
      words(chart_words_for(t.language)),
      width(w),
      ground(g),
      figure_(figure),
      frame_{{w, 0}, {}},
      series_marked_(std::ranges::any_of(c.series, &content::Chart::Series::strong)),
      labels_marked_(std::ranges::any_of(c.labels, &content::Chart::Label::strong)) {}

bool ChartPen::says_unit() const {
    return !chart.title.empty() && !chart.unit.empty() && chart.unit != "%" && chart.unit != "％";
}

std::string ChartPen::value(const content::Quantity& quantity) const {
    return says_unit() && quantity.unit == chart.unit ? quantity.text : whole(quantity);
}

std::string ChartPen::number(content::Decimal value) const {
    const auto text = content::to_string(content::shifted(value, -chart.magnitude));
    return says_unit() ? text : whole_figure(text, chart.shown_unit, type.language);
}

std::string ChartPen::whole(const content::Quantity& quantity) const {
    return whole_figure(quantity.text, quantity.unit, type.language);
}

ChartPen::Parts ChartPen::parts(const std::string& text, Style style) { return {{plain(text), style, 1}}; }

double ChartPen::width_of(const Parts& parts) const { return type.shape(parts, kArtifact).natural_width() + kSlack; }
double ChartPen::width_of(const std::string& text, Style s) const {
    return text.empty() ? 0 : width_of(parts(text, s));
}

double ChartPen::least_width_of(const std::string& text, Style s) const {
    return text.empty() ? 0 : type.shape(plain(text), s, kArtifact).minimum_width() + kSlack;
}

Frame ChartPen::text(const Parts& parts, double w, theme::Align align) const {
    TypeOptions options;
    options.align = align;
    options.balance = true;
    return type.block(type.shape(parts, figure_, options), w);
}
Frame ChartPen::text(const std::string& text, Style s, double w, theme::Align align) const {
    return text.empty() ? Frame{{w, 0}, {}} : this->text(parts(text, s), w, align);
}
Frame ChartPen::line(const Parts& parts) const { return text(parts, width_of(parts), theme::Align::left); }
Frame ChartPen::line(const std::string& text, Style s) const { return text.empty() ? Frame{} : line(parts(text, s)); }

void ChartPen::recolour(Frame& frame, Colour colour) {
    for (auto& item : frame.items)
        if (auto* run = std::get_if<GlyphRun>(&item)) run->colour = colour;
}

void ChartPen::put(Point at, Frame frame) {
    reach(at.y + frame.size.height);
    frame_.place(at, std::move(frame));
}

void ChartPen::shape(Shape shape) {
    frame_.items.emplace_back(TagBegin{figure_});
    frame_.items.emplace_back(std::move(shape));
    frame_.items.emplace_back(TagEnd{});
}

void ChartPen::area(const Rect& rect, Colour colour) {
    reach(rect.bottom());
    if (rect.width > 0 && rect.height > 0) shape({Path::rectangle(rect), Paint{colour}, {}, 1});
}
void ChartPen::path(Path path, Colour colour) { shape({std::move(path), Paint{colour}, {}, 1}); }
void ChartPen::stroke(Path path, Colour colour, double line_width) {
    shape({std::move(path), {}, Stroke{colour, line_width, {}, true}, 1});
}
void ChartPen::rule(const theme::Rule& rule, Point from, Point to) {
    if (rule.width > 0) shape({Path::line(from, to), {}, Stroke{rule.colour, rule.width, {}, false}, 1});
}

/// Past the end of the list its colours come again, paler.
Colour ChartPen::strong(std::size_t i) const {
    constexpr double kPaler = 0.35, kPalest = 0.7;  // never the ground's own
    const auto count = style.colours.size();
    return mix(style.colours[i % count], ground, std::min(kPaler * static_cast<double>(i / count), kPalest));
}
Colour ChartPen::quiet(std::size_t i) const { return style.quiet[i % style.quiet.size()]; }

Colour ChartPen::colour(std::size_t series, std::size_t label) const {
    if (chart.series.size() == 1) {
        const bool marked = !labels_marked_ || chart.labels[label].strong;
        return marked ? strong(0) : quiet(0);
    }
    const Colour own = series_colour(series);
    return labels_marked_ && !chart.labels[label].strong ? mix(own, ground, 0.6) : own;
}

Colour ChartPen::series_colour(std::size_t series) const {
    if (!series_marked_) return strong(series);
    return chart.series[series].strong ? strong(0) : quiet(series);
}

Colour ChartPen::slice_colour(std::size_t label) const {
    if (!labels_marked_) return strong(label);
    return chart.labels[label].strong ? strong(0) : quiet(label);
}

Colour ChartPen::on(Colour area) const {
    const bool light_is_good = theme::contrast(area, style.on_dark) >= kReadable;
    return light_is_good || theme::contrast(area, style.on_dark) > theme::contrast(area, style.on_light)
               ? style.on_dark
               : style.on_light;
}

double ChartPen::legend(double y) {
    const double line_height = leading(Style::chart_label), side = 0.62 * type.theme.style(Style::chart_label).size;
    double x = 0;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto& name = chart.series[i].name;
        const double text_width = std::min(width_of(name, Style::chart_label), width - side - style.label_gap);
        if (x > 0 && x + side + style.label_gap + text_width > width) x = 0, y += line_height;
        area({x, y + (line_height - side) / 2, side, side}, series_colour(i));
        Frame words_of = text(name, Style::chart_label, text_width, theme::Align::left);
        const double height = words_of.size.height;
        put({x + side + style.label_gap, y}, std::move(words_of));
        x += side + 3 * style.label_gap + text_width;
        if (height > line_height) x = 0, y += height;
    }
    return (x > 0 ? y + line_height : y) + style.label_gap;
}

std::string ChartPen::target_words(const content::Quantity& target) const { return words.target + value(target); }

double ChartPen::target_key(double y) {
    constexpr double kSample = 2;  // em, of the rule
    const double sample = kSample * type.theme.style(Style::chart_axis).size;
    Frame name = line(target_words(*chart.target), Style::chart_axis);
    const double height = name.size.height;
    rule(style.target, {0, y + height / 2}, {sample, y + height / 2});
    put({sample + style.label_gap, y}, std::move(name));
    return y + height + style.label_gap;
}

}  // namespace zheye::layout
