// How far a run over many brochures is → one line on a terminal: a bar, how many, how fast, how long still, which.
#pragma once

#include "diag/render.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace zheye::cli {

/// The line, at most `columns` wide (Han count two). `seconds`: since the beginning.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t all, double seconds, const std::string& current,
                                        std::size_t columns, diag::Language);

/// Where it is not wanted it does nothing.
class BatchProgress {
public:
    BatchProgress(bool wanted, std::size_t all, diag::Language language)
        : wanted_(wanted), all_(all), language_(language) {}
    void begun(const std::string& name);
    void ended();
    /// Takes the line away, so that something else can be printed.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    void show();
    bool wanted_, shown_ = false;
    std::size_t all_, done_ = 0;
    diag::Language language_;
    Clock::time_point start_ = Clock::now(), next_ = start_;
    std::string current_;
};

}  // namespace zheye::cli
