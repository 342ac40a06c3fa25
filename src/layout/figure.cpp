// Pictures, one, rows or a grid of them, with captions or with words on them; and the quiet frames of pictures still to
// come.
#include "layout/artwork.h"
#include "layout/blocks.h"
#include "layout/caption.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

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
        const bool fills = figure_.fills && may_fill();
        if (bleeds_ || fills)
            galley.pieces.push_back(across_page(fills));
        else if (figure_.grid)
            append_rows(galley, static_cast<std::size_t>(figure_.grid->columns));
        else
            append_rows(galley,
                        even_row(figure_.pictures.size(), fitting(measure_.width, style_.minimum_width, style_.gap)));
        append_caption(type_, galley, figure_.caption, measure_.width, style_.caption_gap, parent_);
        return galley;
    }

private:
    /// Only where lines run across, and not in a box, is it known what is left of a page.
    [[nodiscard]] bool may_fill() const {
        if (!measure_.inside && !measure_.vertical) return true;
        type_.diagnostics.warning("fill-place", picture_span(),
                                  {"框里和竖排的章里的图片补不满一页，保持原来的大小",
                                   "in a box or a vertical chapter a picture cannot fill the page; it keeps its size"});
        return false;
    }
    [[nodiscard]] std::optional<ImageId> image(const content::Picture& picture) {
        return picture.path.empty() ? std::nullopt : type_.image(picture);
    }

    /// Width to height, as it is shown; of a placeholder what the theme says.
    [[nodiscard]] double ratio(const content::Picture& picture) {
        if (picture.crop) return *picture.crop;
        if (const auto id = image(picture)) return type_.image(*id).ratio();
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

    /// Rows of so many, which stay together if a page holds them.
    void append_rows(Galley& galley, std::size_t in_row) {
        const auto& all = figure_.pictures;
        double height = 0;
        for (std::size_t begin = 0; begin < all.size(); begin += in_row) {
            auto piece = piece_of(row(begin, std::min(all.size(), begin + in_row), in_row));
            if (begin > 0) piece.space_before = style_.gap;
            height += piece.space_before + piece.frame.size.height;
            galley.pieces.push_back(std::move(piece));
        }
        if (height > kTogether * measure_.text_height) return;
        for (std::size_t i = 1; i < galley.pieces.size(); ++i) galley.pieces[i].break_before = BreakBefore::forbidden;
    }

    /// Clipped to its place, where it is of another shape.
    void draw(Frame& frame, const content::Picture& picture, const Rect& place, NodeId node) {
        frame.items.emplace_back(TagBegin{node});
        const auto id = image(picture);
        if (id) {
            const Rect whole = covering(place, type_.image(*id).ratio(), picture.focus);
            const bool cut = whole.width > place.width + 0.01 || whole.height > place.height + 0.01;
            const auto clip = cut || style_.radius > 0 ? std::optional(place) : std::nullopt;
            frame.items.emplace_back(Image{*id, cut ? whole : place, clip, clip ? style_.radius : 0, picture.span});
        } else {
            frame.items.emplace_back(Shape{Path::rounded(place, style_.radius), Paint{style_.ground}, {}, 1});
            draw_artwork(frame, style_.artwork, place, 0);
        }
        frame.items.emplace_back(TagEnd{});
        if (!id && !has_words()) draw_label(frame, place, {place.x, place.bottom()});
    }

    [[nodiscard]] bool has_words() const { return !figure_.title.empty() || !figure_.text.empty(); }

    /// The words that stand on the picture, as wide as that.
    Frame words(double width, NodeId parent) {
        std::vector<Frame> frames;
        if (!figure_.title.empty())
            frames.push_back(type_.fitted(figure_.title, Style::picture_title,
                                          type_.node(parent, Role::p, picture_span()), width, balanced()));
        if (!figure_.text.empty())
            frames.push_back(type_.block(figure_.text, Style::picture_text, type_.node(parent, Role::p), width));
        return stacked(std::move(frames));
    }
    [[nodiscard]] diag::Span picture_span() const { return figure_.pictures.front().span; }

    /// Words at the foot of a picture, on a ground that fades out above them: they are read on whatever it shows.
    void draw_words(Frame& frame, Frame words, const Rect& place, Point foot, double radius) const {
        const double top = foot.y - words.size.height - 2 * style_.words_pad;
        const double share = 1 - std::pow(1 - style_.scrim_opacity, 1.0 / kScrimSteps);
        for (int i = 0; i < kScrimSteps; ++i) {
            const double y = std::max(place.y, top - style_.scrim_fade * i / kScrimSteps);
            Shape shape{Path::rectangle({place.x, y, place.width, place.bottom() - y}), Paint{style_.scrim}, {}, share};
            if (radius > 0) {
                shape.clip = place;
                shape.clip_radius = radius;
            }
            frame.items.emplace_back(std::move(shape));
        }
        frame.place({foot.x, top + style_.words_pad}, std::move(words));
    }

    /// What is to come and how large it should be; an artifact, for the figure has its alternative text.
    void draw_label(Frame& frame, const Rect& place, Point foot) {
        const auto text = fmt::format("{}{}{:.0f}×{:.0f}mm", type_.words.picture_to_come, type_.words.label_end,
                                      (bleeds_ ? measure_.page_width : place.width) / kMm, place.height / kMm);
        const double width = place.width - 2 * style_.pad;
        const auto shaped = type_.shape(plain(text), Style::placeholder, kArtifact);
        Frame label = stacked(type_.unchecked_lines(shaped, width));
        if (shaped.minimum_width() > width || label.size.height > place.height) return;  // no room for words
        frame.place({foot.x + style_.pad, foot.y - style_.pad - label.size.height}, std::move(label));
    }

    [[nodiscard]] NodeId figure_node(const content::Picture& picture, NodeId parent) {
        const NodeId node = type_.node(parent, Role::figure, picture.span);
        type_.structure(node).alt = picture.alt;
        return node;
    }

    /// Some pictures side by side, with captions below each: in a grid all of one shape, else equally high, and
    /// together as wide as the measure.
    Frame row(std::size_t begin, std::size_t end, std::size_t in_row) {
        const auto count = figure_.grid ? in_row : end - begin;
        const double room = measure_.width - style_.gap * static_cast<double>(count - 1);
        const double limit = style_.maximum_height * measure_.text_height;
        const double cell = figure_.grid ? room / static_cast<double>(count) : 0;
        double ratios = 0;
        for (std::size_t i = begin; i < end; ++i) ratios += ratio(figure_.pictures[i]);
        double height = std::min(cell > 0 ? cell / figure_.crop.value_or(style_.column_ratio) : room / ratios, limit);
        double x = cell > 0 ? 0 : (room - height * ratios) / 2;
        Frame frame{{measure_.width, 0}, {}};
        for (std::size_t i = begin; i < end; ++i) {
            const auto& picture = figure_.pictures[i];
            const double width = cell > 0 ? cell : height * ratio(picture);
            const NodeId group = type_.node(parent_, Role::div, picture.span);
            const NodeId node = figure_node(picture, group);
            Frame on;
            if (has_words()) on = words(width - 2 * style_.words_pad, group);
            if (has_words()) height = std::max(height, on.size.height + 2 * style_.words_pad);
            const Rect place{x, 0, width, height};
            draw(frame, picture, place, node);
            if (has_words())
                draw_words(frame, std::move(on), place, {x + style_.words_pad, place.bottom()}, style_.radius);
            frame.size.height = std::max(frame.size.height, height);
            append_own_caption(frame, picture, group, place);
            x += width + style_.gap;
        }
        return frame;
    }

    void append_own_caption(Frame& frame, const content::Picture& picture, NodeId group, const Rect& place) {
        if (picture.caption.empty()) return;
        Frame caption =
            type_.block(picture.caption, Style::caption, type_.node(group, Role::caption), place.width, balanced());
        const double y = place.height + style_.caption_gap;
        frame.size.height = std::max(frame.size.height, y + caption.size.height);
        frame.place({place.x, y}, std::move(caption));
    }

    /// One picture across the page, whatever its height: its elements are made once.
    struct Plate {
        NodeId node = 0;
        Frame words, caption;
        [[nodiscard]] double caption_height(const theme::FigureStyle& style) const {
            return caption.size.height > 0 ? style.caption_gap + caption.size.height : 0;
        }
    };

    /// From edge to edge of the page and over it, at the top of a page up to its upper edge as well; or as wide as the
    /// text.
    Piece across_page(bool fills) {
        const auto& picture = figure_.pictures.front();
        Plate plate;
        const NodeId group = type_.node(parent_, Role::div, picture.span);
        plate.node = figure_node(picture, group);
        if (has_words()) plate.words = words(words_width(), group);
        if (!picture.caption.empty())
            plate.caption = type_.block(picture.caption, Style::caption, type_.node(group, Role::caption),
                                        measure_.width, balanced());
        const double least = has_words() ? plate.words.size.height + 2 * style_.words_pad : 0;
        const double height = std::max(
            std::min(plate_place(0, 0, 0).width / ratio(picture), style_.maximum_height * measure_.text_height), least);
        auto piece = plate_piece(plate, height, 0);
        if (!fills) return piece;
        Stretch stretch;
        stretch.least = std::max(style_.least_fill * measure_.text_height, least + plate.caption_height(style_));
        stretch.most = std::max(stretch.least, most_height(picture) + plate.caption_height(style_));
        stretch.make = [setter = *this, plate](double whole, bool free) mutable {
            const double caption_height = plate.caption_height(setter.style_);
            const bool to_edge = free && setter.bleeds_ && caption_height == 0;
            return setter.plate_piece(plate, whole - caption_height,
                                      to_edge ? setter.measure_.to_page_bottom + setter.measure_.bleed : 0);
        };
        piece.stretch = std::make_shared<const Stretch>(std::move(stretch));
        return piece;
    }

    /// pt, at which enough of the picture's width is still seen; one that is still to come will have the shape it
    /// needs.
    [[nodiscard]] double most_height(const content::Picture& picture) {
        const auto id = image(picture);
        if (!id) return std::numeric_limits<double>::infinity();
        const double width = plate_place(0, 0, 0).width, bleed = bleeds_ ? measure_.bleed : 0;  // above its top
        return width / (kLeastSeen * type_.image(*id).ratio()) - bleed;
    }

    [[nodiscard]] double words_width() const { return measure_.width - (bleeds_ ? 0 : 2 * style_.words_pad); }
    [[nodiscard]] Rect plate_place(double height, double above, double below) const {
        if (!bleeds_) return {0, 0, measure_.width, height};
        return {-measure_.to_page_left - measure_.bleed, -above, measure_.page_width + 2 * measure_.bleed,
                height + above + below};
    }

    /// The picture `height` pt high, going on for `below` pt over the end of the text area.
    Piece plate_piece(const Plate& plate, double height, double below) {
        auto piece = piece_of(plate_frame(plate, height, 0, below));
        piece.to_page_end = below > 0;
        if (!bleeds_) return piece;
        piece.at_top = plate_frame(plate, height, measure_.bleed, below);
        piece.reach = measure_.to_page_top;
        return piece;
    }
    Frame plate_frame(const Plate& plate, double height, double above, double below) {
        Frame frame{{measure_.width, height + plate.caption_height(style_)}, {}};
        const Rect place = plate_place(height, above, below);
        draw_clipped(frame, figure_.pictures.front(), place, plate.node, height);
        if (has_words())
            draw_words(frame, Frame(plate.words), place, {bleeds_ ? 0 : style_.words_pad, height},
                       bleeds_ ? 0 : style_.radius);
        frame.place({0, height + style_.caption_gap}, Frame(plate.caption));
        return frame;
    }

    /// A picture keeps its proportions: it is enlarged to cover the place and clipped to it.
    void draw_clipped(Frame& frame, const content::Picture& picture, const Rect& place, NodeId node, double foot) {
        const auto id = image(picture);
        if (!id) return draw_placeholder(frame, place, node, foot);
        frame.items.emplace_back(TagBegin{node});
        const Rect whole = covering(place, type_.image(*id).ratio(), picture.focus);
        frame.items.emplace_back(Image{*id, whole, place, bleeds_ ? 0 : style_.radius, picture.span});
        frame.items.emplace_back(TagEnd{});
    }

    /// The ground goes into the bleed, the label stays inside the text area.
    void draw_placeholder(Frame& frame, const Rect& place, NodeId node, double foot) {
        frame.items.emplace_back(TagBegin{node});
        const double radius = bleeds_ ? 0 : style_.radius;
        frame.items.emplace_back(Shape{Path::rounded(place, radius), Paint{style_.ground}, {}, 1});
        draw_artwork(frame, style_.artwork, place, 0);
        frame.items.emplace_back(TagEnd{});
        if (!has_words()) draw_label(frame, place, {bleeds_ ? -style_.pad : 0, foot});
    }

    static constexpr double kMm = 72.0 / 25.4;
    static constexpr double kTogether = 0.9;    // of the text area
    static constexpr double kLeastSeen = 0.42;  // of the width of a picture that fills a page
    static constexpr int kScrimSteps = 24;      // so small that none is seen
    Typesetter& type_;
    content::Figure figure_;  ///< of its own: what fills a page is drawn when the page is filled
    Measure measure_;
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
