// Colours of the pages → the operands that a content stream writes for them, in the colours of the profile: each is
// converted once. Must not know what is drawn.
#pragma once

#include "base/colour.h"
#include "icc/inks.h"
#include "profile/profile.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zheye::pdf {

/// What is nearly black is printed in black alone: plates that are off by a hair would show. Of areas the theme names
/// colours that take four inks all the same, and in a blend that is not of blacks only no end is of another ink.
enum class Use : unsigned char { graphic, blend, line, text };

struct Paint {
    std::string operands;               ///< numbers, each with a space behind it
    std::optional<std::size_t> spot{};  ///< index of the ink that is printed instead, see Inks::spots
    bool overprints = false;            ///< it is black alone and nothing below is to be left out for it
};

class Inks {
public:
    /// Nothing if the profile's intent cannot be used.
    [[nodiscard]] static std::optional<Inks> of(const profile::Profile&, std::vector<Colour> rich_blacks);

    /// The reference holds as long as this.
    [[nodiscard]] const Paint& paint(Colour, Use) const;
    /// Whether an area of the colour is printed in black alone.
    [[nodiscard]] bool is_plain_black(Colour) const;
    struct Separation {
        std::string name;
        icc::Cmyk instead;  ///< where the ink is not printed: all of it
    };
    /// Inks of their own (PDF 32000-1, 8.6.6.4).
    [[nodiscard]] const std::vector<Separation>& spots() const { return separations_; }
    [[nodiscard]] bool is_cmyk() const { return press_.has_value(); }
    [[nodiscard]] const char* fill_operator() const { return is_cmyk() ? "k" : "rg"; }
    [[nodiscard]] const char* stroke_operator() const { return is_cmyk() ? "K" : "RG"; }
    [[nodiscard]] const char* space() const { return is_cmyk() ? "DeviceCMYK" : "DeviceRGB"; }

private:
    [[nodiscard]] Paint convert(Colour, Use) const;
    [[nodiscard]] bool is_nearly_black(Colour) const;
    [[nodiscard]] std::optional<std::size_t> spot_of(Colour) const;
    std::optional<icc::Inks> press_;
    profile::BlackText black_text_;
    std::vector<Colour> rich_blacks_;
    std::vector<profile::Spot> spots_;
    std::vector<Separation> separations_;
    mutable std::map<std::pair<std::uint32_t, Use>, Paint> paints_;
};

}  // namespace zheye::pdf
