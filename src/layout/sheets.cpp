#include "layout/sheets.h"

#include "layout/clip.h"

#include <algorithm>

namespace zheye::layout {

namespace {

/// Where a page went: the sheet, and what its left edge and top moved by.
struct Destination {
    std::uint32_t sheet = 0;
    Point at;
};

/// What reaches into the next panel is cut off. Text never does.
void clip_all(Frame& frame, const Rect& visible) {
    for (auto& item : frame.items) {
        if (auto* shape = std::get_if<Shape>(&item)) clip_to(*shape, visible);
        if (auto* image = std::get_if<Image>(&item)) clip_to(*image, visible);
    }
}

class Marks {
public:
    Marks(const theme::MarksStyle& style, Size trim) : style_(style), trim_(trim) {}

    /// Two at each corner, in line with the edges.
    void cuts(Frame& frame) const {
        for (const double x : {0.0, trim_.width}) across(frame, x, {});
        for (const double y : {0.0, trim_.height}) {
            line(frame, {-far(), y}, {-style_.distance, y}, {});
            line(frame, {trim_.width + style_.distance, y}, {trim_.width + far(), y}, {});
        }
    }
    /// Above and below, dashed.
    void fold(Frame& frame, double x) const { across(frame, x, {3, 2}); }

private:
    [[nodiscard]] double far() const { return style_.distance + style_.length; }
    void across(Frame& frame, double x, const std::vector<double>& dash) const {
        line(frame, {x, -far()}, {x, -style_.distance}, dash);
        line(frame, {x, trim_.height + style_.distance}, {x, trim_.height + far()}, dash);
    }
    void line(Frame& frame, Point from, Point to, const std::vector<double>& dash) const {
        Shape shape;
        shape.path = Path::line(from, to);
        shape.stroke = Stroke{style_.line.colour, style_.line.width, dash, false};
        frame.items.emplace_back(std::move(shape));
    }

    const theme::MarksStyle& style_;
    Size trim_;
};

std::vector<SheetSide> one_for_each(const std::vector<Page>& pages) {
    std::vector<SheetSide> sides;
    for (std::uint32_t i = 0; i < pages.size(); ++i) {
        const Size size = pages[i].frame.size;
        sides.push_back({size, {{i, {0, 0, size.width, size.height}}}, {}});
    }
    return sides;
}

Page side_of(const SheetSide& side, std::vector<Page>& pages, const theme::MarksStyle& style) {
    Page sheet;
    sheet.frame.size = side.size;
    for (const auto& panel : side.panels) {
        auto& page = pages[panel.page];
        const Rect& area = panel.area;
        const double b = sheet.bleed = page.bleed;
        const double left = area.x < 0.01 ? b : 0, right = area.right() > side.size.width - 0.01 ? b : 0;
        clip_all(page.frame, {-left, -b, area.width + left + right, area.height + 2 * b});
        sheet.frame.place({area.x, area.y}, std::move(page.frame));
        if (sheet.label.empty()) sheet.label = page.label;
    }
    const Marks marks(style, side.size);
    marks.cuts(sheet.frame);
    for (const double fold : side.folds) marks.fold(sheet.frame, fold);
    sheet.slug = style.distance + style.length + style.distance;
    return sheet;
}

}  // namespace

std::optional<std::size_t> first_without_sheet(const Pages& pages) {
    if (pages.sheets.empty()) return {};
    std::vector<bool> placed(pages.pages.size());
    for (const auto& side : pages.sheets)
        for (const auto& panel : side.panels) placed[panel.page] = true;
    const auto at = std::ranges::find(placed, false);
    return at == placed.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - placed.begin()));
}

Pages on_sheets(Pages pages, const theme::MarksStyle& style) {
    const auto sides = pages.sheets.empty() ? one_for_each(pages.pages) : std::move(pages.sheets);
    std::vector<Destination> destinations(pages.pages.size());
    std::vector<Page> sheets;
    for (const auto& side : sides) {
        for (const auto& panel : side.panels)
            destinations[panel.page] = {static_cast<std::uint32_t>(sheets.size()), {panel.area.x, panel.area.y}};
        sheets.push_back(side_of(side, pages.pages, style));
    }
    const auto lead_to_sheet = [&](auto& target) {
        target.y += destinations[target.page].at.y;
        target.page = destinations[target.page].sheet;
    };
    for (auto& sheet : sheets)
        for (auto& item : sheet.frame.items)
            if (auto* link = std::get_if<Link>(&item); link && link->url.empty()) lead_to_sheet(*link);
    for (auto& entry : pages.outline) lead_to_sheet(entry);
    pages.pages = std::move(sheets);
    pages.sheets.clear();
    return pages;
}

}  // namespace zheye::layout
