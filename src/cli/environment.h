// What the process finds around it, read once by main, so that everything after it depends on values only.
#pragma once

#include <string>

namespace zheye::cli {

struct Environment {
    std::string locale{};             ///< the first of LC_ALL, LC_MESSAGES, LANG that says something
    std::string home{};               ///< ZHEYE_HOME: the folder that holds themes/ and fonts/
    std::string source_date_epoch{};  ///< SOURCE_DATE_EPOCH as written
    std::string executable{};         ///< path of the running program, resolved
    std::string terminal{};           ///< TERM
    bool no_color = false;            ///< NO_COLOR is set (https://no-color.org)
    bool stderr_is_terminal = false;

    [[nodiscard]] static Environment of_process();
};

}  // namespace zheye::cli
