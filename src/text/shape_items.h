// Items → glyphs and clusters, by HarfBuzz. Must not know classes' rules, gaps or lines.
#pragma once

#include "text/itemise.h"

#include <vector>

namespace zheye::text {

/// Fills clusters and glyphs of the paragraph; bodies are the font's advances, without blanks.
/// A glyph that shaping could not find (a mark that its base's face lacks) is reported as missing.
void shape_items(const std::vector<Character>&, const std::vector<Item>&, const font::FontBook&, Paragraph::Impl&,
                 diag::Diagnostics&);

}  // namespace zheye::text
