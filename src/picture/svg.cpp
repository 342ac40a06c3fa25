// Walks over the elements and collects shapes. Everything that could grow without end is counted.
#include "picture/svg.h"

#include "picture/svg_file.h"
#include "picture/svg_gradient.h"
#include "picture/svg_outline.h"
#include "picture/svg_style.h"
#include "picture/svg_values.h"
#include "picture/svg_view.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace zheye::picture {

namespace {

constexpr int kDeepest = 200;                   // elements inside elements
constexpr std::size_t kMostElements = 100'000;  // drawn, those of `use` each time
constexpr std::size_t kMostSegments = 3'000'000;
constexpr double kLargest = 1e7;  // pt: nothing lies further away

/// What an element is drawn with.
struct Around {
    SvgStyle style;
    Affine map;  ///< to pt of the drawing
    std::optional<Rect> clip;
    Size view;  ///< what percentages are of
    double opacity = 1;
    int depth = 0;
};

class Reader {
public:
    explicit Reader(SvgFile& file) : file_(file), styles_(file) {}

    diag::Result<Drawing> read() {
        const auto root = file_.parse();
        if (!root) return std::unexpected(diag::Failed{});
        collect_styles(root);
        const auto view = svg_view(file_, root);
        if (!view) return std::unexpected(diag::Failed{});
        drawing_.size = {view->viewport.width, view->viewport.height};
        Around around;
        around.map = view->map;
        around.view = view->size;
        around.style = styles_.of(root, {}, diagonal(view->size));
        around.opacity = around.style.opacity;
        if (around.style.displayed) children(root, around);
        if (file_.failed()) return std::unexpected(diag::Failed{});
        return std::move(drawing_);
    }

private:
    void collect_styles(const pugi::xml_node& root) {
        struct Walker : pugi::xml_tree_walker {
            explicit Walker(SvgStyles& to) : styles(to) {}
            bool for_each(pugi::xml_node& node) override {
                if (svg_name(node) == "style") styles.add(node);
                return true;
            }
            SvgStyles& styles;
        } walker(styles_);
        auto node = root;
        node.traverse(walker);
    }

    bool may_go_on(const pugi::xml_node& node, int depth) {
        if (stopped_) return false;
        if (depth <= kDeepest && ++elements_ <= kMostElements && segments_ <= kMostSegments) return true;
        stopped_ = true;
        if (depth > kDeepest)
            file_.error("svg-too-deep", file_.span(node),
                        {"SVG 里的分组套得太深", "groups in the SVG are nested too deep"},
                        {{"在绘图软件里取消多余的编组", "ungroup what need not be grouped"}});
        else
            file_.error("svg-too-large", file_.span(node), {"SVG 里的图形太多了", "there is too much in the SVG"},
                        {{"简化路径，或者把这张图导出成 PNG", "simplify its paths, or export the picture as PNG"}});
        return false;
    }

    void children(const pugi::xml_node& node, const Around& around) {
        for (const auto& child : node.children())
            if (child.type() == pugi::node_element) element(child, around);
    }

    void element(const pugi::xml_node& node, const Around& outer) {
        const auto name = svg_name(node);
        if (name.empty() || is_silent(name)) return;
        if (!may_go_on(node, outer.depth + 1)) return;
        if (!is_drawn(name)) return report(node, name);
        Around around = outer;
        ++around.depth;
        around.style = styles_.of(node, outer.style, diagonal(outer.view));
        if (!around.style.displayed) return;
        if (!place(node, around)) return;
        around.opacity *= around.style.opacity;
        const auto first = drawing_.shapes.size();
        if (is_outline(name))
            draw(node, around);
        else if (name == "use")
            use(node, around);
        else if (name == "svg")
            inner(node, around);
        else
            children(node, around);
        if (around.style.opacity < 1 && !is_outline(name)) check_group(node, first);
    }

    static bool is_drawn(std::string_view name) {
        return is_outline(name) || name == "g" || name == "a" || name == "switch" || name == "use" || name == "svg";
    }
    /// Draws nothing by itself, or nothing that is missed.
    static bool is_silent(std::string_view name) {
        static constexpr std::array<std::string_view, 13> kNames{
            "defs", "style",          "title",          "desc",   "metadata", "symbol", "clipPath",
            "mask", "linearGradient", "radialGradient", "filter", "marker",   "pattern"};
        return std::ranges::find(kNames, name) != kNames.end();
    }

    void report(const pugi::xml_node& node, std::string_view name) {
        const auto place = file_.span(node);
        if (name == "text" || name == "flowRoot" || name == "foreignObject")
            return file_.error_once("text", place,
                                    {"SVG 里有文字，排不出来", "there is text in the SVG, which cannot be set"},
                                    {{"在绘图软件里把文字转成路径（轮廓）再导出",
                                      "convert the text to paths (outlines) in a drawing program, and export again"}});
        if (name == "image")
            return file_.error_once(
                "image", place,
                {"SVG 里嵌着别的图片，画不出来", "there is a picture inside the SVG, which cannot be drawn"},
                {{"去掉它，或者把整张图导出成 PNG", "take it out, or export the whole as PNG"}});
        const std::string shown(name.substr(0, 40));
        file_.warn_once(shown, place, {"SVG 里的 <" + shown + "> 没有用上", "<" + shown + "> in the SVG is left out"});
    }

    /// The element's own map and clip.
    bool place(const pugi::xml_node& node, Around& around) {
        if (const auto transform = node.attribute("transform")) {
            const auto map = svg_transform(transform.value());
            if (!map) {
                file_.error("svg-value", file_.span(node, transform),
                            {"SVG 里“transform”的值看不懂", "in the SVG, the value of transform means nothing"});
                return false;
            }
            around.map = around.map * *map;
        }
        if (!around.style.clip.empty()) clip(around);
        return true;
    }

    void clip(Around& around) {
        const auto clip = file_.find(around.style.clip);
        const auto one = clip.first_child();
        std::optional<Rect> rect;
        Affine map = around.map;
        const bool in_user_space = std::string_view(clip.attribute("clipPathUnits").value()) != "objectBoundingBox";
        if (svg_name(clip) == "clipPath" && in_user_space && one && !one.next_sibling() && is_outline(svg_name(one))) {
            for (const auto& part : {clip, one})
                if (const auto own = svg_transform(part.attribute("transform").value())) map = map * *own;
            if (const auto path = svg_outline(file_, one, around.view)) rect = path->as_rectangle();
        }
        if (rect && map.keeps_axes()) {
            around.clip = around.clip ? common(*around.clip, map(*rect)) : map(*rect);
            return;
        }
        file_.warn_once(
            "clip", around.style.clip_span,
            {"SVG 里的剪切形状不是正放的矩形，没有剪", "a clip in the SVG is no upright rectangle: nothing is cut off"},
            {{"在绘图软件里用“路径查找器”真正剪掉多余的部分", "cut the shapes themselves in a drawing program"}});
    }

    void inner(const pugi::xml_node& node, Around around) {
        const auto view = svg_inner_view(file_, node, around.view);
        if (!view) return;
        show_through(around, *view);
        children(node, around);
    }

    /// Only what lies in the viewport is shown.
    void show_through(Around& around, const SvgView& view) {
        if (around.map.keeps_axes()) {
            const auto shown = around.map(view.viewport);
            around.clip = around.clip ? common(*around.clip, shown) : shown;
        }
        around.map = around.map * view.map;
        around.view = view.size;
    }

    void use(const pugi::xml_node& node, Around around) {
        auto href = node.attribute("href");
        if (!href) href = node.attribute("xlink:href");
        const auto target = file_.find(svg_reference(href.value()));
        if (!target) {
            file_.error(
                "svg-reference", file_.span(node, href),
                {"SVG 里没有“" + std::string(href.value()) + "”", "the SVG has no '" + std::string(href.value()) + "'"},
                {{"别的文件里的图形要先粘贴进来", "what is in another file must be pasted in first"}});
            return;
        }
        if (std::ranges::find(used_, target) != used_.end() || is_ancestor(target, node)) {
            file_.error("svg-recursion", file_.span(node),
                        {"SVG 里的 <use> 用到了它自己", "a <use> in the SVG uses itself"});
            return;
        }
        used_.push_back(target);
        around.map = around.map * Affine::moving({svg_attribute(file_, node, "x", around.view.width, 0),
                                                  svg_attribute(file_, node, "y", around.view.height, 0)});
        if (svg_name(target) == "symbol") {
            around.style = styles_.of(target, around.style, diagonal(around.view));
            if (const auto view = svg_symbol_view(file_, target, node, around.view)) show_through(around, *view);
            children(target, around);
        } else {
            element(target, around);
        }
        used_.pop_back();
    }

    static bool is_ancestor(const pugi::xml_node& of, pugi::xml_node node) {
        for (; node; node = node.parent())
            if (node == of) return true;
        return false;
    }

    void draw(const pugi::xml_node& node, const Around& around) {
        auto path = svg_outline(file_, node, around.view);
        if (!path || path->segments.empty() || !around.style.visible) return;
        segments_ += path->segments.size();
        const auto& style = around.style;
        const bool is_line = svg_name(node) == "line";
        Shape shape;
        shape.path = std::move(*path);
        shape.even_odd = style.even_odd;
        const Rect box = shape.path.bounds().value_or(Rect{});
        double fill_alpha = style.fill_opacity, stroke_alpha = style.stroke_opacity;
        if (!is_line) shape.fill = paint(style.fill, style, box, around.view, fill_alpha);
        if (auto colour = paint(style.stroke, style, box, around.view, stroke_alpha); colour && style.line.width > 0) {
            shape.stroke = style.line;
            shape.stroke->colour = one_colour(*colour, style.stroke.span);
        }
        if (shape.fill && shape.stroke && std::abs(fill_alpha - stroke_alpha) > 0.001) {
            auto area = shape;
            area.stroke.reset();
            shape.fill.reset();
            add(std::move(area), around, fill_alpha, node);
        }
        const double alpha = shape.fill ? fill_alpha : stroke_alpha;
        add(std::move(shape), around, alpha, node);
    }

    std::optional<Paint> paint(const SvgPaint& wanted, const SvgStyle& style, const Rect& box, Size view,
                               double& alpha) {
        switch (wanted.kind) {
            case SvgPaint::Kind::none:
                return {};
            case SvgPaint::Kind::current:
                return style.current;
            case SvgPaint::Kind::colour:
                alpha *= wanted.alpha;
                return wanted.colour;
            case SvgPaint::Kind::reference:
                break;
        }
        const auto fill = svg_gradient(file_, styles_, wanted, box, view);
        if (!fill) return {};
        alpha *= fill->alpha;
        return fill->paint;
    }

    Colour one_colour(const Paint& paint, diag::Span span) {
        if (const auto* colour = std::get_if<Colour>(&paint)) return *colour;
        file_.warn_once("stroke-gradient", span,
                        {"SVG 里渐变的线画成了单色", "a line with a gradient in the SVG is drawn in one colour"},
                        {{"在绘图软件里把线“轮廓化”", "outline the stroke in a drawing program"}});
        const auto& stops = std::get<LinearGradient>(paint).stops;
        return mix(stops.front().colour, stops.back().colour, 0.5);
    }

    void add(Shape shape, const Around& around, double alpha, const pugi::xml_node& node) {
        const double opacity = alpha * around.opacity;
        if ((!shape.fill && !shape.stroke) || opacity <= 0) return;
        shape = transformed(std::move(shape), around.map);
        shape.opacity = opacity;
        shape.clip = around.clip;
        const Rect box = bounds(shape);
        if (!(std::abs(box.x) < kLargest && std::abs(box.y) < kLargest && box.width < kLargest &&
              box.height < kLargest)) {
            file_.error("svg-number", file_.span(node),
                        {"SVG 里的图形大得离谱", "a shape in the SVG is larger than can be"});
            return;
        }
        const Rect whole{0, 0, drawing_.size.width, drawing_.size.height};
        const Rect shown = common(box, shape.clip.value_or(whole));
        if (common(shown, whole).width <= 0 || common(shown, whole).height <= 0) return;
        const bool sticks_out = box.x < 0 || box.y < 0 || box.right() > whole.width || box.bottom() > whole.height;
        if (!shape.clip && sticks_out) shape.clip = whole;
        if (shape.clip) shape.clip = common(*shape.clip, whole);
        drawing_.shapes.push_back(std::move(shape));
    }

    /// A group becomes transparent as a whole, which shapes of their own cannot do where they lie over each other.
    void check_group(const pugi::xml_node& group, std::size_t first) {
        const auto& shapes = drawing_.shapes;
        const auto last = std::min(shapes.size(), first + 100);
        for (auto i = first; i < last; ++i)
            for (auto j = i + 1; j < last; ++j) {
                const auto both = common(bounds(shapes[i]), bounds(shapes[j]));
                if (both.width <= 0 || both.height <= 0) continue;
                file_.warn_once("group-opacity", file_.span(group),
                                {"SVG 里半透明的编组，重叠的地方会透出来",
                                 "in a translucent group of the SVG, shapes show through each other"},
                                {{"把透明度设在单个图形上", "make the single shapes translucent"}});
                return;
            }
    }

    SvgFile& file_;
    SvgStyles styles_;
    Drawing drawing_;
    std::vector<pugi::xml_node> used_;
    std::size_t elements_ = 0, segments_ = 0;
    bool stopped_ = false;
};

}  // namespace

bool is_svg(const Blob& file) {
    auto text = file.bytes();
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = trimmed(text.substr(0, 256));
    return text.starts_with("<");
}

diag::Result<Drawing> read_svg(const Blob& file, const std::string& path, diag::Sources& sources,
                               diag::Diagnostics& diagnostics) {
    SvgFile svg(file, path, sources, diagnostics);
    return Reader(svg).read();
}

}  // namespace zheye::picture
