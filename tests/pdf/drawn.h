// A document as three independent programs draw it.
#pragma once

#include "fixture.h"

#include <string>

namespace zheye::test {

/// A page, at 72 dots an inch.
struct Pixels {
    int width = 0, height = 0;
    std::string rgb;
    [[nodiscard]] Colour at(double x, double y) const;
};
[[nodiscard]] Pixels read_ppm(const std::string& path);
[[nodiscard]] Pixels by_poppler(const File&);
[[nodiscard]] Pixels by_ghostscript(const File&);

/// The greatest difference of the means of any squares of 10 pixels, 0..255: how edges are smoothed is each program's
/// own affair.
[[nodiscard]] double difference(const Pixels&, const Pixels&);

[[nodiscard]] bool near(Colour, Colour, int most = 4);

/// The first page.
struct Drawn {
    Pixels poppler, mupdf, ghostscript;
    explicit Drawn(const layout::Pages&);
    /// All three see `expected` at the point.
    void check(double x, double y, Colour expected, int most = 4) const;
};

}  // namespace zheye::test
