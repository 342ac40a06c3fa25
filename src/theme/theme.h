// How a brochure looks, with every value present: what layout reads. Lengths in pt. Nothing here is computed by layout
// and nothing is left to code: a colour, a size or a distance that layout needs has a name here and a value in YAML.
#pragma once

#include "theme/component_styles.h"
#include "theme/text_style.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace zheye::theme {

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
        double under_line = 0;          ///< em, as distance, where a line is drawn between character and dot
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
    /// 注音符号 in columns at the right of their characters; the colour is ruby's.
    struct Zhuyin {
        double size = 0, width = 0;  ///< em: of the symbols; of the column, with its tone mark
    } zhuyin;
    struct SmallForms {
        double size = 0;                                       ///< of the characters'
        double superscript = 0, subscript = 0, numerator = 0;  ///< em: raised, lowered, raised
    } small;
};
/// pt, 六号: no style of text is smaller (G5).
inline constexpr double kSmallestType = 7.875;

struct PageStyle {
    double width = 0, height = 0;
    double top = 0, bottom = 0, left = 0, right = 0;  ///< margins
    int columns = 2;
    double gutter = 0;  ///< at least; the columns are whole multiples of the body size and the rest goes here
    double bleed = 0;
    std::optional<Colour> ground;
};

enum class HeadPlace : unsigned char { top, bottom, none };

struct Furniture {
    HeadPlace head = HeadPlace::top;  ///< running head; at the bottom it shares the line of the folio
    bool folio_centred = false;       ///< else at the outer edge
    std::string folio_before, folio_after;
    double head_baseline = 0;  ///< from the top of the page
    double head_rule = 0;      ///< likewise
    Rule rule;
    double folio_baseline = 0;  ///< from the bottom of the page
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
    IconStyle icon;
    ListStyle list;
    QuoteStyle quote, pull;
    LeadStyle lead;
    TimelineStyle timeline;
    BoxStyle box;
    HubStyle hub;
    FlowStyle flow;
    CardsStyle cards;
    QrStyle qr;
    ChartStyle chart;
    NotesStyle notes;
    CoverStyle cover;
    OpenerStyle opener;
    ContentsStyle contents;
    FillerStyle filler;
    ChapterHeadStyle chapter_head;
    PanelsStyle panels;
    PosterStyle poster;
    MarksStyle marks;
    std::vector<Colour> rich_blacks;  ///< printed in four inks although they are nearly black; none but these
    double least_space = 0;           ///< pt: less than this at the foot of a page is left empty rather than begun in
    std::string icons;                ///< the folder that has them
    std::string chapter_numerals;     ///< "formal" 壹贰, "plain" 一二, "arabic" 1 2, "none"

    [[nodiscard]] const TextStyle& style(Style s) const { return styles[static_cast<std::size_t>(s)]; }
};

/// Every face the styles may ask for, each once.
[[nodiscard]] std::vector<font::FontStyle> wanted_fonts(const Theme&);

}  // namespace zheye::theme
