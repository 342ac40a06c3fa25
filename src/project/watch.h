// Brochures → the same, made again whenever a file changes on which one depends. A text with errors leaves the last
// good output as it is.
#pragma once

#include "project/batch.h"
#include "project/find_jobs.h"

#include <expected>
#include <functional>
#include <variant>

namespace zheye::project {

struct WatchEvents {
    std::function<void(Outcome)> ended;
    std::function<void(const BadInputs&)> lost;  ///< the inputs are not there any more; watching goes on
    std::function<void(std::size_t jobs, std::size_t files)> waits;
};

/// Ends when `stop` is set, or at once if the inputs cannot be used or the folder cannot be written.
[[nodiscard]] std::expected<void, std::variant<BadInputs, Refusal>> watch(const Inputs&, Plan, FileSystem&,
                                                                          const std::atomic<bool>& stop,
                                                                          const WatchEvents&);

}  // namespace zheye::project
