// One element for each item. Glyphs are uses of outlines in font units, so a run is a group that scales them; tags
// leave no trace, for who reads with his ears has the PDF.
#include "svg/draw.h"

#include "base/markup.h"
#include "font/outline.h"
#include "picture/lying.h"
#include "svg/syntax.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace zheye::svg {

namespace {

using layout::Orientation;

std::string matrix(const Affine& map, int decimals) {
    return fmt::format("matrix({} {} {} {} {} {})", number(map.a, decimals), number(map.b, decimals),
                       number(map.c, decimals), number(map.d, decimals), number(map.e), number(map.f));
}

class Drawing {
public:
    Drawing(const layout::Pages& pages, Definitions& definitions, Links links)
        : pages_(pages), definitions_(definitions), links_(links) {}

    void operator()(const layout::GlyphRun& run) {
        const auto& face = definitions_.fonts().face(run.face);
        const double scale = run.size / face.metrics.units_per_em;
        if (scale <= 0) return;
        std::string uses;
        for (const auto& glyph : run.glyphs) {
            const auto id = definitions_.glyph(run.face, glyph.id);
            if (id.empty()) continue;
            const Point at = place_of(glyph, run, face, scale);
            uses += "<use href=\"#" + id + "\"";
            if (const auto x = number(at.x, 0); x != "0") uses += " x=\"" + x + "\"";
            if (const auto y = number(at.y, 0); y != "0") uses += " y=\"" + y + "\"";
            uses += "/>";
        }
        if (uses.empty()) return;
        constexpr int kScaleDecimals = 6;
        text_ += fmt::format("<g transform=\"{}\"{}>{}</g>\n", matrix(map_of(run, scale), kScaleDecimals),
                             fill_of(run.colour), uses);
    }

    void operator()(const layout::Shape& shape) {
        if ((!shape.fill && !shape.stroke) || shape.path.segments.empty()) return;
        std::string element = "<path d=\"" + path_data(shape.path) + "\"" + paint(shape);
        if (shape.opacity != 1) element += " opacity=\"" + number(shape.opacity, 3) + "\"";
        if (shape.even_odd) element += " fill-rule=\"evenodd\"";
        if (shape.clip) element += " clip-path=\"" + definitions_.clip(*shape.clip, shape.clip_radius) + "\"";
        text_ += element + "/>\n";
    }

    void operator()(const layout::Image& image) {
        const auto& picture = *pages_.images[image.image];
        if (picture.drawing) {
            for (const auto& shape : picture::shapes_in(image.place, *picture.drawing, image.clip, image.clip_radius))
                (*this)(shape);
            return;
        }
        const auto& place = image.place;
        const auto map = Affine{place.width, 0, 0, place.height, place.x, place.y} * picture::lying(picture);
        const auto use =
            fmt::format("<use href=\"#{}\" transform=\"{}\"/>", definitions_.image(image.image), matrix(map, 3));
        text_ += image.clip ? fmt::format("<g clip-path=\"{}\">{}</g>\n",
                                          definitions_.clip(*image.clip, image.clip_radius), use)
                            : use + "\n";
    }

    void operator()(const layout::Link& link) {
        if (links_ == Links::none) return;
        const auto target = link.url.empty() ? "#page-" + std::to_string(link.page + 1) : link.url;
        const auto& area = link.area;
        text_ += fmt::format(
            "<a href=\"{}\" aria-label=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" "
            "fill-opacity=\"0\"/></a>\n",
            escaped(target), escaped(link.description), number(area.x), number(area.y), number(area.width),
            number(area.height));
    }

    void operator()(layout::TagBegin) {}
    void operator()(layout::TagEnd) {}

    std::string take() { return std::move(text_); }

private:
    /// From font units, y downwards along the glyphs, onto the page.
    static Affine map_of(const layout::GlyphRun& run, double scale) {
        const Point at = run.origin;
        switch (run.orientation) {
            case Orientation::turned:
                return {0, scale, -scale, 0, at.x, at.y};
            case Orientation::unturned:
                return {0, -scale, scale, 0, at.x, at.y};
            case Orientation::across:
            case Orientation::down:
                break;
        }
        return {scale * run.narrow, 0, 0, scale, at.x, at.y};
    }

    /// Of the glyph's horizontal origin, in the units of `map_of`.
    static Point place_of(const layout::PlacedGlyph& glyph, const layout::GlyphRun& run, const font::Face& face,
                          double scale) {
        if (run.orientation != Orientation::down) return {glyph.x / scale, -glyph.y / scale};
        const Point origin = font::vertical_origin(face, glyph.id);
        return {glyph.y / (scale * run.narrow) - origin.x, glyph.x / scale - origin.y};
    }

    static std::string fill_of(Colour colour) {
        return colour == Colour{} ? "" : " fill=\"" + to_string(colour) + "\"";
    }

    std::string paint(const layout::Shape& shape) {
        std::string text = " fill=\"none\"";
        if (shape.fill) {
            const auto* colour = std::get_if<Colour>(&*shape.fill);
            text = colour ? fill_of(*colour)
                          : " fill=\"" + definitions_.gradient(std::get<LinearGradient>(*shape.fill)) + "\"";
        }
        return shape.stroke ? text + stroke(*shape.stroke) : text;
    }

    static std::string stroke(const Stroke& stroke) {
        constexpr double kDefaultLimit = 4;  // of SVG; that of PDF is 10
        constexpr std::array<std::string_view, 3> kJoins{"miter", "round", "bevel"};
        auto text =
            fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", to_string(stroke.colour), number(stroke.width, 3));
        if (stroke.round_caps) text += " stroke-linecap=\"round\"";
        if (stroke.square_caps) text += " stroke-linecap=\"square\"";
        const auto join = stroke.join.value_or(stroke.round_caps ? Join::round : Join::mitre);
        if (join != Join::mitre) text += fmt::format(" stroke-linejoin=\"{}\"", kJoins[static_cast<std::size_t>(join)]);
        if (join == Join::mitre && stroke.mitre_limit != kDefaultLimit)
            text += " stroke-miterlimit=\"" + number(stroke.mitre_limit) + "\"";
        if (stroke.dash.empty()) return text;
        std::string dash;
        for (const double length : stroke.dash) dash += (dash.empty() ? "" : " ") + number(length, 3);
        text += " stroke-dasharray=\"" + dash + "\"";
        if (stroke.dash_offset != 0) text += " stroke-dashoffset=\"" + number(stroke.dash_offset, 3) + "\"";
        return text;
    }

    const layout::Pages& pages_;
    Definitions& definitions_;
    Links links_;
    std::string text_;
};

}  // namespace

std::string draw(const layout::Page& page, const layout::Pages& pages, Definitions& definitions, Links links) {
    Drawing drawing(pages, definitions, links);
    for (const auto& item : page.frame.items) std::visit(drawing, item);
    auto text = drawing.take();
    if (!page.turned) return text;
    const auto& size = page.frame.size;
    return fmt::format("<g transform=\"rotate(180 {} {})\">\n{}</g>\n", number(size.width / 2), number(size.height / 2),
                       text);
}

}  // namespace zheye::svg
