#include "theme/theme.h"

#include <algorithm>

namespace zheye::theme {

std::vector<font::FontStyle> wanted_fonts(const Theme& theme) {
    std::vector<font::FontStyle> wanted;
    for (const auto& style : theme.styles) wanted.insert(wanted.end(), {style.font, style.strong, style.emphasis});
    std::ranges::sort(wanted);
    const auto repeated = std::ranges::unique(wanted);
    wanted.erase(repeated.begin(), repeated.end());
    return wanted;
}

}  // namespace zheye::theme
