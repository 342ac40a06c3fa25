// Folders and patterns → the files in them. Must not know what the files are.
#pragma once

#include "base/file_system.h"

#include <string>
#include <string_view>
#include <vector>

namespace zheye::project {

/// All files in the folder and the folders in it, in order; without those whose names begin with a dot. Links to
/// folders are followed, not in circles.
[[nodiscard]] std::vector<std::string> files_in(const std::string& folder, const FileSystem&);

[[nodiscard]] bool is_pattern(std::string_view path);
/// Files and folders that fit: * ? [ ] inside a name, ** for any folders. In order.
[[nodiscard]] std::vector<std::string> matches(const std::string& pattern, const FileSystem&);

}  // namespace zheye::project
