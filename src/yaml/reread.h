// A text that was read before, but for a few lines → its tree: what did not change is not parsed again.
#pragma once

#include "diag/sources.h"
#include "yaml/memory.h"
#include "yaml/node.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace zheye::yaml {

/// The tree that reading the whole text gives, where there is nothing to say about it and it takes in no other file.
/// Items of lists at the margin are parts of the source, see diag::Sources.
/// Nothing in all other cases, and wherever it is not plain that the parts of the text do not depend on each other.
[[nodiscard]] std::optional<Node> reread(std::string_view text, std::uint32_t source, int depth, diag::Sources&,
                                         Memory&);

}  // namespace zheye::yaml
