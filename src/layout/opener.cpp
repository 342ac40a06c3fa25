// Chapter openers: a page with a band, or a strip at the head of the first text page.
#include "layout/artwork.h"
#include "layout/front_matter.h"
#include "layout/legibility.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

using theme::Style;

/// pt from the top of the page and from the bottom of the artwork: titles come no nearer.
constexpr double kTop = 24, kEdge = 12;

bool are_in_line(const Rect& a, const Rect& b) { return a.x < b.right() && b.x < a.right(); }

/// The number in its place; on small pages it gives way to the first line of a title below it. Returns where a title
/// that grows upwards has to end, in pt from the top of the page.
double place_number(Typesetter& type, const std::string& numeral, Frame& page, const theme::TextArea& where,
                    const Rect& title, double first_line, const PageSetup& setup) {
    const auto& style = type.theme.style(Style::chapter_number);
    const Rect area = on_page(where.area, setup);
    const double blank = style.leading - style.size;
    const bool is_above = !where.from_bottom && first_line > area.y + style.size / 4 && are_in_line(area, title);
    const double room = is_above ? first_line - area.y + blank : setup.height;
    Frame number{{area.width, 0}, {}};
    if (!numeral.empty()) {
        const auto line = type.in_one_line(plain(numeral), Style::chapter_number, kArtifact, {area.width, room});
        number = type.block(line, area.width);
    }
    const double end = is_above ? area.y + number.size.height - blank : kTop;
    place_in(page, std::move(number), where, setup);
    return end;
}

/// pt from the top of the page: so high may the first line of a title begin that stands below the number, without
/// making it smaller than a third.
double least_top(const Typesetter& type, const theme::TextArea& number, const Rect& title, const PageSetup& setup) {
    const Rect area = on_page(number.area, setup);
    const bool is_below = !number.from_bottom && area.y < title.y && are_in_line(area, title);
    return is_below ? area.y + type.theme.style(Style::chapter_number).size / 3 : kTop;
}

/// Number and title in their places, subtitle under the title, all above `bottom`.
void place_titles(Typesetter& type, Opener& opener, Frame& page, const theme::TextArea& number,
                  const theme::TextArea& title, double bottom, const PageSetup& setup) {
    const auto& chapter = *opener.chapter;
    const double leading = type.theme.style(Style::chapter_title).leading;
    const Rect area = on_page(title.area, setup);
    opener.title = type.node(opener.node, Role::h1, chapter.span);
    TypeOptions options;
    options.balance = true;
    std::vector<Frame> frames(1);
    if (!chapter.subtitle.empty()) {
        const double gap = type.theme.opener.subtitle_gap;
        const double most =
            (title.from_bottom ? area.bottom() - least_top(type, number, area, setup) : bottom - area.y);
        frames.push_back({{area.width, gap}, {}});
        frames.push_back(type.fitted_below({chapter.title, Style::chapter_title}, chapter.subtitle,
                                           Style::chapter_subtitle, type.node(opener.node, Role::p),
                                           Size{area.width, most - gap}, options));
    }
    double below = 0;
    for (const auto& frame : frames) below += frame.size.height;

    const double first_line = title.from_bottom ? area.bottom() - below - leading : area.y;
    const double above = place_number(type, opener.numeral, page, number, area, first_line, setup);
    const double height = title.from_bottom ? area.bottom() - above : bottom - area.y;
    frames.front() = type.fitted(chapter.title, Style::chapter_title, opener.title,
                                 Size{area.width, std::max(height - below, leading)}, options);
    const double end = place_in(page, stacked(std::move(frames)), title, setup);
    opener.bottom = title.from_bottom ? area.bottom() : end;
}

/// pt from the top of the page, to which titles on a page of their own may reach.
double bottom_of_titles(const theme::OpenerStyle& style, bool has_figures, const PageSetup& setup) {
    const Rect title = on_page(style.title.area, setup), body = on_page(style.body, setup);
    double bottom = std::min(body.bottom(), on_page(style.area, setup).bottom() - kEdge);
    const auto keep_above = [&](const Rect& other) {
        if (are_in_line(title, other) && other.y > title.y) bottom = std::min(bottom, other.y);
    };
    keep_above(body);
    if (has_figures && style.figures) keep_above(on_page(*style.figures, setup));
    return bottom;
}

/// Title and, to the left of it, subtitle, running down; smaller where a line of each would not fit beside the other,
/// and where `across`, in pt, does not hold all lines of the title.
Frame standing_titles(Typesetter& type, Opener& opener, Size area, double across) {
    const auto& chapter = *opener.chapter;
    const double length = area.height, leading = type.theme.style(Style::chapter_title).leading;
    double least = leading;
    if (!chapter.subtitle.empty())
        least += type.theme.opener.subtitle_gap + type.theme.style(Style::chapter_subtitle).leading;
    opener.title = type.node(opener.node, Role::h1, chapter.span);
    TypeOptions options;
    options.balance = options.vertical = true;
    options.scale = std::min(1.0, area.width / least);
    std::vector<Frame> frames(1);
    if (!chapter.subtitle.empty()) {
        const double gap = type.theme.opener.subtitle_gap * options.scale;
        frames.push_back({{length, gap}, {}});
        frames.push_back(type.fitted_below({chapter.title, Style::chapter_title}, chapter.subtitle,
                                           Style::chapter_subtitle, type.node(opener.node, Role::p),
                                           Size{length, across - gap}, options));
    }
    for (const auto& frame : frames) across -= frame.size.height;
    frames.front() = type.fitted(chapter.title, Style::chapter_title, opener.title,
                                 Size{length, std::max(across, leading * options.scale)}, options);
    return stacked(std::move(frames));
}

/// G2 holds here as well.
double lead_width(const Typesetter& type, const Rect& body) {
    const double em = type.theme.style(Style::lead).size;
    return std::max(1.0, std::floor(body.width / em + 1e-6)) * em;
}

/// pt that a lead may take on a page of its own: what byline and figures below it leave.
double lead_height(Typesetter& type, const Opener& opener, const Rect& body, const PageSetup& setup) {
    const auto& style = type.theme.opener;
    double below = type.height(opener.chapter->byline, Style::byline, body.width);
    if (opener.figures && !style.figures)
        below += style.lead_after + style.figure_pad +
                 figure_rows_height(type, *opener.figures, opener_figures_width(style, setup), opener.figure_scale);
    return std::max(body.height - below, type.theme.style(Style::lead).leading);
}

}  // namespace

double opener_figures_width(const theme::OpenerStyle& style, const PageSetup& setup) {
    return on_page(style.figures ? *style.figures : style.body, setup).width;
}

bool has_room_for_figures(Typesetter& type, const content::Chapter& chapter, const content::Stats& figures,
                          double scale, const PageSetup& setup) {
    const auto& style = type.theme.opener;
    const Rect body = on_page(style.body, setup);
    const double rows = figure_rows_height(type, figures, opener_figures_width(style, setup), scale);
    if (style.figures) return rows <= on_page(*style.figures, setup).height;
    double others = style.figure_pad;
    if (!chapter.lead.empty())
        others += type.height(chapter.lead, Style::lead, lead_width(type, body)) + style.lead_after;
    return others + rows + type.height(chapter.byline, Style::byline, body.width) <= body.height;
}

Frame opener_page(Typesetter& type, Opener& opener, const PageSetup& setup) {
    const auto& style = type.theme.opener;
    const auto& chapter = *opener.chapter;
    Frame page{{setup.width, setup.height}, {}};
    draw_artwork(page, style.artwork, on_page(style.area, setup), setup.bleed);
    const Rect body = on_page(style.body, setup);
    place_titles(type, opener, page, style.number, style.title,
                 bottom_of_titles(style, opener.figures != nullptr, setup), setup);
    double y = body.y;
    if (!chapter.lead.empty()) {
        const NodeId node = type.node(opener.node, Role::p);
        Frame lead = type.fitted(chapter.lead, Style::lead, node,
                                 Size{lead_width(type, body), lead_height(type, opener, body, setup)});
        const double height = lead.size.height;
        page.place({body.x, y}, std::move(lead));
        y += height + style.lead_after;
    }
    if (opener.figures) {
        const Rect place = style.figures ? on_page(*style.figures, setup) : Rect{body.x, y, body.width, 0};
        Frame rows = set_figure_rows(type, *opener.figures, place.width, opener.figure_scale, opener.node);
        if (!style.figures) y += rows.size.height + style.figure_pad;
        page.place({place.x, place.y}, std::move(rows));
    }
    Frame byline;
    if (!chapter.byline.empty())
        byline = type.block(chapter.byline, Style::byline, type.node(opener.node, Role::p), body.width);
    const auto style_of_foot = foot_style(type);
    Foot foot(style_of_foot);
    auto notes = set_notes(type, page, body.width);
    std::ranges::move(set_notes(type, byline, body.width), std::back_inserter(notes));
    // What does not fit is told by the numbering: its mark has no note.
    (void)foot.take(std::move(notes), body.bottom() - y - byline.size.height);
    const double top = std::max(y, body.bottom() - foot.height() - byline.size.height);
    page.place({body.x, top}, std::move(byline));
    page.place({body.x, body.bottom() - foot.height()}, foot.frame(body.width));
    report_illegible(page, type.paper(), type.fonts, type.diagnostics);
    return page;
}

Frame opener_strip(Typesetter& type, Opener& opener, const PageSetup& setup) {
    const auto& style = type.theme.opener;
    Frame page{{setup.width, setup.height}, {}};
    draw_artwork(page, style.strip_artwork, {0, 0, setup.width, setup.height * style.strip}, setup.bleed);
    // Where nothing is drawn the strip is as high as its titles; half a page at most.
    const double bottom = style.strip_artwork.empty() ? setup.height / 2 : setup.height * style.strip - kEdge / 2;
    place_titles(type, opener, page, style.strip_number, style.strip_title, bottom, setup);
    report_illegible(page, type.paper(), type.fonts, type.diagnostics);
    return page;
}

Frame vertical_opener_strip(Typesetter& type, Opener& opener, const PageSetup& setup) {
    const auto& style = type.theme.opener;
    Frame page{{setup.width, setup.height}, {}};
    const double width = setup.width * style.vertical_strip;
    draw_artwork(page, style.strip_artwork, {setup.width - width, 0, width, setup.height}, setup.bleed);
    const auto& number = style.vertical_number;
    if (!opener.numeral.empty()) {
        const double room = on_page(number.area, setup).width;
        const auto line =
            type.in_one_line(plain(opener.numeral), Style::chapter_number, kArtifact, {room, setup.height});
        place_in(page, type.block(line, room), number, setup);
    }
    const Rect area = on_page(style.vertical_title, setup);
    const double edge = setup.width - area.right();
    const double across = style.strip_artwork.empty() ? setup.width / 2 : width - kEdge / 2 - edge;
    Frame titles = standing_titles(type, opener, {area.width, area.height}, across);
    opener.bottom = edge + titles.size.height;
    hang_in(page, std::move(titles), style.vertical_title, setup);
    report_illegible(page, type.paper(), type.fonts, type.diagnostics);
    return page;
}

}  // namespace zheye::layout
