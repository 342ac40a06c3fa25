#include "layout/preflight.h"

#include "base/length.h"
#include "font/licence.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace zheye::layout {

namespace {

constexpr double kTouches = 0.6;  // pt: what ends so near to the trim was meant to end there
constexpr double kAscent = 0.8, kDescent = 0.1, kHalf = 0.5;  // em: how far ink reaches from a line
constexpr int kLight = 170;                                   // of 255: type as light as this stands on a dark ground

/// What the ink of a run covers, about.
Rect ink_box(const GlyphRun& run) {
    const double begin = run.glyphs.front().x, end = run.glyphs.back().x + run.glyphs.back().advance;
    const Point at = run.origin;
    switch (run.orientation) {
        case Orientation::down:
            return {at.x - kHalf * run.size, at.y + begin, run.size, end - begin};
        case Orientation::turned:
            return {at.x - kDescent * run.size, at.y + begin, (kAscent + kDescent) * run.size, end - begin};
        default:
            return {at.x + begin, at.y - kAscent * run.size, end - begin, (kAscent + kDescent) * run.size};
    }
}

/// Ends at an edge of the trim, and not beyond it.
bool ends_at_trim(const Rect& box, Size page) {
    const auto touches = [](double beyond) { return beyond > -kTouches && beyond < kTouches; };
    return touches(-box.x) || touches(-box.y) || touches(box.right() - page.width) ||
           touches(box.bottom() - page.height);
}

class Look {
public:
    Look(const Pages& pages, const PressLimits& limits, diag::Diagnostics& diagnostics)
        : pages_(pages), limits_(limits), diagnostics_(diagnostics) {}

    void over_all() {
        for (page_ = 0; page_ < pages_.pages.size(); ++page_)
            for (const auto& item : pages_.pages[page_].frame.items) {
                if (const auto* run = std::get_if<GlyphRun>(&item); run && !run->glyphs.empty()) over(*run);
                if (const auto* shape = std::get_if<Shape>(&item)) over(*shape);
                if (const auto* image = std::get_if<Image>(&item)) over(*image);
            }
    }

private:
    [[nodiscard]] Size size() const { return pages_.pages[page_].frame.size; }

    /// Of each kind once for a place, or for a page where there is none.
    void warn(const char* code, diag::Span span, std::string zh, std::string en, diag::Message hint) {
        const std::pair<std::size_t, std::size_t> place{span.source, span.known() ? span.begin : page_};
        if (!told_.insert({code, place}).second) return;
        diagnostics_.warning(code, span,
                             {fmt::format("第 {} 页：{}", page_ + 1, zh), fmt::format("page {}: {}", page_ + 1, en)},
                             {std::move(hint)});
    }

    void over(const GlyphRun& run) {
        const auto box = ink_box(run);
        const double room = std::min({box.x, box.y, size().width - box.right(), size().height - box.bottom()});
        if (room < limits_.edge)
            warn("near-trim", run.span, fmt::format("文字离裁切边或折线只有 {:.1f} 毫米", room / kPointsPerMm),
                 fmt::format("text is {:.1f} mm from the trim or a fold", room / kPointsPerMm),
                 {fmt::format("至少留 {:.0f} 毫米", limits_.edge / kPointsPerMm),
                  fmt::format("leave {:.0f} mm at least", limits_.edge / kPointsPerMm)});
        const auto [r, g, b] = run.colour;
        if (run.size < limits_.reversed && std::min({r, g, b}) > kLight)
            warn(
                "small-reversed", run.span, fmt::format("反白的字只有 {:.1f} 磅，印出来会糊", run.size),
                fmt::format("light type of {:.1f} pt fills in on the press", run.size),
                {fmt::format("至少 {:.0f} 磅", limits_.reversed), fmt::format("{:.0f} pt at least", limits_.reversed)});
    }

    void over(const Image& image) {
        const auto& drawing = pages_.images[image.image]->drawing;
        if (!drawing) return over(image.clip.value_or(image.place), image.span);
        std::optional<Rect> whole;  // a shape of it that ends at the trim has others beside and under it
        for (const auto& shape : picture::shapes_in(image.place, *drawing, image.clip, image.clip_radius)) {
            over_line(shape, &image);
            if (const auto area = area_of(shape)) whole = whole ? around(*whole, *area) : *area;
        }
        if (whole) over(*whole, image.span);
    }

    void over(const Shape& shape) {
        over_line(shape, nullptr);
        if (const auto area = area_of(shape)) over(*area, {});
    }

    /// What is seen of its fill.
    [[nodiscard]] static std::optional<Rect> area_of(const Shape& shape) {
        auto box = shape.fill ? shape.path.bounds() : std::nullopt;
        if (box && shape.clip) box = common(*box, *shape.clip);
        return box && box->width > 0 && box->height > 0 ? box : std::nullopt;
    }
    [[nodiscard]] static Rect around(const Rect& a, const Rect& b) {
        const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
        return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
    }

    /// `drawing`: the one that it belongs to; else it is the theme's.
    void over_line(const Shape& shape, const Image* drawing) {
        if (shape.stroke && shape.stroke->width < limits_.hairline)
            warn("thin-line", drawing ? drawing->span : diag::Span(),
                 fmt::format("线只有 {:.2f} 磅，印不住", shape.stroke->width),
                 fmt::format("a line of {:.2f} pt does not hold on the press", shape.stroke->width),
                 {fmt::format("至少 {:.2f} 磅（{}）", limits_.hairline, drawing ? "画里的线" : "主题里的线宽"),
                  fmt::format("{:.2f} pt at least ({})", limits_.hairline,
                              drawing ? "of a line in the drawing" : "a width in the theme")});
    }

    void over(const Rect& area, diag::Span span) {
        if (!ends_at_trim(area, size())) return;
        warn("no-bleed", span, "底色或图片正好到裁切边，没有出血，裁偏会露白",
             "an area or a picture ends at the trim, without bleed: a cut that is off shows paper",
             {"让它超出页边，或离开页边", "let it reach beyond the edge, or keep it away"});
    }

    const Pages& pages_;
    const PressLimits& limits_;
    diag::Diagnostics& diagnostics_;
    std::size_t page_ = 0;
    std::set<std::pair<std::string, std::pair<std::size_t, std::size_t>>> told_;
};

}  // namespace

void preflight(const Pages& pages, const PressLimits& limits, diag::Diagnostics& diagnostics) {
    Look(pages, limits, diagnostics).over_all();
}

void check_licences(const Pages& pages, const font::FontBook& book, diag::Diagnostics& diagnostics) {
    std::set<font::FaceId> seen;
    for (const auto& page : pages.pages)
        for (const auto& item : page.frame.items) {
            const auto* run = std::get_if<GlyphRun>(&item);
            if (!run || run->glyphs.empty() || !seen.insert(run->face).second) continue;
            const auto& face = book.face(run->face);
            if (font::may_be_embedded(face)) continue;
            diagnostics.warning(
                "font-licence", run->span,
                {"字体“" + face.name + "”的授权标记不许放进文件里",
                 "the licence bits of the font '" + face.name + "' forbid that it lies in a file"},
                {{"换一种字体，或向字体厂商要可以嵌入的", "take another, or ask its maker for one that may"}});
        }
}

void check_page_count(const Pages& pages, diag::Span span, diag::Diagnostics& diagnostics) {
    constexpr std::size_t kSheet = 4;
    const auto count = pages.pages.size();
    if (count % kSheet == 0) return;
    diagnostics.warning(
        "page-count", span,
        {fmt::format("册子有 {} 页，不是 4 的倍数，不能折成印张", count),
         fmt::format("the booklet has {} pages, no multiple of four as sheets that are folded have", count)},
        {{"页面里不写“补页: 不补”（fill: none），会自动补足", "without fill: none in page, it is filled up"}});
}

}  // namespace zheye::layout
