// Content hashes: for the PDF's ID and for finding what changed. Not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace zheye {

using Hash128 = std::array<std::uint8_t, 16>;
/// XXH3, 128 bits, in canonical byte order: the same on every machine.
[[nodiscard]] Hash128 hash128(std::string_view bytes);

}  // namespace zheye
