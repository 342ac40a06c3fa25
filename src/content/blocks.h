// Lists of blocks → Blocks.
#pragma once

#include "content/context.h"
#include "content/document.h"

namespace zheye::content {

[[nodiscard]] Blocks read_blocks(const yaml::Node& list, const Context&);

}  // namespace zheye::content
