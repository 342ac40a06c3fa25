#include "layout/sheets.h"

#include "layout/printer_marks.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

/// Where a page went: the sheet, and what its left edge and top moved by.
struct Destination {
    std::uint32_t sheet = 0;
    Point at;
};

void clip_to(Image& image, const Rect& visible) {
    const Rect shown = image.clip.value_or(image.place);
    if (!visible.holds(shown)) image.clip = common(shown, visible);
}

/// What reaches into the next panel is cut off. Text never does.
void clip_all(Frame& frame, const Rect& visible) {
    for (auto& item : frame.items) {
        if (auto* shape = std::get_if<Shape>(&item)) clip_to(*shape, visible);
        if (auto* image = std::get_if<Image>(&item)) clip_to(*image, visible);
    }
}

std::vector<SheetSide> one_for_each(const std::vector<Page>& pages) {
    std::vector<SheetSide> sides;
    for (std::uint32_t i = 0; i < pages.size(); ++i) {
        const Size size = pages[i].frame.size;
        sides.push_back({size, {{i, {0, 0, size.width, size.height}}}, {}, {}});
    }
    return sides;
}

std::vector<SheetSide> sides_of(Pages& pages, const SheetPlan& plan) {
    if (!pages.sheets.empty()) return std::move(pages.sheets);
    const bool is_bound = pages.pages.size() % 4 == 0;
    if (is_bound && plan.imposition == Imposition::saddle) return saddle_stitched(pages.pages, plan.creep);
    if (is_bound && plan.imposition == Imposition::four_up) return four_up(pages.pages, plan.creep);
    return one_for_each(pages.pages);
}

/// Where a page may be seen: its area, and the bleed where the sheet, or a cut through it, ends.
Rect visible(const Rect& area, const SheetSide& side, double bleed) {
    const auto ends_at = [&](double y) {
        return y < 0.01 || y > side.size.height - 0.01 ||
               std::ranges::any_of(side.cuts, [&](double cut) { return std::abs(cut - y) < 0.01; });
    };
    const double left = area.x < 0.01 ? bleed : 0, right = area.right() > side.size.width - 0.01 ? bleed : 0;
    const double above = ends_at(area.y) ? bleed : 0, below = ends_at(area.bottom()) ? bleed : 0;
    return {area.x - left, area.y - above, area.width + left + right, area.height + above + below};
}

void add_marks(Page& sheet, const SheetSide& side, const theme::MarksStyle& style, const SheetPlan& plan,
               std::size_t number) {
    const PrinterMarks marks(style, side.size);
    marks.cuts(sheet.frame);
    for (const double fold : side.folds) marks.fold(sheet.frame, fold);
    for (const double cut : side.cuts) marks.cut_across(sheet.frame, cut);
    if (plan.colour_bar) {
        marks.register_marks(sheet.frame);
        marks.colour_bar(sheet.frame, side.folds.empty() ? side.size.width : side.folds.front());
    }
    if (plan.line) marks.information(sheet.frame, plan.line(number));
    sheet.slug = marks.slug();
}

Page side_of(const SheetSide& side, std::vector<Page>& pages, const theme::MarksStyle& style, const SheetPlan& plan,
             std::size_t number) {
    Page sheet;
    sheet.frame.size = side.size;
    for (const auto& panel : side.panels) {
        auto& page = pages[panel.page];
        const Rect& area = panel.area;
        sheet.bleed = page.bleed;
        const auto shown = visible(area, side, page.bleed);
        clip_all(page.frame, shown.moved({-area.x - panel.shift, -area.y}));
        sheet.frame.place({area.x + panel.shift, area.y}, std::move(page.frame));
        if (sheet.label.empty()) sheet.label = page.label;
    }
    sheet.turned = plan.turned_backs && number % 2 == 0;
    add_marks(sheet, side, style, plan, number);
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

Pages on_sheets(Pages pages, const theme::MarksStyle& style, const SheetPlan& plan) {
    const auto sides = sides_of(pages, plan);
    std::vector<Destination> destinations(pages.pages.size());
    std::vector<Page> sheets;
    for (const auto& side : sides) {
        for (const auto& panel : side.panels)
            destinations[panel.page] = {static_cast<std::uint32_t>(sheets.size()),
                                        {panel.area.x + panel.shift, panel.area.y}};
        sheets.push_back(side_of(side, pages.pages, style, plan, sheets.size() + 1));
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
