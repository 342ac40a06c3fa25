// A chart as a block: title, drawing, note.
#include "layout/chart.h"

#include "layout/blocks.h"

namespace zheye::layout {

namespace {

using content::Chart;
using theme::Style;

/// What the chart stands on: the seams between its areas are of that colour.
Colour ground_of(const Typesetter& type, const Measure& measure) {
    if (measure.text == Style::box_text) return type.theme.box.ground;
    return type.paper();
}

Frame draw(Typesetter& type, const Chart& chart, const Measure& measure, NodeId figure) {
    ChartPen pen(type, chart, measure.width, ground_of(type, measure), figure);
    switch (chart.kind) {
        case Chart::Kind::column:
            if (columns_fit(pen))
                draw_columns(pen);
            else
                draw_bars(pen);
            break;
        case Chart::Kind::progress:
            draw_progress(pen);
            break;
        case Chart::Kind::stacked:
            draw_stacked(pen);
            break;
        case Chart::Kind::line:
            draw_lines(pen);
            break;
        case Chart::Kind::donut:
            draw_ring(pen);
            break;
        case Chart::Kind::pictogram:
            draw_pictogram(pen);
            break;
        case Chart::Kind::bar:
            draw_bars(pen);
            break;
    }
    return pen.take();
}

/// One label below the other, so that many make it high.
bool is_in_rows(Chart::Kind kind) {
    return kind != Chart::Kind::column && kind != Chart::Kind::line && kind != Chart::Kind::donut;
}

void report_turned(Typesetter& type, const Chart& chart) {
    type.diagnostics.warning(
        "chart-crowded", chart.span,
        {"柱形图里名称和数值排不下，改成了条形图", "labels and values have no room in columns: bars are drawn instead"},
        {{"把“type”写成bar（条形），或加“span: page”（通栏）", "write “type: bar”, or “span: page” for more room"}});
}

/// Title and unit.
void append_title(Typesetter& type, Galley& galley, const Chart& chart, const ChartPen& pen, NodeId div) {
    if (chart.title.empty()) return;
    auto single = chart.series.size() == 1 ? chart.series.front().name : std::string{};
    if (content::plain_text(chart.title).contains(single)) single.clear();
    std::vector<Typesetter::Part> parts{{chart.title, Style::chart_title, 1}};
    std::string more = single;
    if (pen.says_unit()) more += (more.empty() ? "" : "，") + chart.unit;
    if (!more.empty()) parts.push_back({plain("\u2002" + more), Style::chart_axis, 1});
    const auto shaped = type.shape(parts, type.node(div, Role::caption));
    append_lines(galley, type.lines(shaped, pen.width), 0, pen.width, false);
    for (auto& piece : galley.pieces) piece.keep_next = true;
}

}  // namespace

Galley set_chart(Typesetter& type, const Chart& chart, const Measure& measure, NodeId parent) {
    const auto& style = type.theme.chart;
    const NodeId div = type.node(parent, Role::div, chart.span);
    const ChartPen pen(type, chart, measure.width, {}, kArtifact);
    Galley galley;
    append_title(type, galley, chart, pen, div);
    const NodeId figure = type.node(div, Role::figure, chart.span);
    type.structure(figure).alt = chart.alt.empty() ? chart_in_words(chart, type.language) : chart.alt;
    if (chart.kind == Chart::Kind::column && !columns_fit(pen)) report_turned(type, chart);
    auto drawing = piece_of(draw(type, chart, measure, figure));
    drawing.space_before = galley.empty() ? 0 : style.title_gap;
    if (!galley.empty()) drawing.break_before = BreakBefore::forbidden;
    galley.pieces.push_back(std::move(drawing));
    if (chart.note.empty()) return galley;
    Galley below;
    const auto shaped = type.shape(chart.note, Style::table_note, type.node(div, Role::p));
    append_lines(below, type.lines(shaped, measure.width), 0, measure.width, false);
    for (auto& piece : below.pieces) piece.break_before = BreakBefore::forbidden;
    galley.append(std::move(below), style.note_gap);
    return galley;
}

bool chart_wants_all_columns(Typesetter& type, const Chart& chart, Size column) {
    if (chart.across) return *chart.across;
    if (chart.kind == Chart::Kind::column && !columns_fit(ChartPen(type, chart, column.width, {}, kArtifact)))
        return true;
    constexpr std::size_t kMany = 12;  // rows: of so few no chart is as high as a page
    if (!is_in_rows(chart.kind) || chart.labels.size() <= kMany) return false;
    Measure measure;
    measure.width = column.width;
    return draw(type, chart, measure, kArtifact).size.height > column.height;
}

}  // namespace zheye::layout
