// What the kinds of charts share: a pen that draws into the frame of one chart, inside its Figure element, and the
// rules of which colour is whose. Must not know pages.
#pragma once

#include "layout/chart_words.h"
#include "layout/typesetter.h"

#include <string>
#include <vector>

namespace zheye::layout {

/// Of words and what is behind them (WCAG 2.1, 1.4.3).
inline constexpr double kReadable = 4.5;

class ChartPen {
public:
    /// `ground` is what the chart stands on.
    ChartPen(Typesetter&, const content::Chart&, double width, Colour ground, NodeId figure);

    using Parts = std::vector<Typesetter::Part>;
    /// A figure, with its unit where the chart does not say it once for all.
    [[nodiscard]] std::string value(const content::Quantity&) const;
    /// With its unit, whatever the title says.
    [[nodiscard]] std::string whole(const content::Quantity&) const;
    /// A number of the base unit, as the chart shows it.
    [[nodiscard]] std::string number(content::Decimal) const;
    [[nodiscard]] bool says_unit() const;
    [[nodiscard]] static Parts parts(const std::string&, theme::Style);
    /// pt, on one line.
    [[nodiscard]] double width_of(const Parts&) const;
    [[nodiscard]] double width_of(const std::string& text, theme::Style style) const;
    /// pt, of the widest part that cannot be broken.
    [[nodiscard]] double least_width_of(const std::string&, theme::Style) const;
    [[nodiscard]] double leading(theme::Style s) const { return type.theme.style(s).leading; }

    /// Text in lines of `width`, not drawn yet.
    [[nodiscard]] Frame text(const Parts&, double width, theme::Align) const;
    [[nodiscard]] Frame text(const std::string&, theme::Style, double width, theme::Align) const;
    /// The same on one line, as wide as it is.
    [[nodiscard]] Frame line(const Parts&) const;
    [[nodiscard]] Frame line(const std::string&, theme::Style) const;
    static void recolour(Frame&, Colour);

    void put(Point, Frame);
    void area(const Rect&, Colour);
    void path(Path, Colour);
    void stroke(Path, Colour, double line_width);
    void rule(const theme::Rule&, Point from, Point to);
    /// Grows the frame down to `y`.
    void reach(double y) { frame_.size.height = std::max(frame_.size.height, y); }
    [[nodiscard]] Frame take() { return std::move(frame_); }
    [[nodiscard]] double height() const { return frame_.size.height; }

    /// Of a series, or of a label where there is one series.
    [[nodiscard]] Colour colour(std::size_t series, std::size_t label) const;
    /// Of a series, no label being marked.
    [[nodiscard]] Colour series_colour(std::size_t series) const;
    /// Of a part of a whole.
    [[nodiscard]] Colour slice_colour(std::size_t label) const;
    /// That of words on an area.
    [[nodiscard]] Colour on(Colour area) const;

    /// Names of all series beside their colours, at `y`; returns where it ends.
    double legend(double y);
    /// "Target 5.2" in words.
    [[nodiscard]] std::string target_words(const content::Quantity&) const;
    /// The chart's target beside its rule, at `y`, where the words have no place in the drawing; returns where it ends.
    double target_key(double y);

    Typesetter& type;
    const content::Chart& chart;
    const theme::ChartStyle& style;
    const ChartWords words;
    const double width;
    const Colour ground;

private:
    void shape(Shape);
    [[nodiscard]] Colour quiet(std::size_t i) const;
    [[nodiscard]] Colour strong(std::size_t i) const;

    NodeId figure_;
    Frame frame_;
    bool series_marked_ = false, labels_marked_ = false;
};

/// Where the label of a bar stands, and what is left for the bar.
struct LabelPlace {
    bool beside = false;
    double width = 0;  ///< of labels
    double x = 0;      ///< where bars may begin
};
/// `more` are second lines of labels.
[[nodiscard]] LabelPlace place_labels(const ChartPen&, const std::vector<std::string>& more = {});
/// One row: where its bar begins, and how high it all is.
struct ChartRow {
    double bar = 0, height = 0;
};
/// Sets a label beside or above a bar of `bar` pt, in the row that begins at `y`.
ChartRow put_label(ChartPen&, const LabelPlace&, Frame label, double y, double bar);
/// pt of base units, so that every bar and the words at its end fit into `width`; zero is `left` from the left edge.
struct BarScale {
    double scale = 0, left = 0;
    [[nodiscard]] double operator()(double value) const { return left + scale * value; }
};
struct BarNeed {
    double value = 0;  ///< in the base unit
    double words = 0;  ///< pt that must follow its end
};
[[nodiscard]] BarScale fit_bars(const std::vector<BarNeed>&, double width);

// Each draws the whole of its chart.
void draw_bars(ChartPen&);
/// Whether labels and values have their places in columns; if not, bars serve better.
[[nodiscard]] bool columns_fit(const ChartPen&);
void draw_columns(ChartPen&);
void draw_stacked(ChartPen&);
void draw_lines(ChartPen&);
void draw_ring(ChartPen&);
void draw_progress(ChartPen&);
void draw_pictogram(ChartPen&);

/// The share of a part in the sum of all, as it is printed; empty where the values are shares already.
[[nodiscard]] std::string share_of_whole(const content::Chart&, const content::Quantity& part);
/// What the chart says, in words, for those who do not see it.
[[nodiscard]] std::string chart_in_words(const content::Chart&, std::string_view language);

}  // namespace zheye::layout
