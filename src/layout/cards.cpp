// Cards beside each other: of things, of people with their portraits, of places with their pictures.
#include "layout/artwork.h"
#include "layout/blocks.h"
#include "layout/icon.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

using theme::Style;
using Kind = content::Cards::Kind;

class CardSetter {
public:
    CardSetter(Typesetter& type, const content::Cards& cards, const Measure& measure)
        : type_(type), style_(type.theme.cards), cards_(cards), measure_(measure) {
        pictured_ = cards.kind != Kind::plain ||
                    std::ranges::any_of(cards.entries, [](const auto& entry) { return entry.picture.has_value(); });
        icons_ = std::ranges::any_of(cards.entries, [](const auto& entry) { return !entry.icon.empty(); });
    }

    Galley set(NodeId parent) {
        list_ = type_.node(parent, Role::list);
        const auto count = cards_.entries.size();
        const auto columns = even_row(count, fitting(measure_.width, style_.minimum_width, style_.gap));
        Galley galley;
        for (std::size_t begin = 0; begin < count; begin += columns) {
            Galley one_row;
            one_row.pieces.push_back(row(begin, std::min(count, begin + columns), columns));
            galley.append(std::move(one_row), style_.gap);
        }
        return galley;
    }

private:
    Piece row(std::size_t begin, std::size_t end, std::size_t columns) {
        const double gaps = style_.gap * static_cast<double>(columns - 1);
        const double width = (measure_.width - gaps) / static_cast<double>(columns);
        std::vector<Frame> all;
        double high = 0;
        for (std::size_t i = begin; i < end; ++i) {
            all.push_back(card(cards_.entries[i], width));
            high = std::max(high, all.back().size.height);
        }
        Frame frame{{measure_.width, high}, {}};
        for (std::size_t i = begin; i < end; ++i) {
            const double x = (width + style_.gap) * static_cast<double>(i - begin);
            if (style_.ground)
                frame.items.emplace_back(
                    Shape{Path::rounded({x, 0, width, high}, style_.radius), Paint{*style_.ground}, {}, 1});
            draw_rule(frame, style_.top, {x, style_.top.width / 2}, {x + width, style_.top.width / 2});
            frame.place({x, 0}, std::move(all[i - begin]));
        }
        return piece_of(std::move(frame));
    }

    Frame card(const content::Entry& entry, double width) {
        const NodeId body = type_.node(type_.node(list_, Role::list_item, entry.span), Role::list_body);
        const double pad = style_.pad, top = style_.pad_top;
        Frame frame{{width, 0}, {}};
        if (!pictured_) {
            Frame text = words(entry, width - 2 * pad, body);
            const double y = top + (icons_ ? icon_side(type_.theme.icon) + type_.theme.icon.gap : 0);
            frame.size.height = y + text.size.height + pad;
            if (!entry.icon.empty()) frame.place({pad, top}, set_icon(type_, entry.icon));
            frame.place({pad, y}, std::move(text));
        } else if (cards_.kind == Kind::people) {
            const double side = style_.portrait, x = pad + side + style_.picture_gap;
            draw_picture(frame, entry, {pad, top, side, side}, style_.portrait_radius, body);
            Frame text = words(entry, width - x - pad, body);
            frame.size.height = top + std::max(side, text.size.height) + pad;
            // A short text stands in the middle of the portrait's height.
            frame.place({x, top + std::max(0.0, (side - text.size.height) / 2)}, std::move(text));
        } else {
            const double inset = style_.ground ? 0 : pad, high = (width - 2 * inset) / style_.ratio;
            const double radius = style_.ground ? 0 : style_.radius;
            draw_picture(frame, entry, {inset, inset, width - 2 * inset, high}, radius, body);
            Frame text = words(entry, width - 2 * pad, body);
            const double y = inset + high + style_.picture_gap;
            frame.size.height = y + text.size.height + pad;
            frame.place({pad, y}, std::move(text));
        }
        return frame;
    }

    Frame words(const content::Entry& entry, double width, NodeId body) {
        std::vector<Frame> frames;
        frames.push_back(type_.fitted(entry.title, Style::card_title, type_.node(body, Role::p), width, balanced()));
        if (!entry.subtitle.empty())
            frames.push_back(type_.block(entry.subtitle, Style::card_subtitle, type_.node(body, Role::p), width));
        if (!entry.text.empty())
            frames.push_back(type_.block(entry.text, Style::card_text, type_.node(body, Role::p), width));
        return stacked(std::move(frames));
    }

    /// Clipped to its place; where there is none yet, the quiet ground of pictures to come.
    void draw_picture(Frame& frame, const content::Entry& entry, const Rect& place, double radius, NodeId body) {
        const auto& look = type_.theme.figure;
        const auto id = entry.picture && !entry.picture->path.empty() ? type_.image(*entry.picture) : std::nullopt;
        if (id) {
            const NodeId node = type_.node(body, Role::figure, entry.picture->span);
            type_.structure(node).alt = entry.picture->alt;
            const Rect whole = covering(place, type_.image(*id).ratio(), entry.picture->focus);
            frame.items.emplace_back(TagBegin{node});
            frame.items.emplace_back(Image{*id, whole, place, radius, entry.picture->span});
            frame.items.emplace_back(TagEnd{});
            return;
        }
        frame.items.emplace_back(Shape{Path::rounded(place, radius), Paint{look.ground}, {}, 1});
        if (!entry.icon.empty()) return draw_in_middle(frame, entry.icon, place);
        if (radius <= 0) draw_artwork(frame, look.artwork, place, 0);
    }

    /// An icon where a picture would be.
    void draw_in_middle(Frame& frame, const std::string& icon, const Rect& place) {
        const double side = std::min(0.5 * std::min(place.width, place.height), 2 * type_.theme.icon.size);
        const Rect square{place.x + (place.width - side) / 2, place.y + (place.height - side) / 2, side, side};
        draw_icon(frame, type_, icon, square, type_.theme.icon.colour);
    }

    Typesetter& type_;
    const theme::CardsStyle& style_;
    const content::Cards& cards_;
    const Measure& measure_;
    bool pictured_ = false, icons_ = false;
    NodeId list_ = 0;
};

}  // namespace

Galley set_cards(Typesetter& type, const content::Cards& block, const Measure& measure, NodeId parent) {
    return CardSetter(type, block, measure).set(parent);
}

}  // namespace zheye::layout
