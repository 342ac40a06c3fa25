// SVG files that are broken, that ask for what cannot be had, or that were made to do harm: errors, at once.
#include "diag/render.h"
#include "picture/svg.h"

#include <catch2/catch.hpp>

#include <string>

using namespace zheye;

namespace {

struct Outcome {
    bool ok = false;
    std::string code, messages;
    int line = 0, column = 0;
};

Outcome read(const std::string& text) {
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    Outcome outcome;
    outcome.ok = picture::read_svg(Blob(text), "a.svg", sources, diagnostics).has_value();
    outcome.messages = diag::render_all(diagnostics, sources, diag::Language::en, false);
    for (const auto& said : diagnostics.all())
        if (said.severity == diag::Severity::error && outcome.code.empty()) {
            outcome.code = said.code;
            outcome.line = sources.place(said.span).line;
            outcome.column = sources.place(said.span).column;
        }
    return outcome;
}

Outcome inside(const std::string& text) { return read("<svg viewBox='0 0 9 9'>\n" + text + "\n</svg>"); }

std::string times(int count, const std::string& text) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("svg: what cannot be drawn is an error in its line") {
    struct Case {
        std::string inside, code;
        int column;
    };
    const auto c = GENERATE(
        Case{"<text x='1'>字</text>", "svg-unsupported", 2},
        Case{"<image href='http://x/a.png'/>", "svg-unsupported", 2}, Case{"<path d='M0 0 L1 x'/>", "svg-path", 15},
        Case{"<rect width='x' height='1'/>", "svg-value", 14}, Case{"<rect width='nan' height='1'/>", "svg-value", 14},
        Case{"<rect width='1e300' height='1'/>", "svg-value", 14},
        Case{"<rect width='inf' height='1'/>", "svg-value", 14}, Case{"<g fill='redd'/>", "svg-value", 10},
        Case{"<g transform='turn(3)'/>", "svg-value", 15}, Case{"<g transform='scale(1'/>", "svg-value", 15},
        Case{"<polygon points='1 2 3'/>", "svg-value", 18}, Case{"<use href='#no'/>", "svg-reference", 12},
        Case{"<use href='b.svg#x'/>", "svg-reference", 12},
        Case{"<rect width='1' height='1' fill='url(#no)'/>", "svg-reference", 34},
        Case{"<svg viewBox='0 0 0 1'/>", "svg-value", 15}, Case{"<g style='stroke-width: -1'/>", "svg-value", 11});
    INFO(c.inside);
    const auto outcome = inside(c.inside);
    INFO(outcome.messages);
    CHECK_FALSE(outcome.ok);
    CHECK(outcome.code == c.code);
    CHECK(outcome.line == 2);
    CHECK(outcome.column == c.column);
}

TEST_CASE("svg: all errors of a file come in one run") {
    const auto outcome = inside("<rect width='x' height='1'/>\n<path d='z'/>\n<text/>");
    CHECK(outcome.messages.find("a.svg:2:") != std::string::npos);
    CHECK(outcome.messages.find("a.svg:3:") != std::string::npos);
    CHECK(outcome.messages.find("a.svg:4:") != std::string::npos);
}

TEST_CASE("svg: files that are none") {
    CHECK(read("<svg viewBox='0 0 9 9'><rect").code == "svg-broken");
    CHECK(read("<svg viewBox='0 0 9 9'><g></svg>").code == "svg-broken");
    CHECK(read("<html><svg/></html>").code == "svg-root");
    CHECK(read("<").code == "svg-broken");
    CHECK(read("<!-- -->").code == "svg-broken");
    CHECK(read("<svg>\xFF</svg>").code == "svg-encoding");
    CHECK(read("<svg><rect/></svg>").code == "svg-size");
    CHECK(read("<svg width='0' height='10'/>").code == "svg-size");
    CHECK(read("<svg width='1e6' height='1e6'/>").code == "svg-size");
    CHECK(read("<svg viewBox='0 0 1 nan'/>").code == "svg-value");
}

TEST_CASE("svg: cut off at every byte it is an error or a drawing, never more") {
    const std::string whole =
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 9 9'><style>.a{fill:red}</style><defs>"
        "<linearGradient id='g'><stop offset='.5'/></linearGradient></defs><g class='a' transform='scale(2)'>"
        "<path d='M0 0a1 1 0 0 1 2 2c1 1 2 2 3 3z' fill='url(#g)'/><use href='#g'/></g></svg>";
    CHECK(read(whole).ok);
    for (std::size_t end = 0; end < whole.size(); ++end) CHECK_FALSE(read(whole.substr(0, end)).ok);
}

TEST_CASE("svg: what grows without end is stopped") {
    // Entities are not expanded at all.
    std::string laughs = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a0 'ha'>";
    for (int i = 1; i < 40; ++i)
        laughs += "<!ENTITY a" + std::to_string(i) + " '" + times(10, "&a" + std::to_string(i - 1) + ";") + "'>";
    CHECK(read(laughs + "]><svg viewBox='0 0 9 9'><desc>&a39;</desc></svg>").ok);
    // use of use of use …
    std::string doubled = "<g id='u0'><rect width='1' height='1'/></g>";
    for (int i = 1; i < 40; ++i) {
        const auto use = "<use href='#u" + std::to_string(i - 1) + "'/>";
        doubled += "<g id='u" + std::to_string(i) + "'>" + use + use + "</g>";
    }
    CHECK(inside("<defs>" + doubled + "</defs><use href='#u39'/>").code == "svg-too-large");
    CHECK(inside("<g id='a'><use href='#a'/></g>").code == "svg-recursion");
    CHECK(inside("<defs><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></defs><use href='#a'/>").code ==
          "svg-recursion");
    CHECK(inside(times(5000, "<g>") + times(5000, "</g>")).code == "svg-too-deep");
    CHECK(inside(times(110'000, "<g/>")).code == "svg-too-large");
    CHECK(inside("<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>"
                 "<rect width='1' height='1' fill='url(#a)'/>")
              .ok);
    const auto huge =
        inside(times(4, "<g transform='scale(9e5)'>") + "\n<rect width='9' height='9'/>" + times(4, "</g>"));
    CHECK(huge.code == "svg-number");
    CHECK(huge.line == 3);
}
