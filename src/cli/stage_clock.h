// The times at which stages begin → a table of what each one took.
#pragma once

#include "diag/render.h"
#include "project/make.h"

#include <array>
#include <chrono>
#include <string>

namespace zheye::cli {

using project::kStageNames;
using project::Stage;

/// Sums up over several brochures. Time before the clock was made (loading the program) counts as `start`.
class StageClock {
public:
    StageClock();
    void enter(Stage);
    void stop();
    /// Wall and CPU milliseconds (all threads) and the peak of resident memory in MiB after each stage.
    /// One row a stage, its name first; only the heading is in the given language.
    [[nodiscard]] std::string table(diag::Language) const;

private:
    struct Moment {
        double wall = 0, cpu = 0;  ///< ms
    };
    struct Spent {
        Moment time;
        double peak = 0;  ///< MiB
        bool entered = false;
    };
    [[nodiscard]] static Moment now();
    Moment start_, begun_;
    Stage stage_ = Stage::count;
    std::array<Spent, static_cast<std::size_t>(Stage::count)> spent_{};
};

}  // namespace zheye::cli
