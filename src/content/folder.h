// Where the files are looked for that a brochure names.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"

#include <string>

namespace zheye::content {

struct Folder {
    const FileSystem& files;
    const std::string& path;  ///< of the brochure's file
    diag::Diagnostics& diagnostics;
};

}  // namespace zheye::content
