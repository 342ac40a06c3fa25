// What CSS says about an element of an SVG: attributes, rules, `style=`, and what it has from those around it.
#pragma once

#include "base/shape.h"
#include "picture/svg_file.h"

#include <string>
#include <vector>

namespace zheye::picture {

struct SvgPaint {
    enum class Kind : unsigned char { none, colour, current, reference } kind = Kind::none;
    Colour colour;
    double alpha = 1;
    std::string id;  ///< of a gradient
    diag::Span span;
};

[[nodiscard]] inline Stroke plain_line() {
    Stroke line;
    line.width = 1;
    line.mitre_limit = 4;
    return line;
}

struct SvgStyle {
    // Of the element alone; the next one begins with these values.
    double opacity = 1;
    bool displayed = true;
    std::string clip;  ///< id
    diag::Span clip_span;
    Colour stop_colour;
    double stop_opacity = 1;
    // Of all that is in the element too.
    SvgPaint fill{.kind = SvgPaint::Kind::colour, .colour = {}, .alpha = 1, .id = {}, .span = {}};
    SvgPaint stroke;
    Colour current;
    double fill_opacity = 1, stroke_opacity = 1;
    bool even_odd = false, visible = true;
    Stroke line = plain_line();  ///< in user units; its colour is not used

    /// What an element inside begins with.
    [[nodiscard]] SvgStyle inherited() const;
};

/// Rules of one `<style>`: of elements, classes and ids, without more.
struct SvgRule {
    std::string element, name, id;  ///< empty: any; `name` is that of a class
    std::string declarations;
    diag::Span span;
    [[nodiscard]] int weight() const {
        return (id.empty() ? 0 : 4) + (name.empty() ? 0 : 2) + (element.empty() ? 0 : 1);
    }
};

class SvgStyles {
public:
    explicit SvgStyles(SvgFile& file) : file_(file) {}
    /// Takes up the rules of a `<style>`.
    void add(const pugi::xml_node& style);
    /// `whole`: what percentages of lengths are of.
    [[nodiscard]] SvgStyle of(const pugi::xml_node&, const SvgStyle& around, double whole);

private:
    void add_rule(std::string_view selector, std::string_view declarations, diag::Span);

    SvgFile& file_;
    std::vector<SvgRule> rules_;  ///< the weaker first
};

}  // namespace zheye::picture
