// The pages that make up a booklet's number of pages: left quiet, or with lines for notes. All of it artifacts.
#include "layout/artwork.h"
#include "layout/front_matter.h"

namespace zheye::layout {

Frame quiet_page(Typesetter& type, const PageSetup& setup) {
    Frame page = furniture(type, {}, setup, true);
    draw_artwork(page, type.theme.filler.artwork, {0, 0, setup.width, setup.height}, setup.bleed);
    return page;
}

Frame notes_page(Typesetter& type, const PageSetup& setup) {
    const auto& style = type.theme.filler;
    Frame page = furniture(type, {}, setup, true);
    const double width = on_page(style.title.area, setup).width;
    place_in(page, type.block(plain(type.words.notes), theme::Style::heading, kArtifact, width), style.title, setup);
    const Rect lines = on_page(style.lines, setup);
    for (double y = lines.y + style.pitch; y <= lines.bottom() + 1e-6; y += style.pitch)
        draw_rule(page, style.rule, {lines.x, y}, {lines.right(), y});
    return page;
}

}  // namespace zheye::layout
