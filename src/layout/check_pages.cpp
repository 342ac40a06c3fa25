#include "layout/check_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>

namespace zheye::layout {

namespace {

constexpr double kAscent = 0.8;  // em: ink reaches about so high
constexpr double kHalf = 0.4;    // em: and so far from the middle of a vertical line
constexpr double kPointsPerMm = 72.0 / 25.4;

/// How far the run reaches over an edge, in pt; 0 when it lies inside. Along its line from the middle of the first
/// glyph to that of the last; across it as high as ink is.
double excess(const GlyphRun& run, Size page) {
    if (run.glyphs.empty()) return 0;
    const auto& last = run.glyphs.back();
    const double begin = run.glyphs.front().advance / 2, end = last.x + last.advance / 2;
    const Point at = run.origin;
    switch (run.orientation) {
        case Orientation::across:
            return std::max(
                {0.0, at.y - page.height, at.x + end - page.width, kAscent * run.size - at.y, -at.x - begin});
        case Orientation::down:
            return std::max({0.0, at.y + end - page.height, at.x + kHalf * run.size - page.width,
                             kHalf * run.size - at.x, -at.y - begin});
        case Orientation::turned:
            return std::max(
                {0.0, at.y + end - page.height, at.x + kAscent * run.size - page.width, -at.x, -at.y - begin});
        case Orientation::unturned:
            break;
    }
    assert(false);  // pages are turned
    return 0;
}

/// What text reaches over, and how grave that is.
struct Edge {
    diag::Severity severity;
    const char *code, *chinese, *english;
};
constexpr Edge kPageEdge{diag::Severity::error, "outside-page", "页面", "beyond its edge"};
constexpr Edge kTextEdge{diag::Severity::warning, "outside-text", "版心", "below the text area"};

/// A title or a drawing cannot be parted as a text can.
diag::Message remedy(Role role) {
    if (role == Role::figure)
        return {"减少项数，或加“span: page”（通栏）", "show fewer items, or write “span: page” for more room"};
    if (role == Role::h1)
        return {"把题目写短一些，或把一部分移到副题", "shorten the title, or move a part of it into the subtitle"};
    return {"缩短这一段，或把它拆成几块", "shorten it, or part it into several blocks"};
}

/// Where it comes from; words that a chart has from elsewhere are told where the chart is.
diag::Span origin(const Structure& structure, const GlyphRun& run, NodeId node) {
    diag::Span span = run.span;
    for (; !span.known() && node != 0; node = structure.nodes[node].parent) span = structure.nodes[node].span;
    return span;
}

void report(const Edge& edge, Role role, diag::Span span, double pt, std::size_t page, diag::Diagnostics& diagnostics) {
    const auto mm = fmt::format("{:.0f}", std::max(1.0, pt / kPointsPerMm));
    diagnostics.add({edge.severity,
                     edge.code,
                     span,
                     {fmt::format("第 {} 页放不下：文字超出{} {} 毫米", page + 1, edge.chinese, mm),
                      fmt::format("does not fit page {}: the text reaches {} mm {}", page + 1, mm, edge.english)},
                     {remedy(role)}});
}

/// The run of an element that reaches furthest.
struct Worst {
    const GlyphRun* run = nullptr;
    double pt = 0;
    void see(const GlyphRun& other, double reach) {
        if (reach > pt) run = &other, pt = reach;
    }
};

}  // namespace

void report_outside(const Pages& pages, const std::vector<double>& bottoms, diag::Diagnostics& diagnostics) {
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        std::optional<NodeId> node;
        Worst outside, low;
        for (const auto& item : pages.pages[p].frame.items) {
            if (const auto* tag = std::get_if<TagBegin>(&item)) {
                node = tag->node;
            } else if (const auto* run = std::get_if<GlyphRun>(&item); run && node) {
                outside.see(*run, excess(*run, pages.pages[p].frame.size));
                if (!run->glyphs.empty()) low.see(*run, run->origin.y - bottoms[p]);
            } else if (std::holds_alternative<TagEnd>(item)) {
                const auto& edge = outside.run ? kPageEdge : kTextEdge;
                if (const auto& worst = outside.run ? outside : low; worst.run)
                    report(edge, pages.structure.nodes[*node].role, origin(pages.structure, *worst.run, *node),
                           worst.pt, p, diagnostics);
                node.reset();
                outside = low = {};
            }
        }
    }
}

}  // namespace zheye::layout
