// Many jobs → files, on all cores, those only that are stale. Each job by itself: one that fails stops no other.
#pragma once

#include "project/build.h"
#include "project/job.h"
#include "project/memory.h"
#include "project/shard.h"
#include "project/stale.h"

#include <atomic>
#include <cstddef>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zheye::project {

/// What one run leaves for the next in the same process.
struct Cache {
    explicit Cache(const FileSystem& files) : shared(files) {}
    Snapshot shared;
    Shelf shelf;
    Memories memories;
};

struct Plan {
    Order order{};
    std::string out = "output";
    std::size_t threads = 1;
    bool force = false;
    Shard shard{};                   ///< whose part the jobs are
    std::shared_ptr<Cache> cache{};  ///< none: the run has one of its own
};

struct Outcome {
    enum class End : unsigned char { built, fresh, failed };
    const Job* job = nullptr;
    End end = End::built;
    std::optional<Stale> why{};  ///< what it was built or failed for
    std::optional<Fault> fault{};
    std::vector<OutputFile> outputs{};
    std::size_t warnings = 0;
    double seconds = 0;
    std::vector<std::string> asked{};  ///< paths of all files on which it depends, there or not
    diag::Diagnostics diagnostics{};
    diag::Sources sources{};
};

/// Called for one job at a time, whatever thread it comes from.
struct Witness {
    std::function<void(const Job&)> begun = [](const Job&) {};
    std::function<void(Outcome)> ended = [](const Outcome&) {};
};

struct Refusal {
    bool is_busy = false;  ///< another run is at work in the output folder
    std::string path{};    ///< what could not be locked or written
    IoError error{};
};

struct Summary {
    std::size_t built = 0, fresh = 0, failed = 0;
    std::size_t left = 0;  ///< not begun, because the run was stopped
    bool system_failed = false, disk_is_full = false;
    std::optional<IoError> manifest_error{};  ///< what was made is there, and will be made again
};

/// Where the manifest of an output folder is, or of a shard's part of it.
[[nodiscard]] std::string manifest_path(const std::string& out, const Shard&);

/// Begins no job after `stop` is set. The manifest is written as jobs end, so that a run that is killed loses none. A
/// run that is no shard is alone in the folder, and joins to its manifest what shards have left.
[[nodiscard]] std::expected<Summary, Refusal> run_batch(const std::vector<Job>&, const Plan&, FileSystem&,
                                                        const std::atomic<bool>& stop, const Witness&);

/// Joins what shards have left and does nothing else. How many brochures the manifest knows then.
[[nodiscard]] std::expected<std::size_t, Refusal> merge_shards(const std::string& out, FileSystem&);

}  // namespace zheye::project
