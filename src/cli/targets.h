// The inputs and the output as a person wrote them → which file is read and which is written.
#pragma once

#include "base/file_system.h"
#include "cli/arguments.h"

#include <expected>
#include <string>
#include <vector>

namespace zheye::cli {

struct Job {
    std::string source{};                ///< the brochure's file
    std::vector<std::string> targets{};  ///< the file to write for each profile; "-" for standard output; none: nothing
    std::string name{};                  ///< of the brochure, among files
};

/// Why the inputs and the output cannot be used.
struct BadTargets {
    Exit exit = Exit::wrong_usage;
    diag::Message message;
};

/// Of a profile that may be given as a file.
[[nodiscard]] std::string profile_name(const std::string& profile);
/// What the name of a file says of its profile: nothing of that for the screen.
[[nodiscard]] std::string kind_of(const std::string& profile, bool sheets);

/// Every input is there, no two write the same file, none is overwritten. Where the output is a
/// pattern of names, the targets are not known before the brochures are.
[[nodiscard]] std::expected<std::vector<Job>, BadTargets> find_targets(const Invocation&, const FileSystem&);

}  // namespace zheye::cli
