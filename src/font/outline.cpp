// HarfBuzz draws a glyph by callbacks, from CFF and TrueType alike; here they fill a Path.
#include "font/outline.h"

#include <hb.h>

#include <memory>
#include <utility>

namespace zheye::font {

namespace {

/// A pen of HarfBuzz: its y goes upwards.
struct Pen {
    Path path;
    Point at;
};

Point down(float x, float y) { return {x, -static_cast<double>(y)}; }

Point between(Point from, Point to, double share) {
    return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
}

extern "C" {
static void move_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
    auto& to = *static_cast<Pen*>(pen);
    to.at = down(x, y);
    to.path.move_to(to.at);
}
static void line_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
    auto& to = *static_cast<Pen*>(pen);
    to.at = down(x, y);
    to.path.line_to(to.at);
}
static void cubic_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float ax, float ay, float bx, float by, float x,
                     float y, void*) {
    auto& to = *static_cast<Pen*>(pen);
    to.at = down(x, y);
    to.path.curve_to(down(ax, ay), down(bx, by), to.at);
}
/// TrueType's curves have one control point; the same curve with two has them at two thirds of the way to it.
static void quadratic_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
    auto& to = *static_cast<Pen*>(pen);
    const Point control = down(cx, cy), end = down(x, y);
    to.path.curve_to(between(to.at, control, 2.0 / 3), between(end, control, 2.0 / 3), end);
    to.at = end;
}
static void close_path(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, void*) { static_cast<Pen*>(pen)->path.close(); }
}

struct Destroy {
    void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};
using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, Destroy>;

DrawFunctions path_functions() {
    DrawFunctions functions(hb_draw_funcs_create());
    hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(functions.get(), quadratic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(functions.get(), close_path, nullptr, nullptr);
    return functions;
}

}  // namespace

Path outline(const Face& face, std::uint32_t glyph) {
    const auto functions = path_functions();
    Pen pen;
    hb_font_get_glyph_shape(face.hb_font, glyph, functions.get(), &pen);
    return std::move(pen.path);
}

Point vertical_origin(const Face& face, std::uint32_t glyph) {
    hb_position_t x = 0, y = 0;
    hb_font_get_glyph_v_origin(face.hb_font, glyph, &x, &y);
    return {static_cast<double>(x), -static_cast<double>(y)};
}

}  // namespace zheye::font
