// Values of geometry and layout → text. Must not know pages.
#include "dump/words.h"

#include "base/colour.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <cmath>

namespace zheye::dump {

namespace {

/// Characters that a reader of the dump would not see, or that would break its lines.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFD;
}

bool is_upright_rectangle(const Path& path) {
    using Op = Path::Op;
    const auto& s = path.segments;
    if (s.size() != 5 || s[0].op != Op::move || s[4].op != Op::close) return false;
    for (std::size_t i = 1; i < 4; ++i)
        if (s[i].op != Op::line) return false;
    const auto corner = [&](std::size_t i) { return s[i].points[0]; };
    return corner(0).y == corner(1).y && corner(1).x == corner(2).x && corner(2).y == corner(3).y &&
           corner(3).x == corner(0).x && corner(0).x <= corner(1).x && corner(1).y <= corner(2).y;
}

}  // namespace

std::string number(double value) {
    const double rounded = std::round(value * 100) / 100;
    return fmt::format("{:.2f}", rounded == 0 ? 0.0 : rounded);
}

std::string point(Point p) { return number(p.x) + " " + number(p.y); }

std::string rect(const Rect& r) {
    return fmt::format("{} {} {}×{}", number(r.x), number(r.y), number(r.width), number(r.height));
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, length] = utf8::decode(text, at);
        if (code == '"' || code == '\\')
            result += {'\\', static_cast<char>(code)};
        else if (code == '\n')
            result += "\\n";
        else if (is_invisible(code))
            result += fmt::format("\\u{{{:X}}}", static_cast<unsigned>(code));
        else
            result += text.substr(at, length);
        at += length;
    }
    return result + "\"";
}

std::string path(const Path& path) {
    if (is_upright_rectangle(path)) {
        const Point from = path.segments[0].points[0], to = path.segments[2].points[0];
        return "rect " + rect({from.x, from.y, to.x - from.x, to.y - from.y});
    }
    std::string text;
    for (const auto& segment : path.segments) {
        constexpr std::string_view kLetters = "MLCZ";
        constexpr std::array<std::size_t, 4> kPoints{1, 1, 3, 0};
        const auto op = static_cast<std::size_t>(segment.op);
        if (!text.empty()) text += " ";
        text += kLetters[op];
        for (std::size_t i = 0; i < kPoints[op]; ++i) text += " " + point(segment.points[i]);
    }
    return text.empty() ? "nothing" : text;
}

std::string paint(const layout::Paint& paint) {
    if (const auto* colour = std::get_if<Colour>(&paint)) return to_string(*colour);
    const auto& gradient = std::get<layout::LinearGradient>(paint);
    std::string text = fmt::format("gradient {} to {}", point(gradient.from), point(gradient.to));
    for (const auto& stop : gradient.stops) text += fmt::format(", {} {}", number(stop.at), to_string(stop.colour));
    return "(" + text + ")";
}

std::string stroke(const layout::Stroke& stroke) {
    std::string text = fmt::format("{} {}", to_string(stroke.colour), number(stroke.width));
    for (std::size_t i = 0; i < stroke.dash.size(); ++i) text += (i == 0 ? " dash " : ",") + number(stroke.dash[i]);
    if (stroke.dash_offset != 0) text += " from " + number(stroke.dash_offset);
    constexpr std::array<std::string_view, 3> kJoins{"mitre", "round", "bevel"};
    if (stroke.round_caps) text += " round";
    if (stroke.square_caps) text += " square";
    if (stroke.mitre_limit != 10) text += " limit " + number(stroke.mitre_limit);
    if (stroke.join) text += " join " + std::string(kJoins[static_cast<std::size_t>(*stroke.join)]);
    return text;
}

std::string_view orientation(layout::Orientation orientation) {
    constexpr std::array<std::string_view, 4> kNames{"across", "down", "turned", "unturned"};
    return kNames[static_cast<std::size_t>(orientation)];
}

std::string_view role(layout::Role role) {
    constexpr std::array<std::string_view, 31> kNames{
        "document",  "part",  "sect",  "div",       "block-quote", "caption",   "toc",       "toci",
        "h1",        "h2",    "h3",    "h4",        "p",           "list",      "list-item", "label",
        "list-body", "table", "thead", "tbody",     "tr",          "th",        "td",        "figure",
        "link",      "span",  "note",  "reference", "ruby",        "ruby-base", "ruby-text"};
    const auto index = static_cast<std::size_t>(role);
    assert(index < kNames.size() && !kNames[index].empty());
    return kNames[index];
}

}  // namespace zheye::dump
