// What the process finds around it, read once by main, so that everything after it depends on values only.
#pragma once

#include <string>

namespace zheye::cli {

/// What a scheduler says about the task that this is, as written; empty: nothing.
struct Scheduler {
    std::string slurm_id{}, slurm_first{}, slurm_step{}, slurm_count{};  ///< SLURM_ARRAY_TASK_ID, _MIN, _STEP, _COUNT
    std::string completion_index{};                                      ///< JOB_COMPLETION_INDEX
};

struct Environment {
    std::string locale{};             ///< the first of LC_ALL, LC_MESSAGES, LANG that says something
    std::string home{};               ///< ZHEYE_HOME: the folder that holds themes/ and fonts/
    std::string source_date_epoch{};  ///< SOURCE_DATE_EPOCH as written
    std::string executable{};         ///< path of the running program, resolved
    std::string terminal{};           ///< TERM
    bool no_color = false;            ///< NO_COLOR is set (https://no-color.org)
    bool stderr_is_terminal = false;
    Scheduler scheduler{};

    [[nodiscard]] static Environment of_process();
};

}  // namespace zheye::cli
