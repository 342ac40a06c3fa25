#include "layout/page_setup.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zheye::layout {

PageSetup page_setup(const content::PageSetup& wish, const theme::Theme& theme, text::RuleSet off) {
    const auto& style = theme.page;
    const auto& body = theme.style(theme::Style::body);
    PageSetup setup;
    setup.width = wish.width.value_or(style.width);
    setup.height = wish.height.value_or(style.height);
    if (wish.landscape && *wish.landscape != (setup.width > setup.height)) std::swap(setup.width, setup.height);
    setup.bleed = style.bleed;
    setup.columns = wish.columns.value_or(style.columns);
    setup.grid = body.leading;
    const double room = setup.width - style.left - style.right;
    const double wanted = (room - (setup.columns - 1) * style.gutter) / setup.columns;
    const double characters = std::max(1.0, std::floor(wanted / body.size + 1e-6));
    setup.column = off.has(text::Rule::G2) ? wanted : characters * body.size;
    // With several columns the text area keeps the theme's margins and the gutters take up what the whole multiples
    // leave; a single column has no gutter, so its margins do.
    if (setup.columns > 1) {
        setup.gutter = (room - setup.columns * setup.column) / (setup.columns - 1);
        setup.text.x = style.left;
        setup.text.width = room;
    } else {
        setup.text.x = style.left + (room - setup.column) / 2;
        setup.text.width = setup.column;
    }
    const double lines = std::floor((setup.height - style.top - style.bottom) / setup.grid + 1e-6);
    setup.text.y = style.top;
    setup.text.height = std::max(1.0, lines) * setup.grid;
    return setup;
}

Measure PageSetup::measure(bool across) const {
    Measure measure;
    measure.width = across ? text.width : column;
    measure.grid = grid;
    measure.text_height = text.height;
    measure.to_page_left = text.x;
    measure.to_page_top = text.y;
    measure.to_page_bottom = height - text.bottom();
    measure.page_width = width;
    measure.bleed = bleed;
    measure.vertical = vertical;
    measure.upright = upright;
    return measure;
}

Rect on_page(const Rect& share, const PageSetup& setup) {
    return {share.x * setup.width, share.y * setup.height, share.width * setup.width, share.height * setup.height};
}

}  // namespace zheye::layout
