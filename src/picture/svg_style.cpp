#include "picture/svg_style.h"

#include "base/path_data.h"
#include "picture/svg_values.h"

#include <algorithm>
#include <functional>

namespace zheye::picture {

namespace {

/// One property of an element gets its value.
class Declaration {
public:
    Declaration(SvgFile& file, SvgStyle& style, double whole, diag::Span span)
        : file_(file), style_(style), whole_(whole), span_(span) {}

    void apply(std::string_view name, std::string_view value) {
        value = trimmed(value);
        if (const auto mark = value.find('!'); mark != std::string_view::npos) value = trimmed(value.substr(0, mark));
        if (value == "inherit" || value.empty()) return;
        using Apply = void (Declaration::*)(std::string_view);
        static const std::map<std::string_view, Apply> kProperties{
            {"fill", &Declaration::fill},
            {"stroke", &Declaration::stroke},
            {"color", &Declaration::current},
            {"stop-color", &Declaration::stop_colour},
            {"opacity", &Declaration::opacity},
            {"fill-opacity", &Declaration::fill_opacity},
            {"stroke-opacity", &Declaration::stroke_opacity},
            {"stop-opacity", &Declaration::stop_opacity},
            {"stroke-width", &Declaration::width},
            {"stroke-linecap", &Declaration::cap},
            {"stroke-linejoin", &Declaration::join},
            {"stroke-miterlimit", &Declaration::mitre},
            {"stroke-dasharray", &Declaration::dash},
            {"stroke-dashoffset", &Declaration::dash_offset},
            {"fill-rule", &Declaration::rule},
            {"display", &Declaration::display},
            {"visibility", &Declaration::visibility},
            {"clip-path", &Declaration::clip},
            {"mask", &Declaration::mask},
            {"filter", &Declaration::filter},
            {"marker", &Declaration::marker},
            {"marker-start", &Declaration::marker},
            {"marker-mid", &Declaration::marker},
            {"marker-end", &Declaration::marker},
        };
        const auto property = kProperties.find(name);
        if (property == kProperties.end()) return;
        name_ = name;
        (this->*property->second)(value);
    }

private:
    void wrong(std::string_view value) {
        const std::string text(value.substr(0, 40)), name(name_);
        file_.error("svg-value", span_,
                    {"SVG 里“" + name + "”的值“" + text + "”看不懂",
                     "in the SVG, the value '" + text + "' of " + name + " means nothing"});
    }
    void paint(SvgPaint& to, std::string_view value) {
        to = {};
        to.span = span_;
        if (value == "none") return;
        if (value == "currentColor" || value == "currentcolor") {
            to.kind = SvgPaint::Kind::current;
            return;
        }
        if (value.starts_with("url(")) {
            to.kind = SvgPaint::Kind::reference;
            to.id = svg_reference(value);
            return;
        }
        const auto colour = svg_colour(value);
        if (!colour) return wrong(value);
        to.kind = SvgPaint::Kind::colour;
        to.colour = colour->colour;
        to.alpha = colour->alpha;
    }
    void fill(std::string_view value) { paint(style_.fill, value); }
    void stroke(std::string_view value) { paint(style_.stroke, value); }
    void current(std::string_view value) {
        if (const auto colour = svg_colour(value)) style_.current = colour->colour;
    }
    void stop_colour(std::string_view value) {
        const auto colour = value == "currentColor" ? SvgColour{style_.current, 1} : svg_colour(value);
        if (!colour) return wrong(value);
        style_.stop_colour = colour->colour;
        style_.stop_opacity *= colour->alpha;
    }
    void share(double& to, std::string_view value) {
        const auto found = svg_share(value);
        if (found)
            to = *found;
        else
            wrong(value);
    }
    void opacity(std::string_view value) { share(style_.opacity, value); }
    void fill_opacity(std::string_view value) { share(style_.fill_opacity, value); }
    void stroke_opacity(std::string_view value) { share(style_.stroke_opacity, value); }
    void stop_opacity(std::string_view value) { share(style_.stop_opacity, value); }
    void width(std::string_view value) {
        const auto length = svg_length(value, whole_);
        if (!length || *length < 0) return wrong(value);
        style_.line.width = *length;
    }
    void cap(std::string_view value) {
        style_.line.round_caps = value == "round";
        style_.line.square_caps = value == "square";
        if (!style_.line.join) style_.line.join = Join::mitre;
    }
    void join(std::string_view value) {
        style_.line.join = value == "round" ? Join::round : value == "bevel" ? Join::bevel : Join::mitre;
    }
    void mitre(std::string_view value) {
        const auto limit = svg_length(value, 1);
        if (!limit || *limit < 1) return wrong(value);
        style_.line.mitre_limit = *limit;
    }
    void dash(std::string_view value) {
        style_.line.dash.clear();
        double sum = 0;
        while (value != "none" && !trimmed(value).empty()) {
            const auto end = std::min(value.find_first_of(", \t\n", value.find_first_not_of(", \t\n")), value.size());
            const auto length = svg_length(value.substr(std::min(value.find_first_not_of(", \t\n"), end), end), whole_);
            if (!length || *length < 0) return wrong(value);
            style_.line.dash.push_back(*length);
            sum += *length;
            value.remove_prefix(end);
        }
        if (sum <= 0) style_.line.dash.clear();
        if (style_.line.dash.size() % 2 == 1) {
            const auto once = style_.line.dash;
            style_.line.dash.insert(style_.line.dash.end(), once.begin(), once.end());
        }
    }
    void dash_offset(std::string_view value) {
        const auto length = svg_length(value, whole_);
        if (!length) return wrong(value);
        style_.line.dash_offset = *length;
    }
    void rule(std::string_view value) { style_.even_odd = value == "evenodd"; }
    void display(std::string_view value) { style_.displayed = value != "none"; }
    void visibility(std::string_view value) { style_.visible = value == "visible"; }
    void clip(std::string_view value) {
        if (value == "none") return;
        style_.clip = svg_reference(value);
        style_.clip_span = span_;
    }
    void mask(std::string_view value) {
        if (value == "none") return;
        file_.warn_once(
            "mask", span_,
            {"SVG 里的蒙版没有用上，被它遮住的会露出来", "a mask in the SVG is left out: what it hides is shown"},
            {{"在绘图软件里把蒙版“拓展”成图形，再导出", "expand the mask into shapes in a drawing program"}});
    }
    void filter(std::string_view value) {
        if (value == "none") return;
        file_.warn_once("filter", span_,
                        {"SVG 里的滤镜（阴影、模糊等）没有画", "a filter (shadow, blur) in the SVG is left out"},
                        {{"去掉滤镜，或者把这张图导出成 PNG", "take it out, or export the picture as PNG"}});
    }
    void marker(std::string_view value) {
        if (value == "none") return;
        file_.warn_once("marker", span_,
                        {"SVG 里线端的记号（箭头等）没有画", "markers (arrow heads) in the SVG are left out"},
                        {{"在绘图软件里把箭头“轮廓化”成路径", "turn the arrow heads into paths in a drawing program"}});
    }

    SvgFile& file_;
    SvgStyle& style_;
    double whole_;
    diag::Span span_;
    std::string_view name_;
};

/// Calls `take` with each part of `text` between `mark`s.
void each_part(std::string_view text, char mark, const std::function<void(std::string_view)>& take) {
    while (true) {
        const auto end = text.find(mark);
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) take(part);
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

void apply_all(Declaration& declaration, std::string_view text) {
    each_part(text, ';', [&](std::string_view one) {
        const auto colon = one.find(':');
        if (colon != std::string_view::npos) declaration.apply(trimmed(one.substr(0, colon)), one.substr(colon + 1));
    });
}

bool has_class(std::string_view classes, std::string_view name) {
    bool found = false;
    each_part(classes, ' ', [&](std::string_view one) { found = found || one == name; });
    return found;
}

std::string without_comments(std::string_view text) {
    std::string result;
    while (true) {
        const auto begin = text.find("/*");
        result += text.substr(0, begin);
        if (begin == std::string_view::npos) return result;
        const auto end = text.find("*/", begin + 2);
        if (end == std::string_view::npos) return result;
        text.remove_prefix(end + 2);
    }
}

}  // namespace

SvgStyle SvgStyle::inherited() const {
    auto style = *this;
    style.opacity = 1;
    style.displayed = true;
    style.clip.clear();
    style.stop_colour = {};
    style.stop_opacity = 1;
    return style;
}

void SvgStyles::add(const pugi::xml_node& node) {
    std::string text;
    for (const auto child : node.children()) text += child.value();
    text = without_comments(text);
    std::string_view rest = text;
    while (true) {
        const auto open = rest.find('{');
        if (open == std::string_view::npos) break;
        const auto close = std::min(rest.find('}', open), rest.size());
        const auto declarations = rest.substr(open + 1, close - open - 1);
        each_part(rest.substr(0, open), ',',
                  [&](std::string_view selector) { add_rule(selector, declarations, file_.span(node)); });
        rest.remove_prefix(std::min(close + 1, rest.size()));
    }
    std::ranges::stable_sort(rules_, {}, &SvgRule::weight);
}

void SvgStyles::add_rule(std::string_view selector, std::string_view declarations, diag::Span span) {
    if (selector.starts_with("@font-face")) return;
    const auto simple = selector.find_first_of(" >+~:[@") == std::string_view::npos;
    const auto mark = selector.find_first_of(".#");
    const auto rest = mark == std::string_view::npos ? std::string_view{} : selector.substr(mark + 1);
    if (!simple || rest.find_first_of(".#") != std::string_view::npos) {
        file_.warn_once("css", span,
                        {"SVG 里的样式规则“" + std::string(selector.substr(0, 40)) + "”没有用上",
                         "a rule of CSS in the SVG is left out: " + std::string(selector.substr(0, 40))},
                        {{"导出时选“样式属性”（不用 CSS）", "export with presentation attributes instead of CSS"}});
        return;
    }
    SvgRule rule;
    rule.element = selector.substr(0, mark);
    if (rule.element == "*") rule.element.clear();
    if (!rest.empty()) (selector[mark] == '.' ? rule.name : rule.id) = rest;
    rule.declarations = declarations;
    rule.span = span;
    rules_.push_back(std::move(rule));
}

SvgStyle SvgStyles::of(const pugi::xml_node& node, const SvgStyle& around, double whole) {
    auto style = around.inherited();
    for (const auto& attribute : node.attributes())
        Declaration(file_, style, whole, file_.span(node, attribute)).apply(attribute.name(), attribute.value());
    const auto name = svg_name(node);
    const std::string_view classes = node.attribute("class").value(), id = node.attribute("id").value();
    for (const auto& rule : rules_) {
        if ((!rule.element.empty() && rule.element != name) || (!rule.id.empty() && rule.id != id) ||
            (!rule.name.empty() && !has_class(classes, rule.name)))
            continue;
        Declaration declaration(file_, style, whole, rule.span);
        apply_all(declaration, rule.declarations);
    }
    if (const auto own = node.attribute("style")) {
        Declaration declaration(file_, style, whole, file_.span(node, own));
        apply_all(declaration, own.value());
    }
    return style;
}

}  // namespace zheye::picture
