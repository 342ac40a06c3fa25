// One line of text (runs on one baseline inside one element) → text operators, marked so that readers get exactly the
// source text back. Must not know pages or other items.
#pragma once

#include "layout/frame.h"
#include "pdf/clusters.h"
#include "pdf/content_stream.h"
#include "pdf/fonts.h"

#include <cstdint>
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

/// Ranges [first, last] of cells whose text a reader would get wrong by their positions or codes alone; ascending,
/// apart.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> misread(const std::vector<Cell>&);

class TextWriter {
public:
    TextWriter(const FontSet& fonts, ContentStream& stream) : fonts_(fonts), stream_(stream) {}
    /// Whether `next` goes on the line that `last` ends.
    [[nodiscard]] static bool continues(const layout::GlyphRun& last, const layout::GlyphRun& next);
    /// Of what was set in another stream nothing holds.
    void begin_stream() { run_ = nullptr, font_ = nullptr; }
    /// `tagged`: inside an element; artifacts need no care for their text.
    void write(const std::vector<const layout::GlyphRun*>& line, bool tagged);

private:
    void fill_cells(const std::vector<const layout::GlyphRun*>& line);
    void show(std::size_t first, std::size_t last);
    void show_cell(const Cell&);
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
