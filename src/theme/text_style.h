// The styles of text: what each is for is its name. Lengths in pt.
#pragma once

#include "base/colour.h"
#include "font/font_book.h"

#include <array>
#include <string_view>

namespace zheye::theme {

enum class Align : unsigned char { justify, left, centre, right };

/// One style of text. `strong` and `emphasis` say how marked text inside it is set.
struct TextStyle {
    font::FontStyle font;
    font::FontStyle strong;
    font::FontStyle emphasis;
    double size = 0;
    double leading = 0;   ///< pitch of lines
    double tracking = 0;  ///< em
    Colour colour;
    Colour strong_colour;
    Align align = Align::left;
};

/// The styles that a theme must define, by the names they have in YAML.
enum class Style : unsigned char {
    body,
    lead,
    byline,
    heading,
    subheading,
    chapter_number,
    chapter_title,
    chapter_subtitle,
    caption,
    table_head,
    table_cell,
    table_group,
    table_total,
    table_note,
    stat_value,
    stat_unit,
    stat_name,
    stat_note,
    stat_change,
    figure_value,
    figure_unit,
    figure_name,
    figure_note,
    figure_change,
    quote,
    quote_by,
    quote_mark,
    lead_block,
    pull_quote,
    pull_by,
    pull_mark,
    list_label,
    timeline_date,
    timeline_text,
    box_title,
    box_text,
    hub_title,
    hub_text,
    node_title,
    node_text,
    card_title,
    card_subtitle,
    card_text,
    chart_title,
    chart_label,
    chart_value,
    chart_inside,
    chart_axis,
    chart_total,
    picture_title,
    picture_text,
    placeholder,
    note,
    running_head,
    folio,
    contents_title,
    contents_number,
    contents_chapter,
    contents_entry,
    contents_page,
    contents_subtitle,
    cover_kicker,
    cover_title,
    cover_subtitle,
    cover_note,
    imprint,
    count
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Style::count)> kStyleNames = {
    "body",
    "lead",
    "byline",
    "heading",
    "subheading",
    "chapter-number",
    "chapter-title",
    "chapter-subtitle",
    "caption",
    "table-head",
    "table-cell",
    "table-group",
    "table-total",
    "table-note",
    "stat-value",
    "stat-unit",
    "stat-name",
    "stat-note",
    "stat-change",
    "figure-value",
    "figure-unit",
    "figure-name",
    "figure-note",
    "figure-change",
    "quote",
    "quote-by",
    "quote-mark",
    "lead-block",
    "pull-quote",
    "pull-by",
    "pull-mark",
    "list-label",
    "timeline-date",
    "timeline-text",
    "box-title",
    "box-text",
    "hub-title",
    "hub-text",
    "node-title",
    "node-text",
    "card-title",
    "card-subtitle",
    "card-text",
    "chart-title",
    "chart-label",
    "chart-value",
    "chart-inside",
    "chart-axis",
    "chart-total",
    "picture-title",
    "picture-text",
    "placeholder",
    "note",
    "running-head",
    "folio",
    "contents-title",
    "contents-number",
    "contents-chapter",
    "contents-entry",
    "contents-page",
    "contents-subtitle",
    "cover-kicker",
    "cover-title",
    "cover-subtitle",
    "cover-note",
    "imprint"};

}  // namespace zheye::theme
