// Names of icons.
#pragma once

#include "content/fields.h"

#include <string>

namespace zheye::content {

/// The English name of the icon behind `icon:`; empty if there is none, or none of that name, which is told.
[[nodiscard]] std::string read_icon(const Fields&, diag::Diagnostics&);

}  // namespace zheye::content
