// Paragraphs, headings, lists and quotes → galleys.
#include "layout/blocks.h"
#include "layout/icon.h"

#include <algorithm>

namespace zheye::layout {

namespace {

using theme::Style;

double first_line_indent(const Typesetter& type, const Measure& measure) {
    const auto& typography = type.theme.typography;
    if (type.off.has(text::Rule::G1)) return 0;
    const double em = type.theme.style(measure.text).size;
    const bool narrow = measure.width < typography.narrow * em || !type.language.starts_with("zh");
    return em * (narrow ? typography.narrow_indent : typography.indent);
}

/// A mark of the given side whose centre lies on the middle of the first line, `em` high; a bar takes the text's
/// height.
void draw_mark(Frame& frame, theme::MarkShape shape, double line_height, double side, double em, Colour colour) {
    const double y = line_height / 2, r = side / 2;
    switch (shape) {
        case theme::MarkShape::square:
            return draw_area(frame, {0, y - r, side, side}, colour);
        case theme::MarkShape::disc:
            frame.items.emplace_back(Shape{Path::circle({r, y}, r), Paint{colour}, {}, 1});
            return;
        case theme::MarkShape::ring:
            frame.items.emplace_back(Shape{Path::circle({r, y}, 0.8 * r), {}, Stroke{colour, 0.4 * r, {}, false}, 1});
            return;
        case theme::MarkShape::bar:
            return draw_area(frame, {0, y - em / 2, side, em}, colour);
        case theme::MarkShape::dash:
            return draw_area(frame, {0, y - r / 4, side, r / 2}, colour);
    }
}

}  // namespace

namespace {

/// A piece that takes the whole band leaves no foot for the notes of lines beside it.
bool has_notes(const content::RichText& rich) {
    return std::ranges::any_of(rich, [](const content::TextRun& run) { return !run.note.empty(); });
}

/// A paragraph of which the first lines stand beside the last piece, in its frame.
void append_beside(Galley& galley, Typesetter& type, const content::RichText& rich, const Measure& measure,
                   NodeId parent) {
    Beside beside = *galley.beside;
    TypeOptions options;
    options.vertical = measure.vertical;
    options.indent = first_line_indent(type, measure.narrowed(beside.width));
    const auto shaped = type.shape(rich, measure.text, type.node(parent, Role::p, rich.front().span), options);
    const std::size_t room = beside.lines - beside.taken;
    auto lines = type.lines(shaped, {measure.width, room, beside.width});
    const auto here = std::min(room, lines.size());
    auto& frame = galley.pieces.back().frame;
    for (std::size_t i = 0; i < here; ++i)
        frame.place({beside.x, static_cast<double>(beside.taken++) * measure.grid}, std::move(lines[i]));
    frame.size.height = std::max(frame.size.height, static_cast<double>(beside.taken) * measure.grid);
    galley.after = std::max(0.0, beside.end - frame.size.height);
    galley.beside = beside.taken < beside.lines ? std::optional(beside) : std::nullopt;
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(here));
    Galley rest;
    append_lines(rest, std::move(lines), 0, measure.width, true);
    if (rest.empty()) return;
    auto& first = rest.pieces.front();
    first.continues = true;
    if (here == 1 || rest.pieces.size() == 1) first.break_before = BreakBefore::forbidden;  // B7
    galley.after = 0;
    galley.append(std::move(rest), 0);
}

}  // namespace

void append_text(Galley& galley, Typesetter& type, const content::Text& block, const Measure& measure, NodeId parent) {
    const bool on_grid = type.theme.style(measure.text).leading == measure.grid;
    auto rest = block;
    while (galley.beside && on_grid && !rest.paragraphs.empty() && !has_notes(rest.paragraphs.front())) {
        if (!rest.paragraphs.front().empty()) append_beside(galley, type, rest.paragraphs.front(), measure, parent);
        rest.paragraphs.erase(rest.paragraphs.begin());
    }
    galley.append(set_text(type, rest, measure, parent), type.theme.paragraph_gap);
}

Galley set_text(Typesetter& type, const content::Text& block, const Measure& measure, NodeId parent) {
    Galley galley;
    TypeOptions options;
    options.vertical = measure.vertical;
    const bool alone = measure.text != Style::body && block.paragraphs.size() == 1;  // nothing to tell it from
    options.indent = alone ? 0 : first_line_indent(type, measure);
    const bool on_grid = type.theme.style(measure.text).leading == measure.grid;
    for (const auto& rich : block.paragraphs) {
        if (rich.empty()) continue;
        Galley paragraph;
        const auto shaped = type.shape(rich, measure.text, type.node(parent, Role::p, rich.front().span), options);
        append_lines(paragraph, type.lines(shaped, measure.width), 0, measure.width, on_grid);
        galley.append(std::move(paragraph), type.theme.paragraph_gap);
    }
    return galley;
}

Galley set_heading(Typesetter& type, const content::Heading& block, const Measure& measure, NodeId parent,
                   diag::Span span) {
    const auto& style = block.level == 1 ? type.theme.heading : type.theme.subheading;
    const int level = std::min(block.level + 1, measure.headings + 1);
    const NodeId node = type.node(parent, static_cast<Role>(static_cast<int>(Role::h1) + level - 1), span);
    const double shift = style.mark > 0 ? style.mark + style.mark_gap : 0;
    TypeOptions options;
    options.balance = true;
    options.vertical = measure.vertical;
    const auto shaped = type.shape(block.text, block.level == 1 ? Style::heading : Style::subheading, node, options);

    Galley galley;
    append_lines(galley, type.lines(shaped, measure.width - shift), shift, measure.width, false);
    if (galley.empty()) return galley;
    auto& first = galley.pieces.front();
    first.mark = Mark{content::plain_text(block.text), level, node};
    if (style.mark > 0)
        draw_mark(first.frame, style.mark_shape, shaped.leading, style.mark,
                  type.theme.style(block.level == 1 ? Style::heading : Style::subheading).size, style.mark_colour);
    if (style.rule.width > 0) {
        Frame ruled;
        ruled.size = {measure.width, first.frame.size.height + style.rule_gap};
        draw_rule(ruled, style.rule, {0, 0}, {measure.width, 0});
        ruled.place({0, style.rule_gap}, std::move(first.frame));
        first.frame = std::move(ruled);
    }
    for (auto& piece : galley.pieces) piece.keep_next = true;
    for (std::size_t i = 1; i < galley.pieces.size(); ++i) galley.pieces[i].break_before = BreakBefore::forbidden;
    first.on_grid = type.theme.style(block.level == 1 ? Style::heading : Style::subheading).leading == measure.grid;
    return galley;
}

namespace {

/// Where the icons of a list begin, and its text; that of items without one as well.
struct ListRoom {
    double icon = 0, indent = 0;
};

ListRoom room_for(const Typesetter& type, const content::List& list) {
    const double indent = type.theme.list.indent;
    if (std::ranges::all_of(list.items, [](const auto& item) { return item.icon.empty(); })) return {0, indent};
    const double icon = list.ordered ? indent : 0, em = type.theme.style(Style::body).size;
    return {icon, std::max(indent, icon + type.theme.icon.in_list + em / 2)};
}

}  // namespace

Galley set_list(Typesetter& type, const content::List& block, const Measure& measure, NodeId parent) {
    const auto& style = type.theme.list;
    const auto& text = type.theme.style(measure.text);
    const NodeId list = type.node(parent, Role::list);
    type.structure(list).ordered = block.ordered;
    Galley galley;
    TypeOptions options;
    options.vertical = measure.vertical;
    // G3: items on the grid as all running text, where nothing parts them.
    const bool on_grid = text.leading == measure.grid && style.between == 0;
    int number = 0;
    const ListRoom room = room_for(type, block);
    for (const auto& [rich, icon] : block.items) {
        const NodeId item = type.node(list, Role::list_item, rich.empty() ? diag::Span{} : rich.front().span);
        Frame label;
        if (block.ordered)
            label = type.block(plain(std::to_string(++number)), Style::list_label, type.node(item, Role::label),
                               style.indent, options);
        else if (icon.empty())
            draw_mark(label, style.bullet_shape, text.leading, style.bullet, text.size, style.bullet_colour);
        Galley entry;
        const auto shaped = type.shape(rich, measure.text, type.node(item, Role::list_body), options);
        append_lines(entry, type.lines(shaped, measure.width - room.indent), room.indent, measure.width, on_grid);
        if (entry.empty()) continue;
        auto& first = entry.pieces.front().frame;  // the label is read before the text
        Frame labelled{first.size, {}};
        labelled.place({0, block.ordered ? (text.leading - label.size.height) / 2 : 0}, std::move(label));
        const double side = type.theme.icon.in_list;
        draw_icon(labelled, type, icon, {room.icon, (text.leading - side) / 2, side, side}, type.theme.icon.colour);
        labelled.place({0, 0}, std::move(first));
        first = std::move(labelled);
        galley.append(std::move(entry), style.between);
    }
    if (static_cast<int>(galley.pieces.size()) <= style.keep)
        for (std::size_t i = 1; i < galley.pieces.size(); ++i) galley.pieces[i].break_before = BreakBefore::forbidden;
    return galley;
}

namespace {

/// A short thing that is read as a whole is not parted.
void keep_whole(Galley& galley, double most) {
    double height = 0;
    for (const auto& piece : galley.pieces) height += piece.space_before + piece.frame.size.height;
    if (height > most) return;
    for (std::size_t i = 1; i < galley.pieces.size(); ++i) galley.pieces[i].break_before = BreakBefore::forbidden;
}

Group around_quote(const theme::QuoteStyle& style) {
    Group group;
    group.pad_top = group.pad_bottom = style.pad;
    group.ground = [bar = style.bar, top = style.top, bottom = style.bottom](Size size, bool first, bool last) {
        Frame frame;
        draw_rule(frame, bar, {bar.width / 2, 0}, {bar.width / 2, size.height});
        if (first) draw_rule(frame, top, {0, top.width / 2}, {size.width, top.width / 2});
        const double foot = size.height - bottom.width / 2;
        if (last) draw_rule(frame, bottom, {0, foot}, {size.width, foot});
        return frame;
    };
    return group;
}

}  // namespace

/// Not the last thing in a column, for it leads into what follows; and short, as it should be, in one piece.
Galley set_lead(Typesetter& type, const content::Text& block, const Measure& measure, NodeId parent) {
    constexpr double kShort = 0.3;  // of the text area
    TypeOptions options;
    options.vertical = measure.vertical;
    Galley galley;
    for (const auto& rich : block.paragraphs) {
        Galley paragraph;
        const auto shaped = type.shape(rich, Style::lead_block, type.node(parent, Role::p), options);
        append_lines(paragraph, type.lines(shaped, measure.width), 0, measure.width, false);
        galley.append(std::move(paragraph), 0);
    }
    keep_whole(galley, kShort * measure.text_height);
    if (!galley.empty()) galley.pieces.back().keep_next = true;
    return galley;
}

Galley set_quote(Typesetter& type, const content::Quote& block, const Measure& measure, NodeId parent) {
    const auto& style = block.pull ? type.theme.pull : type.theme.quote;
    const NodeId quote = type.node(parent, Role::block_quote);
    const double width = measure.width - style.indent;
    TypeOptions options;
    options.vertical = measure.vertical;
    TypeOptions display = options;
    display.balance = block.pull;
    Galley galley;
    if (style.mark) {
        Galley mark;
        const auto shaped =
            type.shape(plain("“"), block.pull ? Style::pull_mark : Style::quote_mark, kArtifact, options);
        append_lines(mark, type.lines(shaped, width), style.indent, measure.width, false);
        mark.pieces.back().keep_next = true;
        galley.append(std::move(mark), 0);
        galley.heading_last = false;
    }
    for (const auto& rich : block.paragraphs) {
        Galley paragraph;
        const auto shaped =
            type.shape(rich, block.pull ? Style::pull_quote : Style::quote, type.node(quote, Role::p), display);
        append_lines(paragraph, type.lines(shaped, width), style.indent, measure.width, false);
        galley.append(std::move(paragraph), 0);
    }
    if (!block.by.empty()) {
        Galley by;
        const auto shaped =
            type.shape(block.by, block.pull ? Style::pull_by : Style::quote_by, type.node(quote, Role::p), options);
        append_lines(by, type.lines(shaped, width), style.indent, measure.width, false);
        by.pieces.front().break_before = BreakBefore::forbidden;
        galley.append(std::move(by), style.by_gap);
    }
    galley.groups.push_back(around_quote(style));
    for (auto& piece : galley.pieces) piece.group = 0;
    keep_whole(galley, style.keep * measure.text_height);
    return galley;
}

}  // namespace zheye::layout
