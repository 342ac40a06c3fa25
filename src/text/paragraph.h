// A paragraph of styled text, shaped once, then broken into justified lines as often as needed.
// Must not know pages, blocks or outputs.
#pragma once

#include "base/colour.h"
#include "diag/diagnostic.h"
#include "font/font_book.h"
#include "text/hyphenation.h"
#include "text/rules.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::text {

/// Small forms: the font's own (sups, subs, frac) where it has them, else made by size and rise.
enum class Position : unsigned char { none, superscript, subscript, fraction };
/// `tabular`: of one width where the face has such forms (tnum); `column`: in any face.
enum class Figures : unsigned char { proportional, tabular, column };
/// D1, D2: what is drawn beside characters. Neighbouring runs that agree in everything here share their lines.
struct Decorations {
    bool dots = false;         ///< 着重号, one each, not on punctuation
    bool proper_name = false;  ///< 专名号
    bool work_title = false;   ///< 书名号乙式
    bool underline = false;
    bool highlight = false;
    std::uint16_t line = 0;  ///< adjacent names with different numbers have lines of their own (D2)
    friend bool operator==(const Decorations&, const Decorations&) = default;
};

/// How characters look. `token` is handed through to the glyphs untouched: layout keeps links and tags in it.
struct CharStyle {
    font::ChainId chain = 0;
    double size = 10.5;  ///< pt
    Colour colour;
    double tracking = 0;  ///< em, added after every character but the last of a line
    double rise = 0;      ///< pt, baseline raised
    std::uint32_t token = 0;
    std::string language;  ///< BCP 47; empty: the paragraph's
    Position position = Position::none;
    bool upright = false;  ///< 纵中横 (V2), in vertical paragraphs
    Figures figures = Figures::proportional;
    Decorations decorations;
};

/// D3: the reading of a run, which then is one base. A language that its style does not name is the run's.
struct Ruby {
    std::string text;
    CharStyle style;
};

/// One syllable in 注音符号, which stands in a column at the right of its base instead of above it.
[[nodiscard]] bool is_zhuyin_syllable(std::string_view reading);

struct StyledRun {
    std::string text;
    CharStyle style;
    diag::Span span;  ///< bytes correspond one to one when the lengths are equal, as in content::TextRun
    std::optional<Ruby> ruby{};
};

enum class Align : unsigned char { justify, left, centre, right };
/// S2 and the widths of marks inside the line. `full` (全角式, full-squeeze): 1em, the mark at every line end trimmed;
/// `half` (开明式): marks other than 。？！ take ½em everywhere; `open`: 1em, line ends trimmed only where the line
/// needs it.
enum class PunctuationStyle : unsigned char { full, half, open };
/// B1–B3.
enum class Prohibition : unsigned char { none, basic, gb, strict };

/// Measures of what stands beside characters, and of small forms that the font does not have. em is the size of the
/// characters.
struct DecorationStyle {
    double dot_size = 0.15;       ///< em, diameter (D1)
    double dot_distance = 0.08;   ///< em from the em box to the dot's centre
    double dot_under_line = 0.2;  ///< em, as dot_distance, where a line comes between character and dot (D2)
    double name_gap = 0.125;      ///< em that the line of a name gives up where another name's begins (D2)
    double ruby_distance = 0.06;  ///< em between the em boxes of base and reading (D3)
    double ruby_gap = 0.25;       ///< em of the reading, at least, to the next reading
    double ruby_overhang = 0.5;   ///< em of the reading, at most, over a character that has none
    double zhuyin_width = 0.5;    ///< em that a column of zhuyin takes after its base
    double small_size = 0.6;      ///< of the characters' size
    double superscript_rise = 0.36, subscript_drop = 0.14, numerator_rise = 0.3;  ///< em
};

struct ParagraphStyle {
    Align align = Align::justify;
    double indent = 0;          ///< pt, first line (G1)
    double hanging_indent = 0;  ///< pt, all lines but the first
    PunctuationStyle punctuation = PunctuationStyle::full;
    Prohibition prohibition = Prohibition::basic;
    bool hanging = false;         ///< S4
    double han_latin_gap = 0.25;  ///< em, M1; 0 switches it off
    double latin_scale = 1;       ///< of the size, for what the Latin face sets (M3)
    bool squeeze = true;          ///< S1–S3; off only for tests and comparison
    /// B4: what a number is not parted from, besides % and unit letters.
    std::vector<std::string> keep_with_number = {"亿元", "万元", "亿", "万", "元"};
    bool avoid_runt = true;  ///< B6
    bool optimal = true;     ///< total fit; off: first fit (balanced headings want neither: see `balance`)
    bool balance = false;    ///< lines of about equal length, for headings, covers, captions
    std::string language = "zh-Hans";
    bool vertical = false;  ///< 直排: glyphs' x runs down the line, y to the right
    DecorationStyle decoration;
    RuleSet off;  ///< rules switched off one by one; for tests and comparison
};

struct Glyph {
    font::FaceId face = 0;
    std::uint32_t id = 0;
    /// pt from the line's start edge to the glyph's origin; of an upright glyph in a vertical paragraph to its vertical
    /// origin (PDF's writing mode 1)
    double x = 0;
    double y = 0;        ///< pt above the baseline; in vertical paragraphs to the right of the line's middle
    double advance = 0;  ///< the font's own advance at this size, pt
    double size = 0;
    Colour colour;
    std::uint32_t token = 0;
    double narrow = 1;     ///< part of its own width that the glyph is drawn with, about its origin (V2)
    bool upright = false;  ///< vertical paragraphs: stands as the reader does; else turned clockwise with the line
    /// Bytes of Paragraph::text() that this glyph stands for. Glyphs of one cluster all but the first have an empty
    /// range.
    std::uint32_t text_begin = 0, text_end = 0;
    diag::Span span;
};

/// D2 and what is like it: a stretch of a line with something drawn along it.
struct LineStroke {
    enum class Kind : unsigned char { proper_name, work_title, underline, highlight } kind = Kind::underline;
    double begin = 0, end = 0;   ///< pt from the line's start edge
    double bottom = 0, top = 0;  ///< pt above the baseline: the em boxes of the text
    double size = 0;             ///< pt, of the text
    Colour colour;               ///< of the text
};
/// D1: a filled circle; font designers do not agree on where a dot stands in its glyph.
struct LineDot {
    double x = 0, y = 0;  ///< pt, the centre, as Glyph's
    double size = 0;      ///< pt, diameter
    Colour colour;        ///< of the text
};
/// D3: a reading above its base, or in a column at its right.
struct LineRuby {
    std::vector<Glyph> glyphs;  ///< text ranges are of `text`
    std::string text;
    std::uint32_t base_begin = 0, base_end = 0;  ///< bytes of Paragraph::text()
};

struct Line {
    std::vector<Glyph> glyphs;        ///< in reading order; spaces are glyphs too, the one at a line end included
    std::vector<LineStroke> strokes;  ///< highlights first
    std::vector<LineDot> dots;
    std::vector<LineRuby> ruby;            ///< in reading order
    double width = 0;                      ///< pt from start edge to the end of the last ink-bearing glyph's body
    double hang = 0;                       ///< pt by which a hung mark (S4) stands out beyond `width`
    double ascent = 0, descent = 0;        ///< pt, of the tallest style on the line; descent positive downwards
    double adjustment = 0;                 ///< pt that justification added (positive) or took away
    double looseness = 0;                  ///< em added to every gap because nothing else was left to stretch (J2 ③)
    bool is_spread_between_words = false;  ///< … between words: it has no other gaps
    bool last = false;
    bool overfull = false;  ///< nothing could make it fit
    /// Justified, but shorter than its width: it has no gap to stretch (one long Latin word), or every gap would have
    /// to open by more than 1em.
    bool underfull = false;
    double decimal = 0;  ///< see decimal_offset()
    std::uint32_t text_begin = 0, text_end = 0;
};

/// The measures of a paragraph's lines, indents inside them.
struct LineWidths {
    double width = 0;         ///< pt
    std::size_t beside = 0;   ///< so many lines, the first, stand beside something …
    double beside_width = 0;  ///< … and are this wide, pt

    LineWidths(double all) : width(all) {}
    LineWidths(double all, std::size_t first, double of_first) : width(all), beside(first), beside_width(of_first) {}
    [[nodiscard]] double of(std::size_t line) const { return line < beside ? beside_width : width; }
};

class Paragraph {
public:
    Paragraph(Paragraph&&) noexcept;
    Paragraph& operator=(Paragraph&&) noexcept;
    ~Paragraph();
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] const ParagraphStyle& style() const;
    [[nodiscard]] bool empty() const;
    /// Width on one line, without justification; S1–S3 applied.
    [[nodiscard]] double natural_width() const;
    /// Width of the widest unbreakable part; words count whole.
    [[nodiscard]] double minimum_width() const;

    struct Impl;
    explicit Paragraph(std::unique_ptr<Impl>);
    [[nodiscard]] const Impl& impl() const { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
};

/// Itemises and shapes. A character that no face of its chain has is an error at its place (code "missing-glyph").
/// Words are parted at their soft hyphens, and by the hyphenator, if there is one, where their language is set to one
/// that is written in letters (B4).
[[nodiscard]] Paragraph shape(std::span<const StyledRun>, const ParagraphStyle&, const font::FontBook&,
                              diag::Diagnostics&, const Hyphenator* = nullptr);
/// Breaks into lines. Line x positions include indent and alignment.
/// An overfull line is set as it is and marked; the caller reports it.
[[nodiscard]] std::vector<Line> break_lines(const Paragraph&, const LineWidths&);
/// pt from the line's start edge to the decimal point of its first number, or to the end of that number's digits where
/// it has no point; the line's width where it has no number. For columns of figures aligned on the point (T1).
[[nodiscard]] double decimal_offset(const Line&);

}  // namespace zheye::text
