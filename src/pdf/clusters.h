// A glyph run → its clusters: the glyphs that together stand for one piece of the source text.
// Must not know fonts or PDF.
#pragma once

#include "layout/frame.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace zheye::pdf {

struct Cluster {
    std::uint32_t first = 0, count = 0;  ///< glyphs of the run
    std::string_view text;               ///< what they stand for; empty for a glyph that the writer did not type
};

/// Appends the clusters of `run` in order. Source text between two clusters that no glyph claims (what shaping
/// swallowed) goes to the one before it; so does white space at the ends of the run.
void append_clusters(const layout::GlyphRun& run, std::vector<Cluster>& to);

/// Whether the text is white space and nothing else; the empty text is not.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace zheye::pdf
