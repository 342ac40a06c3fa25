#include "layout/foot.h"

#include "layout/typesetter.h"

#include <algorithm>

namespace zheye::layout {

namespace {
constexpr double kTolerance = 0.01;   ///< pt
constexpr std::size_t kTogether = 2;  ///< lines of a parted note on either side
}  // namespace

double Footnote::height() const {
    double sum = 0;
    for (const auto& line : lines) sum += line.size.height;
    return sum;
}

std::size_t FootStyle::least_lines(const Footnote& note) const {
    return note.lines.size() <= keep ? note.lines.size() : kTogether;
}

double Foot::height(double more) const {
    const double all = lines_height_ + more;
    return all > 0 ? style_->before + style_->rule_gap + style_->lift + all : 0;
}

/// How many lines of the note fit, if it is parted where a note may be.
std::size_t Foot::fitting(const Footnote& note, double room, bool rest) const {
    std::size_t count = 0;
    double sum = 0;
    while (count < note.lines.size() && height(sum + note.lines[count].size.height) <= room + kTolerance)
        sum += note.lines[count++].size.height;
    if (count == note.lines.size()) return count;
    if (rest && empty()) return std::max<std::size_t>(1, count);
    count = std::min(count, note.lines.size() - std::min(note.lines.size(), kTogether));
    return count < style_->least_lines(note) ? 0 : count;
}

std::vector<Footnote> Foot::take_at(std::size_t at, std::vector<Footnote> notes, double room, bool rest) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto& lines = notes[i].lines;
        const std::size_t count = fitting(notes[i], room, rest);
        for (std::size_t n = 0; n < count; ++n) {
            lines_height_ += lines[n].size.height;
            lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at++), std::move(lines[n]));
        }
        if (count == lines.size()) continue;
        lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
        notes.erase(notes.begin(), notes.begin() + static_cast<std::ptrdiff_t>(i));
        return notes;
    }
    return {};
}

std::vector<Footnote> Foot::take(std::vector<Footnote> notes, double room) {
    return take_at(lines_.size(), std::move(notes), room, false);
}

std::vector<Footnote> Foot::take_rest(std::vector<Footnote> notes, double room) {
    return take_at(0, std::move(notes), room, true);
}

Frame Foot::frame(double width) const {
    Frame frame;
    frame.size = {width, height()};
    if (empty()) return frame;
    draw_rule(frame, style_->rule, {0, style_->before}, {std::min(width, style_->rule_length), style_->before});
    double y = style_->before + style_->rule_gap;
    for (const auto& line : lines_) {
        frame.place({0, y}, line);
        y += line.size.height;
    }
    return frame;
}

}  // namespace zheye::layout
