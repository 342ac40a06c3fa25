// The value of `table:` → Table whose cells cover the grid exactly.
#pragma once

#include "content/context.h"
#include "content/document.h"

namespace zheye::content {

[[nodiscard]] Table read_table(const yaml::Node& mapping, const Context&);

}  // namespace zheye::content
