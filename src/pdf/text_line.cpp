// One line of text → text operators (PDF 32000-1, 9.4). Must not know pages or other items.
#include "pdf/text_line.h"

#include "pdf/syntax.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace zheye::pdf {

namespace {

/// pt. Below this a glyph is where it should be.
constexpr double kExact = 0.001;
/// Thousandths of the size. Further than this a new position is as short as an adjustment.
constexpr double kFarAdjustment = 9999;

/// Of the text matrix, not by Tz: readers do not agree whether that moves the origin of writing mode 1.
constexpr double kNarrowSteps = 1e4;

using layout::Orientation;

/// Whether the line runs down the page.
bool is_vertical(const layout::GlyphRun& run) { return run.orientation != Orientation::across; }

/// Where the run begins on its line, and how far from the page's edge the line is; pt, both from the top left corner.
double along(const layout::GlyphRun& run) { return is_vertical(run) ? run.origin.y : run.origin.x; }

double advance(const FontGlyph& glyph, const layout::GlyphRun& run) {
    return (run.orientation == Orientation::down ? glyph.down : glyph.width) * run.size / 1000;
}

double left(const layout::GlyphRun& run) { return along(run) + run.glyphs.front().x; }
double natural_end(const layout::GlyphRun& run) { return along(run) + run.glyphs.back().x + run.glyphs.back().advance; }

/// pt by which the second run's glyphs stand off the line of the first. The runs of a vertical line share its middle.
double rise(const layout::GlyphRun& last, const layout::GlyphRun& next) {
    if (is_vertical(next)) return next.origin.x - last.origin.x;
    return (next.origin.y - next.glyphs.front().y) - (last.origin.y - last.glyphs.back().y);
}

}  // namespace

bool TextWriter::continues(const layout::GlyphRun& last, const layout::GlyphRun& next) {
    if (is_vertical(last) != is_vertical(next)) return false;
    const double size = std::max(last.size, next.size);
    return std::abs(rise(last, next)) < 0.5 * size && left(next) > natural_end(last) - 1.5 * size;
}

void TextWriter::fill_cells(const std::vector<const layout::GlyphRun*>& line) {
    cells_.clear();
    for (const auto* run : line) {
        clusters_.clear();
        append_clusters(*run, clusters_);
        const auto& font = fonts_.of(run->face);
        for (const auto& cluster : clusters_) {
            const auto& first = run->glyphs[cluster.first];
            const auto& last = run->glyphs[cluster.first + cluster.count - 1];
            const double end = last.x + advance(font.glyph(last.id), *run);
            const bool differs = cluster.count > 1 || font.glyph(first.id).text != cluster.text;
            cells_.push_back({run, cluster, along(*run) + first.x, along(*run) + end, is_blank(cluster.text), differs});
        }
    }
}

void TextWriter::write(const std::vector<const layout::GlyphRun*>& line, bool tagged) {
    fill_cells(line);
    std::size_t next = 0;
    if (tagged)
        for (const auto& [first, last] : misread(cells_)) {
            if (first > next) {
                placed_ &= !stream_.begin_text();
                show(next, first);
            }
            std::string text;
            for (auto i = first; i <= last; ++i) text += cells_[i].cluster.text;
            placed_ &= !stream_.begin_text(&text);
            show(first, last + 1);
            next = last + 1;
        }
    if (next == cells_.size()) return;
    placed_ &= !stream_.begin_text();
    show(next, cells_.size());
}

void TextWriter::show(std::size_t first, std::size_t last) {
    for (auto i = first; i < last; ++i) show_cell(cells_[i]);
    flush();
}

void TextWriter::show_cell(const Cell& cell) {
    const auto& run = *cell.run;
    set_style(run);
    for (std::uint32_t i = 0; i < cell.cluster.count; ++i) {
        const auto& placed = run.glyphs[cell.cluster.first + i];
        const auto& glyph = font_->glyph(placed.id);
        if (is_vertical(run))
            move_to({run.origin.x + placed.y, stream_.flip(run.origin.y + placed.x)}, run);
        else
            move_to({run.origin.x + placed.x, stream_.flip(run.origin.y) + placed.y}, run);
        if (!in_string_) shown_ += '<';
        in_string_ = true;
        append_code(shown_, glyph.code);
        pen_ += advance(glyph, run);
    }
}

void TextWriter::set_style(const layout::GlyphRun& run) {
    if (run_ && run_->colour != run.colour) flush();  // what is shown so far has the old colour
    run_ = &run;
    const auto* font = &fonts_.of(run.face);
    const bool vertical = run.orientation == Orientation::down;
    if (font != font_ || run.size != size_ || vertical != vertical_font_) {
        flush();
        font_ = font;
        size_ = run.size;
        vertical_font_ = vertical;
        auto& resources = stream_.resources();
        (vertical ? resources.vertical_fonts : resources.fonts).insert(font->number());
        stream_.out() += (vertical ? "/V" : "/F") + std::to_string(font->number()) + ' ';
        stream_.number(size_);
        stream_.op("Tf");
    }
    if (!shown_.empty()) return;
    stream_.text_colour(run.colour);
}

bool TextWriter::adjust(double off, double size) {
    if (std::abs(off) <= kExact) return true;
    const int decimals = size <= 2 ? 0 : size <= 20 ? 1 : 2;  // half a unit of it is at most 0.001 pt
    const double step = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
    // PDF subtracts an adjustment from x or y: it goes against horizontal lines and with vertical ones.
    const double against = down_ ? 1 : -1;
    const double adjustment = std::round(against * off * 1000 / size * step) / step;
    if (adjustment == 0) return true;
    if (std::abs(adjustment) >= kFarAdjustment) return false;
    if (in_string_) shown_ += '>';
    in_string_ = false;
    adjusted_ = true;
    append_number(shown_, adjustment, decimals);
    pen_ += against * adjustment * size / 1000;
    return true;
}

void TextWriter::move_to(Point to, const layout::GlyphRun& run) {
    const bool turned = run.orientation == Orientation::turned, down = run.orientation == Orientation::down;
    const double narrow = std::round(run.narrow * kNarrowSteps) / kNarrowSteps;
    const Point at = turned ? Point{-to.y, to.x} : Point{to.x / narrow, to.y};  // in text space
    const auto target_x = std::llround(at.x * 1000), target_y = std::llround(at.y * 1000);
    const bool same_space = turned == turned_ && narrow == narrow_;
    const bool on_line = placed_ && same_space && down == down_ && (down ? target_x == line_x_ : target_y == line_y_);
    if (on_line) {
        const double x = static_cast<double>(line_x_) / 1000, y = static_cast<double>(line_y_) / 1000;
        if (adjust(down ? y - pen_ - at.y : at.x - x - pen_, run.size)) return;
    }
    flush();
    if (!placed_) line_x_ = line_y_ = 0, turned_ = false, narrow_ = 1;
    if (turned != turned_ || narrow != narrow_) {
        if (!turned) append_number(stream_.out(), narrow, 4);
        stream_.out() += turned ? "0 -1 1 0 " : " 0 0 1 ";
        append_thousandths(stream_.out(), std::llround(to.x * 1000));
        stream_.out() += ' ';
        append_thousandths(stream_.out(), std::llround(to.y * 1000));
        stream_.op(" Tm");
    } else {
        append_thousandths(stream_.out(), target_x - line_x_);
        stream_.out() += ' ';
        append_thousandths(stream_.out(), target_y - line_y_);
        stream_.op(" Td");
    }
    line_x_ = target_x;
    line_y_ = target_y;
    turned_ = turned;
    narrow_ = narrow;
    down_ = down;
    pen_ = 0;
    placed_ = true;
}

void TextWriter::flush() {
    if (shown_.empty()) return;
    if (in_string_) shown_ += '>';
    auto& out = stream_.out();
    if (adjusted_)
        out += '[' + shown_ + "]TJ\n";
    else
        out += shown_ + "Tj\n";
    shown_.clear();
    in_string_ = adjusted_ = false;
}

}  // namespace zheye::pdf
