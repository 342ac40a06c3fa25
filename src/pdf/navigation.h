// Links, outline entries and folios → annotations, the outline tree and page labels (PDF 32000-1, 12.3, 12.4, 12.5).
// Must not know how pages are drawn.
#pragma once

#include "layout/frame.h"
#include "pdf/haru.h"
#include "pdf/page_content.h"

#include <optional>
#include <vector>

namespace zheye::pdf {

/// For every page the annotations of its links; sets the page's Annots and Tabs.
[[nodiscard]] std::vector<std::vector<Ref>> embed_links(Objects&, const layout::Pages&, const PageContents&,
                                                        const std::vector<Ref>& pages);
/// None if there are no entries. `elements` are the structure elements by node.
[[nodiscard]] std::optional<Ref> embed_outline(Objects&, const layout::Pages&, const std::vector<Ref>& pages,
                                               const std::vector<Ref>& elements);
/// None if no page shows a folio.
[[nodiscard]] std::optional<Ref> embed_page_labels(Objects&, const layout::Pages&);

}  // namespace zheye::pdf
