// What a printer needs around the trim: where to cut and to fold, whether the plates are in register, how much ink they
// take. Must not know which pages lie on the sheet.
#pragma once

#include "layout/frame.h"
#include "theme/theme.h"

namespace zheye::layout {

class PrinterMarks {
public:
    PrinterMarks(const theme::MarksStyle& style, Size trim) : style_(style), trim_(trim) {}

    /// Two at each corner, in line with the edges.
    void cuts(Frame&) const;
    /// At the left and the right, in line with a cut through the sheet.
    void cut_across(Frame&, double y) const;
    /// Above and below, dashed.
    void fold(Frame&, double x) const;
    /// Rings with crosses, on every plate, at the middle of the left and the right edge.
    void register_marks(Frame&) const;
    /// Above the sheet, from the left corner to `end` at most: the four inks full, pairs of them, black and its tints.
    void colour_bar(Frame&, double end) const;
    /// A line of text below the sheet, at the left.
    void information(Frame&, Frame line) const;
    /// Paper around the trim that all of this takes.
    [[nodiscard]] double slug() const { return far() + style_.distance; }

private:
    [[nodiscard]] double far() const { return style_.distance + style_.length; }
    void across(Frame&, double x, const std::vector<double>& dash) const;
    void line(Frame&, Point from, Point to, const std::vector<double>& dash = {}) const;
    void stroke(Frame&, Path path, const std::vector<double>& dash = {}) const;

    const theme::MarksStyle& style_;
    Size trim_;
};

}  // namespace zheye::layout
