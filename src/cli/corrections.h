// Corrections of a brochure's files: made in memory, and held against what the files said before.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace zheye::cli {

struct CorrectedFile {
    std::string before, after;  ///< whole, byte order mark included
    std::size_t corrections = 0;
};

struct Corrected {
    std::map<std::string, CorrectedFile> files;  ///< by path; those that changed
    diag::Diagnostics first;                     ///< what was said before anything was corrected
    diag::Diagnostics left;                      ///< what is still to be said
    bool is_good = false;                        ///< false: the content has errors, and nothing was corrected
};

/// Reads the brochure at `path` with all that it takes in and makes every correction that is certain, again and again
/// until there is none left. A correction after which the YAML would say anything else is not made.
[[nodiscard]] Corrected correct(const std::string& path, const FileSystem&, diag::Sources&);

}  // namespace zheye::cli
