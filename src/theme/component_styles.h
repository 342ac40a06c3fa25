// What each component has of its own: distances, rules, grounds. Lengths in pt unless said otherwise.
#pragma once

#include "theme/ornament.h"

#include <optional>
#include <vector>

namespace zheye::theme {

/// A small figure before a line of text.
enum class MarkShape : unsigned char { square, disc, ring, bar, dash };

struct HeadingStyle {
    double before = 0, after = 0;
    bool across = false;  ///< spans all columns
    double mark = 0;      ///< side of the mark set before it, 0: none; a bar is as high as the text
    MarkShape mark_shape = MarkShape::square;
    double mark_gap = 0;
    Colour mark_colour;
    Rule rule;  ///< above it
    double rule_gap = 0;
    /// 一、 （一） 1. （1）, the four steps of GB/T 9704; counted anew below each heading of the level above.
    enum class Numbering : unsigned char {
        none,
        han,
        bracketed_han,
        arabic,
        bracketed_arabic
    } numbering = Numbering::none;
};

struct TableStyle {
    double before = 0, after = 0, caption_gap = 0;
    double pad_x = 0, pad_y = 0;
    std::optional<Colour> head_ground;
    Rule top, head_line, line, bottom;  ///< above the head, below it, between rows, at the end
    Rule group_line, total_line;        ///< below a group's name, above a total
    std::optional<Colour> group_ground, total_ground;
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
    std::optional<Colour> ground;  ///< of each card, which then stands apart from the next by `space`
    double radius = 0, space = 0;
    bool icons = true;  ///< of the facts that have one
};

struct FigureStyle {
    double before = 0, after = 0, caption_gap = 0, gap = 0;
    double column_ratio = 1.5, page_ratio = 2, bleed_ratio = 2;  ///< width to height of placeholders
    double maximum_height = 0;                                   ///< share of the text area's height
    double radius = 0;                                           ///< of the corners, but of pictures that bleed
    double minimum_width = 0;                                    ///< more pictures than fit take further rows
    Colour ground;
    double pad = 0;
    std::vector<Artwork> artwork;  ///< drawn on a placeholder's ground
    Colour scrim;                  ///< darkens a picture below words on it,
    double scrim_opacity = 0;      ///< so much where they stand,
    double scrim_fade = 0;         ///< pt: and less and less above them
    double words_pad = 0;          ///< around them
    std::vector<Colour> tones;     ///< of drawings in the theme's colours: from dark to light
    double least_fill = 0;         ///< share of the text area's height: less is not filled with a picture
};

/// 图标.
struct IconStyle {
    double size = 0, in_list = 0;  ///< side: on cards; in lists
    double weight = 1;             ///< of its lines, times their own
    double gap = 0;                ///< between an icon and its words
    Colour colour;
    std::optional<Colour> ground;  ///< below it, on cards
    double pad = 0, radius = 0;    ///< of the ground
};

struct ListStyle {
    double before = 0, after = 0, between = 0;
    double indent = 0;  ///< from label to text
    int keep = 0;       ///< up to so many lines a list is not parted
    double bullet = 0;  ///< side of the mark
    MarkShape bullet_shape = MarkShape::square;
    Colour bullet_colour;
};

struct QuoteStyle {
    double before = 0, after = 0, indent = 0, by_gap = 0;
    Rule bar;           ///< at its left
    Rule top, bottom;   ///< above and below all of it
    double pad = 0;     ///< between them and the text
    bool mark = false;  ///< a large opening mark above it
    double keep = 0;    ///< up to this share of the text area's height it is not parted
};

/// 导语 inside a chapter.
struct LeadStyle {
    double before = 0, after = 0;
    bool across = false;  ///< goes across all columns
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
    double radius = 0;
    Colour ground;
    Rule outline, top, bar;  ///< around it, above it, at its left
};

/// 轴心图: circles around one centre; in a narrow measure, rows along a line.
struct HubStyle {
    double before = 0, after = 0, caption_gap = 0;
    double narrow = 0;  ///< under this measure it is rows
    double height = 0;  ///< share of the text area's height, at most
    double circle = 0;  ///< diameter of the circles, at most
    double centre = 0;  ///< diameter of the middle one: times theirs
    double gap = 0;     ///< between circles, at least
    double pad = 0;     ///< inside a circle
    Colour ground, centre_ground;
    Rule outline, spoke, ring;
    std::vector<double> ring_dash;  ///< pt on, off
    double between = 0;             ///< rows
};

/// 流程图: steps in boxes, with arrows between them.
struct FlowStyle {
    double before = 0, after = 0, caption_gap = 0;
    double minimum_width = 0;  ///< of a step that lies beside others
    double arrow = 0;          ///< length, which is the distance of the boxes
    double pad = 0, radius = 0;
    Colour ground;
    Rule outline, top, line;  ///< of the boxes; above each; of the arrows
};

struct CardsStyle {
    double before = 0, after = 0, gap = 0;
    double minimum_width = 0;
    double pad = 0, pad_top = 0, radius = 0;
    std::optional<Colour> ground;
    Rule top;
    double portrait = 0;         ///< side
    double portrait_radius = 0;  ///< half the side: round
    double ratio = 1.5;          ///< width to height of the pictures of places
    double picture_gap = 0;
};

/// 图表.
struct ChartStyle {
    double before = 0, after = 0, title_gap = 0, note_gap = 0;
    double label_gap = 0;         ///< between a bar and its words
    double label_share = 0;       ///< of the measure, for labels beside bars, at most
    double narrow = 0;            ///< under this measure labels stand above their bars
    double bar = 0;               ///< thickness
    double group_bar = 0;         ///< likewise where several series stand together
    double bar_gap = 0;           ///< between the bars of two labels
    double column = 0;            ///< width of a column, at most
    double column_share = 0;      ///< of its place, at most
    double height = 0;            ///< of columns and lines, at most
    double ratio = 1;             ///< of the measure's width to that height, at least
    std::vector<Colour> colours;  ///< of series, in their order; the first is for what matters
    std::vector<Colour> quiet;    ///< of what is not highlighted where something is
    Colour track;                 ///< what progress still lacks
    Colour on_dark, on_light;     ///< of words inside areas
    Rule axis, grid, leader, target;
    double target_reach = 0;   ///< by which the mark of a target stands out on both sides
    double line = 0, dot = 0;  ///< width of a line, diameter of its points
    double ring = 0;           ///< diameter, at most
    double hole = 0;           ///< of the ring's diameter
    double seam = 0;           ///< between neighbouring areas
    double mark = 0;           ///< height of a pictogram's marks
};

/// 二维码, and an address with one.
struct QrStyle {
    double before = 0, after = 0;
    double size = 0;  ///< side, with the quiet zone
    double gap = 0;   ///< between the code and its words
    Colour dark, light;
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
    double height = 1;  ///< share of the page that has the artwork or the picture, from the top: all of it, or a
                        ///< poster's head
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
    bool pages = true;  ///< a page of its own for a chapter with lead or figures
    Rect area;          ///< share of the page that has the artwork
    std::vector<Artwork> artwork;
    TextArea number, title;
    double subtitle_gap = 0;
    Rect body;                    ///< share of the page: lead, figures, byline
    std::optional<Rect> figures;  ///< likewise, if they do not stand below the lead
    double lead_after = 0;
    double figure_pad = 0;      ///< above and below each figure row
    double figure_share = 0.5;  ///< of the row that the value takes
    Rule figure_rule;
    int most_figures = 4;
    std::vector<Artwork> strip_artwork;
    double strip = 0;  ///< a chapter without lead and figures gets a strip instead: share of the page's height
    TextArea strip_number, strip_title;
    double vertical_strip = 0;  ///< likewise for vertical text, along the right edge: share of the page's width
    TextArea vertical_number;
    Rect vertical_title;  ///< share of the page: the title runs down from its top right corner
};

struct ContentsStyle {
    Rect area;  ///< share of the page that has the artwork
    std::vector<Artwork> artwork;
    TextArea title;
    Rect body;
    double number_width = 0;  ///< pt
    double chapter_before = 0, rule_gap = 0, entry_gap = 0;
    double stretch = 1;  ///< gaps may grow by this factor to fill the page
    Rule rule;
    Rule leader;              ///< dots from a title to its folio: their diameter
    double leader_pitch = 0;  ///< pt from dot to dot
};

/// The head of a chapter where there are no openers.
struct ChapterHeadStyle {
    double before = 0, after = 0;
    std::optional<Colour> ground;
    double pad = 0;           ///< inside the ground
    double number_width = 0;  ///< the number stands beside the title; 0: there is none
    double subtitle_gap = 0;
    Rule rule;  ///< below
    double rule_gap = 0;
    double lead_gap = 0;  ///< above lead and byline
};

/// A leaf folded into panels.
struct PanelsStyle {
    double fold_in = 0;                    ///< so much narrower is the panel that is folded in
    std::optional<Colour> fold_in_ground;  ///< of that panel
    Rect closing;                          ///< share of the back: an address or a code that ends the content
};

/// A poster is laid out in the theme's sizes on a small page, and magnified.
struct PosterStyle {
    double distance = 1;  ///< from which it is read, times the page's diagonal, where the writer gives none
    double legible = 0;   ///< size of the body's text, of that distance, at least
    double largest = 1;   ///< times that size, at most
    double column = 0;    ///< em: no column is narrower
    double spread = 0;    ///< at most between chapters, to fill the page
};

/// Marks for cutting and folding on printed sheets.
struct MarksStyle {
    double distance = 0, length = 0;  ///< from the trim; of the marks
    Rule line;
};

/// Pages that make up a booklet's number of pages.
struct FillerStyle {
    std::vector<Artwork> artwork;  ///< on the ground of a page left quiet
    TextArea title;                ///< of the notes page
    Rect lines;                    ///< share of the page
    double pitch = 0;              ///< of the lines
    Rule rule;
};

}  // namespace zheye::theme
