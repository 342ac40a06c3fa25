// The whole program as a function of its words and its surroundings.
#pragma once

#include "base/file_system.h"
#include "cli/arguments.h"
#include "cli/environment.h"

#include <string>
#include <vector>

namespace zheye::cli {

/// `words` without the program's name. Prints; never throws.
[[nodiscard]] Exit run(std::vector<std::string> words, const Environment&, FileSystem&) noexcept;

}  // namespace zheye::cli
