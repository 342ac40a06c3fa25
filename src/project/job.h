// What is to be made: one brochure's text and the files that come of it.
#pragma once

#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "project/make.h"

#include <memory>
#include <string>
#include <vector>

namespace zheye::project {

/// What was said about something that cannot be made, found before anything is made.
struct Complaint {
    diag::Diagnostics diagnostics;
    diag::Sources sources;
};

struct Job {
    std::string source;                ///< the brochure's file
    std::string shown{};               ///< what it is called to people: its file, or the line of a table
    std::string name;                  ///< of its first target, from the output folder on: no two jobs have the same
    std::string stem{};                ///< the name that its files have in common, without profile and ending
    std::vector<std::string> targets;  ///< a file for each profile
    Reading read{};                    ///< where its text comes from; none: `source`, as it is
    std::vector<std::string> asked{};  ///< paths that were asked for before it was a job
    std::shared_ptr<const Complaint> complaint{};  ///< why it cannot be made
};

}  // namespace zheye::project
