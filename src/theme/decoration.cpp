#include "theme/decoration.h"

namespace zheye::theme {

namespace {

void read_line(Settings& s, LineStyle& line) {
    line.width = s.number("width", 0.005, 0.5);
    line.distance = s.number("distance", -0.2, 0.5);
    line.colour = s.optional_colour("colour");
}

}  // namespace

void read_decoration(Settings& root, Theme& theme) {
    DecorationStyle& style = theme.decoration;
    root.map("decoration", [&](Settings& decoration) {
        decoration.map("dots", [&](Settings& s) {
            style.dots.size = s.number("size", 0.02, 0.5);
            style.dots.distance = s.number("distance", -0.2, 0.5);
            style.dots.under_line = s.number("under-line", -0.2, 0.5);
            style.dots.colour = s.optional_colour("colour");
        });
        decoration.map("proper-name", [&](Settings& s) { read_line(s, style.proper_name); });
        decoration.map("work-title", [&](Settings& s) {
            read_line(s, style.work_title.line);
            style.work_title.length = s.number("wave-length", 0.1, 2);
            style.work_title.height = s.number("wave-height", 0.01, 0.5);
        });
        style.name_gap = decoration.number("name-gap", 0, 0.4);
        decoration.map("underline", [&](Settings& s) { read_line(s, style.underline); });
        decoration.map("highlight", [&](Settings& s) {
            style.highlight.colour = s.colour("colour");
            style.highlight.above = s.number("above", -0.5, 0.5);
            style.highlight.below = s.number("below", -0.5, 0.5);
        });
        decoration.map("ruby", [&](Settings& s) {
            style.ruby.size = s.number("size", 0.3, 0.8);
            style.ruby.distance = s.number("distance", -0.2, 0.5);
            style.ruby.gap = s.number("gap", 0.25, 1);
            style.ruby.overhang = s.number("overhang", 0, 0.5);
            style.ruby.colour = s.optional_colour("colour");
        });
        decoration.map("zhuyin", [&](Settings& s) {
            style.zhuyin.size = s.number("size", 0.2, 0.4);
            style.zhuyin.width = s.number("width", 0.3, 1);
        });
        decoration.map("small-forms", [&](Settings& s) {
            style.small.size = s.number("size", 0.3, 1);
            style.small.superscript = s.number("superscript", 0, 1);
            style.small.subscript = s.number("subscript", 0, 1);
            style.small.numerator = s.number("numerator", 0, 1);
        });
    });
}

}  // namespace zheye::theme
