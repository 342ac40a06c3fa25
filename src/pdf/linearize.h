// Objects → the bytes of a linearized PDF file (PDF 32000-1, annex F): ordered so that a reader on the network can show
// the first page before the rest is there. Must not know what is drawn.
#pragma once

#include "pdf/deflate.h"
#include "pdf/haru.h"

#include <string>
#include <string_view>
#include <vector>

namespace zheye::pdf {

/// As `serialize`; `pages` in their order, `outlines` if the catalog has any.
[[nodiscard]] std::string linearize(Objects&, Ref root, const std::vector<Ref>& pages, Ref outlines,
                                    std::string_view version, const Deflater&);

}  // namespace zheye::pdf
