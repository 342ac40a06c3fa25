// Corrections → a corrected text.
#pragma once

#include "diag/diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace zheye::diag {

/// In order of place, each once. Of two that overlap, the one that begins first is kept, of those that begin together
/// the longer one.
[[nodiscard]] std::vector<Edit> without_overlaps(std::vector<Edit>);
/// `edits` are of this text, in order and without overlaps.
[[nodiscard]] std::string apply(std::string_view text, const std::vector<Edit>& edits);

}  // namespace zheye::diag
