// An element that draws → its path, in its own units. Must not know colours.
#pragma once

#include "picture/svg_file.h"

#include "base/geometry.h"

#include <optional>
#include <string_view>

namespace zheye::picture {

/// Whether `name` is that of a path or of a basic shape (SVG 1.1, 9).
[[nodiscard]] bool is_outline(std::string_view name);
/// What it draws; nothing where it draws none (a rectangle without width), or was told to be wrong. `view`: what
/// percentages are of.
[[nodiscard]] std::optional<Path> svg_outline(SvgFile&, const pugi::xml_node&, Size view);
/// The length behind an attribute; what is no length is told.
[[nodiscard]] double svg_attribute(SvgFile&, const pugi::xml_node&, const char* name, double whole, double otherwise);
/// What percentages are of that belong to neither axis.
[[nodiscard]] double diagonal(Size view);

}  // namespace zheye::picture
