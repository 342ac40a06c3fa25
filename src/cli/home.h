// Where the folder is that came with the program.
#pragma once

#include "base/file_system.h"
#include "cli/environment.h"

#include <optional>
#include <string>

namespace zheye::cli {

/// The folder that holds themes/ and fonts/fonts.yaml: the one that ZHEYE_HOME names and no other; else the checkout
/// in which the program was built, the place where it was installed, the places known when it was compiled.
[[nodiscard]] std::optional<std::string> find_home(const Environment&, const FileSystem&);

}  // namespace zheye::cli
