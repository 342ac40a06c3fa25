// What a shaped paragraph is made of, inside this room: one sequence of clusters across all styles, the gaps between
// them, and running sums over both, so that any stretch of it is measured in constant time.
#pragma once

#include "text/char_class.h"
#include "text/paragraph.h"

#include <array>
#include <cstdint>
#include <vector>

namespace zheye::text {

/// J1, in the order of shrinking.
enum class ShrinkClass : std::uint8_t { line_end, word_space, interpunct, bracket, comma, han_latin, stop, none };
inline constexpr std::size_t kShrinkClasses = 7;
/// J2, in the order of stretching.
enum class StretchClass : std::uint8_t { word_space, han_latin, other, none };
inline constexpr std::size_t kStretchClasses = 3;

/// `hyphen`: with one shown at the end of the line.
enum class Break : std::uint8_t { none, allowed, inside_url, hyphen, mandatory };

inline constexpr std::uint16_t kNoReading = 0xFFFF;

struct ShapedGlyph {
    std::uint32_t id = 0;
    double x = 0, y = 0;  ///< pt, from where the pen stands at the cluster's start
    double advance = 0;   ///< pt
};

/// Shown at the end of a line whose last word goes on in the next; stands for no text.
struct Hyphen {
    std::uint32_t glyph = 0;
    double advance = 0;  ///< pt
    friend bool operator==(const Hyphen&, const Hyphen&) = default;
};

/// How a character stands on its line.
enum class Stand : std::uint8_t {
    across,    ///< horizontal paragraphs; the others are those of vertical ones
    upright,   ///< as the reader does, 1em of the line
    form,      ///< upright by a vertical form of its own; turned where the font has none
    turned,    ///< clockwise, with the line
    combined,  ///< 纵中横: side by side in 1em (V2)
};

/// The smallest part that shaping does not take apart: mostly one character. Its place on the line is
/// leading blank, body, trailing blank; the blanks (P1) belong to the gaps.
struct Cluster {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    std::uint32_t first_glyph = 0, glyph_count = 0;
    std::uint16_t run = 0;  ///< index of the RunInfo
    std::uint16_t reading = kNoReading;
    font::FaceId face = 0;
    CharClass cls = CharClass::han;
    bool wide = true;
    bool centred = false;  ///< a stop in the middle of its em, as in Taiwan and Hong Kong (P1)
    bool unit = false;     ///< nothing comes between it and the cluster before (B4)
    Break break_before = Break::none;
    std::uint8_t chars = 1;
    std::uint16_t hyphen = 0;  ///< with Break::hyphen: index into Impl::hyphens
    Stand stand = Stand::across;
    bool half = true;                            ///< a mark: its ink leaves half an em free (P1)
    char32_t code = 0;                           ///< the first character
    double size = 0;                             ///< pt
    double narrow = 1;                           ///< of the glyphs' width: what shares one em may have to give some
    double leading = 0, body = 0, trailing = 0;  ///< pt
    double origin = 0;                           ///< pt from the body's start to the first glyph's origin
    double column = 0;                           ///< pt at the end of the body that belong to a column of zhuyin
};

/// What stands between a cluster and the one before it.
struct Gap {
    double natural = 0;  ///< pt
    double shrink = 0;   ///< pt, at most this much may be taken away
    double stretch = 0;  ///< pt, at most this much may be added; without limit for StretchClass::other
    ShrinkClass shrink_class = ShrinkClass::none;
    StretchClass stretch_class = StretchClass::none;
};

/// Sums over the gaps up to and including the one before a cluster; `natural` also over the bodies before it.
struct Sums {
    double natural = 0;
    double total_shrink = 0;
    std::array<double, kShrinkClasses> shrink{};
    std::array<double, 2> stretch{};
    std::array<std::uint32_t, kStretchClasses> stretch_count{};
};

/// What the lines need to know of a StyledRun, or of a part of one (small_forms.h).
struct RunInfo {
    CharStyle style;  ///< the language is never empty here
    diag::Span span;
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    bool byte_for_byte = false;        ///< the span's bytes are the text's
    bool is_base = false;              ///< has a reading (D3)
    std::uint32_t feature = 0;         ///< OpenType tag of the font's own small forms; 0: none
    double ascent = 0, descent = 0;    ///< pt, of the main face, rise included
};

/// D3: a reading and the clusters that it stands above or, in a column, at the right of.
struct Reading {
    Line line;  ///< from 0; of a column see set_column()
    std::string text;
    std::uint32_t begin = 0, end = 0;  ///< clusters
    double size = 0;                   ///< pt
    double standout = 0;               ///< pt beyond the base at either side; negative: short of it
    bool column = false;               ///< zhuyin
};

struct Paragraph::Impl {
    std::string text;
    ParagraphStyle style;
    RuleSet off;  ///< style.off and what the other settings of the style switch off
    std::vector<RunInfo> runs;
    std::vector<Cluster> clusters;
    std::vector<ShapedGlyph> glyphs;
    std::vector<Reading> readings;           ///< ascending
    std::vector<Hyphen> hyphens;             ///< the first is none
    std::vector<Gap> gaps;                   ///< gaps[i] is before clusters[i]
    std::vector<Sums> sums;                  ///< as gaps
    std::vector<std::uint32_t> content_end;  ///< for every end of a line (0…n): the end without its spaces
    std::vector<std::uint32_t> breaks;       ///< clusters before which a line may end, 0 and n included, ascending
    double em = 10.5;                        ///< pt, the largest size: the measure of what is far or near

    [[nodiscard]] bool on(Rule rule) const { return !off.has(rule); }
    /// What a line that ends before this cluster shows there; null: nothing.
    [[nodiscard]] const Hyphen* hyphen_before(std::uint32_t cluster) const {
        const bool parted = cluster < clusters.size() && clusters[cluster].break_before == Break::hyphen;
        return parted ? &hyphens[clusters[cluster].hyphen] : nullptr;
    }
};

/// The part of a run's span that bytes [begin, end) of the text come from.
[[nodiscard]] diag::Span span_of(const RunInfo&, std::uint32_t begin, std::uint32_t end);

}  // namespace zheye::text
