// `zheye batch`: many brochures, of which those are made that have changed.
#pragma once

#include "base/file_system.h"
#include "cli/arguments.h"
#include "cli/console.h"
#include "project/batch.h"
#include "project/find_jobs.h"

#include <string>

namespace zheye::cli {

/// With a folder to write to, without a slash at its end.
[[nodiscard]] Invocation with_output_folder(Invocation);
[[nodiscard]] project::Inputs inputs_of(const Invocation&);
[[nodiscard]] project::Plan plan_of(const Invocation&, const std::string& home);
[[nodiscard]] diag::Message words_of(const project::Refusal&);
[[nodiscard]] Exit exit_of(const project::BadInputs&);

[[nodiscard]] Exit run_batch(const Invocation&, const std::string& home, bool terminal, FileSystem&);

}  // namespace zheye::cli
