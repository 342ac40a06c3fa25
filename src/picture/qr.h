// A text → the modules of its QR code (ISO/IEC 18004), level M: it bears a stain on the paper.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace zheye::picture {

struct QrCode {
    int side = 0;                         ///< modules
    std::vector<bool> dark;               ///< row by row
    static constexpr int kQuietZone = 4;  ///< modules that stay light around it
    [[nodiscard]] bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};

/// Nothing if the text is empty, or longer than a code can hold (2,331 bytes).
[[nodiscard]] std::optional<QrCode> qr_code(std::string_view text);

}  // namespace zheye::picture
