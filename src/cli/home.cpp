// Environment → the folder with themes and fonts. Looks at a handful of fixed places, never searches.
#include "cli/home.h"

#include <filesystem>

namespace zheye::cli {

std::string themes_folder(const std::string& home) { return home + "/themes"; }
std::string profiles_folder(const std::string& home) { return home + "/profiles"; }
std::vector<std::string> icc_folders() {
    return {"/usr/local/share/color/icc", "/usr/share/color/icc", "/usr/share/color/icc/colord",
            "/usr/share/color/icc/ghostscript"};
}
std::string font_catalog(const std::string& home) { return home + "/fonts/fonts.yaml"; }
std::vector<std::string> hyphenation_folders() { return {"/usr/local/share/hyphen", "/usr/share/hyphen"}; }

std::optional<std::string> find_home(const Environment& environment, const FileSystem& files) {
    std::vector<std::string> places;
    if (!environment.home.empty()) {
        places = {environment.home};
    } else {
        const std::filesystem::path program_folder = std::filesystem::path(environment.executable).parent_path();
        places = {(program_folder.parent_path()).string(), (program_folder.parent_path() / "share/zheye").string(),
                  ZHEYE_SHARE_FOLDER, ZHEYE_SOURCE_FOLDER};
    }
    for (const std::string& place : places) {
        if (files.is_file(font_catalog(place))) return place;
    }
    return std::nullopt;
}

}  // namespace zheye::cli
