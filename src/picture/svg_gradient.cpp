#include "picture/svg_gradient.h"

#include "picture/svg_outline.h"
#include "picture/svg_values.h"

#include <algorithm>
#include <string>

namespace zheye::picture {

namespace {

constexpr int kDeepestChain = 16;  // of gradients that refer to each other

class Gradient {
public:
    Gradient(SvgFile& file, SvgStyles& styles, const SvgPaint& wanted, const Rect& box, Size view)
        : file_(file), styles_(styles), wanted_(wanted), box_(box), view_(view) {}

    std::optional<SvgFill> read() {
        auto node = file_.find(wanted_.id);
        for (int i = 0; node && i < kDeepestChain; ++i) {
            chain_.push_back(node);
            auto next = node.attribute("href");
            if (!next) next = node.attribute("xlink:href");
            node = next ? file_.find(svg_reference(next.value())) : pugi::xml_node{};
        }
        const auto name = chain_.empty() ? std::string_view{} : svg_name(chain_.front());
        if (name != "linearGradient" && name != "radialGradient") {
            report(name);
            return {};
        }
        read_stops();
        if (stops_.empty()) return {};
        SvgFill fill{stops_.front().colour, alpha_};
        if (stops_.size() == 1) return fill;
        if (name == "radialGradient")
            fill.paint = middle();
        else
            fill.paint = linear();
        return fill;
    }

private:
    void report(std::string_view name) {
        if (name == "pattern")
            file_.warn_once(
                "pattern", wanted_.span, {"SVG 里的图案填充没有画", "a fill with a pattern in the SVG is left out"},
                {{"在绘图软件里把图案“拓展”成图形", "expand the pattern into shapes in a drawing program"}});
        else
            file_.error("svg-reference", wanted_.span,
                        {"SVG 里没有“" + wanted_.id + "”这种颜色或渐变", "the SVG has no paint '" + wanted_.id + "'"});
    }

    /// The first of the chain that has the attribute.
    [[nodiscard]] std::pair<pugi::xml_node, pugi::xml_attribute> attribute(const char* name) const {
        for (const auto& node : chain_)
            if (const auto found = node.attribute(name)) return {node, found};
        return {};
    }
    [[nodiscard]] bool in_box() const {
        return std::string_view(attribute("gradientUnits").second.value()) != "userSpaceOnUse";
    }

    void read_stops() {
        const auto has_stops = [](const pugi::xml_node& node) {
            return std::ranges::any_of(node.children(), [](const auto& child) { return svg_name(child) == "stop"; });
        };
        const auto owner = std::ranges::find_if(chain_, has_stops);
        if (owner == chain_.end()) return;
        double last = 0, most = 0, least = 1;
        for (const auto& node : owner->children()) {
            if (svg_name(node) != "stop") continue;
            const auto style = styles_.of(node, {}, 1);
            last = std::max(last, svg_share(node.attribute("offset").value()).value_or(0));
            stops_.push_back({last, style.stop_colour});
            most = std::max(most, style.stop_opacity), least = std::min(least, style.stop_opacity);
        }
        alpha_ = most;
        if (most - least > 0.01)
            file_.warn_once("stop-opacity", wanted_.span,
                            {"SVG 的渐变从不透明到透明，画成了一样的透明度",
                             "a gradient in the SVG changes its opacity: it is drawn with one"},
                            {{"渐变的两端都用不透明的颜色", "use opaque colours at both ends"}});
    }

    Colour middle() {
        file_.warn_once("radial", wanted_.span,
                        {"SVG 的放射渐变画成了单色", "a radial gradient in the SVG is drawn in one colour"},
                        {{"改用线性渐变，或者把这张图导出成 PNG", "use a linear one, or export the picture as PNG"}});
        return mix(stops_.front().colour, stops_.back().colour, 0.5);
    }

    LinearGradient linear() {
        const bool boxed = in_box();
        const Size whole = boxed ? Size{1, 1} : view_;
        const auto length = [&](const char* name, double of, double otherwise) {
            const auto [node, found] = attribute(name);
            return found ? svg_attribute(file_, node, name, of, otherwise) : otherwise;
        };
        Shape carrier;
        carrier.fill = LinearGradient{{length("x1", whole.width, 0), length("y1", whole.height, 0)},
                                      {length("x2", whole.width, whole.width), length("y2", whole.height, 0)},
                                      stops_};
        Affine map;
        if (const auto [node, found] = attribute("gradientTransform"); found) {
            const auto own = svg_transform(found.value());
            if (!own)
                file_.error("svg-value", file_.span(node, found),
                            {"SVG 里“gradientTransform”的值看不懂",
                             "in the SVG, the value of gradientTransform means nothing"});
            map = own.value_or(Affine{});
        }
        if (boxed) map = Affine{box_.width, 0, 0, box_.height, box_.x, box_.y} * map;
        return std::get<LinearGradient>(*transformed(std::move(carrier), map).fill);
    }

    SvgFile& file_;
    SvgStyles& styles_;
    const SvgPaint& wanted_;
    const Rect& box_;
    Size view_;
    std::vector<pugi::xml_node> chain_;  ///< the gradient, and those that it takes from
    std::vector<GradientStop> stops_;
    double alpha_ = 1;
};

}  // namespace

std::optional<SvgFill> svg_gradient(SvgFile& file, SvgStyles& styles, const SvgPaint& wanted, const Rect& box,
                                    Size view) {
    return Gradient(file, styles, wanted, box, view).read();
}

}  // namespace zheye::picture
