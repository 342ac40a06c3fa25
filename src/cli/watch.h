// `zheye watch`: brochures made again whenever they are saved.
#pragma once

#include "base/file_system.h"
#include "cli/arguments.h"

#include <string>

namespace zheye::cli {

[[nodiscard]] Exit run_watch(const Invocation&, const std::string& home, FileSystem&);

}  // namespace zheye::cli
