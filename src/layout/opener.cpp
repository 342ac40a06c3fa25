// Chapter openers: a page with a band, or a strip at the head of the first text page.
#include "layout/artwork.h"
#include "layout/front_matter.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

using theme::Style;

/// Number and title in their places, subtitle under the title.
void place_titles(Typesetter& type, Opener& opener, Frame& page, const theme::TextArea& number,
                  const theme::TextArea& title, const PageSetup& setup) {
    const auto& chapter = *opener.chapter;
    Frame numeral =
        type.fitted(plain(opener.numeral), Style::chapter_number, kArtifact, on_page(number.area, setup).width);
    place_in(page, std::move(numeral), number, setup);
    const double width = on_page(title.area, setup).width;
    opener.title = type.node(opener.node, Role::h1, chapter.span);
    TypeOptions options;
    options.balance = true;
    std::vector<Frame> frames;
    frames.push_back(type.fitted(chapter.title, Style::chapter_title, opener.title, width, options));
    if (!chapter.subtitle.empty()) {
        frames.push_back({{width, type.theme.opener.subtitle_gap}, {}});
        frames.push_back(
            type.block(chapter.subtitle, Style::chapter_subtitle, type.node(opener.node, Role::p), width, options));
    }
    place_in(page, stacked(std::move(frames)), title, setup);
}

/// Title and, to the left of it, subtitle, running down; smaller where a line of each would not fit beside the other.
Frame standing_titles(Typesetter& type, Opener& opener, Size area) {
    const auto& chapter = *opener.chapter;
    const double length = area.height;
    double across = type.theme.style(Style::chapter_title).leading;
    if (!chapter.subtitle.empty())
        across += type.theme.opener.subtitle_gap + type.theme.style(Style::chapter_subtitle).leading;
    opener.title = type.node(opener.node, Role::h1, chapter.span);
    TypeOptions options;
    options.balance = options.vertical = true;
    options.scale = std::min(1.0, area.width / across);
    std::vector<Frame> frames;
    frames.push_back(type.fitted(chapter.title, Style::chapter_title, opener.title, length, options));
    if (!chapter.subtitle.empty()) {
        frames.push_back({{length, type.theme.opener.subtitle_gap * options.scale}, {}});
        frames.push_back(
            type.block(chapter.subtitle, Style::chapter_subtitle, type.node(opener.node, Role::p), length, options));
    }
    return stacked(std::move(frames));
}

}  // namespace

Frame opener_page(Typesetter& type, Opener& opener, const PageSetup& setup) {
    const auto& style = type.theme.opener;
    const auto& chapter = *opener.chapter;
    Frame page{{setup.width, setup.height}, {}};
    draw_artwork(page, style.artwork, on_page(style.area, setup), setup.bleed);
    place_titles(type, opener, page, style.number, style.title, setup);

    const Rect body = on_page(style.body, setup);
    double y = body.y;
    if (!chapter.lead.empty()) {
        const double em = type.theme.style(Style::lead).size;  // G2 holds here as well
        Frame lead = type.block(chapter.lead, Style::lead, type.node(opener.node, Role::p),
                                std::max(1.0, std::floor(body.width / em + 1e-6)) * em);
        const double height = lead.size.height;
        page.place({body.x, y}, std::move(lead));
        y += height + style.lead_after;
    }
    if (opener.figures) {
        const Rect place = style.figures ? on_page(*style.figures, setup) : Rect{body.x, y, body.width, 0};
        Frame rows = set_figure_rows(type, *opener.figures, place.width, opener.node);
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
    return page;
}

Frame opener_strip(Typesetter& type, Opener& opener, const PageSetup& setup) {
    const auto& style = type.theme.opener;
    Frame page{{setup.width, setup.height}, {}};
    draw_artwork(page, style.strip_artwork, {0, 0, setup.width, setup.height * style.strip}, setup.bleed);
    place_titles(type, opener, page, style.strip_number, style.strip_title, setup);
    return page;
}

Frame vertical_opener_strip(Typesetter& type, Opener& opener, const PageSetup& setup) {
    const auto& style = type.theme.opener;
    Frame page{{setup.width, setup.height}, {}};
    const double width = setup.width * style.vertical_strip;
    draw_artwork(page, style.strip_artwork, {setup.width - width, 0, width, setup.height}, setup.bleed);
    const auto& number = style.vertical_number;
    place_in(page,
             type.fitted(plain(opener.numeral), Style::chapter_number, kArtifact, on_page(number.area, setup).width),
             number, setup);
    const Rect area = on_page(style.vertical_title, setup);
    hang_in(page, standing_titles(type, opener, {area.width, area.height}), style.vertical_title, setup);
    return page;
}

}  // namespace zheye::layout
