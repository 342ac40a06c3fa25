// The name of a profile → the Profile, from its YAML. Must not know PDF.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "profile/profile.h"

#include <string>
#include <vector>

namespace zheye::profile {

struct Request {
    std::vector<std::string> folders;      ///< of profiles, the nearest first: NAME.yaml in one of them
    std::vector<std::string> icc_folders;  ///< of ICC profiles that are named without a folder
};

/// `name` may be a file (.yaml), or a name in one of the folders. Reports everything that is wrong with it.
[[nodiscard]] diag::Result<Profile> read(const std::string& name, const Request&, const FileSystem&, diag::Sources&,
                                         diag::Diagnostics&);

}  // namespace zheye::profile
