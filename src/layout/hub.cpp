// Hubs: circles around one centre. In a measure too narrow for them, or with texts too long, rows along a line.
#include "layout/blocks.h"
#include "layout/caption.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace zheye::layout {

namespace {

using content::RichText;
using theme::Style;

/// A title and the text below it, in one shape.
struct Words {
    const RichText* title;
    Style title_style;
    const RichText* text;
    Style text_style;
};

Words words_of(const content::Entry& entry) { return {&entry.title, Style::node_title, &entry.text, Style::node_text}; }

/// How words are set to fit a circle.
struct Fit {
    double scale = 1, width = 0;
};

/// Widths of a text in a circle, as shares of its diameter: the wider, the less high it may be.
constexpr std::array kWidths = {0.88, 0.8, 0.7, 0.58};
constexpr double kStep = 0.06;

TypeOptions options_at(double scale) {
    TypeOptions options;
    options.scale = scale;
    options.balance = true;
    return options;
}

double least_scale(const Typesetter& type, Style style) { return type.smallest_type() / type.theme.style(style).size; }

class Hub {
public:
    Hub(Typesetter& type, const content::Hub& hub, const Measure& measure)
        : type_(type),
          style_(type.theme.hub),
          hub_(hub),
          measure_(measure),
          centre_{&hub.title, Style::hub_title, &hub.text, Style::hub_text} {}

    Galley set(NodeId parent) {
        const NodeId node = type_.node(parent, Role::div);
        Galley galley = plan_circles() ? circles(node) : rows(node);
        append_caption(type_, galley, hub_.caption, measure_.width, style_.caption_gap, node);
        return galley;
    }

private:
    /// The circles as large as the place allows; whether all words fit into them.
    bool plan_circles() {
        const auto count = static_cast<double>(hub_.entries.size());
        if (measure_.width < style_.narrow || count < 3) return false;
        const double whole = std::min(measure_.width, style_.height * measure_.text_height) / 2;
        const double chord = std::sin(std::numbers::pi / count);
        // Neighbours on the ring keep their distance, and so do the centre and the ring.
        radius_ = std::min(style_.circle / 2, (whole * chord - style_.gap / 2) / (1 + chord));
        radius_ = std::min(radius_, (whole - style_.gap) / (2 + style_.centre));
        const double needed =
            std::max((radius_ + style_.gap / 2) / chord, radius_ * (1 + style_.centre) + 2.2 * style_.gap);
        ring_ = std::min(whole - radius_, needed);
        middle_ = radius_ * style_.centre;
        if (radius_ <= style_.pad) return false;
        if (const auto fit = fit_in(centre_, middle_ - style_.pad))
            centre_fit_ = *fit;
        else
            return false;
        return fit_items();
    }

    /// All items at one scale.
    bool fit_items() {
        double scale = 1;
        fits_.clear();
        for (const auto& entry : hub_.entries) {
            const auto fit = fit_in(words_of(entry), radius_ - style_.pad, scale);
            if (!fit) return false;
            scale = fit->scale;
        }
        for (const auto& entry : hub_.entries) {
            const auto fit = fit_in(words_of(entry), radius_ - style_.pad, scale);
            if (!fit || fit->scale < scale - 1e-9) return false;
            fits_.push_back(*fit);
        }
        return true;
    }

    /// The largest setting at which the words lie inside a circle.
    std::optional<Fit> fit_in(const Words& words, double radius, double from = 1) {
        const double least = std::max(least_scale(type_, words.title_style), 0.7);
        for (double scale = from; scale >= std::min(from, least) - 1e-9; scale -= kStep)
            for (const double share : kWidths) {
                const double width = 2 * radius * share;
                const double most = 2 * radius * std::sqrt(1 - share * share);
                if (const auto height = height_of(words, scale, width); height && *height <= most)
                    return Fit{scale, width};
            }
        return {};
    }
    [[nodiscard]] double text_scale(const Words& words, double scale) const {
        return std::max(scale, least_scale(type_, words.text_style));
    }

    /// pt; nothing if a word is wider than the width, or a title takes more than two lines.
    std::optional<double> height_of(const Words& words, double scale, double width) {
        double height = 0;
        const auto add = [&](const RichText& rich, Style style, double size, std::size_t most) {
            if (rich.empty()) return true;
            const auto shaped = type_.shape(rich, style, kArtifact, options_at(size));
            const auto lines = shaped.line_count(width);
            height += shaped.leading * static_cast<double>(lines);
            return lines <= most && !shaped.is_overfull(width);
        };
        const bool fits = add(*words.title, words.title_style, scale, 2) &&
                          add(*words.text, words.text_style, text_scale(words, scale), 4);
        return fits ? std::optional(height) : std::nullopt;
    }

    Frame block(const Words& words, const Fit& fit, NodeId title, NodeId body) {
        std::vector<Frame> frames;
        frames.push_back(type_.block(*words.title, words.title_style, title, fit.width, options_at(fit.scale)));
        if (!words.text->empty())
            frames.push_back(type_.block(*words.text, words.text_style, type_.node(body, Role::p), fit.width,
                                         options_at(text_scale(words, fit.scale))));
        Frame all = stacked(std::move(frames));
        all.size.width = fit.width;
        return all;
    }
    static void place_centred(Frame& frame, Point centre, Frame words) {
        const Point at{centre.x - words.size.width / 2, centre.y - words.size.height / 2};
        frame.place(at, std::move(words));
    }

    Galley circles(NodeId node) {
        Frame frame{{measure_.width, 2 * (ring_ + radius_)}, {}};
        const Point middle{measure_.width / 2, ring_ + radius_};
        std::vector<Point> places;
        for (std::size_t i = 0; i < hub_.entries.size(); ++i) {
            const double angle =
                2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(hub_.entries.size());
            places.push_back({middle.x + ring_ * std::sin(angle), middle.y - ring_ * std::cos(angle)});
        }
        if (style_.ring.width > 0)
            frame.items.emplace_back(Shape{Path::circle(middle, ring_),
                                           {},
                                           Stroke{style_.ring.colour, style_.ring.width, style_.ring_dash, true},
                                           1});
        for (const auto& place : places) draw_rule(frame, style_.spoke, middle, place);
        for (const auto& place : places) draw_circle(frame, place, radius_, style_.ground);
        frame.items.emplace_back(Shape{Path::circle(middle, middle_), Paint{style_.centre_ground}, {}, 1});
        place_centred(frame, middle, block(centre_, centre_fit_, type_.node(node, Role::p), node));
        const NodeId list = type_.node(node, Role::list);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const NodeId item = type_.node(list, Role::list_item, hub_.entries[i].span);
            const NodeId body = type_.node(item, Role::list_body);
            place_centred(frame, places[i],
                          block(words_of(hub_.entries[i]), fits_[i], type_.node(body, Role::p), body));
        }
        Galley galley;
        galley.pieces.push_back(piece_of(std::move(frame)));
        return galley;
    }
    void draw_circle(Frame& frame, Point centre, double radius, Colour ground) const {
        Shape shape{Path::circle(centre, radius), Paint{ground}, {}, 1};
        if (style_.outline.width > 0) shape.stroke = Stroke{style_.outline.colour, style_.outline.width, {}, false};
        frame.items.emplace_back(std::move(shape));
    }

    /// The centre as a band, and below it the items along a line that comes down from it.
    Galley rows(NodeId node) {
        Galley galley;
        galley.pieces.push_back(band(node));
        galley.pieces.back().keep_next = true;
        const NodeId list = type_.node(node, Role::list);
        for (std::size_t i = 0; i < hub_.entries.size(); ++i) {
            galley.pieces.push_back(row(hub_.entries[i], i + 1 == hub_.entries.size(), list));
            if (i == 1) galley.pieces.back().break_before = BreakBefore::forbidden;
        }
        keep_ends(galley);
        return galley;
    }
    Piece band(NodeId node) {
        const double inside = measure_.width - 4 * style_.pad;
        TypeOptions options;
        options.align = theme::Align::left;
        std::vector<Frame> frames;
        const double title = 0.8 * type_.theme.style(Style::hub_title).size;
        options.scale = std::max(title, type_.smallest_type()) / type_.theme.style(Style::hub_title).size;
        frames.push_back(type_.fitted(hub_.title, Style::hub_title, type_.node(node, Role::p), inside, options));
        options.scale = 1;
        if (!hub_.text.empty())
            frames.push_back(type_.block(hub_.text, Style::hub_text, type_.node(node, Role::p), inside, options));
        Frame words = stacked(std::move(frames));
        Frame frame{{measure_.width, words.size.height + 2 * style_.pad}, {}};
        frame.items.emplace_back(Shape{Path::rounded({0, 0, measure_.width, frame.size.height}, 2 * style_.pad),
                                       Paint{style_.centre_ground},
                                       {},
                                       1});
        frame.place({2 * style_.pad, style_.pad}, std::move(words));
        return piece_of(std::move(frame));
    }
    Piece row(const content::Entry& entry, bool last, NodeId list) {
        const NodeId item = type_.node(list, Role::list_item, entry.span);
        const NodeId body = type_.node(item, Role::list_body);
        const double x = 2 * style_.pad, shift = x + 2 * style_.gap, dot = style_.pad * 0.8;
        TypeOptions options;
        options.align = theme::Align::left;
        std::vector<Frame> frames;
        const double width = measure_.width - shift;
        frames.push_back(type_.fitted(entry.title, Style::node_title, type_.node(body, Role::p), width, options));
        if (!entry.text.empty())
            frames.push_back(type_.block(entry.text, Style::node_text, type_.node(body, Role::p), width, options));
        Frame words = stacked(std::move(frames));
        const double y = style_.between + type_.theme.style(Style::node_title).leading / 2;
        Frame frame{{measure_.width, style_.between + words.size.height}, {}};
        draw_rule(frame, style_.spoke, {x, 0}, {x, last ? y : frame.size.height});
        draw_rule(frame, style_.spoke, {x, y}, {shift - style_.gap / 2 - dot, y});
        draw_circle(frame, {shift - style_.gap / 2 - dot, y}, dot, style_.ground);
        frame.place({shift, style_.between}, std::move(words));
        return piece_of(std::move(frame));
    }

    Typesetter& type_;
    const theme::HubStyle& style_;
    const content::Hub& hub_;
    const Measure& measure_;
    const Words centre_;
    double radius_ = 0, ring_ = 0, middle_ = 0;  ///< of an item's circle, of the ring, of the centre
    Fit centre_fit_;
    std::vector<Fit> fits_;
};

}  // namespace

Galley set_hub(Typesetter& type, const content::Hub& block, const Measure& measure, NodeId parent) {
    return Hub(type, block, measure).set(parent);
}

}  // namespace zheye::layout
