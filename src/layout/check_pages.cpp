#include "layout/check_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace zheye::layout {

namespace {

constexpr double kAscent = 0.8;  // em: ink reaches about so high
constexpr double kPointsPerMm = 72.0 / 25.4;

/// How far the run reaches over an edge, in pt; 0 when it lies inside.
double excess(const GlyphRun& run, Size page) {
    if (run.glyphs.empty()) return 0;
    const auto& last = run.glyphs.back();
    return std::max({0.0, run.origin.y - page.height, run.origin.x + last.x + last.advance / 2 - page.width,
                     kAscent * run.size - run.origin.y, -run.origin.x - run.glyphs.front().advance / 2});
}

void report(const GlyphRun& run, double pt, std::size_t page, diag::Diagnostics& diagnostics) {
    const auto mm = fmt::format("{:.0f}", std::max(1.0, pt / kPointsPerMm));
    diagnostics.error("outside-page", run.span,
                      {fmt::format("第 {} 页放不下：文字超出页面 {} 毫米", page + 1, mm),
                       fmt::format("does not fit page {}: the text reaches {} mm beyond its edge", page + 1, mm)},
                      {{"缩短这一段，或把它拆成几块", "shorten it, or part it into several blocks"}});
}

}  // namespace

void report_outside(const Pages& pages, diag::Diagnostics& diagnostics) {
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        std::optional<NodeId> node;
        const GlyphRun* worst = nullptr;
        double most = 0;
        for (const auto& item : pages.pages[p].frame.items) {
            if (const auto* tag = std::get_if<TagBegin>(&item)) {
                node = tag->node;
            } else if (const auto* run = std::get_if<GlyphRun>(&item); run && node) {
                if (const double pt = excess(*run, pages.pages[p].frame.size); pt > most) most = pt, worst = run;
            } else if (std::holds_alternative<TagEnd>(item)) {
                if (worst) report(*worst, most, p, diagnostics);
                node.reset();
                worst = nullptr;
                most = 0;
            }
        }
    }
}

}  // namespace zheye::layout
