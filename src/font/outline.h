// A glyph of a face → its outline as a path, for outputs that draw glyphs instead of embedding fonts.
#pragma once

#include "base/geometry.h"
#include "font/font_book.h"

#include <cstdint>

namespace zheye::font {

/// In font units, y downwards, the origin on the baseline. Empty where the glyph shows nothing or the face has none of
/// this id.
[[nodiscard]] Path outline(const Face&, std::uint32_t glyph);

/// Of vertical lines: where a glyph's origin for them lies, from that of horizontal lines; font units, y downwards.
[[nodiscard]] Point vertical_origin(const Face&, std::uint32_t glyph);

}  // namespace zheye::font
