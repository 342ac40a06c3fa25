// SHA-256 (FIPS 180-4): what people compare a download with. For finding what changed there is hash.h.
#pragma once

#include <string>
#include <string_view>

namespace zheye {

/// 64 hexadecimal digits, as sha256sum writes them.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace zheye
