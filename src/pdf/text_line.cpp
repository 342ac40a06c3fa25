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

double left(const layout::GlyphRun& run) { return run.origin.x + run.glyphs.front().x; }
double natural_end(const layout::GlyphRun& run) {
    return run.origin.x + run.glyphs.back().x + run.glyphs.back().advance;
}

}  // namespace

bool TextWriter::continues(const layout::GlyphRun& last, const layout::GlyphRun& next) {
    const double size = std::max(last.size, next.size);
    const double rise = (next.origin.y - next.glyphs.front().y) - (last.origin.y - last.glyphs.back().y);
    return std::abs(rise) < 0.5 * size && left(next) > natural_end(last) - 1.5 * size;
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
            const double end = last.x + font.glyph(last.id).width * run->size / 1000;
            const bool differs = cluster.count > 1 || font.glyph(first.id).text != cluster.text;
            cells_.push_back(
                {run, cluster, run->origin.x + first.x, run->origin.x + end, is_blank(cluster.text), differs});
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
        move_to(run.origin.x + placed.x, stream_.flip(run.origin.y) + placed.y, run.size);
        if (!in_string_) shown_ += '<';
        in_string_ = true;
        append_code(shown_, glyph.code);
        pen_ += glyph.width * run.size / 1000;
    }
}

void TextWriter::set_style(const layout::GlyphRun& run) {
    if (run_ && run_->colour != run.colour) flush();  // what is shown so far has the old colour
    run_ = &run;
    const auto* font = &fonts_.of(run.face);
    if (font != font_ || run.size != size_) {
        flush();
        font_ = font;
        size_ = run.size;
        stream_.resources().fonts.insert(font->number());
        stream_.out() += "/F" + std::to_string(font->number()) + ' ';
        stream_.number(size_);
        stream_.op("Tf");
    }
    if (!shown_.empty()) return;
    stream_.opacity(1);
    stream_.fill_colour(run.colour);
}

void TextWriter::move_to(double x, double y, double size) {
    const auto target_x = std::llround(x * 1000), target_y = std::llround(y * 1000);
    if (placed_ && target_y == line_y_) {
        const double off = x - (static_cast<double>(line_x_) / 1000 + pen_);
        if (std::abs(off) <= kExact) return;
        const int decimals = size <= 2 ? 0 : size <= 20 ? 1 : 2;  // half a unit of it is at most 0.001 pt
        const double step = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
        const double adjustment = std::round(-off * 1000 / size * step) / step;
        if (adjustment == 0) return;
        if (std::abs(adjustment) < kFarAdjustment) {
            if (in_string_) shown_ += '>';
            in_string_ = false;
            adjusted_ = true;
            append_number(shown_, adjustment, decimals);
            pen_ -= adjustment * size / 1000;
            return;
        }
    }
    flush();
    if (!placed_) line_x_ = line_y_ = 0;
    append_thousandths(stream_.out(), target_x - line_x_);
    stream_.out() += ' ';
    append_thousandths(stream_.out(), target_y - line_y_);
    stream_.op(" Td");
    line_x_ = target_x;
    line_y_ = target_y;
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
