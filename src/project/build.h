// One job → its files, or the reasons why there are none; with everything that was asked, for the manifest.
#pragma once

#include "project/job.h"
#include "project/manifest.h"
#include "project/memory.h"
#include "project/questions.h"
#include "project/shelf.h"

#include <optional>
#include <string>

namespace zheye::project {

/// What all jobs of a run have in common.
struct Common {
    const Order& order;
    const std::string& out;  ///< the output folder
    Hash128 program{};
    FileSystem& files;
    const Snapshot& shared;
    Shelf& shelf;
    Memories* memories = nullptr;  ///< none: what is made once is not made again
};

struct Built {
    std::optional<Record> record{};  ///< none: the job failed
    std::optional<Fault> fault{};
    int system_error = 0;  ///< errno of a file that could not be written
    std::size_t pages = 0;
    std::vector<std::string> asked{};  ///< paths
    diag::Diagnostics diagnostics{};
    diag::Sources sources{};
};

/// Writes files only after all of them could be made, and only those that are not there already. Never throws.
[[nodiscard]] Built build(const Job&, const Common&) noexcept;

/// The error that a file of a brochure could not be written.
void report_unwritable(const std::string& target, const IoError&, diag::Diagnostics&);

/// Of the order, but for what the answers of the file system tell.
[[nodiscard]] Hash128 hash_of(const Order&);

/// Where the path is asked from; `question_of` is the inverse.
[[nodiscard]] Told told_of(const Question&, Hash128 answer, const std::string& folder, const std::string& home);
[[nodiscard]] Question question_of(const Told&, const std::string& folder, const std::string& home);
/// The answers of one brochure's files, those of its text by themselves.
void take_answers(const Recording&, const Snapshot&, const Said&, const std::string& home, const std::string& folder,
                  Record&);

}  // namespace zheye::project
