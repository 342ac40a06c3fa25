#include "layout/caption.h"

#include "layout/blocks.h"

namespace zheye::layout {

void append_caption(Typesetter& type, Galley& galley, const content::RichText& caption, double width, double gap,
                    NodeId parent) {
    if (caption.empty()) return;
    Galley below;
    const auto shaped = type.shape(caption, theme::Style::caption, type.node(parent, Role::caption));
    append_lines(below, type.lines(shaped, width), 0, width, false);
    for (auto& piece : below.pieces) piece.break_before = BreakBefore::forbidden;
    galley.append(std::move(below), gap);
}

}  // namespace zheye::layout
