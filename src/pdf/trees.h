// Long lists → balanced trees, as PDF keeps pages and numbered things (PDF 32000-1, 7.7.3, 7.9.6, 7.9.7).
// Must not know what is listed.
#pragma once

#include "pdf/haru.h"

#include <string>
#include <utility>
#include <vector>

namespace zheye::pdf {

/// A number tree; keys ascending, values as PDF text.
[[nodiscard]] Ref number_tree(Objects&, const std::vector<std::pair<int, std::string>>&);
/// A name tree; keys ascending in byte order.
[[nodiscard]] Ref name_tree(Objects&, const std::vector<std::pair<std::string, std::string>>&);
/// Sets the Parent of every page; gives the root of the tree. At least one page.
[[nodiscard]] Ref page_tree(Objects&, const std::vector<Ref>& pages);

}  // namespace zheye::pdf
