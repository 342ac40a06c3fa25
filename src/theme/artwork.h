// The artwork of a theme: shapes written in YAML → Artwork values. Must not know where they are drawn.
#pragma once

#include "theme/settings.h"
#include "theme/theme.h"

#include <optional>
#include <string_view>
#include <vector>

namespace zheye::theme {

/// SVG path data (base/path_data.h). Nothing if it is not that.
[[nodiscard]] std::optional<Path> parse_path(std::string_view data);

/// A list of {ground | rect | circle | path, fill, stroke, width, opacity, anchor, repeat}.
[[nodiscard]] std::vector<Artwork> read_artwork(Settings&, std::string_view key);

}  // namespace zheye::theme
