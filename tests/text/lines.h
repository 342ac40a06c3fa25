// Test support of the text room: a small FontBook of installed faces, and rulers for produced lines. All widths in em
// of the test size.
#pragma once

#include "text/paragraph.h"

#include <string>
#include <string_view>
#include <vector>

namespace zheye::text::test {

inline constexpr double kSize = 10;

/// song 400 and 700 with Noto Serif CJK SC for Han and Latin, 400 with LXGW WenKai and HanaMin behind it; kai with LXGW
/// WenKai; mixed: Han from Noto Serif CJK SC, Latin from LXGW WenKai. Of the weight 700 of mixed a fallback face is not
/// installed (package fonts-nowhere).
[[nodiscard]] const font::FontBook& book();
[[nodiscard]] CharStyle char_style(const std::string& role = "song", int weight = 400, double size = kSize);
[[nodiscard]] StyledRun run(std::string text, CharStyle style = char_style());

[[nodiscard]] Paragraph shaped(std::string text, const ParagraphStyle& style = {});
/// Fails the test on any diagnostic.
[[nodiscard]] Paragraph shaped(const std::vector<StyledRun>& runs, const ParagraphStyle& style = {});

/// A paragraph and its lines, `em` wide.
struct Setting {
    Paragraph paragraph;
    std::vector<Line> lines;

    [[nodiscard]] std::string line_text(std::size_t line) const;
    [[nodiscard]] std::vector<std::string> texts() const;
    /// em from the line's start edge to the origin of the glyph of the `nth` occurrence of `character`, on any line.
    [[nodiscard]] double x(std::string_view character, int nth = 0) const;
    /// em from the origin of one character to that of another.
    [[nodiscard]] double between(std::string_view from, std::string_view to) const { return x(to) - x(from); }
    [[nodiscard]] Glyph glyph(std::string_view character, int nth = 0) const;
    /// The source bytes of all glyphs one after the other.
    [[nodiscard]] std::string text_of_glyphs() const;
};
[[nodiscard]] Setting set(std::string text, double em, const ParagraphStyle& style = {});
[[nodiscard]] Setting set(const std::vector<StyledRun>& runs, double em, const ParagraphStyle& style = {});
/// On one line as long as it needs.
[[nodiscard]] Setting set_line(std::string text, const ParagraphStyle& style = {});
[[nodiscard]] ParagraphStyle without(Rule rule, ParagraphStyle style = {});

}  // namespace zheye::text::test
