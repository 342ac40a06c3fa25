#include "picture/svg_outline.h"

#include "base/path_data.h"
#include "picture/svg_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace zheye::picture {

namespace {

class Outline {
public:
    Outline(SvgFile& file, const pugi::xml_node& node, Size view) : file_(file), node_(node), view_(view) {}

    std::optional<Path> read() {
        const auto name = svg_name(node_);
        if (name == "path") return data();
        if (name == "rect") return rectangle();
        if (name == "circle") {
            const double r = other("r");
            return ellipse(r, r);
        }
        if (name == "ellipse") return ellipse(x("rx"), y("ry"));
        if (name == "line") return Path::line({x("x1"), y("y1")}, {x("x2"), y("y2")});
        return points(name == "polygon");
    }

private:
    double x(const char* name) { return svg_attribute(file_, node_, name, view_.width, 0); }
    double y(const char* name) { return svg_attribute(file_, node_, name, view_.height, 0); }
    double other(const char* name) { return svg_attribute(file_, node_, name, diagonal(view_), 0); }

    std::optional<Path> data() {
        const auto d = node_.attribute("d");
        const std::string_view text = d.value();
        if (trimmed(text).empty() || text == "none") return {};
        auto path = parse_path_data(text);
        if (path) return std::move(*path);
        auto place = file_.span(node_, d);
        place.begin += static_cast<std::uint32_t>(path.error());
        place.end = std::max(place.end, place.begin);
        file_.error("svg-path", place, {"SVG 路径到这里读不下去", "the SVG's path data cannot be read on from here"},
                    {{"请重新导出这个文件", "export the file again"}});
        return {};
    }

    std::optional<Path> rectangle() {
        const Rect rect{x("x"), y("y"), x("width"), y("height")};
        if (rect.width <= 0 || rect.height <= 0) return {};
        const bool has_rx = !node_.attribute("rx").empty(), has_ry = !node_.attribute("ry").empty();
        double rx = x("rx"), ry = y("ry");
        if (!has_rx) rx = ry;
        if (!has_ry) ry = rx;
        rx = std::min(rx, rect.width / 2), ry = std::min(ry, rect.height / 2);
        if (rx <= 0 || ry <= 0) return Path::rectangle(rect);
        // Round corners of one radius, made as wide as they are to be.
        Path path = Path::rounded({0, 0, rect.width * ry / rx, rect.height}, ry);
        path.transform({rx / ry, 0, 0, 1, rect.x, rect.y});
        return path;
    }

    std::optional<Path> ellipse(double rx, double ry) {
        if (rx <= 0 || ry <= 0) return {};
        Path path = Path::circle({0, 0}, 1);
        path.transform({rx, 0, 0, ry, x("cx"), y("cy")});
        return path;
    }

    std::optional<Path> points(bool closed) {
        std::string_view text = node_.attribute("points").value();
        Path path;
        while (!trimmed(text).empty()) {
            const auto px = take_number(text), py = px ? take_number(text) : std::nullopt;
            if (!py) {
                file_.error("svg-value", file_.span(node_, node_.attribute("points")),
                            {"SVG 里“points”的坐标看不懂", "in the SVG, the coordinates of 'points' mean nothing"});
                return {};
            }
            if (path.segments.empty())
                path.move_to({*px, *py});
            else
                path.line_to({*px, *py});
        }
        if (path.segments.size() < 2) return {};
        if (closed) path.close();
        return path;
    }

    SvgFile& file_;
    const pugi::xml_node& node_;
    Size view_;
};

}  // namespace

bool is_outline(std::string_view name) {
    static constexpr std::array<std::string_view, 7> kNames{"path", "rect",     "circle", "ellipse",
                                                            "line", "polyline", "polygon"};
    return std::ranges::find(kNames, name) != kNames.end();
}

std::optional<Path> svg_outline(SvgFile& file, const pugi::xml_node& node, Size view) {
    return Outline(file, node, view).read();
}

double svg_attribute(SvgFile& file, const pugi::xml_node& node, const char* name, double whole, double otherwise) {
    const auto attribute = node.attribute(name);
    const std::string_view text = attribute.value();
    if (trimmed(text).empty() || text == "auto") return otherwise;
    if (const auto value = svg_length(text, whole)) return *value;
    const std::string shown(text.substr(0, 40)), key(name);
    file.error("svg-value", file.span(node, attribute),
               {"SVG 里“" + key + "”的值“" + shown + "”不是能用的长度",
                "in the SVG, '" + shown + "' is no length for " + key});
    return otherwise;
}

double diagonal(Size view) { return std::sqrt((view.width * view.width + view.height * view.height) / 2); }

}  // namespace zheye::picture
