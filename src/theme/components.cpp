#include "theme/components.h"

#include "theme/artwork.h"
#include "theme/component_parts.h"

namespace zheye::theme {

namespace {

void read_heading(Settings& s, HeadingStyle& heading) {
    around(s, heading);
    heading.across = s.flag("across");
    heading.mark = s.length("mark");
    heading.mark_shape = mark_shape(s, "mark-shape");
    heading.mark_gap = s.length("mark-gap");
    heading.mark_colour = s.colour("mark-colour");
    heading.rule = rule(s, "rule");
    heading.rule_gap = s.length("rule-gap");
    heading.numbering = static_cast<HeadingStyle::Numbering>(
        s.choice("numbering", {"none", "han", "bracketed-han", "arabic", "bracketed-arabic"}));
}

void read_table(Settings& s, TableStyle& table) {
    around(s, table);
    table.caption_gap = s.length("caption-gap");
    table.pad_x = s.length("pad-x");
    table.pad_y = s.length("pad-y");
    table.head_ground = s.optional_colour("head-ground");
    table.top = rule(s, "top");
    table.head_line = rule(s, "head-line");
    table.line = rule(s, "line");
    table.bottom = rule(s, "bottom");
    table.group_ground = s.optional_colour("group-ground");
    table.group_line = rule(s, "group-line");
    table.total_ground = s.optional_colour("total-ground");
    table.total_line = rule(s, "total-line");
    table.strong_first_column = s.flag("strong-first-column");
    table.stripe = s.optional_colour("stripe");
    table.keep = s.number("keep", 0, 1);
    table.comfortable_column = s.length("comfortable-column");
}

void read_stats(Settings& s, StatsStyle& stats) {
    around(s, stats);
    stats.pad_x = s.length("pad-x");
    stats.pad_top = s.length("pad-top");
    stats.pad_bottom = s.length("pad-bottom");
    stats.gap = s.length("gap");
    stats.minimum_width = s.length("minimum-width");
    stats.top = rule(s, "top");
    stats.between = rule(s, "between");
    stats.bottom = rule(s, "bottom");
    stats.ground = s.optional_colour("ground");
    stats.radius = s.length("radius");
    stats.space = s.length("space");
    stats.icons = s.flag("icons");
}

void read_list(Settings& s, ListStyle& list) {
    around(s, list);
    list.between = s.length("between");
    list.indent = s.length("indent");
    list.keep = s.integer("keep", 0, 100);
    list.bullet = s.length("bullet");
    list.bullet_shape = mark_shape(s, "bullet-shape");
    list.bullet_colour = s.colour("bullet-colour");
}

void read_quote(Settings& s, QuoteStyle& quote) {
    around(s, quote);
    quote.indent = s.length("indent");
    quote.by_gap = s.length("by-gap");
    quote.bar = rule(s, "bar");
    quote.top = rule(s, "top");
    quote.bottom = rule(s, "bottom");
    quote.pad = s.length("pad");
    quote.mark = s.flag("mark");
    quote.keep = s.number("keep", 0, 1);
}

void read_timeline(Settings& s, TimelineStyle& timeline) {
    around(s, timeline);
    timeline.between = s.length("between");
    timeline.gap = s.length("gap");
    timeline.dot = s.length("dot");
    timeline.horizontal = s.length("horizontal-from");
    timeline.across = s.flag("across");
    timeline.most = s.integer("most", 1, 12);
    timeline.dot_colour = s.colour("dot-colour");
    timeline.line = rule(s, "line");
}

void read_box(Settings& s, BoxStyle& box) {
    around(s, box);
    box.pad = s.length("pad");
    box.title_gap = s.length("title-gap");
    box.keep = s.number("keep", 0, 1);
    box.side_title = s.number("side-title", 0, 0.6);
    box.wide = s.length("wide-from");
    box.radius = s.length("radius");
    box.ground = s.colour("ground");
    box.outline = rule(s, "outline");
    box.top = rule(s, "top");
    box.bar = rule(s, "bar");
}

void read_notes(Settings& s, NotesStyle& notes) {
    notes.mark_size = s.number("mark-size", 0.3, 1);
    notes.mark_most = s.length("mark-most", kSmallestType);
    notes.mark_rise = s.number("mark-rise", 0, 1);
    notes.before = s.length("before");
    notes.rule = rule(s, "rule");
    notes.rule_length = s.length("rule-length");
    notes.rule_gap = s.length("rule-gap");
    notes.label_gap = s.length("label-gap");
    notes.keep = s.integer("keep", 3, 100);
}

void read_cover(Settings& s, CoverStyle& cover) {
    cover.height = s.number("height", 0.05, 1);
    cover.artwork = read_artwork(s, "artwork");
    cover.kicker = area(s, "kicker");
    cover.title = area(s, "title");
    cover.note = area(s, "note");
    cover.subtitle_gap = s.length("subtitle-gap");
    cover.vertical_title = s.rect("vertical-title");
    cover.vertical_line = s.integer("vertical-title-line", 1, 20);
    cover.title_sizes = s.lengths("title-sizes");
    cover.title_lines = s.integer("title-lines", 1, 10);
    cover.title_leading = s.number("title-leading", 0.8, 3);
    cover.back = read_artwork(s, "back-artwork");
    cover.imprint = area(s, "imprint");
}

void read_opener(Settings& s, OpenerStyle& opener) {
    opener.pages = s.flag("pages");
    opener.area = s.rect("area");
    opener.artwork = read_artwork(s, "artwork");
    opener.number = area(s, "number");
    opener.title = area(s, "title");
    opener.subtitle_gap = s.length("subtitle-gap");
    opener.body = s.rect("body");
    opener.figures = s.optional_rect("figures");
    opener.lead_after = s.length("lead-after");
    opener.figure_pad = s.length("figure-pad");
    opener.figure_share = s.number("figure-share", 0.2, 0.9);
    opener.figure_rule = rule(s, "figure-rule");
    opener.most_figures = s.integer("most-figures", 0, 10);
    opener.strip_artwork = read_artwork(s, "strip-artwork");
    opener.strip = s.number("strip", 0, 1);
    opener.strip_number = area(s, "strip-number");
    opener.strip_title = area(s, "strip-title");
    opener.vertical_strip = s.number("vertical-strip", 0, 1);
    opener.vertical_number = area(s, "vertical-number");
    opener.vertical_title = s.rect("vertical-title");
}

void read_contents(Settings& s, ContentsStyle& contents) {
    contents.area = s.rect("area");
    contents.artwork = read_artwork(s, "artwork");
    contents.title = area(s, "title");
    contents.body = s.rect("body");
    contents.number_width = s.length("number-width");
    contents.chapter_before = s.length("chapter-before");
    contents.rule_gap = s.length("rule-gap");
    contents.entry_gap = s.length("entry-gap");
    contents.stretch = s.number("stretch", 1, 5);
    contents.rule = rule(s, "rule");
    contents.leader = rule(s, "leader");
    contents.leader_pitch = s.length("leader-pitch", 1);
}

void read_filler(Settings& s, FillerStyle& filler) {
    filler.artwork = read_artwork(s, "artwork");
    filler.title = area(s, "title");
    filler.lines = s.rect("lines");
    filler.pitch = s.length("pitch", 1);
    filler.rule = rule(s, "rule");
}

void read_chapter_head(Settings& s, ChapterHeadStyle& head) {
    around(s, head);
    head.ground = s.optional_colour("ground");
    head.pad = s.length("pad");
    head.number_width = s.length("number-width");
    head.subtitle_gap = s.length("subtitle-gap");
    head.rule = rule(s, "rule");
    head.rule_gap = s.length("rule-gap");
    head.lead_gap = s.length("lead-gap");
}

void read_panels(Settings& s, PanelsStyle& panels) {
    panels.fold_in = s.length("fold-in");
    panels.fold_in_ground = s.optional_colour("fold-in-ground");
    panels.closing = s.rect("closing");
}

void read_poster(Settings& s, PosterStyle& poster) {
    poster.distance = s.number("distance", 0.1, 20);
    poster.legible = s.number("legible", 0.001, 0.05);
    poster.largest = s.number("largest", 1, 10);
    poster.column = s.number("column", 4, 100);
    poster.spread = s.length("spread");
}

void read_marks(Settings& s, MarksStyle& marks) {
    marks.distance = s.length("distance");
    marks.length = s.length("length");
    marks.line = rule(s, "line");
}

}  // namespace

void read_page(Settings& root, Theme& theme) {
    root.map("page", [&](Settings& s) {
        auto& page = theme.page;
        page.width = s.length("width", 1);
        page.height = s.length("height", 1);
        page.top = s.length("top");
        page.bottom = s.length("bottom");
        page.left = s.length("left");
        page.right = s.length("right");
        page.columns = s.integer("columns", 1, 4);
        page.gutter = s.length("gutter");
        page.bleed = s.length("bleed");
        page.ground = s.optional_colour("ground");
    });
    root.map("furniture", [&](Settings& s) {
        auto& furniture = theme.furniture;
        furniture.head = static_cast<HeadPlace>(s.choice("head", {"top", "bottom", "none"}));
        furniture.folio_centred = s.choice("folio", {"outer", "centre"}) == 1;
        furniture.folio_before = s.word("folio-before");
        furniture.folio_after = s.word("folio-after");
        furniture.head_baseline = s.length("head-baseline");
        furniture.head_rule = s.length("head-rule");
        furniture.rule = rule(s, "rule");
        furniture.folio_baseline = s.length("folio-baseline");
    });
}

void read_typography(Settings& s, Theme& theme) {
    auto& typography = theme.typography;
    const std::vector<std::string_view> styles = {"full", "half", "open", "full-squeeze"};
    typography.punctuation = styles[s.choice("punctuation", styles) % 3];
    typography.hanging = s.flag("hanging");
    const std::vector<std::string_view> levels = {"none", "basic", "gb", "strict"};
    typography.prohibition = levels[s.choice("prohibition", levels)];
    typography.keep_with_number = s.words("keep-with-number");
    typography.han_latin_gap = s.number("han-latin-gap", 0, 1);
    typography.latin_scale = s.number("latin-scale", 0.5, 2);
    typography.indent = s.number("indent", 0, 10);
    typography.narrow_indent = s.number("narrow-indent", 0, 10);
    typography.narrow = s.number("narrow-under", 0, 100);
    typography.loosest = s.number("loosest", 0.01, 10);
    typography.emphasis_dots = s.choice("emphasis", {"kai", "dots"}) == 1;
}

void read_components(Settings& root, Theme& theme) {
    root.map("heading", [&](Settings& s) { read_heading(s, theme.heading); });
    root.map("subheading", [&](Settings& s) { read_heading(s, theme.subheading); });
    root.map("table", [&](Settings& s) { read_table(s, theme.table); });
    root.map("stats", [&](Settings& s) { read_stats(s, theme.stats); });
    root.map("figure", [&](Settings& s) { read_figure(s, theme.figure); });
    root.map("icon", [&](Settings& s) { read_icon(s, theme.icon); });
    root.map("list", [&](Settings& s) { read_list(s, theme.list); });
    root.map("quote", [&](Settings& s) { read_quote(s, theme.quote); });
    root.map("pull-quote", [&](Settings& s) { read_quote(s, theme.pull); });
    root.map("lead", [&](Settings& s) {
        around(s, theme.lead);
        theme.lead.across = s.flag("across");
    });
    root.map("timeline", [&](Settings& s) { read_timeline(s, theme.timeline); });
    root.map("box", [&](Settings& s) { read_box(s, theme.box); });
    root.map("hub", [&](Settings& s) { read_hub(s, theme.hub); });
    root.map("flow", [&](Settings& s) { read_flow(s, theme.flow); });
    root.map("cards", [&](Settings& s) { read_cards(s, theme.cards); });
    root.map("qr", [&](Settings& s) { read_qr(s, theme.qr); });
    root.map("chart", [&](Settings& s) { read_chart(s, theme.chart); });
    root.map("notes", [&](Settings& s) { read_notes(s, theme.notes); });
    root.map("cover", [&](Settings& s) { read_cover(s, theme.cover); });
    root.map("opener", [&](Settings& s) { read_opener(s, theme.opener); });
    root.map("contents", [&](Settings& s) { read_contents(s, theme.contents); });
    root.map("filler", [&](Settings& s) { read_filler(s, theme.filler); });
    root.map("chapter-head", [&](Settings& s) { read_chapter_head(s, theme.chapter_head); });
    root.map("panels", [&](Settings& s) { read_panels(s, theme.panels); });
    root.map("poster", [&](Settings& s) { read_poster(s, theme.poster); });
    root.map("marks", [&](Settings& s) { read_marks(s, theme.marks); });
}

}  // namespace zheye::theme
