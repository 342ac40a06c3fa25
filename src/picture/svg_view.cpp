#include "picture/svg_view.h"

#include "base/path_data.h"
#include "picture/svg_outline.h"
#include "picture/svg_values.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace zheye::picture {

namespace {

std::optional<Rect> view_box(SvgFile& file, const pugi::xml_node& node) {
    const auto attribute = node.attribute("viewBox");
    std::string_view text = attribute.value();
    if (trimmed(text).empty()) return {};
    Rect box;
    for (double* value : {&box.x, &box.y, &box.width, &box.height}) {
        const auto number = take_number(text);
        if (number) *value = *number;
        if (!number) box.width = -1;
    }
    if (box.width > 0 && box.height > 0) return box;
    file.error(
        "svg-value", file.span(node, attribute),
        {"SVG 的“viewBox”应是四个数，宽高大于零", "the SVG's viewBox must be four numbers, with a width and a height"});
    return {};
}

/// Where the box lies in the viewport.
Affine fitted(const pugi::xml_node& node, const Rect& box, const Rect& viewport) {
    std::string_view how = node.attribute("preserveAspectRatio").value();
    double sx = viewport.width / box.width, sy = viewport.height / box.height;
    const bool slice = how.contains("slice");
    if (!how.contains("none")) sx = sy = slice ? std::max(sx, sy) : std::min(sx, sy);
    const auto share = [&](std::string_view low, std::string_view high) {
        return how.contains(low) ? 0.0 : how.contains(high) ? 1.0 : 0.5;
    };
    const double x = viewport.x + (viewport.width - sx * box.width) * share("xMin", "xMax");
    const double y = viewport.y + (viewport.height - sy * box.height) * share("YMin", "YMax");
    return {sx, 0, 0, sy, x - sx * box.x, y - sy * box.y};
}

SvgView in_viewport(const pugi::xml_node& node, const std::optional<Rect>& box, const Rect& viewport) {
    if (!box) return {viewport, Affine::moving({viewport.x, viewport.y}), {viewport.width, viewport.height}};
    return {viewport, fitted(node, *box, viewport), {box->width, box->height}};
}

bool is_relative(std::string_view text) { return trimmed(text).empty() || text.contains('%') || text == "auto"; }

}  // namespace

std::optional<SvgView> svg_view(SvgFile& file, const pugi::xml_node& root) {
    const auto box = view_box(file, root);
    const bool free_width = is_relative(root.attribute("width").value());
    const bool free_height = is_relative(root.attribute("height").value());
    double width = free_width ? 0 : svg_attribute(file, root, "width", 0, 0);
    double height = free_height ? 0 : svg_attribute(file, root, "height", 0, 0);
    if (file.failed()) return {};
    if (box && free_width && free_height) width = box->width, height = box->height;
    if (box && free_width && !free_height) width = height * box->width / box->height;
    if (box && free_height && !free_width) height = width * box->height / box->width;
    constexpr double kLeast = 1e-3, kMost = 1e5;
    if (width >= kLeast && height >= kLeast && width <= kMost && height <= kMost) {
        // A drawing is given its size where it is placed: numbers as they stand in the file are the shortest.
        constexpr double kSame = 1e-3;
        if (box && std::abs(width * box->height / (height * box->width) - 1) < kSame)
            width = box->width, height = box->height;
        return in_viewport(root, box, {0, 0, width, height});
    }
    file.error("svg-size", file.span(root), {"SVG 没有写明大小", "the SVG does not say how large it is"},
               {{"给 <svg> 写上“viewBox”", "give <svg> a viewBox"}});
    return {};
}

std::optional<SvgView> svg_inner_view(SvgFile& file, const pugi::xml_node& node, Size around) {
    const Rect viewport{svg_attribute(file, node, "x", around.width, 0),
                        svg_attribute(file, node, "y", around.height, 0),
                        svg_attribute(file, node, "width", around.width, around.width),
                        svg_attribute(file, node, "height", around.height, around.height)};
    if (viewport.width <= 0 || viewport.height <= 0) return {};
    return in_viewport(node, view_box(file, node), viewport);
}

std::optional<SvgView> svg_symbol_view(SvgFile& file, const pugi::xml_node& symbol, const pugi::xml_node& use,
                                       Size around) {
    const auto box = view_box(file, symbol);
    if (!box) return {};
    const Rect viewport{0, 0, svg_attribute(file, use, "width", around.width, around.width),
                        svg_attribute(file, use, "height", around.height, around.height)};
    if (viewport.width <= 0 || viewport.height <= 0) return {};
    return in_viewport(symbol, box, viewport);
}

}  // namespace zheye::picture
