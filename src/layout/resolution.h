// How finely pictures are shown where they stand: what is too coarse is told, what is finer than anybody sees is made
// smaller. Looks at finished pages.
#pragma once

#include "diag/diagnostic.h"
#include "layout/frame.h"

#include <optional>

namespace zheye::layout {

/// Pixels to the inch of paper; on a poster, of what looks as large from where its readers stand.
struct ResolutionLimits {
    double good = 200;  ///< coarser is a warning; 0: none
    double least = 0;   ///< coarser is an error; 0: none
};
/// Each picture once for a place in the writer's files.
void check_resolution(const Pages&, const ResolutionLimits&, diag::Diagnostics&);

/// The pages with pictures of no more than `dpi` where they are shown the largest; nothing if none is much finer.
[[nodiscard]] std::optional<Pages> sampled_down(const Pages&, double dpi);

}  // namespace zheye::layout
