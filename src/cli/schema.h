// The keys of the content and the settings of themes, as tables for people.
#pragma once

#include "base/file_system.h"
#include "diag/render.h"
#include "diag/sources.h"

#include <string>

namespace zheye::cli {

[[nodiscard]] std::string content_schema(diag::Language);
[[nodiscard]] diag::Result<std::string> theme_schema(const std::string& themes_folder, const FileSystem&,
                                                     diag::Sources&, diag::Diagnostics&, diag::Language);

}  // namespace zheye::cli
