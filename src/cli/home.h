// Where the themes and the table of fonts are that came with the program, and what the system has.
#pragma once

#include "base/file_system.h"
#include "cli/environment.h"

#include <optional>
#include <string>
#include <vector>

namespace zheye::cli {

/// The folder that holds themes/ and fonts/fonts.yaml: the one that ZHEYE_HOME names and no other; else the checkout
/// in which the program was built, the place where it was installed, the places known when it was compiled.
[[nodiscard]] std::optional<std::string> find_home(const Environment&, const FileSystem&);

[[nodiscard]] std::string themes_folder(const std::string& home);
[[nodiscard]] std::string profiles_folder(const std::string& home);
/// Where packages put ICC profiles.
[[nodiscard]] std::vector<std::string> icc_folders();
[[nodiscard]] std::string font_catalog(const std::string& home);
/// Where the packages hyphen-LANGUAGE put their dictionaries.
[[nodiscard]] std::vector<std::string> hyphenation_folders();

}  // namespace zheye::cli
