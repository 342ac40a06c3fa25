// `zheye publish`: what is stale is made, and all of it put into a folder for a web server or a stick.
#pragma once

#include "base/file_system.h"
#include "cli/arguments.h"

#include <string>

namespace zheye::cli {

[[nodiscard]] Exit run_publish(const Invocation&, const std::string& home, bool terminal, FileSystem&);

}  // namespace zheye::cli
