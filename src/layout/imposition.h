// Pages in reading order → sheets that are bound: which two or four pages lie on each side. Must not know marks.
#pragma once

#include "layout/frame.h"

#include <vector>

namespace zheye::layout {

enum class Imposition : unsigned char {
    none,    ///< a page, or a leaf to be folded, on each side
    saddle,  ///< two pages on each side; the sheets lie in one another and are stitched through the fold
    four_up  ///< the same with two sheets on one: cut across, the upper pile is laid around the lower one
};

/// Fronts and backs in turn. The pages, all of one size, are a multiple of four. `creep`: pt by which each sheet, being
/// inside, stands out over the one around it; its pages move towards the fold by as much, so that all have the same
/// outer margin when the block is trimmed.
[[nodiscard]] std::vector<SheetSide> saddle_stitched(const std::vector<Page>&, double creep);
/// The same, two above one another.
[[nodiscard]] std::vector<SheetSide> four_up(const std::vector<Page>&, double creep);

}  // namespace zheye::layout
