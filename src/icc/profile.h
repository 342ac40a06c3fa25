// An ICC profile (ISO 15076-1) as a value: the bytes to embed and what they say. Must not know PDF.
#pragma once

#include "base/file_system.h"

#include <optional>
#include <string>

namespace zheye::icc {

enum class Space : unsigned char { gray, rgb, cmyk };

struct Profile {
    Blob bytes;
    Space space = Space::rgb;
    std::string description;  ///< its own name, in English
    [[nodiscard]] int components() const { return space == Space::gray ? 1 : space == Space::rgb ? 3 : 4; }
};

/// Nothing if the bytes are no profile of a screen or of a press in one of the three spaces, or cannot be used as one.
[[nodiscard]] std::optional<Profile> read(Blob);

/// sRGB (IEC 61966-2-1), always the same bytes.
[[nodiscard]] const Profile& srgb();

}  // namespace zheye::icc
