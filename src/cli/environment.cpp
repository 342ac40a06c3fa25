// The process's environment → Environment. The only place that calls getenv.
#include "cli/environment.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <unistd.h>

namespace zheye::cli {

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string first_of(std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (std::string value = variable(name); !value.empty()) return value;
    }
    return "";
}

}  // namespace

Environment Environment::of_process() {
    std::error_code error;
    return {
        .locale = first_of({"LC_ALL", "LC_MESSAGES", "LANG"}),
        .home = variable("ZHEYE_HOME"),
        .source_date_epoch = variable("SOURCE_DATE_EPOCH"),
        .executable = std::filesystem::read_symlink("/proc/self/exe", error).string(),
        .terminal = variable("TERM"),
        .no_color = !variable("NO_COLOR").empty(),
        .stderr_is_terminal = isatty(STDERR_FILENO) == 1,
        .scheduler = {.slurm_id = variable("SLURM_ARRAY_TASK_ID"),
                      .slurm_first = variable("SLURM_ARRAY_TASK_MIN"),
                      .slurm_step = variable("SLURM_ARRAY_TASK_STEP"),
                      .slurm_count = variable("SLURM_ARRAY_TASK_COUNT"),
                      .completion_index = variable("JOB_COMPLETION_INDEX")},
    };
}

}  // namespace zheye::cli
