// The pages of contents: chapters with their headings, folios on the right, everything linked.
#include "layout/artwork.h"
#include "layout/front_matter.h"
#include "layout/legibility.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace zheye::layout {

namespace {

using theme::Style;

struct Row {
    Frame frame;
    double before = 0;
    bool is_chapter = false;
};

/// pt from the left edge to the end of the last word, and to the beginning of the first; 0 where there is none.
double right_of(const Frame& line) {
    double right = 0;
    for (const auto& item : line.items)
        if (const auto* run = std::get_if<GlyphRun>(&item))
            for (const auto& glyph : run->glyphs) right = std::max(right, run->origin.x + glyph.x + glyph.advance);
    return right;
}
double left_of(const Frame& line) {
    std::optional<double> left;
    for (const auto& item : line.items)
        if (const auto* run = std::get_if<GlyphRun>(&item))
            left = std::min(left.value_or(run->origin.x), run->origin.x);
    return left.value_or(0);
}

class ContentsSetter {
public:
    ContentsSetter(Typesetter& type, const PageSetup& setup, NodeId parent)
        : type_(type),
          style_(type.theme.contents),
          setup_(setup),
          number_column_(style_.number_width),
          section_(type.node(parent, Role::sect)),
          heading_(type.node(section_, Role::h1)),
          toc_(type.node(section_, Role::toc)) {}

    std::vector<Frame> set(const std::vector<ContentsEntry>& entries) {
        const Rect body = on_page(style_.body, setup_);
        find_number_column(entries, body.width);
        std::vector<Row> rows;
        for (const auto& entry : entries) rows.push_back(row(entry, body.width, rows.empty()));
        // A chapter stays whole where that takes no page more.
        auto plan = paged(rows, body.height, true);
        if (auto parted = paged(rows, body.height, false); parted.size() < plan.size()) plan = std::move(parted);
        // The rows of all pages stand equally far apart.
        const double factor = std::ranges::min(plan, {}, &PageOfRows::factor).factor;
        std::vector<Frame> pages;
        std::size_t at = 0;
        for (const auto& here : plan) {
            Frame page = head(pages.empty());
            double y = body.y;
            for (std::size_t i = at; i < here.end; ++i) {
                if (i > at) y += rows[i].before * factor;
                const double row_height = rows[i].frame.size.height;
                page.place({body.x, y}, std::move(rows[i].frame));
                y += row_height;
            }
            at = here.end;
            report_illegible(page, type_.paper(), type_.fonts, type_.diagnostics);
            pages.push_back(std::move(page));
        }
        return pages;
    }

private:
    /// How far the rows from `at` go on one page, and by what their gaps are multiplied: to fill it, or, where that
    /// takes all the rest of them in, to hold it.
    struct PageOfRows {
        std::size_t end = 0;
        double factor = 1;
    };
    /// All rows on pages, at least one.
    [[nodiscard]] std::vector<PageOfRows> paged(const std::vector<Row>& rows, double room, bool whole) const {
        std::vector<PageOfRows> pages;
        do {
            pages.push_back(fill(rows, pages.empty() ? 0 : pages.back().end, room, whole));
        } while (pages.back().end < rows.size());
        return pages;
    }
    [[nodiscard]] PageOfRows fill(const std::vector<Row>& rows, std::size_t at, double room, bool keep_whole) const {
        constexpr double kTightest = 0.5;
        std::size_t end = at;
        double height = 0, gaps = 0;
        const auto add = [&] {
            gaps += end == at ? 0 : rows[end].before;
            height += rows[end].frame.size.height;
            ++end;
        };
        while (end < rows.size() &&
               (end == at || height + gaps + rows[end].before + rows[end].frame.size.height <= room))
            add();
        if (const std::size_t whole = without_begun_chapter(rows, at, end, room); keep_whole && whole < end) {
            height = gaps = 0;
            for (end = at; end < whole;) add();
        }
        const PageOfRows loose{end, gaps > 0 ? std::clamp((room - height) / gaps, 1.0, style_.stretch) : 1};
        while (end < rows.size()) add();
        if (loose.end < rows.size() && height + kTightest * gaps <= room) return {end, (room - height) / gaps};
        return loose;
    }

    /// Where a page ends so that a chapter which goes on after `end` is on the next page whole; `end` where it begins
    /// so high that the page would be left half empty, or at the page's top.
    [[nodiscard]] static std::size_t without_begun_chapter(const std::vector<Row>& rows, std::size_t at,
                                                           std::size_t end, double room) {
        constexpr double kMostLeft = 0.5;
        if (end == rows.size() || rows[end].is_chapter) return end;
        double left = 0;
        std::size_t begin = end;
        do {
            --begin;
            left += rows[begin].before + rows[begin].frame.size.height;
        } while (begin > at && !rows[begin].is_chapter);
        return begin > at && left <= kMostLeft * room ? begin : end;
    }

    Frame head(bool first) {
        Frame page{{setup_.width, setup_.height}, {}};
        draw_artwork(page, style_.artwork, on_page(style_.area, setup_), setup_.bleed);
        const double width = on_page(style_.title.area, setup_).width;
        Frame title =
            type_.fitted(plain(type_.words.contents), Style::contents_title, first ? heading_ : kArtifact, width);
        place_in(page, std::move(title), style_.title, setup_);
        return page;
    }

    /// As wide as the theme has it, or as the widest numeral needs: none is parted. They are smaller where they would
    /// take too much of the line.
    void find_number_column(const std::vector<ContentsEntry>& entries, double width) {
        constexpr double kMost = 0.25, kGap = 0.5;  // of the line, em
        const double size = type_.theme.style(Style::contents_number).size, gap = kGap * size, most = kMost * width;
        double widest = 0;
        for (const auto& entry : entries)
            if (entry.level == 1 && !entry.numeral.empty()) widest = std::max(widest, numeral(entry).natural_width());
        if (widest + gap <= style_.number_width) return;
        numerals_.scale = std::min(1.0, std::max((most - gap) / widest, type_.smallest_type() / size));
        number_column_ = std::max(style_.number_width, widest * numerals_.scale + gap);
    }
    [[nodiscard]] ShapedText numeral(const ContentsEntry& entry) const {
        return type_.shape(plain(entry.numeral), Style::contents_number, kArtifact, numerals_);
    }

    Row row(const ContentsEntry& entry, double width, bool first) {
        const NodeId item = type_.node(toc_, Role::toci);
        const NodeId link = type_.node(type_.node(item, Role::reference), Role::link);
        const bool chapter = entry.level == 1;
        const double left = number_column_, right = style_.number_width;
        const Style text = chapter ? Style::contents_chapter : Style::contents_entry;
        auto shaped = type_.shape(content::without_notes(entry.title), text, type_.node(link, Role::span));
        Frame folio = type_.block(plain(entry.label), Style::contents_page, type_.node(link, Role::span), right);
        auto lines = type_.lines(shaped, width - left - right);
        const double title_end = lines.empty() ? 0 : left + right_of(lines.back());
        Frame title = stacked(std::move(lines));
        Frame frame;
        frame.size = {width, title.size.height};
        if (chapter && !entry.numeral.empty()) {
            Frame number = type_.block(numeral(entry), left);
            const double y = (shaped.leading - number.size.height) / 2;
            frame.place({0, y}, std::move(number));
        }
        const double folio_y = title.size.height - shaped.leading + (shaped.leading - folio.size.height) / 2;
        draw_leader(frame, title_end, width - right + left_of(folio),
                    title.size.height - shaped.leading + shaped.baseline);
        frame.place({left, 0}, std::move(title));
        frame.place({width - right, folio_y}, std::move(folio));
        if (!entry.subtitle.empty()) {
            Frame subtitle = type_.block(content::without_notes(entry.subtitle), Style::contents_subtitle,
                                         type_.node(item, Role::p), width - left);
            const double y = frame.size.height;
            frame.size.height += subtitle.size.height;
            frame.place({left, y}, std::move(subtitle));
        }
        if (chapter) {
            frame.size.height += style_.rule_gap;
            draw_rule(frame, style_.rule, {0, frame.size.height}, {width, frame.size.height});
        }
        frame.items.emplace_back(
            Link{{0, 0, width, frame.size.height}, link, {}, entry.page, entry.y, content::plain_text(entry.title)});
        return {std::move(frame), chapter && !first ? style_.chapter_before : style_.entry_gap, chapter};
    }

    /// Dots on the baseline, under each other in all rows.
    void draw_leader(Frame& frame, double from, double to, double baseline) const {
        const double radius = style_.leader.width / 2, pitch = style_.leader_pitch;
        if (radius <= 0) return;
        const double last = std::floor((to - pitch) / pitch) * pitch;
        for (double x = std::ceil((from + pitch) / pitch) * pitch; x <= last; x += pitch)
            frame.items.emplace_back(
                Shape{Path::circle({x, baseline - radius}, radius), Paint{style_.leader.colour}, {}, 1});
    }

    Typesetter& type_;
    const theme::ContentsStyle& style_;
    const PageSetup& setup_;
    TypeOptions numerals_;
    double number_column_;  ///< pt
    NodeId section_, heading_, toc_;
};

}  // namespace

std::vector<Frame> contents_pages(Typesetter& type, const std::vector<ContentsEntry>& entries, const PageSetup& setup,
                                  NodeId parent) {
    return ContentsSetter(type, setup, parent).set(entries);
}

}  // namespace zheye::layout
