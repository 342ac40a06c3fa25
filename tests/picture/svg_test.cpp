// SVG files → shapes: where they lie, and in which colours.
#include "picture/svg.h"

#include "diag/render.h"

#include <catch2/catch.hpp>

#include <string>

using namespace zheye;

namespace {

struct Read {
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    picture::Drawing drawing;
    bool ok = false;
    [[nodiscard]] std::string messages() const {
        return diag::render_all(diagnostics, sources, diag::Language::en, false);
    }
};

Read read(const std::string& text) {
    Read r;
    auto drawing = picture::read_svg(Blob(text), "a.svg", r.sources, r.diagnostics);
    r.ok = drawing.has_value();
    if (drawing) r.drawing = std::move(*drawing);
    return r;
}

/// A drawing of 100 × 100 px, that is 75 pt.
picture::Drawing drawn(const std::string& inside) {
    auto r = read(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='75pt' "
        "height='75pt' viewBox='0 0 75 75'>" +
        inside + "</svg>");
    INFO(inside << r.messages());
    REQUIRE(r.ok);
    CHECK(r.diagnostics.all().empty());
    return std::move(r.drawing);
}

Colour fill(const Shape& shape) { return std::get<Colour>(shape.fill.value()); }

Rect rounded(Rect r) {
    const auto at = [](double v) { return std::round(v * 1000) / 1000; };
    return {at(r.x), at(r.y), at(r.width), at(r.height)};
}
Rect box(const Shape& shape) { return rounded(shape.path.bounds().value()); }

/// From where, and how far.
Rect ends(const LinearGradient& g) { return rounded({g.from.x, g.from.y, g.to.x - g.from.x, g.to.y - g.from.y}); }

constexpr Colour kRed{255, 0, 0}, kBlue{0, 0, 255}, kBlack{0, 0, 0};

}  // namespace

TEST_CASE("svg: basic shapes") {
    const auto d = drawn(
        "<rect x='1' y='2' width='30' height='4'/><circle cx='10' cy='10' r='5'/>"
        "<ellipse cx='10' cy='10' rx='5' ry='2'/><line x1='0' y1='0' x2='10' y2='5' stroke='red'/>"
        "<polyline points='0,0 10,0 10,10' fill='none' stroke='blue'/><polygon points='0 0 9 0 9 9'/>"
        "<path d='M1 1h5v5z'/><rect width='20' height='10' rx='4' ry='2'/>");
    REQUIRE(d.shapes.size() == 8);
    CHECK(d.size == Size{75, 75});
    CHECK(box(d.shapes[0]) == Rect{1, 2, 30, 4});
    CHECK(box(d.shapes[1]) == Rect{5, 5, 10, 10});
    CHECK(box(d.shapes[2]) == Rect{5, 8, 10, 4});
    CHECK_FALSE(d.shapes[3].fill);
    CHECK(d.shapes[3].stroke->colour == kRed);
    CHECK_FALSE(d.shapes[4].fill);
    CHECK(d.shapes[5].path.segments.back().op == Path::Op::close);
    CHECK(fill(d.shapes[6]) == kBlack);
    CHECK(d.shapes[7].path.segments[0].points[0] == Point{4, 0});
}

TEST_CASE("svg: style comes from attributes, rules, style= and from around, in this order of weight") {
    const auto d = drawn(
        "<style>/* c */ rect, .none{fill:blue} .a{fill:#0f0} #b{fill:rgb(1,2,3)}</style>"
        "<g fill='red' stroke-linecap='round' stroke='currentColor' color='#00f' opacity='.5'>"
        "<circle r='5' cy='9'/><rect x='50' width='1' height='1' fill='red'/><rect class='x a' x='40' width='1' "
        "height='1'/>"
        "<rect class='a' id='b' x='30' width='1' height='1'/>"
        "<rect class='a' x='20' width='1' height='1' style='fill: red; opacity:50%; stroke:none'/></g>");
    REQUIRE(d.shapes.size() == 5);
    CHECK(fill(d.shapes[0]) == kRed);
    CHECK(d.shapes[0].stroke->round_caps);
    CHECK(d.shapes[0].stroke->join == Join::mitre);
    CHECK(d.shapes[0].stroke->colour == kBlue);
    CHECK(d.shapes[0].opacity == 0.5);
    CHECK(fill(d.shapes[1]) == kBlue);
    CHECK(fill(d.shapes[2]) == Colour{0, 255, 0});
    CHECK(fill(d.shapes[3]) == Colour{1, 2, 3});
    CHECK(fill(d.shapes[4]) == kRed);
    CHECK(d.shapes[4].opacity == 0.25);
    CHECK_FALSE(d.shapes[4].stroke);
}

TEST_CASE("svg: colours") {
    using Case = std::pair<std::string, Colour>;
    const auto [text, colour] =
        GENERATE(Case{"#abc", {0xaa, 0xbb, 0xcc}}, Case{"RebeccaPurple", {0x66, 0x33, 0x99}},
                 Case{"rgb(100%, 0%, 50%)", {255, 0, 128}}, Case{"rgb(1 2 3 / 1)", {1, 2, 3}},
                 Case{"yellowgreen", {0x9a, 0xcd, 0x32}}, Case{"aliceblue", {0xf0, 0xf8, 0xff}});
    INFO(text);
    CHECK(fill(drawn("<rect width='1' height='1' fill='" + text + "'/>").shapes.at(0)) == colour);
    CHECK(drawn("<rect width='1' height='1' fill='#ff000080'/>").shapes.at(0).opacity == Approx(0.5).margin(0.01));
    CHECK(drawn("<rect width='1' height='1' fill='none'/>").shapes.empty());
    CHECK(drawn("<rect width='1' height='1' fill='transparent'/>").shapes.empty());
}

TEST_CASE("svg: maps, groups and use") {
    const auto d = drawn(
        "<defs><rect id='r' width='2' height='2'/>"
        "<symbol id='s' viewBox='0 0 10 10'><rect width='10' height='10'/></symbol></defs>"
        "<g transform='translate(10,20) scale(2)'><use href='#r' x='1' y='2'/></g>"
        "<use xlink:href='#s' x='30' y='30' width='20' height='20'/>"
        "<rect width='4' height='2' transform='rotate(90)translate(0 -10)' stroke='red'/>"
        "<rect width='4' height='2' transform='matrix(1 0 0 1 5 5)'/>");
    REQUIRE(d.shapes.size() == 4);
    CHECK(box(d.shapes[0]) == Rect{12, 24, 4, 4});
    CHECK(box(d.shapes[1]) == Rect{30, 30, 20, 20});
    CHECK(rounded(d.shapes[1].clip.value()) == Rect{30, 30, 20, 20});
    CHECK(box(d.shapes[2]) == Rect{8, 0, 2, 4});
    CHECK(box(d.shapes[3]) == Rect{5, 5, 4, 2});
}

TEST_CASE("svg: the size, and where the viewBox lies in it") {
    const auto size = [](const std::string& head) {
        auto r = read("<svg " + head + "><rect width='10' height='10'/></svg>");
        INFO(head << r.messages());
        REQUIRE(r.ok);
        const auto b = box(r.drawing.shapes.at(0));
        return std::pair(r.drawing.size, b);
    };
    CHECK(size("viewBox='0 0 20 10'") == std::pair(Size{20, 10}, Rect{0, 0, 10, 10}));
    CHECK(size("width='100%' viewBox='0 0 20 10'").first == Size{20, 10});
    CHECK(size("width='40' viewBox='0 0 20 10'").first == Size{20, 10});
    CHECK(size("width='72pt' height='36pt'") == std::pair(Size{96, 48}, Rect{0, 0, 10, 10}));
    CHECK(size("width='40' height='40' viewBox='0 0 20 10'").second == Rect{0, 10, 20, 20});
    CHECK(size("width='40' height='40' viewBox='0 0 20 10' preserveAspectRatio='xMinYMax meet'").second ==
          Rect{0, 20, 20, 20});
    CHECK(size("width='40' height='40' viewBox='0 0 20 10' preserveAspectRatio='none'").second == Rect{0, 0, 20, 40});
}

TEST_CASE("svg: what sticks out of the drawing is cut off at its edge, what lies outside is none of it") {
    const auto d =
        drawn("<rect x='70' width='20' height='5'/><rect x='90' width='20' height='5'/><rect width='5' height='5'/>");
    REQUIRE(d.shapes.size() == 2);
    CHECK(d.shapes[0].clip == Rect{0, 0, 75, 75});
    CHECK_FALSE(d.shapes[1].clip);
}

TEST_CASE("svg: clips that are rectangles") {
    const auto d = drawn(
        "<clipPath id='c'><path d='M0 0h10v10H0z'/></clipPath>"
        "<g clip-path='url(#c)' transform='translate(5 5)'><circle r='50'/></g>");
    CHECK(rounded(d.shapes.at(0).clip.value()) == Rect{5, 5, 10, 10});
    const auto inner =
        drawn("<svg x='10' y='10' width='20' height='10' viewBox='0 0 2 1'><rect width='9' height='1'/></svg>");
    CHECK(box(inner.shapes.at(0)) == Rect{10, 10, 90, 10});
    CHECK(rounded(inner.shapes.at(0).clip.value()) == Rect{10, 10, 20, 10});
}

TEST_CASE("svg: linear gradients, in the box of the shape or in the drawing, and those that take from others") {
    const auto d = drawn(
        "<linearGradient id='a'><stop offset='0' stop-color='red'/><stop offset='100%' "
        "style='stop-color:blue'/></linearGradient>"
        "<linearGradient id='b' href='#a' gradientUnits='userSpaceOnUse' x1='0' y1='0' x2='0' y2='20' "
        "gradientTransform='translate(0 5)'/>"
        "<rect x='10' width='20' height='10' fill='url(#a)'/><rect width='20' height='10' fill='url(#b)'/>");
    const auto& a = std::get<LinearGradient>(d.shapes.at(0).fill.value());
    CHECK(ends(a) == Rect{10, 0, 20, 0});
    REQUIRE(a.stops.size() == 2);
    CHECK(a.stops[0].colour == kRed);
    CHECK(a.stops[1].colour == kBlue);
    const auto& b = std::get<LinearGradient>(d.shapes.at(1).fill.value());
    CHECK(ends(b) == Rect{0, 5, 0, 20});
}

TEST_CASE("svg: lines") {
    const auto d = drawn(
        "<g transform='scale(2)'><path d='M0 0h5' stroke='red' stroke-width='1.5' stroke-dasharray='2 1 3' "
        "stroke-dashoffset='1' stroke-linecap='square' stroke-linejoin='bevel' fill='none'/></g>"
        "<path d='M0 0h5v5z' stroke='red' stroke-opacity='.5' stroke-miterlimit='7'/>");
    REQUIRE(d.shapes.size() == 3);
    const auto& line = *d.shapes[0].stroke;
    CHECK(line.width == 3);
    CHECK(line.dash == std::vector<double>{4, 2, 6, 4, 2, 6});
    CHECK(line.dash_offset == 2);
    CHECK(line.square_caps);
    CHECK(line.mitre_limit == 4);  // as SVG has it where nothing is said
    CHECK(line.join == Join::bevel);
    CHECK((d.shapes[1].opacity == 1 && d.shapes[2].opacity == 0.5));  // an area and its line have each their own
    CHECK((!d.shapes[1].stroke && !d.shapes[2].fill));
    CHECK(d.shapes[2].stroke->mitre_limit == 7);
    CHECK(drawn("<path d='M0 0h5v5z' fill-rule='evenodd'/>").shapes.at(0).even_odd);
    CHECK(drawn("<g display='none'><rect width='1' height='1'/></g><g visibility='hidden'><rect width='1' height='1'/>"
                "</g><rect width='0' height='1'/>")
              .shapes.empty());
}

TEST_CASE("svg: what is drawn otherwise than meant is told once, at its place") {
    using Case = std::pair<std::string, std::string>;
    const auto [inside, message] = GENERATE(
        Case{"<rect width='1' height='1' filter='url(#f)'/>", "a filter (shadow, blur) in the SVG is left out"},
        Case{"<rect width='1' height='1' mask='url(#f)'/>", "a mask in the SVG is left out: what it hides is shown"},
        Case{"<path d='M0 0h1' marker-end='url(#f)'/>", "markers (arrow heads) in the SVG are left out"},
        Case{"<script>alert(1)</script>", "<script> in the SVG is left out"},
        Case{"<pattern id='p'/><rect width='1' height='1' fill='url(#p)'/>",
             "a fill with a pattern in the SVG is left out"},
        Case{"<radialGradient id='p'><stop stop-color='red'/><stop offset='1' stop-color='blue'/></radialGradient>"
             "<rect width='1' height='1' fill='url(#p)'/>",
             "a radial gradient in the SVG is drawn in one colour"},
        Case{"<clipPath id='c'><circle r='2'/></clipPath><rect width='1' height='1' clip-path='url(#c)'/>",
             "a clip in the SVG is no upright rectangle: nothing is cut off"},
        Case{"<style>g > rect{fill:red}</style>", "a rule of CSS in the SVG is left out: g > rect"},
        Case{"<g opacity='.5'><rect width='5' height='5'/><rect width='5' height='5'/></g>",
             "in a translucent group of the SVG, shapes show through each other"});
    const auto r = read("<svg viewBox='0 0 9 9'>\n\n" + inside + inside + "</svg>");
    INFO(r.messages());
    CHECK(r.ok);
    REQUIRE(r.diagnostics.all().size() == 1);
    const auto& said = r.diagnostics.all()[0];
    CHECK(said.severity == diag::Severity::warning);
    CHECK(said.message.en == message);
    CHECK(r.sources.place(said.span).line == 3);
}
