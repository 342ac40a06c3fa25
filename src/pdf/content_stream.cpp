// What is drawn and whose it is → operators (PDF 32000-1, 8.4, 9.4, 14.6). Must not know shapes or fonts.
#include "pdf/content_stream.h"

#include "pdf/syntax.h"

#include <cassert>
#include <cmath>
#include <utility>

namespace zheye::pdf {

void ContentStream::append(double value) { append_number(out_, value); }

bool ContentStream::mark_fits() const {
    return node_ ? mark_ == Mark::element && marked_node_ == *node_ : mark_ == Mark::artifact;
}

void ContentStream::open_mark(const std::string* actual_text) {
    mark_inside_text_ = in_text_;
    if (!node_) {
        mark_ = Mark::artifact;
        out_ += "/Artifact BMC\n";
        return;
    }
    mark_ = actual_text ? Mark::actual_text : Mark::element;
    marked_node_ = *node_;
    out_ += '/';
    out_ += actual_text ? "Span" : role_name(structure_.nodes[*node_].role);
    out_ += "<</MCID " + std::to_string(owners_.size());
    if (actual_text) out_ += "/ActualText" + text_string(*actual_text);
    out_ += ">>BDC\n";
    owners_.push_back(*node_);
}

void ContentStream::close_mark() {
    if (mark_ == Mark::none) return;
    if (in_text_ && !mark_inside_text_) end_text();
    out_ += "EMC\n";
    mark_ = Mark::none;
}

void ContentStream::end_text() {
    out_ += "ET\n";
    in_text_ = false;
}

void ContentStream::begin_graphics() {
    if (in_text_) {
        if (mark_inside_text_) close_mark();
        end_text();
    }
    if (mark_fits()) return;
    close_mark();
    open_mark(nullptr);
}

bool ContentStream::begin_text(const std::string* actual_text) {
    end_clip();
    const bool fits = mark_fits() && !(actual_text && node_);
    if (!fits) close_mark();
    const bool begins = !in_text_;
    if (begins) out_ += "BT\n";
    in_text_ = true;
    if (!fits) open_mark(actual_text);
    return begins;
}

std::string ContentStream::spot_name(std::size_t spot) {
    resources_.spots.insert(spot);
    return "/P" + std::to_string(spot);
}

void ContentStream::set_fill(const Paint& paint) {
    if (state_.fill == &paint) return;
    state_.fill = &paint;
    if (paint.spot) return op(spot_name(*paint.spot) + " cs 1 scn");
    op(paint.operands + inks_.fill_operator());
}

void ContentStream::fill_colour(Colour colour) { set_fill(inks_.paint(colour, Use::graphic)); }

void ContentStream::text_colour(Colour colour) {
    const auto& paint = inks_.paint(colour, Use::text);
    set_graphics({.overprints = paint.overprints});
    set_fill(paint);
}

void ContentStream::stroke_colour(Colour colour) {
    const auto& paint = inks_.paint(colour, Use::line);
    if (state_.stroke == &paint) return;
    state_.stroke = &paint;
    if (paint.spot) return op(spot_name(*paint.spot) + " CS 1 SCN");
    op(paint.operands + inks_.stroke_operator());
}

void ContentStream::plates(const layout::Plates& plates) {
    state_.fill = state_.stroke = nullptr;
    if (plates.all) {
        resources_.all_plates = true;
        return op("/All cs 1 scn /All CS 1 SCN");
    }
    for (const double ink : plates.cmyk) number(ink);
    op("k");
}

void ContentStream::line_style(const layout::Stroke& stroke) {
    if (stroke.width != state_.line_width) {
        state_.line_width = stroke.width;
        number(stroke.width);
        op("w");
    }
    if (stroke.dash != state_.dash || stroke.dash_offset != state_.dash_offset) {
        state_.dash = stroke.dash;
        state_.dash_offset = stroke.dash_offset;
        out_ += '[';
        for (const double length : state_.dash) number(length);
        out_ += ']';
        number(stroke.dash_offset);
        op("d");
    }
    if (stroke.mitre_limit != state_.mitre_limit) {
        state_.mitre_limit = stroke.mitre_limit;
        number(stroke.mitre_limit);
        op("M");
    }
    const int cap = stroke.round_caps ? 1 : stroke.square_caps ? 2 : 0;
    const int join = stroke.join ? static_cast<int>(*stroke.join) : cap == 1 ? 1 : 0;
    if (cap == state_.cap && join == state_.join) return;
    state_.cap = cap;
    state_.join = join;
    op(std::to_string(cap) + " J " + std::to_string(join) + " j");
}

void ContentStream::opacity(double value) {
    set_graphics({.opacity = static_cast<int>(std::lround(std::fmin(std::fmax(value, 0), 1) * 1000))});
}

void ContentStream::set_graphics(const GraphicsState& graphics) {
    if (graphics == state_.graphics) return;
    state_.graphics = graphics;
    const auto state = shared_.graphics_state(graphics);
    resources_.states.insert(state);
    op("/G" + std::to_string(state) + " gs");
}

void ContentStream::begin_clip(const Clip& clip) {
    unclipped_ = state_;
    clip_ = clip;
    op("q");
}

void ContentStream::end_clip() {
    if (!clip_) return;
    clip_.reset();
    state_ = std::move(unclipped_);
    op("Q");
}

void ContentStream::enter_space(const Affine& map) {
    assert(!clip_ && !space_);
    constexpr int kExact = 6;         // digits of factors
    constexpr double kUnseen = 0.06;  // pt: a dot of 1200 dpi; what is drawn is off by half of it at most
    for (const double each : {map.a, -map.b, map.c, -map.d}) {
        append_number(out_, each, kExact);
        out_ += ' ';
    }
    number(map.e);
    number(flip(map.f));
    op("cm");
    const double scale = std::sqrt(std::abs(map.determinant()));
    int decimals = 0;
    double steps = 1;
    for (; scale / steps > kUnseen && decimals < kExact; steps *= 10) ++decimals;
    space_ = Space{decimals, steps, state_};
}

void ContentStream::leave_space() {
    end_clip();
    state_ = std::move(space_->outside);
    space_.reset();
    op("Q");
}

void ContentStream::finish() {
    end_clip();
    if (in_text_ && mark_inside_text_) close_mark();
    if (in_text_) end_text();
    close_mark();
}

}  // namespace zheye::pdf
