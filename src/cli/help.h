// The help texts in both languages.
#pragma once

#include "cli/arguments.h"

#include <optional>
#include <string_view>

namespace zheye::cli {

/// Of the program, or of one command.
[[nodiscard]] std::string_view help(std::optional<Command>, diag::Language);

}  // namespace zheye::cli
