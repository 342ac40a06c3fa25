// Names → parts.
#include "project/shard.h"

#include "base/hash.h"

#include <cstdint>
#include <utility>

namespace zheye::project {

std::string Shard::name() const {
    return is_whole() ? std::string{} : std::to_string(number) + "-of-" + std::to_string(count);
}

bool Shard::has(const Job& job) const {
    std::uint64_t value = 0;
    const auto hash = hash128(job.name);
    for (std::size_t i = 0; i < sizeof value; ++i) value = value << 8 | hash[i];
    return value % count == number - 1;
}

std::vector<Job> part_of(std::vector<Job> jobs, const Shard& shard) {
    std::erase_if(jobs, [&](const Job& job) { return !shard.has(job); });
    return jobs;
}

}  // namespace zheye::project
