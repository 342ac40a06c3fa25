// What is drawn and whose it is → operators (PDF 32000-1, 8.4, 9.4, 14.6). Must not know shapes or fonts.
#include "pdf/content_stream.h"

#include "pdf/syntax.h"

#include <cmath>
#include <utility>

namespace zheye::pdf {

namespace {

void append_rgb(std::string& to, Colour colour, std::string_view op) {
    for (const auto part : {colour.r, colour.g, colour.b}) {
        append_number(to, part / 255.0);
        to += ' ';
    }
    to += op;
}

}  // namespace

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
    const bool fits = mark_fits() && !(actual_text && node_);
    if (!fits) close_mark();
    const bool begins = !in_text_;
    if (begins) out_ += "BT\n";
    in_text_ = true;
    if (!fits) open_mark(actual_text);
    return begins;
}

void ContentStream::fill_colour(Colour colour) {
    if (state_.fill == colour) return;
    state_.fill = colour;
    append_rgb(out_, colour, "rg\n");
}

void ContentStream::stroke_colour(Colour colour) {
    if (state_.stroke == colour) return;
    state_.stroke = colour;
    append_rgb(out_, colour, "RG\n");
}

void ContentStream::line_style(const layout::Stroke& stroke) {
    if (stroke.width != state_.line_width) {
        state_.line_width = stroke.width;
        number(stroke.width);
        op("w");
    }
    if (stroke.dash != state_.dash) {
        state_.dash = stroke.dash;
        out_ += '[';
        for (const double length : state_.dash) number(length);
        op("]0 d");
    }
    if (stroke.round_caps != state_.round_caps) {
        state_.round_caps = stroke.round_caps;
        op(state_.round_caps ? "1 J 1 j" : "0 J 0 j");
    }
}

void ContentStream::opacity(double value) {
    const auto thousandths = static_cast<int>(std::lround(std::fmin(std::fmax(value, 0), 1) * 1000));
    if (thousandths == state_.opacity) return;
    state_.opacity = thousandths;
    const auto state = shared_.opacity_state(thousandths);
    resources_.states.insert(state);
    op("/G" + std::to_string(state) + " gs");
}

void ContentStream::save() {
    saved_ = state_;
    op("q");
}

void ContentStream::restore() {
    state_ = std::move(saved_);
    op("Q");
}

void ContentStream::finish() {
    if (in_text_ && mark_inside_text_) close_mark();
    if (in_text_) end_text();
    close_mark();
}

}  // namespace zheye::pdf
