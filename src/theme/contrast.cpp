#include "theme/contrast.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace zheye::theme {

namespace {

constexpr Colour kWhite{255, 255, 255};

using Edges = std::vector<std::pair<Point, Point>>;

/// The straight pieces that a path is made of, near enough.
Edges edges(const Path& path) {
    Edges all;
    Point start, here;
    const auto to = [&](Point p) {
        all.emplace_back(here, p);
        here = p;
    };
    for (const auto& segment : path.segments) switch (segment.op) {
            case Path::Op::move:
                if (!(here == start)) to(start);
                start = here = segment.points[0];
                break;
            case Path::Op::line:
                to(segment.points[0]);
                break;
            case Path::Op::curve: {
                const Point a = here;
                const auto& [b, c, d] = segment.points;
                constexpr int kSteps = 12;
                for (int i = 1; i <= kSteps; ++i) {
                    const double t = static_cast<double>(i) / kSteps, u = 1 - t;
                    const double wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
                    to({wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y});
                }
                break;
            }
            case Path::Op::close:
                to(start);
                break;
        }
    if (!(here == start)) to(start);
    return all;
}

bool contains(const Edges& edges, Point p) {
    int winding = 0;
    for (const auto& [a, b] : edges) {
        if ((a.y <= p.y) == (b.y <= p.y)) continue;
        const double x = a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
        if (x > p.x) winding += a.y < b.y ? 1 : -1;
    }
    return winding != 0;
}

/// Of a gradient, along its direction.
Colour colour_at(const Artwork& artwork, Point p) {
    const auto& stops = artwork.fill;
    if (stops.size() == 1) return stops.front().colour;
    const double dx = artwork.to.x - artwork.from.x, dy = artwork.to.y - artwork.from.y, length = dx * dx + dy * dy;
    const double at = length > 0 ? ((p.x - artwork.from.x) * dx + (p.y - artwork.from.y) * dy) / length : 0;
    for (std::size_t i = 1; i < stops.size(); ++i)
        if (at <= stops[i].at || i + 1 == stops.size()) {
            const double span = stops[i].at - stops[i - 1].at;
            const double share = span > 0 ? std::clamp((at - stops[i - 1].at) / span, 0.0, 1.0) : 1;
            return mix(stops[i - 1].colour, stops[i].colour, share);
        }
    return stops.back().colour;
}

/// What a point of the page shows, in pt from its corner, where artwork lies in an area of it.
class Ground {
public:
    Ground(const std::vector<Artwork>& artwork, const Rect& share, const PageStyle& page)
        : artwork_(artwork),
          area_{share.x * page.width, share.y * page.height, share.width * page.width, share.height * page.height},
          paper_(page.ground.value_or(kWhite)) {
        for (const auto& one : artwork) outlines_.push_back(edges(one.path));
    }

    [[nodiscard]] Colour at(Point p) const {
        Colour colour = paper_;
        const double x = (p.x - area_.x) / area_.width, y = p.y - area_.y;
        if (x < 0 || x > 1 || y < 0 || y > area_.height) return colour;
        for (std::size_t i = 0; i < artwork_.size(); ++i) {
            const auto& one = artwork_[i];
            if (one.fill.empty()) continue;
            const Point unit{x, (one.from_bottom && !one.ground ? y - area_.height : y) / area_.width};
            if (one.ground)
                colour = mix(colour, colour_at(one, {x, y / area_.height}), one.opacity);
            else if (contains(outlines_[i], unit))
                colour = mix(colour, colour_at(one, unit), one.opacity);
        }
        return colour;
    }

private:
    const std::vector<Artwork>& artwork_;
    std::vector<Edges> outlines_;  ///< of each artwork
    Rect area_;
    Colour paper_;
};

class Checker {
public:
    explicit Checker(const Theme& theme) : theme_(theme), paper_(theme.page.ground.value_or(kWhite)) {}

    std::vector<LowContrast> run() {
        plain_pages();
        components();
        designed_pages();
        return std::move(found_);
    }

private:
    void check(Style style, const std::vector<Colour>& grounds, const std::string& where) {
        const auto& text = theme_.style(style);
        const auto name = "styles." + std::string(kStyleNames[static_cast<std::size_t>(style)]);
        one(name, text.colour, text.size, text.font.weight, grounds, where);
        one(name + ".strong", text.strong_colour, text.size, text.strong.weight, grounds, where);
    }
    void one(const std::string& name, Colour colour, double size, int weight, const std::vector<Colour>& grounds,
             const std::string& where) {
        const bool large = size >= 18 || (size >= 14 && weight >= 700);
        const double least = large ? 3 : 4.5;
        double worst = 21;
        for (const auto& ground : grounds) worst = std::min(worst, contrast(colour, ground));
        if (worst < least) found_.push_back({name, where, worst, least});
    }

    void plain_pages() {
        for (const auto style :
             {Style::body,        Style::byline,       Style::heading,     Style::subheading,    Style::caption,
              Style::table_cell,  Style::table_note,   Style::quote,       Style::quote_by,      Style::list_label,
              Style::lead_block,  Style::pull_quote,   Style::pull_by,     Style::timeline_date, Style::timeline_text,
              Style::chart_title, Style::chart_label,  Style::chart_value, Style::chart_axis,    Style::chart_total,
              Style::note,        Style::running_head, Style::folio})
            check(style, {paper_}, "page.ground");
    }

    void components() {
        const auto on = [&](std::initializer_list<Style> styles, std::optional<Colour> ground, const char* where) {
            for (const auto style : styles)
                check(style, {ground.value_or(paper_)}, ground ? std::string(where) : "page.ground");
        };
        on({Style::table_head}, theme_.table.head_ground, "table.head-ground");
        on({Style::table_cell}, theme_.table.stripe, "table.stripe");
        on({Style::table_group}, theme_.table.group_ground, "table.group-ground");
        on({Style::table_total}, theme_.table.total_ground, "table.total-ground");
        on({Style::stat_value, Style::stat_unit, Style::stat_name, Style::stat_note, Style::stat_change},
           theme_.stats.ground, "stats.ground");
        on({Style::box_title, Style::box_text, Style::list_label, Style::caption, Style::card_title,
            Style::card_subtitle, Style::card_text, Style::chart_label, Style::chart_value, Style::chart_axis},
           theme_.box.ground, "box.ground");
        // The brightest picture there can be, as far as it shows through.
        const Colour bright = mix(kWhite, theme_.figure.scrim, theme_.figure.scrim_opacity);
        for (const auto style : {Style::picture_title, Style::picture_text}) check(style, {bright}, "figure.scrim");
        on({Style::placeholder}, theme_.figure.ground, "figure.ground");
        on({Style::hub_title, Style::hub_text}, theme_.hub.centre_ground, "hub.centre-ground");
        on({Style::node_title, Style::node_text}, theme_.hub.ground, "hub.ground");
        on({Style::node_title, Style::node_text}, theme_.flow.ground, "flow.ground");
        on({Style::card_title, Style::card_subtitle, Style::card_text}, theme_.cards.ground, "cards.ground");
    }

    /// The part of a place that text takes: some lines from the edge that it grows from.
    [[nodiscard]] std::vector<Colour> under(const Ground& ground, const TextArea& place, Style style, int lines) const {
        const auto& page = theme_.page;
        Rect area{place.area.x * page.width, place.area.y * page.height, place.area.width * page.width,
                  place.area.height * page.height};
        const double height = std::min(area.height, lines * theme_.style(style).leading);
        if (place.from_bottom) area.y = area.bottom() - height;
        area.height = height;
        return under(ground, area);
    }
    [[nodiscard]] static std::vector<Colour> under(const Ground& ground, const Rect& area) {
        std::vector<Colour> colours;
        constexpr int kSteps = 6;
        for (int i = 0; i <= kSteps; ++i)
            for (int k = 0; k <= kSteps; ++k)
                colours.push_back(ground.at({area.x + area.width * i / kSteps, area.y + area.height * k / kSteps}));
        return colours;
    }

    void designed_pages() {
        const auto& page = theme_.page;
        const Rect whole{0, 0, 1, 1};
        const auto& cover = theme_.cover;
        const Ground front(cover.artwork, whole, page), back(cover.back, whole, page);
        check(Style::cover_kicker, under(front, cover.kicker, Style::cover_kicker, 1), "cover.artwork");
        check(Style::cover_title, under(front, cover.title, Style::cover_title, 1), "cover.artwork");
        check(Style::cover_subtitle, under(front, cover.title, Style::cover_title, 2), "cover.artwork");
        check(Style::cover_note, under(front, cover.note, Style::cover_note, 2), "cover.artwork");
        check(Style::imprint, under(back, cover.imprint, Style::imprint, 6), "cover.back-artwork");

        const auto& opener = theme_.opener;
        const Ground band(opener.artwork, opener.area, page),
            strip(opener.strip_artwork, {0, 0, 1, opener.strip}, page);
        const auto titles = [&](const Ground& ground, const TextArea& number, const TextArea& title,
                                const std::string& where) {
            if (theme_.chapter_numerals != "none")
                check(Style::chapter_number, under(ground, number, Style::chapter_number, 1), where);
            check(Style::chapter_title, under(ground, title, Style::chapter_title, 1), where);
            check(Style::chapter_subtitle, under(ground, title, Style::chapter_title, 2), where);
        };
        titles(strip, opener.strip_number, opener.strip_title, "opener.strip-artwork");
        if (opener.pages) {
            titles(band, opener.number, opener.title, "opener.artwork");
            const auto on = [&](const Rect& share) {
                return under(band, {share.x * page.width, share.y * page.height, share.width * page.width,
                                    share.height * page.height * 0.8});
            };
            check(Style::lead, on(opener.body), "opener.artwork");
            for (const auto style : {Style::figure_value, Style::figure_unit, Style::figure_name, Style::figure_note})
                check(style, on(opener.figures.value_or(opener.body)), "opener.artwork");
        }
        const auto& contents = theme_.contents;
        const Ground list(contents.artwork, contents.area, page);
        check(Style::contents_title, under(list, contents.title, Style::contents_title, 1), "contents.artwork");
        const auto& body = contents.body;
        const auto colours = under(list, {body.x * page.width, body.y * page.height, body.width * page.width,
                                          body.height * page.height * 0.8});
        for (const auto style : {Style::contents_number, Style::contents_chapter, Style::contents_entry,
                                 Style::contents_page, Style::contents_subtitle})
            check(style, colours, "contents.artwork");
    }

    const Theme& theme_;
    Colour paper_;
    std::vector<LowContrast> found_;
};

/// 3.24 → "3.2": cut, so that what is too little never looks enough.
std::string told(double ratio) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", std::floor(ratio * 10) / 10);
    return text;
}

}  // namespace

double contrast(Colour a, Colour b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::vector<LowContrast> low_contrasts(const Theme& theme) { return Checker(theme).run(); }

void report_low_contrasts(const Theme& theme, diag::Span span, diag::Diagnostics& diagnostics) {
    for (const auto& low : low_contrasts(theme))
        diagnostics.warning("low-contrast", span,
                            {low.text + " 的字在 " + low.ground + " 上看不清：对比度只有 " + told(low.ratio) +
                                 "，至少要 " + told(low.least),
                             low.text + " is hard to read on " + low.ground + ": its contrast is " + told(low.ratio) +
                                 ", at least " + told(low.least) + " is needed"},
                            {{"把字的颜色改深（浅色底）或改浅（深色底）",
                              "make the text darker on a light ground, lighter on a dark one"}});
}

}  // namespace zheye::theme
