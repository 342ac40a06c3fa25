// Where the things lie that came with the program, and where the system keeps what it has.
#pragma once

#include <string>
#include <vector>

namespace zheye::project {

/// `home` is the folder that holds themes/, profiles/ and fonts/.
[[nodiscard]] std::string themes_folder(const std::string& home);
[[nodiscard]] std::string profiles_folder(const std::string& home);
[[nodiscard]] std::string font_catalog(const std::string& home);
/// Where packages put ICC profiles.
[[nodiscard]] std::vector<std::string> icc_folders();
/// Where the packages hyphen-LANGUAGE put their dictionaries.
[[nodiscard]] std::vector<std::string> hyphenation_folders();

}  // namespace zheye::project
