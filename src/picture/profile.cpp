#include "picture/profile.h"

#include <cstdint>
#include <string_view>

namespace zheye::picture {

namespace {

constexpr std::size_t kHeader = 128, kTagSize = 12;

std::uint64_t number(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

bool is_whole(std::string_view bytes) {
    constexpr std::size_t kSignature = 36, kVersion = 8, kNewest = 4;
    if (bytes.size() < kHeader + 4 || bytes.substr(kSignature, 4) != "acsp") return false;
    if (static_cast<unsigned char>(bytes[kVersion]) > kNewest || number(bytes, 0) != bytes.size()) return false;
    const auto tags = number(bytes, kHeader);
    if (tags == 0 || tags > (bytes.size() - kHeader - 4) / kTagSize) return false;
    for (std::size_t i = 0; i < tags; ++i) {
        const std::size_t entry = kHeader + 4 + i * kTagSize;
        if (number(bytes, entry + 4) + number(bytes, entry + 8) > bytes.size()) return false;
    }
    return true;
}

/// 0 for spaces that a picture here never has.
int components_of(std::string_view bytes) {
    const auto space = bytes.substr(16, 4);
    return space == "GRAY" ? 1 : space == "RGB " ? 3 : space == "CMYK" ? 4 : 0;
}

/// What PDF takes for pictures (PDF 32000-1, table 67).
bool is_for_pictures(std::string_view bytes) {
    const auto kind = bytes.substr(12, 4);
    return kind == "scnr" || kind == "mntr" || kind == "prtr" || kind == "spac";
}

}  // namespace

std::string checked_profile(std::string bytes, int components, const Origin& origin) {
    if (bytes.empty()) return {};
    if (!is_whole(bytes) || !is_for_pictures(bytes)) {
        origin.warn("picture-profile",
                    {"色彩配置文件（ICC）已损坏，不用它", "its colour profile is broken and is left out"});
        return {};
    }
    if (components_of(bytes) == components) return bytes;
    origin.warn("picture-profile", {"色彩配置文件（ICC）不是给这种颜色的，不用它",
                                    "its colour profile is for other colours than it has and is left out"});
    return {};
}

}  // namespace zheye::picture
