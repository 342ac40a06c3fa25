// What a run did → JSON for programs. The names of its fields are a promise to those who read them.
#pragma once

#include "project/batch.h"

#include <map>
#include <string>
#include <string_view>

namespace zheye::project {

/// "other-text" and the like.
[[nodiscard]] std::string_view name_of(Stale::Why);

class Report {
public:
    void add(const Outcome&);
    /// One object: counts, and for every brochure what became of it, in order of their names.
    [[nodiscard]] std::string json(const Summary&, double seconds) const;

private:
    std::map<std::string, std::string> entries_;  ///< by name, each a JSON object: as small as it will be written
    std::size_t pages_ = 0, bytes_ = 0, warnings_ = 0;
};

}  // namespace zheye::project
