// Cover and back cover.
#include "base/utf8.h"
#include "layout/artwork.h"
#include "layout/front_matter.h"
#include "layout/legibility.h"
#include "layout/turn.h"

#include <algorithm>
#include <utility>

namespace zheye::layout {

namespace {

using theme::Style;

Frame blank(const PageSetup& setup) { return {{setup.width, setup.height}, {}}; }

/// Of the room of title and subtitle: more of it the subtitle does not take.
constexpr double kSubtitleShare = 0.5;

/// The title at the first size at which it takes few enough lines; smaller still, and in more lines, where it would
/// leave its room.
Frame title_block(Typesetter& type, const content::RichText& title, Size room, int most, bool vertical, NodeId node) {
    const auto& style = type.theme.cover;
    const auto& text = type.theme.style(Style::cover_title);
    const auto shaped_at = [&](double size) {
        TypeOptions options;
        options.scale = size / text.size;
        options.balance = true;
        options.vertical = vertical;
        auto shaped = type.shape(title, Style::cover_title, node, options);
        const double leading = size * style.title_leading;
        shaped.baseline += (leading - shaped.leading) / 2;
        shaped.leading = leading;
        return shaped;
    };
    for (const double size : style.title_sizes) {
        const auto shaped = shaped_at(size);
        const auto count = static_cast<int>(shaped.line_count(room.width));
        const bool fits =
            count <= most && count * shaped.leading <= room.height + 1e-6 && !shaped.is_overfull(room.width);
        if (fits) return type.block(shaped, room.width);
    }
    const double last = style.title_sizes.back();
    for (double size = last;; size *= kSmaller) {
        const auto shaped = shaped_at(size);
        if (static_cast<double>(shaped.line_count(room.width)) * shaped.leading > room.height &&
            size * kSmaller > type.smallest_type())
            continue;
        if (size < last) type.report_long_title(title, Style::cover_title, last, size);
        return type.block(shaped, room.width);
    }
}

/// Title and subtitle; `room` is as wide as their lines are long.
Frame title_lines(Typesetter& type, const content::Document& document, Size room, bool vertical, NodeId section) {
    const auto& style = type.theme.cover;
    const NodeId title = type.node(section, Role::p);
    Frame subtitle;
    if (!document.subtitle.empty()) {
        room.height -= style.subtitle_gap;
        TypeOptions options;
        options.balance = true;
        options.vertical = vertical;
        const double most = std::max(room.height * kSubtitleShare, type.theme.style(Style::cover_subtitle).leading);
        subtitle = type.fitted(document.subtitle, Style::cover_subtitle, type.node(section, Role::p),
                               Size{room.width, most}, options);
        room.height -= subtitle.size.height;
    }
    const auto characters = static_cast<int>(utf8::to_utf32(content::plain_text(document.title)).size());
    const int most = vertical && characters <= style.vertical_line ? 1 : style.title_lines;
    Frame titles = title_block(type, document.title, room, most, vertical, title);
    if (document.subtitle.empty()) return titles;
    Frame gap{{room.width, style.subtitle_gap}, {}};
    return stacked({std::move(titles), std::move(gap), std::move(subtitle)});
}

void draw_picture(Typesetter& type, Frame& page, const content::Picture& picture, const PageSetup& setup,
                  NodeId parent) {
    if (picture.path.empty()) return;
    const auto id = type.image(picture);
    if (!id) return;
    const double share = type.theme.cover.height, b = setup.bleed;
    const Rect area{-b, -b, setup.width + 2 * b, setup.height * share + (share < 1 ? b : 2 * b)};
    const Rect place = covering(area, type.image(*id).ratio());
    const NodeId node = type.node(parent, Role::figure, picture.span);
    type.structure(node).alt = picture.alt;
    page.items.emplace_back(TagBegin{node});
    page.items.emplace_back(Image{*id, place, area, 0, picture.span});
    page.items.emplace_back(TagEnd{});
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

/// Who made it and when, as far as it is said: one line each.
std::vector<std::string> imprint(const Typesetter& type, const content::Meta& meta) {
    const auto& words = type.words;
    std::vector<std::string> parts;
    const auto add = [&](const std::string& label, const std::string& text) {
        if (!text.empty()) parts.push_back(label + words.label_end + text);
    };
    add(words.author, joined(meta.authors, words.list_end));
    add(words.compiler, meta.compiler);
    add(words.publisher, meta.publisher);
    add(words.number, meta.number);
    add(words.permit, meta.permit);
    add(words.print_run, meta.print_run);
    for (const auto& other : meta.others) add(other.name, other.text);
    if (!meta.date.empty()) parts.push_back(date_in_words(meta.date, type.language));
    return parts;
}

/// The same in running lines; a part is not broken where a line holds all of it.
std::string running_imprint(Typesetter& type, const content::Meta& meta, double width) {
    std::string text, line;
    const auto fits = [&](const std::string& some) {
        return type.shape(plain(some), Style::imprint, kArtifact).natural_width() <= width;
    };
    for (const auto& part : imprint(type, meta)) {
        auto longer = line + type.words.item_gap + part;
        if (!line.empty() && !fits(longer)) text += std::exchange(line, {}) + '\n';
        line = line.empty() ? part : std::move(longer);
    }
    return text + line;
}

/// Whose work which chapter is; of one chapter it goes without saying which.
std::vector<content::RichText> bylines(const Typesetter& type, const content::Document& document) {
    std::vector<content::RichText> lines;
    for (const auto& chapter : document.chapters) {
        if (chapter.byline.empty()) continue;
        content::RichText line = document.chapters.size() > 1 ? chapter.title : content::RichText{};
        if (!line.empty()) line.push_back(plain(type.words.item_gap).front());
        line.insert(line.end(), chapter.byline.begin(), chapter.byline.end());
        lines.push_back(content::without_notes(line));
    }
    return lines;
}

/// Titles, bylines and imprint. Bylines that there is no room for are left to the chapters, where they stand as well.
std::vector<content::RichText> back_cover_lines(Typesetter& type, const content::Document& document, const Size& room) {
    std::vector<content::RichText> lines, last;
    lines.push_back(content::without_notes(document.title));
    for (auto& run : lines.front()) run.strong = true;
    if (!document.subtitle.empty()) lines.push_back(content::without_notes(document.subtitle));
    for (const auto& part : imprint(type, document.meta)) last.push_back(plain(part, document.span));

    auto names = bylines(type, document);
    double height = 0;
    for (const auto* texts : {&lines, &names, &last})
        for (const auto& text : *texts) height += type.height(text, Style::imprint, room.width, balanced());
    if (height <= room.height)
        lines.insert(lines.end(), names.begin(), names.end());
    else if (!names.empty())
        type.diagnostics.warning("bylines-left", document.span,
                                 {"封底放不下各章的署名，它们只在各章的开头",
                                  "the bylines of the chapters find no room on the back cover; they stand at the "
                                  "chapters alone"});
    lines.insert(lines.end(), last.begin(), last.end());
    return lines;
}

}  // namespace

double place_in(Frame& page, Frame text, const theme::TextArea& where, const PageSetup& setup) {
    const Rect area = on_page(where.area, setup);
    const double height = text.size.height;
    const double y = where.from_bottom ? area.bottom() - height : area.y;
    page.place({area.x, y}, std::move(text));
    return where.from_bottom ? y : y + height;
}

void hang_in(Frame& page, Frame lines, const Rect& share, const PageSetup& setup) {
    const Rect area = on_page(share, setup);
    Frame standing = turned_clockwise(std::move(lines));
    page.place({area.right() - standing.size.width, area.y}, std::move(standing));
}

Frame cover_page(Typesetter& type, const content::Document& document, const PageSetup& setup, NodeId parent) {
    const auto& style = type.theme.cover;
    const NodeId section = type.node(parent, Role::sect, document.span);
    Frame page = blank(setup);
    if (document.cover->picture && !document.cover->picture->path.empty())
        draw_picture(type, page, *document.cover->picture, setup, section);
    else
        draw_artwork(page, style.artwork, {0, 0, setup.width, setup.height * style.height}, setup.bleed);

    const auto paragraph = [&](const content::RichText& text, Style name, const theme::TextArea& where, double most) {
        if (text.empty()) return;
        const Rect area = on_page(where.area, setup);
        const Size room{area.width, std::max(std::min(area.height, most), type.theme.style(name).leading)};
        place_in(page, type.fitted(text, name, type.node(section, Role::p), room), where, setup);
    };
    const bool vertical = document.cover->direction == content::Direction::vertical;
    const Rect area = on_page(vertical ? style.vertical_title : style.title.area, setup);
    const double kicker = on_page(style.kicker.area, setup).y;
    const bool title_is_below = !vertical && !style.kicker.from_bottom && !style.title.from_bottom && kicker < area.y;
    paragraph(document.cover->kicker, Style::cover_kicker, style.kicker,
              title_is_below ? area.y - kicker : setup.height);
    const Size room = vertical ? Size{area.height, area.width} : Size{area.width, area.height};
    Frame titles = title_lines(type, document, room, vertical, section);
    if (vertical)
        hang_in(page, std::move(titles), style.vertical_title, setup);
    else
        place_in(page, std::move(titles), style.title, setup);
    paragraph(document.cover->note, Style::cover_note, style.note, setup.height);
    report_illegible(page, kWhite, type.fonts, type.diagnostics);
    return page;
}

Frame imprint_line(Typesetter& type, const content::Document& document, const PageSetup& setup, NodeId parent) {
    Frame page = blank(setup);
    const auto& where = type.theme.cover.imprint;
    const double width = on_page(where.area, setup).width;
    const auto text = running_imprint(type, document.meta, width);
    if (text.empty()) return page;
    place_in(page, type.block(plain(text, document.span), Style::imprint, type.node(parent, Role::p), width), where,
             setup);
    return page;
}

double imprint_top(Typesetter& type, const content::Document& document, const PageSetup& setup) {
    const Rect area = on_page(type.theme.cover.imprint.area, setup);
    const auto text = plain(running_imprint(type, document.meta, area.width));
    return text.empty() ? setup.height : area.bottom() - type.height(text, Style::imprint, area.width);
}

Frame back_cover_page(Typesetter& type, const content::Document& document, const PageSetup& setup, NodeId parent) {
    const auto& style = type.theme.cover;
    const NodeId section = type.node(parent, Role::sect, document.span);
    Frame page = blank(setup);
    draw_artwork(page, style.back, {0, 0, setup.width, setup.height}, setup.bleed);
    const Rect area = on_page(style.imprint.area, setup);
    std::vector<Frame> lines;
    // They may grow beyond their area, as far as text stands on a page.
    const double height = style.imprint.from_bottom ? area.bottom() - setup.text.y : setup.text.bottom() - area.y;
    for (const auto& text : back_cover_lines(type, document, {area.width, height}))
        lines.push_back(type.block(text, Style::imprint, type.node(section, Role::p), area.width, balanced()));
    place_in(page, stacked(std::move(lines)), style.imprint, setup);
    report_illegible(page, kWhite, type.fonts, type.diagnostics);
    return page;
}

}  // namespace zheye::layout
