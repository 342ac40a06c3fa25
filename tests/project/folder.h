// A folder on the disk that is removed in the end, with brochures in it, and runs over them.
#pragma once

#include "project/batch.h"
#include "project/find_jobs.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace zheye::project::test {

class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string path(const std::string& name) const { return folder_ + "/" + name; }
    void write(const std::string& name, const std::string& text) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> names(const std::string& folder) const;

private:
    std::string folder_;
};

/// What became of the jobs of a run, by their names.
struct Ran {
    Summary summary;
    std::set<std::string> built, fresh, failed;
    std::map<std::string, Stale> why;
    std::map<std::string, std::vector<std::string>> codes;  ///< of the diagnostics
};

/// Runs over `in` of the folder into `out` of it.
[[nodiscard]] Ran run(const Folder&, FileSystem&, Plan = {}, const std::string& in = "c",
                      const std::string& out = "out");
[[nodiscard]] Ran run(const Folder&, Plan = {}, const std::string& in = "c", const std::string& out = "out");

/// A brochure with a title and a paragraph; `more` are further lines at the margin.
[[nodiscard]] std::string brochure(const std::string& title, const std::string& text, const std::string& more = "");

}  // namespace zheye::project::test
