#include "layout/legibility.h"

#include "theme/contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

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

int winding(const Path& path, Point p) {
    int count = 0;
    for (const auto& [a, b] : edges(path)) {
        if ((a.y <= p.y) == (b.y <= p.y)) continue;
        const double x = a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
        if (x > p.x) count += a.y < b.y ? 1 : -1;
    }
    return count;
}

bool holds(const Rect& area, Point p) {
    return p.x >= area.x && p.x <= area.right() && p.y >= area.y && p.y <= area.bottom();
}

Colour colour_at(const LinearGradient& gradient, Point p) {
    const auto& stops = gradient.stops;
    const double dx = gradient.to.x - gradient.from.x, dy = gradient.to.y - gradient.from.y;
    const double length = dx * dx + dy * dy;
    const double at = length > 0 ? ((p.x - gradient.from.x) * dx + (p.y - gradient.from.y) * dy) / length : 0;
    for (std::size_t i = 1; i < stops.size(); ++i) {
        if (at > stops[i].at) continue;
        const double span = stops[i].at - stops[i - 1].at;
        const double share = span > 0 ? std::clamp((at - stops[i - 1].at) / span, 0.0, 1.0) : 1;
        return mix(stops[i - 1].colour, stops[i].colour, share);
    }
    return stops.back().colour;
}

Colour colour_at(const Paint& paint, Point p) {
    const auto* gradient = std::get_if<LinearGradient>(&paint);
    return gradient ? colour_at(*gradient, p) : std::get<Colour>(paint);
}

/// The areas and pictures of a page, in the order in which they are drawn. Looked at from many points.
class Grounds {
public:
    Grounds(const Frame& page, Colour paper) : paper_(paper) {
        // Lines, dots and the like are no ground of a word.
        constexpr double kLeast = 6;  // pt
        for (std::size_t i = 0; i < page.items.size(); ++i) {
            if (const auto* image = std::get_if<Image>(&page.items[i])) {
                grounds_.push_back({i, image->clip.value_or(image->place), nullptr});
            } else if (const auto* shape = std::get_if<Shape>(&page.items[i]); shape && shape->fill) {
                const auto area = shape->path.bounds();
                if (area && std::min(area->width, area->height) >= kLeast) grounds_.push_back({i, *area, shape});
            }
        }
    }

    /// Under the items from `end` on; none over a picture.
    [[nodiscard]] std::optional<Colour> at(Point p, std::size_t end) const {
        std::optional<Colour> colour = paper_;
        for (const auto& ground : grounds_) {
            if (ground.item >= end) break;
            if (!holds(ground.area, p)) continue;
            if (!ground.shape)
                colour.reset();
            else if (covers(*ground.shape, p))
                colour = under(colour, *ground.shape, p);
        }
        return colour;
    }

private:
    struct Ground {
        std::size_t item;
        Rect area;
        const Shape* shape;  ///< null of a picture
    };
    [[nodiscard]] static bool covers(const Shape& shape, Point p) {
        if (shape.clip && !holds(*shape.clip, p)) return false;
        const int count = winding(shape.path, p);
        return shape.even_odd ? count % 2 != 0 : count != 0;
    }
    [[nodiscard]] static std::optional<Colour> under(std::optional<Colour> colour, const Shape& shape, Point p) {
        const Colour over = colour_at(*shape.fill, p);
        if (shape.opacity >= 1) return over;
        return colour ? mix(*colour, over, shape.opacity) : colour;
    }

    std::vector<Ground> grounds_;
    Colour paper_;
};

/// The middle of a glyph's ink, near enough.
Point middle(const GlyphRun& run, std::size_t glyph) {
    constexpr double kRise = 0.35;  // em over the baseline
    const auto& g = run.glyphs[glyph];
    const double along = g.x + g.advance / 2;
    switch (run.orientation) {
        case Orientation::across:
            return run.origin + Point{along, -kRise * run.size};
        case Orientation::turned:
            return run.origin + Point{kRise * run.size, along};
        default:
            return run.origin + Point{0, along};
    }
}

struct Found {
    const GlyphRun* run = nullptr;
    Colour ground;
    double ratio = 0, least = 0;
};

double least_contrast(const GlyphRun& run, const font::FontBook& fonts) {
    constexpr double kLarge = 18, kLargeIfBold = 14, kBold = 700, kOfLarge = 3, kOfText = 4.5;
    const bool bold = fonts.face(run.face).metrics.weight >= kBold;
    return run.size >= (bold ? kLargeIfBold : kLarge) ? kOfLarge : kOfText;
}

/// 3.24 → 3.2: cut, so that what is too little never looks enough.
double cut(double ratio) { return std::floor(ratio * 10) / 10; }

void report(const Found& found, diag::Diagnostics& diagnostics) {
    const auto colour = to_string(found.run->colour), ground = to_string(found.ground);
    diagnostics.warning(
        "low-contrast", found.run->span,
        {fmt::format("“{}”印在 {} 上看不清：它的颜色是 {}，对比度只有 {:.1f}，至少要 {}", found.run->text, ground,
                     colour, cut(found.ratio), found.least),
         fmt::format("“{}” is hard to read on {}: its colour is {}, their contrast {:.1f}, at least {} is needed",
                     found.run->text, ground, colour, cut(found.ratio), found.least)},
        {{"在主题里改这种字的颜色，或改它下面的图形（artwork）",
          "change the colour of this text in the theme, or the artwork under it"}});
}

}  // namespace

void report_illegible(const Frame& page, Colour paper, const font::FontBook& fonts, diag::Diagnostics& diagnostics) {
    const Grounds grounds(page, paper);
    std::optional<NodeId> node;
    std::optional<Found> worst;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        if (const auto* tag = std::get_if<TagBegin>(&page.items[i])) {
            node = tag->node;
            worst.reset();
        } else if (const auto* run = std::get_if<GlyphRun>(&page.items[i]); run && node && !run->glyphs.empty()) {
            const double least = least_contrast(*run, fonts);
            const std::size_t last = run->glyphs.size() - 1;
            for (const std::size_t glyph : {std::size_t{0}, last / 2, last}) {
                const auto ground = grounds.at(middle(*run, glyph), i);
                const double ratio = ground ? theme::contrast(run->colour, *ground) : least;
                if (ratio < least && (!worst || ratio < worst->ratio)) worst = {run, *ground, ratio, least};
            }
        } else if (std::holds_alternative<TagEnd>(page.items[i])) {
            if (worst) report(*worst, diagnostics);
            node.reset();
            worst.reset();
        }
    }
}

}  // namespace zheye::layout
