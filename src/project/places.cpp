// Folders by name. Looks at none of them.
#include "project/places.h"

namespace zheye::project {

std::string themes_folder(const std::string& home) { return home + "/themes"; }
std::string profiles_folder(const std::string& home) { return home + "/profiles"; }
std::string font_catalog(const std::string& home) { return home + "/fonts/fonts.yaml"; }
std::vector<std::string> icc_folders() {
    return {"/usr/local/share/color/icc", "/usr/share/color/icc", "/usr/share/color/icc/colord",
            "/usr/share/color/icc/ghostscript"};
}
std::vector<std::string> hyphenation_folders() { return {"/usr/local/share/hyphen", "/usr/share/hyphen"}; }

}  // namespace zheye::project
