// The least that passes for an ICC profile: a header and one tag.
#pragma once

#include <string>

namespace zheye::test {

inline std::string word(std::size_t value) {
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

/// `space`: "RGB ", "GRAY", "CMYK".
inline std::string profile(const std::string& space, const std::string& kind = "mntr") {
    std::string bytes = word(400) + "test" + std::string("\4\0\0\0", 4) + kind + space + "XYZ ";
    bytes.resize(36);
    bytes += "acsp";
    bytes.resize(68);
    bytes += word(0xF6D6) + word(0x10000) + word(0xD32D);  // D50
    bytes.resize(128);
    bytes += word(1) + "desc" + word(144) + word(256);
    for (unsigned i = 0, noise = 1; i < 256; ++i)
        bytes += static_cast<char>((noise = noise * 1103515245 + 12345) >> 16);
    return bytes;
}

}  // namespace zheye::test
