// An SVG file → the shapes that it draws (SVG 1.1). What has no shape of ours is told at its place in the file.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "picture/drawing.h"

#include <string>

namespace zheye::picture {

/// Whether the file is XML, of which SVG is the one kind that can be drawn.
[[nodiscard]] bool is_svg(const Blob& file);

/// Paths, basic shapes, groups, `use`, linear gradients, clips that are upright rectangles, styles in attributes and in
/// simple rules of CSS. Text, pictures inside, and what is broken or would take too long are errors; what is drawn
/// otherwise than meant (filters, masks, patterns, …) is a warning.
[[nodiscard]] diag::Result<Drawing> read_svg(const Blob& file, const std::string& path, diag::Sources&,
                                             diag::Diagnostics&);

}  // namespace zheye::picture
