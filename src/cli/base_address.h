// The address of a site as a person writes it → as it stands before the paths of its files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zheye::cli {

/// Of http and https, without anything behind its path; characters beyond ASCII in bytes (RFC 3987, 3.1), and a slash
/// at the end. Nothing if it is no such address.
[[nodiscard]] std::optional<std::string> read_base(std::string_view words);

}  // namespace zheye::cli
