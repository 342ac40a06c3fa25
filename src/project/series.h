// A series: a template, a table of places, and the rule by which files are named → a job for every row.
#pragma once

#include "base/file_system.h"
#include "project/job.h"

#include <string>
#include <string_view>
#include <vector>

namespace zheye::project {

/// Whether a line at the margin of a YAML file says that it is a series.
[[nodiscard]] bool is_series(std::string_view text);

struct SeriesJobs {
    std::string template_path;  ///< no brochure by itself; empty if it is not known
    std::vector<Job> jobs;      ///< with names as in their files, without folders and endings, and without targets
};

/// What is wrong with the series as a whole is the complaint of a single job; what is wrong with a row, of its job.
/// The template is read once and filled when its job is built.
[[nodiscard]] SeriesJobs read_series(const std::string& path, const FileSystem&);

}  // namespace zheye::project
