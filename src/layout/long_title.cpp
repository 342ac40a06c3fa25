// Titles that have no room in their own size.
#include "layout/typesetter.h"

#include <fmt/format.h>

#include <algorithm>

namespace zheye::layout {

Frame Typesetter::fitted(const content::RichText& rich, theme::Style name, NodeId node_id, Size room,
                         TypeOptions options) {
    if (rich.empty()) return {{room.width, 0}, {}};
    const double size = theme.style(name).size, least = smallest_type() / size;
    auto shaped = shape(rich, name, node_id, options);
    const auto become = [&](double scale) {
        options.scale = std::max(scale, least);
        shaped = shape(rich, name, node_id, options);
    };
    if (const double word = shaped.minimum_width(); word > room.width)
        become(options.scale * room.width / word * 0.999);
    const double wanted = size * options.scale;
    const auto is_too_high = [&] {
        return static_cast<double>(shaped.line_count(room.width)) * shaped.leading > room.height + 1e-6;
    };
    while (is_too_high() && options.scale > least) become(options.scale * kSmaller);
    if (size * options.scale < wanted) report_long_title(rich, wanted, size * options.scale);
    return block(shaped, room.width);
}

ShapedText Typesetter::in_one_line(const content::RichText& rich, theme::Style name, NodeId node_id, Size room) {
    auto shaped = shape(rich, name, node_id);
    const double share = std::min(room.width / shaped.natural_width(), room.height / shaped.leading);
    if (share >= 1) return shaped;
    TypeOptions options;
    options.scale = std::max(share * 0.999, smallest_type() / theme.style(name).size);
    return shape(rich, name, node_id, options);
}

void Typesetter::report_long_title(const content::RichText& title, double wanted, double size) {
    if (!title.front().span.known()) return;  // a numeral
    diagnostics.warning("long-title", title.front().span,
                        {fmt::format("题目太长，字号从 {:.0f} 磅缩到了 {:.0f} 磅", wanted, size),
                         fmt::format("the title is long: it was set in {:.0f}pt instead of {:.0f}pt", size, wanted)},
                        {{"写短一些，或把一部分移到副题", "shorten it, or move a part of it into the subtitle"}});
}

}  // namespace zheye::layout
