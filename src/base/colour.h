// A colour as the writer of a theme gives it: #rrggbb. Must not know what it is used for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zheye {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};
constexpr Colour kWhite{255, 255, 255};

/// Reads "#rgb" or "#rrggbb"; nothing else is a colour.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);
[[nodiscard]] std::string to_string(Colour);
/// Relative luminance of sRGB, 0 black to 1 white (IEC 61966-2-1).
[[nodiscard]] double luminance(Colour);
/// How light it looks: CIE L*, 0 to 100.
[[nodiscard]] double lightness(Colour);
/// The colour `share` (0..1) of the way from `from` to `to`.
[[nodiscard]] Colour mix(Colour from, Colour to, double share);

}  // namespace zheye
