#include "layout/imposition.h"

#include <cassert>

namespace zheye::layout {

namespace {

/// Two pages side by side, the fold between them.
SheetSide spread(std::size_t left, std::size_t right, Size page, double shift) {
    SheetSide side{{2 * page.width, page.height}, {}, {page.width}, {}};
    side.panels.push_back({static_cast<std::uint32_t>(left), {0, 0, page.width, page.height}, shift});
    side.panels.push_back({static_cast<std::uint32_t>(right), {page.width, 0, page.width, page.height}, -shift});
    return side;
}

/// One side above another, with a cut between them.
SheetSide stacked(SheetSide above, const SheetSide& below, double gap) {
    const double down = above.size.height + gap;
    above.cuts = {above.size.height, down};
    above.size.height = down + below.size.height;
    for (auto panel : below.panels) {
        panel.area.y += down;
        above.panels.push_back(panel);
    }
    return above;
}

}  // namespace

std::vector<SheetSide> saddle_stitched(const std::vector<Page>& pages, double creep) {
    assert(!pages.empty() && pages.size() % 4 == 0);
    const Size size = pages.front().frame.size;
    std::vector<SheetSide> sides;
    const std::size_t last = pages.size() - 1;
    for (std::size_t sheet = 0; sheet < pages.size() / 4; ++sheet) {
        const double shift = creep * static_cast<double>(sheet);
        sides.push_back(spread(last - 2 * sheet, 2 * sheet, size, shift));
        sides.push_back(spread(2 * sheet + 1, last - 2 * sheet - 1, size, shift));
    }
    return sides;
}

std::vector<SheetSide> four_up(const std::vector<Page>& pages, double creep) {
    const auto single = saddle_stitched(pages, creep);
    const auto sheets = single.size() / 2, upper = (sheets + 1) / 2;
    const double gap = 2 * pages.front().bleed;
    std::vector<SheetSide> sides;
    for (std::size_t sheet = 0; sheet < upper; ++sheet)
        for (std::size_t face = 0; face < 2; ++face) {
            const auto above = single[2 * sheet + face];
            const auto below = sheet + upper < sheets ? single[2 * (sheet + upper) + face]
                                                      : SheetSide{above.size, {}, above.folds, {}};
            sides.push_back(stacked(above, below, gap));
        }
    return sides;
}

}  // namespace zheye::layout
