// A part of the work for one of several machines. Which brochure belongs to which part depends on its name alone, so
// that one more brochure moves no other.
#pragma once

#include "project/job.h"

#include <cstddef>
#include <string>
#include <vector>

namespace zheye::project {

struct Shard {
    std::size_t number = 1, count = 1;  ///< number from 1
    [[nodiscard]] bool is_whole() const { return count == 1; }
    /// "3-of-8"; empty: the whole.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] bool has(const Job&) const;
};

[[nodiscard]] std::vector<Job> part_of(std::vector<Job>, const Shard&);

}  // namespace zheye::project
