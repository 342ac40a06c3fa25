#include "layout/panel_plan.h"

#include <algorithm>

namespace zheye::layout {

namespace {

SheetSide side_of(const std::vector<std::uint32_t>& order, const std::vector<double>& widths, Size sheet) {
    SheetSide side;
    side.size = sheet;
    double x = 0;
    for (const auto page : order) {
        if (x > 0) side.folds.push_back(x);
        side.panels.push_back({page, {x, 0, widths[page], sheet.height}});
        x += widths[page];
    }
    return side;
}

}  // namespace

double PanelPlan::narrowest() const { return *std::ranges::min_element(widths); }

PanelPlan plan_panels(content::Form form, Size sheet, double fold_in) {
    PanelPlan plan;
    if (form == content::Form::bifold) {
        plan.widths.assign(4, sheet.width / 2);
        plan.sides = {side_of({3, 0}, plan.widths, sheet), side_of({1, 2}, plan.widths, sheet)};
        return plan;
    }
    const double wide = (sheet.width + fold_in) / 3, narrow = wide - fold_in;
    plan.widths = {wide, narrow, wide, wide, narrow, wide};
    plan.folded_in = 1;
    plan.sides = {side_of({1, 5, 0}, plan.widths, sheet), side_of({2, 3, 4}, plan.widths, sheet)};
    return plan;
}

}  // namespace zheye::layout
