// Clocks and the process's memory → a table. The only place that asks what time it is, and only for this table.
#include "cli/stage_clock.h"

#include <fmt/format.h>

#include <ctime>
#include <sys/resource.h>

namespace zheye::cli {

namespace {

double milliseconds(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;  // Linux counts in KiB
}

std::string row(std::string_view name, double wall, double cpu, double peak) {
    return fmt::format("{:<8}{:>10.2f}{:>10.2f}{:>10.1f}\n", name, wall, cpu, peak);
}

}  // namespace

StageClock::Moment StageClock::now() { return {milliseconds(CLOCK_MONOTONIC), milliseconds(CLOCK_PROCESS_CPUTIME_ID)}; }

StageClock::StageClock() : start_(now()) {}

void StageClock::enter(Stage stage) {
    stop();
    stage_ = stage;
    begun_ = now();
}

void StageClock::stop() {
    if (stage_ == Stage::count) return;
    const Moment ended = now();
    Spent& spent = spent_[static_cast<std::size_t>(stage_)];
    spent.time.wall += ended.wall - begun_.wall;
    spent.time.cpu += ended.cpu - begun_.cpu;
    spent.peak = peak_memory();
    spent.entered = true;
    stage_ = Stage::count;
}

std::string StageClock::table(diag::Language language) const {
    std::string table = language == diag::Language::zh ? "阶段      实际 ms    CPU ms  内存 MiB\n"
                                                       : "stage      wall ms    CPU ms  peak MiB\n";
    table += fmt::format("{:<8}{:>10}{:>10.2f}\n", "start", "-", start_.cpu);
    for (std::size_t stage = 0; stage < spent_.size(); ++stage) {
        const Spent& spent = spent_[stage];
        if (spent.entered) table += row(kStageNames[stage], spent.time.wall, spent.time.cpu, spent.peak);
    }
    const Moment ended = now();
    return table + row("total", ended.wall - start_.wall, ended.cpu, peak_memory());
}

}  // namespace zheye::cli
