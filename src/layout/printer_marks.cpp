#include "layout/printer_marks.h"

#include <array>

namespace zheye::layout {

namespace {

struct Patch {
    Plates plates;
    Colour on_screen;
};

/// Full inks, two of three inks over each other, black in full and in tints.
constexpr std::array<Patch, 10> kPatches{{{{{1, 0, 0, 0}}, {0, 160, 233}},
                                          {{{0, 1, 0, 0}}, {228, 0, 127}},
                                          {{{0, 0, 1, 0}}, {255, 241, 0}},
                                          {{{0, 0, 0, 1}}, {35, 24, 21}},
                                          {{{1, 1, 0, 0}}, {29, 32, 136}},
                                          {{{0, 1, 1, 0}}, {230, 0, 18}},
                                          {{{1, 0, 1, 0}}, {0, 153, 68}},
                                          {{{0, 0, 0, 0.75}}, {102, 97, 96}},
                                          {{{0, 0, 0, 0.5}}, {159, 160, 160}},
                                          {{{0, 0, 0, 0.25}}, {211, 211, 212}}}};

}  // namespace

void PrinterMarks::stroke(Frame& frame, Path path, const std::vector<double>& dash) const {
    Shape shape;
    shape.path = std::move(path);
    shape.stroke = Stroke{style_.line.colour, style_.line.width, dash, false};
    shape.plates = Plates{{}, true};
    frame.items.emplace_back(std::move(shape));
}

void PrinterMarks::line(Frame& frame, Point from, Point to, const std::vector<double>& dash) const {
    stroke(frame, Path::line(from, to), dash);
}

void PrinterMarks::across(Frame& frame, double x, const std::vector<double>& dash) const {
    line(frame, {x, -far()}, {x, -style_.distance}, dash);
    line(frame, {x, trim_.height + style_.distance}, {x, trim_.height + far()}, dash);
}

void PrinterMarks::cuts(Frame& frame) const {
    for (const double x : {0.0, trim_.width}) across(frame, x, {});
    for (const double y : {0.0, trim_.height}) cut_across(frame, y);
}

void PrinterMarks::cut_across(Frame& frame, double y) const {
    line(frame, {-far(), y}, {-style_.distance, y});
    line(frame, {trim_.width + style_.distance, y}, {trim_.width + far(), y});
}

void PrinterMarks::fold(Frame& frame, double x) const { across(frame, x, {3, 2}); }

void PrinterMarks::register_marks(Frame& frame) const {
    const double half = style_.length / 2, radius = 0.6 * half, y = trim_.height / 2;
    for (const double x : {-style_.distance - half, trim_.width + style_.distance + half}) {
        line(frame, {x - half, y}, {x + half, y});
        line(frame, {x, y - half}, {x, y + half});
        stroke(frame, Path::rounded({x - radius, y - radius, 2 * radius, 2 * radius}, radius));
    }
}

void PrinterMarks::colour_bar(Frame& frame, double end) const {
    const double side = style_.length;
    double x = 2 * side;
    for (const auto& patch : kPatches) {
        if (x + side > end - side) return;
        Shape shape;
        shape.path = Path::rectangle({x, -far(), side, side});
        shape.fill = patch.on_screen;
        shape.plates = patch.plates;
        frame.items.emplace_back(std::move(shape));
        x += side;
    }
}

void PrinterMarks::information(Frame& frame, Frame text) const {
    const double y = trim_.height + style_.distance + (style_.length - text.size.height) / 2;
    frame.place({2 * style_.length, y}, std::move(text));
}

}  // namespace zheye::layout
