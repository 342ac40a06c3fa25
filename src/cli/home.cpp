// Environment → the folder with themes and fonts. Looks at a handful of fixed places, never searches.
#include "cli/home.h"

#include "project/places.h"

#include <filesystem>
#include <vector>

namespace zheye::cli {

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
        if (files.is_file(project::font_catalog(place))) return place;
    }
    return std::nullopt;
}

}  // namespace zheye::cli
