// The brochure as values: what the writer said, checked and with facts filled in. Nothing of YAML, fonts or pages.
#pragma once

#include "base/geometry.h"
#include "base/hash.h"
#include "content/quantity.h"
#include "diag/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace zheye::content {

using diag::Span;

/// Which of a font's small forms a stretch of text asks for.
enum class Position : unsigned char { none, superscript, subscript, fraction };
/// How lines run: from left to right under each other, or downwards from right to left (直排).
enum class Direction : unsigned char { horizontal, vertical };

/// What the marks around a stretch of text say about it.
struct Marks {
    bool strong = false;
    bool emphasis = false;
    bool dots = false;         ///< 着重号, D1
    bool proper_name = false;  ///< 专名号, D2
    bool work_title = false;   ///< 书名号乙式, the wavy line, D2
    bool underline = false;
    bool highlight = false;
    bool upright = false;  ///< 纵中横: in vertical text set across inside one em, V2
    Position position = Position::none;
    /// Which name or title of the paragraph this is: one that stands beside another has a line of its own.
    std::uint16_t line = 0;
    std::string link;      ///< URL, or empty
    std::string language;  ///< BCP 47; empty: that of the text around it
    friend bool operator==(const Marks&, const Marks&) = default;
};

/// A stretch of text with the same marks. `text` never holds a line end: lines of the source were joined (with a
/// space only where both sides want one).
struct TextRun : Marks {
    std::string text;
    /// The reading above `text` (D3), which then is one base: a character, or a group that shares its reading.
    std::string ruby;
    /// A footnote whose number stands here; `text` is then empty.
    std::vector<TextRun> note;
    /// Written as an escape of YAML ("\u2026"): it is the writer's word all the same; `span` is that of the escape.
    bool is_escape = false;
    /// Where it stands. When `span.end - span.begin == text.size()` the bytes correspond one to one; else (a fact, an
    /// escape) the span is the whole place it came from.
    Span span;
};
using RichText = std::vector<TextRun>;

/// The words alone: no readings, no notes.
[[nodiscard]] std::string plain_text(const RichText&);
/// For where a heading is said again: in the contents, in a running head.
[[nodiscard]] RichText without_notes(RichText);

struct Fact {
    std::string id, name, value, unit, period, note;
    std::string target, former, former_period;  ///< what it was to be; what it was before, and when
    std::string share, change;  ///< of the target, from the former value; computed where the writer gave only those
    std::string icon;           ///< English name, or empty
    std::string unit_gap;       ///< stands between value and unit
    Span span;
};

enum class Align : unsigned char { left, centre, right, decimal };

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
    RichText text;
    int level = 1;  ///< 1 heading, 2 subheading
};
struct Text {
    std::vector<RichText> paragraphs;
    bool lead = false;  ///< 导语: leads into what follows
};
struct TableColumn {
    RichText title;
    Align align = Align::left;
    std::optional<double> width;  ///< weight against the other columns
};
struct TableCell {
    RichText text;
    int colspan = 1, rowspan = 1;
    Span span;
};
struct TableRow {
    /// A group's name, in one cell over all columns, heads the rows that follow; a total ends those before it.
    enum class Kind : unsigned char { plain, group, total } kind = Kind::plain;
    std::vector<TableCell> cells;
};
struct Table {
    RichText caption;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;  ///< spans checked: each row covers every column exactly once
    RichText note;
};
struct Stats {
    std::vector<Fact> facts;
};
enum class Extent : unsigned char { column, page, bleed };
struct Picture {
    std::string path;  ///< as FileSystem wants it; empty: a placeholder for a picture still to come
    RichText caption;
    std::string alt;  ///< what a reader who does not see it is told; the caption's text where none was given
    Span span;
    std::optional<double> crop{};  ///< width to height of what is shown of it
    Point focus{0.5, 0.5};         ///< shares of it: what is to be seen where a part is cut off
    bool toned = false;            ///< a drawing in the theme's colours instead of its own
};
/// Pictures in rows of as many, all of one shape.
struct Grid {
    int columns = 2;
    int rows = 0;  ///< 0: as many as it takes
};
struct Figure {
    std::vector<Picture> pictures;  ///< more than one stand in rows
    RichText caption;               ///< of all of them
    Extent extent = Extent::column;
    std::optional<Grid> grid{};  ///< none: rows of equal height, each picture as wide as it is
    std::optional<double> crop{};
    RichText title{}, text{};  ///< on the picture, if it is one
    bool fills = false;        ///< it takes what is left of its page
};
struct ListItem {
    RichText text;
    std::string icon;  ///< English name, or empty
};
struct List {
    bool ordered = false;
    std::vector<ListItem> items;
};
struct Quote {
    std::vector<RichText> paragraphs;
    RichText by;
    bool pull = false;  ///< 金句: words of the text shown large
};
struct TimelineEntry {
    RichText date, text;
};
struct Timeline {
    std::vector<TimelineEntry> entries;
};
struct Box {
    RichText title;
    Blocks content;
    Direction direction = Direction::horizontal;
};
/// Blocks set across all columns.
struct Across {
    Blocks content;
};
struct Break {
    /// `section`: a page, unless most of this one is still free.
    enum class To : unsigned char { page, section, column } to = To::page;
};

/// One thing of several: in a diagram, or on a card.
struct Entry {
    RichText title, subtitle, text;
    std::optional<Picture> picture;
    std::string icon;  ///< English name, or empty
    Span span;
};
/// 轴心图: things around one centre.
struct Hub {
    RichText title, text;  ///< of the centre
    std::vector<Entry> entries;
    RichText caption;
};
/// 流程图: one step leads to the next.
struct Flow {
    std::vector<Entry> entries;
    RichText caption;
};
struct Cards {
    enum class Kind : unsigned char { plain, people, places } kind = Kind::plain;
    std::vector<Entry> entries;
};
/// 二维码 with its words.
struct Qr {
    std::string url;
    RichText caption;
    Span span;  ///< of the address
};
/// Where somebody is found.
struct Contact {
    RichText title, text, address, phone, mail, hours;
    std::optional<Qr> site;
    bool qr = true;  ///< the site's address as a QR code too
};

/// 图表. All values are in one base unit, so that they can be compared.
struct Chart {
    enum class Kind : unsigned char { bar, column, stacked, line, donut, progress, pictogram } kind = Kind::bar;
    enum class Mark : unsigned char { person, circle, square } mark = Mark::person;
    struct Series {
        std::string name;
        std::vector<std::optional<Quantity>> values;  ///< one for each label
        bool strong = false;                          ///< what matters in this chart
    };
    /// What the values are of, in their order; `target` is a label's own.
    struct Label {
        std::string text;
        bool strong = false;
        std::optional<Quantity> target;
        std::optional<Quantity> amount;  ///< progress: what reached the share, which is the value
    };
    RichText title, note;
    std::vector<Label> labels;
    std::vector<Series> series;
    std::optional<Quantity> target;  ///< of all
    std::string unit;                ///< of all values; empty: each shows its own
    std::string shown_unit;          ///< for sums and for the numbers along an axis
    int magnitude = 0;               ///< powers of ten from the base unit to that
    std::optional<Decimal> each;     ///< pictogram: what one mark stands for, in the base unit
    std::string alt;                 ///< the writer's own; else it is written from the data
    std::optional<bool> across;      ///< whether the writer wants it across all columns
    Span span;
};

struct Block {
    std::variant<Heading, Text, Table, Stats, Figure, List, Quote, Timeline, Box, Across, Break, Hub, Flow, Cards, Qr,
                 Contact, Chart>
        value;
    Span span;
};

struct Chapter {
    RichText title, subtitle, lead, byline;
    Blocks content;
    Direction direction = Direction::horizontal;
    Span span;
    std::optional<Hash128> made_of{};  ///< of all that it was read from, places included; only with a memory
};

struct Cover {
    RichText kicker, note;
    Direction direction = Direction::horizontal;  ///< of the title and the subtitle
    std::optional<Picture> picture;
};

struct Meta {
    std::vector<std::string> authors;
    std::string publisher, date, number;
    std::string compiler, print_run, permit;  ///< 编印单位, 印数, 准印证号
    struct Item {
        std::string name, text;
    };
    std::vector<Item> others;  ///< of the imprint, under the writer's own names
    std::vector<std::string> keywords;
};

enum class Form : unsigned char { booklet, bifold, trifold, poster };

/// What a booklet's missing pages are made up with: its pages are folded sheets, so their number is a multiple of four.
enum class Fill : unsigned char { notes, blank, none };

struct PageSetup {
    /// pt, trimmed: a page, or the whole sheet of what is folded; the theme's where not given.
    std::optional<double> width, height;
    std::optional<bool> landscape;  ///< lies, or stands; as the size is written where nothing is said
    std::optional<int> columns;
    std::optional<Fill> fill;
    std::optional<double> distance;  ///< pt: how far away the readers of a poster stand
    friend bool operator==(const PageSetup&, const PageSetup&) = default;
};

struct Document {
    RichText title, subtitle;
    std::string language = "zh-Hans";  ///< BCP 47
    Form form = Form::booklet;
    PageSetup page;
    Meta meta;
    std::optional<Cover> cover;  ///< none: `cover: false`; an empty one is the default
    bool contents = true;
    std::vector<Fact> facts;
    std::vector<Chapter> chapters;
    Span span;
};

}  // namespace zheye::content
