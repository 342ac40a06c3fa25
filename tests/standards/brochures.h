// Brochures made by the program under test, each once for the whole test program.
#pragma once

#include <string>
#include <vector>

namespace zheye::standards {

struct Made {
    std::string name;     ///< "booklet.print": of the brochure and its profile
    std::string profile;  ///< screen, archive, print or booklet
    std::string bytes;
};

/// A small one with every kind of element, in every profile.
[[nodiscard]] const std::vector<Made>& sample();
/// Those that ship, in every profile.
[[nodiscard]] const std::vector<Made>& shipped();
[[nodiscard]] const Made& named(const std::vector<Made>&, const std::string& name);

}  // namespace zheye::standards
