// What a brochure says, as one number: of equal numbers the pages are equal, if the files around the text are.
#pragma once

#include "base/hash.h"
#include "content/read.h"
#include "yaml/node.h"

namespace zheye::content {

/// Of the tree from which `brochure` was read, but for places, comments and the facts that nothing in it uses.
[[nodiscard]] Hash128 identity(const yaml::Node& root, const Brochure& brochure);

}  // namespace zheye::content
