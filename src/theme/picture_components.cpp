// What a theme says of pictures and icons.
#include "theme/artwork.h"
#include "theme/component_parts.h"

namespace zheye::theme {

void read_figure(Settings& s, FigureStyle& figure) {
    around(s, figure);
    figure.caption_gap = s.length("caption-gap");
    figure.gap = s.length("gap");
    figure.column_ratio = s.number("column-ratio", 0.2, 10);
    figure.page_ratio = s.number("page-ratio", 0.2, 10);
    figure.bleed_ratio = s.number("bleed-ratio", 0.2, 10);
    figure.maximum_height = s.number("maximum-height", 0.1, 1);
    figure.radius = s.length("radius");
    figure.minimum_width = s.length("minimum-width", 20);
    figure.ground = s.colour("ground");
    figure.pad = s.length("pad");
    figure.artwork = read_artwork(s, "artwork");
    figure.scrim = s.colour("scrim");
    figure.scrim_opacity = s.number("scrim-opacity", 0, 1);
    figure.scrim_fade = s.length("scrim-fade");
    figure.words_pad = s.length("words-pad");
    figure.tones = s.colours("tones");
    figure.least_fill = s.number("least-fill", 0.05, 1);
}

void read_icon(Settings& s, IconStyle& icon) {
    icon.size = s.length("size", 6);
    icon.in_list = s.length("in-list", 4);
    icon.weight = s.number("weight", 0.3, 3);
    icon.gap = s.length("gap");
    icon.colour = s.colour("colour");
    icon.ground = s.optional_colour("ground");
    icon.pad = s.length("pad");
    icon.radius = s.length("radius");
}

}  // namespace zheye::theme
