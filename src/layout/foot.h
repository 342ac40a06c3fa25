// The foot of a column: the notes whose marks stand in the column, set from below under a rule. Must not know what they
// say.
#pragma once

#include "layout/frame.h"
#include "theme/theme.h"

#include <vector>

namespace zheye::layout {

/// A note set for its column, line by line. The first line carries its number, unless it is the rest of a note that
/// began in the column before.
struct Footnote {
    std::vector<Frame> lines;
    [[nodiscard]] double height() const;
};

struct FootStyle {
    double before = 0;  ///< pt, between the text and the rule
    theme::Rule rule;
    double rule_length = 0, rule_gap = 0;
    double lift = 0;  ///< pt from the bottom of the last line to the end of the column: for one last baseline with text
    std::size_t keep = 4;  ///< up to so many lines a note is not parted
    /// Lines of the note that must stand together with its mark.
    [[nodiscard]] std::size_t least_lines(const Footnote&) const;
};

class Foot {
public:
    explicit Foot(const FootStyle& style) : style_(&style) {}
    [[nodiscard]] bool empty() const { return lines_.empty(); }
    [[nodiscard]] const FootStyle& style() const { return *style_; }
    /// pt that the foot takes, or would take with `more` pt of lines.
    [[nodiscard]] double height(double more = 0) const;
    /// Takes the notes as far as they fit into `room` pt, and gives back what is left.
    [[nodiscard]] std::vector<Footnote> take(std::vector<Footnote>, double room);
    /// The same for what other columns left: it stands above the foot's own notes, and an empty foot takes at least a
    /// line of it.
    [[nodiscard]] std::vector<Footnote> take_rest(std::vector<Footnote>, double room);
    [[nodiscard]] Frame frame(double width) const;

private:
    [[nodiscard]] std::size_t fitting(const Footnote&, double room, bool rest) const;
    [[nodiscard]] std::vector<Footnote> take_at(std::size_t at, std::vector<Footnote>, double room, bool rest);

    const FootStyle* style_;
    std::vector<Frame> lines_;
    double lines_height_ = 0;
};

}  // namespace zheye::layout
