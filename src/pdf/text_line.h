// One line of text (runs on one baseline inside one element) → text operators, marked so that readers get exactly the
// source text back. Must not know pages or other items.
#pragma once

#include "layout/frame.h"
#include "pdf/clusters.h"
#include "pdf/content_stream.h"
#include "pdf/fonts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zheye::pdf {

/// A cluster where it stands.
struct Cell {
    const layout::GlyphRun* run = nullptr;
    Cluster cluster;
    double begin = 0, end = 0;  ///< pt along the line: left end of the first glyph, natural end of the last
    bool blank = false;         ///< white space
    bool differs = false;       ///< the glyphs' ToUnicode does not give the text
};

/// Whether a reader would see a space or a line end between two cells with ink where there is none, or none where there
/// is one.
[[nodiscard]] bool gap_misleads(const Cell& before, const Cell& after, bool space_between);
/// Whether the cell stands so far above or below its baseline that a reader takes it for another line.
[[nodiscard]] bool is_raised(const Cell&);
/// Ranges [first, last] of cells whose text a reader would get wrong by their positions or codes alone; ascending,
/// apart.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> misread(const std::vector<Cell>&);

/// The element that a line of text is in.
struct Owner {
    layout::NodeId block = 0;  ///< around it: its own paragraph, cell, item
    bool reading = false;      ///< of ruby: by itself, not part of the line around it
};

class TextWriter {
public:
    TextWriter(const FontSet& fonts, ContentStream& stream) : fonts_(fonts), stream_(stream) {}
    /// Whether `next` goes on the line that `last` ends.
    [[nodiscard]] static bool continues(const layout::GlyphRun& last, const layout::GlyphRun& next);
    /// Artifacts have no owner and need no care for their text. `next`: what comes after the line in another element of
    /// the same block, if anything does.
    void write(const std::vector<const layout::GlyphRun*>& line, std::optional<Owner>, const layout::GlyphRun* next);

private:
    void fill_cells(const std::vector<const layout::GlyphRun*>& line);
    [[nodiscard]] Cell cell_of(const layout::GlyphRun&, const Cluster&) const;
    /// The first cell of `next`, if it goes on this line and is no space.
    [[nodiscard]] std::optional<Cell> neighbour(const layout::GlyphRun* next);
    void write_tagged(const Owner&, const layout::GlyphRun* next);
    /// `reach`: pt of the last cell's end beyond its natural one.
    void show(std::size_t first, std::size_t last, double reach = 0);
    void show_cell(const Cell&, double reach);
    void set_spacing(double pt);
    void set_style(const layout::GlyphRun&);
    /// Puts the pen to a place of the page (y upwards), by an adjustment where that is enough.
    void move_to(Point, const layout::GlyphRun&);
    /// Moves the pen `off` pt along its line; false if that is too far for an adjustment.
    bool adjust(double off, double size);
    void flush();

    const FontSet& fonts_;
    ContentStream& stream_;
    std::vector<Cell> cells_;
    std::vector<Cluster> clusters_;

    const layout::GlyphRun* run_ = nullptr;  ///< shown last
    const UsedFont* font_ = nullptr;         ///< of Tf; stays over text objects
    double size_ = 0;
    bool vertical_font_ = false;                 ///< the font of Tf is that of writing mode 1
    bool placed_ = false;                        ///< the text object has a position
    bool turned_ = false;                        ///< text space is turned by 90° clockwise
    double narrow_ = 1;                          ///< of the text matrix
    bool down_ = false;                          ///< the pen goes down: writing mode 1
    std::int64_t line_x_ = 0, line_y_ = 0;       ///< thousandths of pt of text space, as Td and Tm add them up
    double pen_ = 0;                             ///< pt from there along the line, as widths and adjustments add up
    std::string shown_;                          ///< operand of TJ so far
    bool in_string_ = false, adjusted_ = false;  ///< in `shown_`
};

}  // namespace zheye::pdf
