// `zheye fix`: what is certain is put right in the files, or shown as a diff.
#pragma once

#include "base/file_system.h"
#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/targets.h"
#include "diag/sources.h"

namespace zheye::cli {

[[nodiscard]] Exit fix(const Job&, const Invocation&, FileSystem&, diag::Sources&, Console&);

}  // namespace zheye::cli
