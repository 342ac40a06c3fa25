// Files, folders, patterns and lists as a person wrote them → jobs. Looks which files are brochures; reads no brochure.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "project/job.h"

#include <expected>
#include <string>
#include <vector>

namespace zheye::project {

struct Inputs {
    std::vector<std::string> paths{};  ///< files, folders, patterns with * ? [ ] and **
    std::vector<std::string> lists{};  ///< files that name such, one a line
    std::string out = "output";        ///< the output folder
    std::vector<std::string> profiles{"screen"};
    Emit emit = Emit::pdf;
    bool sheets = false;
};

struct BadInputs {
    bool is_system = false;  ///< the system failed; else the words are wrong
    diag::Message message;
};

/// In a folder, and the folders in it, every YAML file is taken that says which version of the format it has, and every
/// series, but not the templates of these; nothing
/// in folders whose names begin with a dot. No two jobs write the same file and none writes over what is read.
[[nodiscard]] std::expected<std::vector<Job>, BadInputs> find_jobs(const Inputs&, const FileSystem&);

}  // namespace zheye::project
