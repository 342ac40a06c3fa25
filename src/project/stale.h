// A record and the files as they are → why the job has to be done again, if it has to.
#pragma once

#include "project/build.h"
#include "project/job.h"
#include "project/manifest.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace zheye::project {

struct Stale {
    enum class Why : unsigned char {
        forced,
        never_made,
        other_program,
        other_order,   ///< profiles, theme, date
        other_files,   ///< the names of the outputs
        lost_output,   ///< `path` is not there
        other_output,  ///< `path` is not what was written
        other_text,    ///< `path` says something else that is printed
        other_input,   ///< `path` is another file than it was
    };
    Why why = Why::never_made;
    std::string path{};
};

/// Hashes of answers, each file read once a run. Safe to share between threads.
class HashMemo {
public:
    explicit HashMemo(const FileSystem& files) : files_(files) {}
    [[nodiscard]] Hash128 of(const Question&);

private:
    const FileSystem& files_;
    std::mutex mutex_;
    std::map<Question, Hash128> known_;
};

struct Verdict {
    std::optional<Stale> stale{};    ///< none: the outputs are what a new run would make
    std::optional<Record> record{};  ///< what is to be put in place of the old one, for the next run to be quick
};

[[nodiscard]] Verdict judge(const Job&, const std::optional<Record>&, const Common&, HashMemo&);

}  // namespace zheye::project
