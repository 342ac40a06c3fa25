// Pictures, one or a row of them, with captions; and the quiet frames of pictures still to come.
#include "layout/artwork.h"
#include "layout/blocks.h"
#include "layout/caption.h"
#include "layout/picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

using theme::Style;

class FigureSetter {
public:
    FigureSetter(Typesetter& type, const content::Figure& figure, const Measure& measure)
        : type_(type), figure_(figure), measure_(measure), style_(type.theme.figure) {}

    Galley set(NodeId parent) {
        bleeds_ = figure_.extent == content::Extent::bleed && figure_.pictures.size() == 1 && !measure_.inside;
        parent_ = parent;
        Galley galley;
        if (bleeds_)
            galley.pieces.push_back(bleeding());
        else
            galley.pieces.push_back(piece_of(row()));
        append_caption(type_, galley, figure_.caption, measure_.width, style_.caption_gap, parent_);
        return galley;
    }

private:
    /// Width to height; of a placeholder what the theme says.
    [[nodiscard]] double ratio(const content::Picture& picture) {
        if (!picture.path.empty())
            if (const auto id = type_.image(picture)) return type_.image(*id).ratio();
        switch (figure_.extent) {
            case content::Extent::column:
                return style_.column_ratio;
            case content::Extent::page:
                return figure_.pictures.size() > 1 ? style_.column_ratio : style_.page_ratio;
            case content::Extent::bleed:
                return style_.bleed_ratio;
        }
        return style_.column_ratio;
    }

    void draw(Frame& frame, const content::Picture& picture, const Rect& place, const Rect& whole, NodeId node) {
        frame.items.emplace_back(TagBegin{node});
        const auto id = picture.path.empty() ? std::nullopt : type_.image(picture);
        if (id) {
            draw_picture(frame, type_, *id,
                         {place, style_.radius > 0 ? std::optional(place) : std::nullopt, style_.radius});
        } else {
            frame.items.emplace_back(Shape{Path::rounded(whole, style_.radius), Paint{style_.ground}, {}, 1});
            draw_artwork(frame, style_.artwork, place, 0);
        }
        frame.items.emplace_back(TagEnd{});
        if (!id) draw_label(frame, place);
    }

    /// What is to come and how large it should be; an artifact, for the figure has its alternative text.
    void draw_label(Frame& frame, const Rect& place) {
        const auto text = fmt::format("{}{}{:.0f}×{:.0f}mm", type_.words.picture_to_come, type_.words.label_end,
                                      place.width / kMm, place.height / kMm);
        Frame label = type_.block(plain(text), Style::placeholder, kArtifact, place.width - 2 * style_.pad);
        const double y = place.bottom() - style_.pad - label.size.height;
        frame.place({place.x + style_.pad, y}, std::move(label));
    }

    [[nodiscard]] NodeId figure_node(const content::Picture& picture, NodeId parent) {
        const NodeId node = type_.node(parent, Role::figure, picture.span);
        type_.structure(node).alt = picture.alt;
        return node;
    }

    /// All pictures side by side, equally high, as wide as the measure; captions below each.
    Frame row() {
        const double gaps = style_.gap * static_cast<double>(figure_.pictures.size() - 1);
        double ratios = 0;
        for (const auto& picture : figure_.pictures) ratios += ratio(picture);
        const double limit = style_.maximum_height * measure_.text_height;
        const double height = std::min((measure_.width - gaps) / ratios, limit);
        Frame frame;
        frame.size = {measure_.width, height};
        double x = (measure_.width - gaps - height * ratios) / 2;
        for (const auto& picture : figure_.pictures) {
            const Rect place{x, 0, height * ratio(picture), height};
            const NodeId group = type_.node(parent_, Role::div, picture.span);
            draw(frame, picture, place, place, figure_node(picture, group));
            if (!picture.caption.empty()) {
                Frame caption =
                    type_.block(picture.caption, Style::caption, type_.node(group, Role::caption), place.width);
                frame.size.height = std::max(frame.size.height, height + style_.caption_gap + caption.size.height);
                frame.place({x, height + style_.caption_gap}, std::move(caption));
            }
            x += place.width + style_.gap;
        }
        return frame;
    }

    /// From edge to edge of the page and over it; at the top of a page up to its upper edge as well.
    Piece bleeding() {
        const auto& picture = figure_.pictures.front();
        const double width = measure_.page_width + 2 * measure_.bleed;
        const double height = std::min(width / ratio(picture), style_.maximum_height * measure_.text_height);
        const Rect place{-measure_.to_page_left - measure_.bleed, 0, width, height};
        const NodeId group = type_.node(parent_, Role::div, picture.span);
        const NodeId node = figure_node(picture, group);
        Frame caption;
        if (!picture.caption.empty())
            caption = type_.block(picture.caption, Style::caption, type_.node(group, Role::caption), measure_.width);
        const auto frame = [&](double above) {
            Frame result;
            result.size = {measure_.width,
                           height + (picture.caption.empty() ? 0 : style_.caption_gap + caption.size.height)};
            const Rect reaching{place.x, -above, place.width, place.height + above};
            draw_clipped(result, picture, reaching, node);
            result.place({0, height + style_.caption_gap}, Frame(caption));
            return result;
        };
        auto piece = piece_of(frame(0));
        piece.at_top = frame(measure_.bleed);
        piece.reach = measure_.to_page_top;
        return piece;
    }

    /// A picture keeps its proportions: it is enlarged to cover the place and clipped to it.
    void draw_clipped(Frame& frame, const content::Picture& picture, const Rect& place, NodeId node) {
        const Rect whole = covering(place, ratio(picture));
        if (picture.path.empty()) return draw_placeholder(frame, picture, place, node);
        frame.items.emplace_back(TagBegin{node});
        if (const auto id = type_.image(picture)) draw_picture(frame, type_, *id, {whole, place});
        frame.items.emplace_back(TagEnd{});
    }

    /// The ground goes into the bleed, the label stays inside the text area.
    void draw_placeholder(Frame& frame, const content::Picture&, const Rect& place, NodeId node) {
        frame.items.emplace_back(TagBegin{node});
        draw_area(frame, place, style_.ground);
        draw_artwork(frame, style_.artwork, place, 0);
        frame.items.emplace_back(TagEnd{});
        draw_label(frame, {-style_.pad, place.y, measure_.page_width, place.height});
    }

    static constexpr double kMm = 72.0 / 25.4;
    Typesetter& type_;
    const content::Figure& figure_;
    const Measure& measure_;
    const theme::FigureStyle& style_;
    bool bleeds_ = false;
    NodeId parent_ = 0;
};

}  // namespace

Galley set_figure(Typesetter& type, const content::Figure& block, const Measure& measure, NodeId parent) {
    if (block.pictures.empty()) return {};
    return FigureSetter(type, block, measure).set(parent);
}

}  // namespace zheye::layout
