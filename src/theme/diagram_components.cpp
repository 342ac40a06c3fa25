// The settings of what is drawn from data: diagrams, cards, codes, charts.
#include "theme/component_parts.h"

namespace zheye::theme {

void read_hub(Settings& s, HubStyle& hub) {
    around(s, hub);
    hub.caption_gap = s.length("caption-gap");
    hub.narrow = s.length("narrow-under");
    hub.height = s.number("height", 0.1, 1);
    hub.circle = s.length("circle", 1);
    hub.centre = s.number("centre", 0.5, 4);
    hub.gap = s.length("gap");
    hub.pad = s.length("pad");
    hub.ground = s.colour("ground");
    hub.centre_ground = s.colour("centre-ground");
    hub.outline = rule(s, "outline");
    hub.spoke = rule(s, "spoke");
    hub.ring = rule(s, "ring");
    hub.ring_dash = s.lengths("ring-dash", 0);
    hub.between = s.length("between");
}

void read_flow(Settings& s, FlowStyle& flow) {
    around(s, flow);
    flow.caption_gap = s.length("caption-gap");
    flow.minimum_width = s.length("minimum-width", 1);
    flow.arrow = s.length("arrow");
    flow.pad = s.length("pad");
    flow.radius = s.length("radius");
    flow.ground = s.colour("ground");
    flow.outline = rule(s, "outline");
    flow.top = rule(s, "top");
    flow.line = rule(s, "line");
}

void read_cards(Settings& s, CardsStyle& cards) {
    around(s, cards);
    cards.gap = s.length("gap");
    cards.minimum_width = s.length("minimum-width", 1);
    cards.pad = s.length("pad");
    cards.pad_top = s.length("pad-top");
    cards.radius = s.length("radius");
    cards.ground = s.optional_colour("ground");
    cards.top = rule(s, "top");
    cards.portrait = s.length("portrait", 1);
    cards.portrait_radius = s.length("portrait-radius");
    cards.ratio = s.number("ratio", 0.2, 10);
    cards.picture_gap = s.length("picture-gap");
}

void read_qr(Settings& s, QrStyle& qr) {
    around(s, qr);
    qr.size = s.length("size", 1);
    qr.gap = s.length("gap");
    qr.dark = s.colour("dark");
    qr.light = s.colour("light");
}

void read_chart(Settings& s, ChartStyle& chart) {
    around(s, chart);
    chart.title_gap = s.length("title-gap");
    chart.note_gap = s.length("note-gap");
    chart.label_gap = s.length("label-gap");
    chart.label_share = s.number("label-share", 0.1, 0.6);
    chart.narrow = s.length("narrow-under");
    chart.bar = s.length("bar", 1);
    chart.group_bar = s.length("group-bar", 1);
    chart.bar_gap = s.length("bar-gap");
    chart.column = s.length("column", 1);
    chart.column_share = s.number("column-share", 0.1, 1);
    chart.height = s.length("height", 20);
    chart.ratio = s.number("ratio", 0.5, 10);
    chart.colours = s.colours("colours");
    chart.quiet = s.colours("quiet");
    chart.track = s.colour("track");
    chart.on_dark = s.colour("on-dark");
    chart.on_light = s.colour("on-light");
    chart.axis = rule(s, "axis");
    chart.grid = rule(s, "grid");
    chart.leader = rule(s, "leader");
    chart.target = rule(s, "target");
    chart.target_reach = s.length("target-reach");
    chart.line = s.length("line");
    chart.dot = s.length("dot");
    chart.ring = s.length("ring", 20);
    chart.hole = s.number("hole", 0, 0.95);
    chart.seam = s.length("seam");
    chart.mark = s.length("mark", 1);
}

}  // namespace zheye::theme
