// The structure of the document and whose every part of every page is → the structure tree (PDF 32000-1, 14.7).
// Must not know how pages are drawn.
#pragma once

#include "layout/frame.h"
#include "pdf/haru.h"
#include "pdf/page_content.h"

#include <optional>
#include <vector>

namespace zheye::pdf {

struct StructureTree {
    Ref root;
    std::vector<Ref> elements;  ///< by node; none where the node has no content and was dropped
};

/// `annotations`: for every page those of its links, in their order. Key of a page in the parent tree is its index,
/// the keys of annotations follow (see first_annotation_key).
[[nodiscard]] StructureTree embed_structure(Objects&, const layout::Pages&, const PageContents&,
                                            const std::vector<Ref>& pages,
                                            const std::vector<std::vector<Ref>>& annotations);

[[nodiscard]] inline int first_annotation_key(const layout::Pages& pages) {
    return static_cast<int>(pages.pages.size());
}

/// Where every figure is on the first page that shows it, in the page's coordinates of layout; by node.
struct FigureBox {
    std::size_t page = 0;
    Rect box;
};
[[nodiscard]] std::vector<std::optional<FigureBox>> figure_boxes(const layout::Pages&);

}  // namespace zheye::pdf
