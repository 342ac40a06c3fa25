// Text inside XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace zheye {

/// For the content of an element or an attribute in any quotes; characters that XML 1.0 cannot hold are left out.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace zheye
