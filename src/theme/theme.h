// How a brochure looks, with every value present: what layout reads. Lengths in pt. Nothing here is computed by layout
// and nothing is left to code: a colour, a size or a distance that layout needs has a name here and a value in YAML.
#pragma once

#include "base/colour.h"
#include "base/geometry.h"
#include "font/font_book.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
    table_note,
    stat_value,
    stat_unit,
    stat_name,
    stat_note,
    figure_value,
    figure_unit,
    figure_name,
    figure_note,
    quote,
    quote_by,
    list_label,
    timeline_date,
    timeline_text,
    box_title,
    box_text,
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
    "table-note",
    "stat-value",
    "stat-unit",
    "stat-name",
    "stat-note",
    "figure-value",
    "figure-unit",
    "figure-name",
    "figure-note",
    "quote",
    "quote-by",
    "list-label",
    "timeline-date",
    "timeline-text",
    "box-title",
    "box-text",
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

struct Rule {
    double width = 0;  ///< 0: no line
    Colour colour;
};

/// A shape of the artwork, drawn in some area of a page. One unit is the width of the area, so that no page size
/// distorts it; y counts downwards from the area's top, or from its bottom. It may reach over the edges, into the
/// bleed.
struct Artwork {
    bool ground = false;  ///< the whole area with its bleed; `path` is empty, the gradient runs in shares of the area
    bool from_bottom = false;
    Path path;
    struct Stop {
        double at = 0;
        Colour colour;
    };
    std::vector<Stop> fill;  ///< none, one colour, or a gradient from `from` to `to`
    Point from, to;
    std::optional<Colour> stroke;
    double stroke_width = 0;  ///< pt
    double opacity = 1;
};

/// A place for text, in shares of the page. Text grows down from the top edge, or up from the bottom edge.
struct TextArea {
    Rect area;
    bool from_bottom = false;
};

/// Styles of taste, clreq's settings.
struct Typography {
    std::string punctuation;                    ///< full, half, open: S2, widths of marks
    bool hanging = false;                       ///< S4
    std::string prohibition;                    ///< none, basic, gb, strict: B1–B3
    std::vector<std::string> keep_with_number;  ///< B4
    double han_latin_gap = 0.25;                ///< em, M1
    double latin_scale = 1;                     ///< of the size, M3
    double indent = 2;                          ///< em, G1
    double narrow_indent = 1;                   ///< em, in measures under `narrow` em
    double narrow = 14;                         ///< em
    double loosest = 0.25;                      ///< em between characters: a justified line stretched more is reported
    bool emphasis_dots = false;  ///< D4: `*…*` has dots, in the face of the text, instead of a face of its own
};

/// A line along characters. em is their size; a colour that is not given is theirs.
struct LineStyle {
    double width = 0;     ///< em
    double distance = 0;  ///< em from the em box to the middle of the line
    std::optional<Colour> colour;
};
struct WaveStyle {
    LineStyle line;
    double length = 0;  ///< em, about: the waves are whole
    double height = 0;  ///< em from crest to trough
};
/// What stands beside characters (D1–D3), and small forms that a font does not have. em is the characters' size.
struct DecorationStyle {
    struct Dots {
        double size = 0, distance = 0;  ///< em: diameter; from the em box to the centre
        std::optional<Colour> colour;
    } dots;
    LineStyle proper_name, underline;
    WaveStyle work_title;
    double name_gap = 0;  ///< em that each of two adjacent names gives up of its line
    struct Highlight {
        Colour colour;
        double above = 0, below = 0;  ///< em beyond the em box
    } highlight;
    struct Ruby {
        double size = 0;               ///< of the base's
        double distance = 0;           ///< em between the em boxes of base and reading
        double gap = 0, overhang = 0;  ///< em of the reading
        std::optional<Colour> colour;
    } ruby;
    struct SmallForms {
        double size = 0;                                       ///< of the characters'
        double superscript = 0, subscript = 0, numerator = 0;  ///< em: raised, lowered, raised
    } small;
};
/// pt, 六号: no style of text is smaller (G5).
inline constexpr double kSmallestType = 7.875;

struct PageStyle {
    double width = 0, height = 0;
    double top = 0, bottom = 0, side = 0;  ///< margins
    int columns = 2;
    double gutter = 0;  ///< at least; the columns are whole multiples of the body size and the rest goes here
    double bleed = 0;
    std::optional<Colour> ground;
};

struct Furniture {
    double head_baseline = 0;  ///< from the top of the page
    double head_rule = 0;      ///< likewise
    Rule rule;
    double folio_baseline = 0;  ///< from the bottom of the page
};

struct HeadingStyle {
    double before = 0, after = 0;
    bool across = false;  ///< spans all columns
    double mark = 0;      ///< side of the square set before it, 0: none
    double mark_gap = 0;
    Colour mark_colour;
    Rule rule;  ///< above it
    double rule_gap = 0;
};

struct TableStyle {
    double before = 0, after = 0, caption_gap = 0;
    double pad_x = 0, pad_y = 0;
    Colour head_ground;
    Rule top, line, bottom;
    bool strong_first_column = false;
    std::optional<Colour> stripe;
    double keep = 0;                ///< up to this share of the text area's height a table is not parted
    double comfortable_column = 0;  ///< a table whose columns get less than this in a text column goes across all
};

struct StatsStyle {
    double before = 0, after = 0;
    double pad_x = 0, pad_top = 0, pad_bottom = 0, gap = 0;
    double minimum_width = 0;  ///< of a card; more cards than fit go to a further row
    Rule top, between, bottom;
};

struct FigureStyle {
    double before = 0, after = 0, caption_gap = 0, gap = 0;
    double column_ratio = 1.5, page_ratio = 2, bleed_ratio = 2;  ///< width to height of placeholders
    double maximum_height = 0;                                   ///< share of the text area's height
    Colour ground;
    double pad = 0;
    std::vector<Artwork> artwork;  ///< drawn on a placeholder's ground
};

struct ListStyle {
    double before = 0, after = 0, between = 0;
    double indent = 0;  ///< from label to text
    int keep = 0;       ///< up to so many lines a list is not parted
    double bullet = 0;  ///< side of the square
    Colour bullet_colour;
};

struct QuoteStyle {
    double before = 0, after = 0, indent = 0, by_gap = 0;
    Rule bar;
};

struct TimelineStyle {
    double before = 0, after = 0, between = 0, gap = 0;
    double dot = 0;         ///< diameter
    double horizontal = 0;  ///< measure from which it lies
    bool across = false;    ///< goes across all columns when it can lie there
    int most = 5;           ///< entries that a lying one holds
    Colour dot_colour;
    Rule line;
};

struct BoxStyle {
    double before = 0, after = 0, pad = 0, title_gap = 0;
    double keep = 0;        ///< up to this share of the text area's height a box is not parted
    double side_title = 0;  ///< share of a wide box that its title takes beside the text; 0: above
    double wide = 0;        ///< from this measure on a box is wide
    Colour ground;
    Rule top;
};

/// Footnotes: their marks in the text, and what parts them from it at the foot of a column.
struct NotesStyle {
    double mark_size = 0;  ///< of the text's size, but never under the smallest type
    double mark_most = 0;  ///< pt, in large headings
    double mark_rise = 0;  ///< em of the mark, at least; else until its top is that of the text
    double before = 0;     ///< at least, between the text and the rule
    Rule rule;
    double rule_length = 0;
    double rule_gap = 0;   ///< below the rule
    double label_gap = 0;  ///< at least, between a note's number and its text; the text is whole ems wide (G2)
    int keep = 0;          ///< up to so many lines a note is not parted
};

struct CoverStyle {
    std::vector<Artwork> artwork;
    TextArea kicker, title, note;
    double subtitle_gap = 0;
    Rect vertical_title;              ///< share of the page: a vertical title runs down from its top right corner
    int vertical_line = 0;            ///< characters up to which a vertical title stays in one line
    std::vector<double> title_sizes;  ///< the first at which the title takes at most `title_lines` is taken
    int title_lines = 2;
    double title_leading = 1.2;  ///< times the size
    std::vector<Artwork> back;   ///< artwork of the back cover
    TextArea imprint;
};

struct OpenerStyle {
    double band = 0;               ///< share of the page's width
    std::vector<Artwork> artwork;  ///< in the band
    TextArea number, title;
    double subtitle_gap = 0;
    Rect body;  ///< share of the page: lead, figures, byline
    double lead_after = 0;
    double figure_pad = 0;      ///< above and below each figure row
    double figure_share = 0.5;  ///< of the row that the value takes
    Rule figure_rule;
    int most_figures = 4;
    double strip = 0;  ///< a chapter without lead and figures gets a strip instead: share of the page's height
    TextArea strip_number, strip_title;
    double vertical_strip = 0;  ///< likewise for vertical text, along the right edge: share of the page's width
    TextArea vertical_number;
    Rect vertical_title;  ///< share of the page: the title runs down from its top right corner
};

struct ContentsStyle {
    double band = 0;
    std::vector<Artwork> artwork;
    TextArea title;
    Rect body;
    double number_width = 0;  ///< pt
    double chapter_before = 0, rule_gap = 0, entry_gap = 0;
    double stretch = 1;  ///< gaps may grow by this factor to fill the page
    Rule rule;
};

struct Theme {
    std::string name;
    std::array<TextStyle, static_cast<std::size_t>(Style::count)> styles;
    Typography typography;
    DecorationStyle decoration;
    PageStyle page;
    Furniture furniture;
    HeadingStyle heading, subheading;
    double paragraph_gap = 0;
    TableStyle table;
    StatsStyle stats;
    FigureStyle figure;
    ListStyle list;
    QuoteStyle quote;
    TimelineStyle timeline;
    BoxStyle box;
    NotesStyle notes;
    CoverStyle cover;
    OpenerStyle opener;
    ContentsStyle contents;
    double least_space = 0;        ///< pt: less than this at the foot of a page is left empty rather than begun in
    std::string chapter_numerals;  ///< "formal" 壹贰, "plain" 一二, "arabic" 1 2

    [[nodiscard]] const TextStyle& style(Style s) const { return styles[static_cast<std::size_t>(s)]; }
};

/// Every face the styles may ask for, each once.
[[nodiscard]] std::vector<font::FontStyle> wanted_fonts(const Theme&);

}  // namespace zheye::theme
