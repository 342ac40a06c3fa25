// Labels that want the same place: moved apart as little as can be.
#pragma once

#include <vector>

namespace zheye::layout {

/// A stretch of a line: where its middle would like to be, and how long it is.
struct Wish {
    double middle = 0, length = 0;
};
/// The beginnings of the stretches, in the given order (by `middle`), inside [begin, end], none over another. Where
/// they have not room enough they go beyond the end.
[[nodiscard]] std::vector<double> spread(const std::vector<Wish>&, double begin, double end);

}  // namespace zheye::layout
