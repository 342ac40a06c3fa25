// `zheye batch`: many brochures, of which those are made that have changed.
#pragma once

#include "base/file_system.h"
#include "cli/arguments.h"
#include "cli/environment.h"

#include <string>

namespace zheye::cli {

[[nodiscard]] Exit run_batch(const Invocation&, const std::string& home, bool terminal, FileSystem&);

}  // namespace zheye::cli
