// The 8-bit samples of pictures → those of another device, and how much ink they take. Must not know pictures' files.
#pragma once

#include "icc/profile.h"

#include <optional>
#include <string>
#include <string_view>

namespace zheye::icc {

/// Pixel by pixel, from the colours of one profile (its bytes; a camera's and a scanner's too) to those of `to`:
/// relative colorimetric with black point compensation, as the colours of a theme are; what is black alone on one press
/// is so on the other. Samples of inks are 0 for none. Nothing if the profiles cannot be used so.
[[nodiscard]] std::optional<std::string> converted(std::string_view samples, std::string_view from, const Profile& to);

/// For one who prints with black alone: each sample is as light as it was by its profile (its bytes).
[[nodiscard]] std::optional<std::string> grey_for(std::string_view samples, std::string_view from,
                                                  const Profile& press);

/// The share of full ink that the four inks of pixels add up to (4: all of it) where it is the most, but for specks:
/// one pixel in a thousand may have more.
[[nodiscard]] double most_ink(std::string_view cmyk);
/// The same of the one pixel that has most.
[[nodiscard]] double peak_ink(std::string_view cmyk);

/// Where a pixel has more, its three colours give way in proportion; its black stays.
void limit_ink(std::string& cmyk, double total);

}  // namespace zheye::icc
