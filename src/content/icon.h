// Names of icons.
#pragma once

#include "content/fields.h"
#include "content/folder.h"

#include <string>

namespace zheye::content {

/// The English name of the icon behind `icon:`, or the path of the writer's own (an SVG file); empty if there is none,
/// or none of that name, which is told.
[[nodiscard]] std::string read_icon(const Fields&, const Folder&);

}  // namespace zheye::content
