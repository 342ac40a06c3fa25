// Colours of a theme → the inks of a press, by its profile. Must not know what the colours are used for.
#pragma once

#include "base/colour.h"
#include "icc/profile.h"

#include <array>
#include <memory>
#include <optional>

namespace zheye::icc {

/// CIE 1976, of D50.
struct Lab {
    double lightness = 0, a = 0, b = 0;
    [[nodiscard]] double chroma() const;
};

/// Cyan, magenta, yellow, black; each 0..1.
using Cmyk = std::array<double, 4>;

/// Of a press; shares of full ink.
struct Limits {
    double total = 4;  ///< the most that four inks may add up to; 4 is no limit
    /// Thinner tints are not printed: their dots would not hold. Nor is then what is left, if it is under twice as
    /// much.
    double least_tint = 0;
};

class Inks {
public:
    /// Nothing if the profile cannot print sRGB.
    [[nodiscard]] static std::optional<Inks> of(const Profile& press, const Limits&);

    /// Relative colorimetric with black point compensation; where the limit is passed the three colours give way.
    [[nodiscard]] Cmyk cmyk(Colour) const;
    /// How much black alone is as light as the colour.
    [[nodiscard]] double black(Colour) const;
    [[nodiscard]] Lab lab(Colour) const;

private:
    struct Transforms;
    Inks(std::shared_ptr<const Transforms> transforms, const Limits& limits);
    std::shared_ptr<const Transforms> transforms_;
    Limits limits_;
};

}  // namespace zheye::icc
