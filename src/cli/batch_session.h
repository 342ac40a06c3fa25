// What is said while many brochures are made, and at the end of it: for `zheye batch` and what begins with one.
#pragma once

#include "base/file_system.h"
#include "base/hash.h"
#include "cli/arguments.h"
#include "cli/batch_progress.h"
#include "cli/console.h"
#include "project/batch.h"
#include "project/report.h"

#include <chrono>
#include <cstddef>
#include <set>

namespace zheye::cli {

class BatchSession {
public:
    BatchSession(const Invocation&, Console&, std::size_t jobs, bool terminal);
    [[nodiscard]] project::Witness witness();
    /// The report is what is said in JSON; a wish for a file of it is met in any case.
    [[nodiscard]] Exit finish(const project::Summary&, FileSystem&);

private:
    void ended(const project::Outcome&);
    [[nodiscard]] diag::Diagnostics unsaid(const project::Outcome&);
    void tell_unwritable(const std::string& path, const IoError&);
    [[nodiscard]] double seconds() const;

    const Invocation& invocation_;
    Console& console_;
    BatchProgress progress_;
    bool lines_;  ///< of what was made, one by one
    project::Report report_;
    std::set<Hash128> said_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Whether a bar is wanted.
[[nodiscard]] bool shows_progress(const Invocation&, bool terminal);

}  // namespace zheye::cli
