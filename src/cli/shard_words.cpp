// Words → Shard. Array tasks of Slurm count from any number on, in any step; Indexed Jobs of Kubernetes from 0.
#include "cli/shard_words.h"

#include <charconv>
#include <optional>

namespace zheye::cli {

namespace {

constexpr std::size_t kMost = 100'000;

std::optional<std::size_t> number(const std::string& text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Counted from 0.
std::optional<std::size_t> task_of(const Scheduler& scheduler) {
    if (!scheduler.completion_index.empty()) return number(scheduler.completion_index);
    const auto id = number(scheduler.slurm_id), first = number(scheduler.slurm_first);
    const auto step = scheduler.slurm_step.empty() ? std::optional<std::size_t>(1) : number(scheduler.slurm_step);
    if (!id || !step || *step == 0) return std::nullopt;
    const auto from = first.value_or(0);
    if (*id < from) return std::nullopt;
    return (*id - from) / *step;
}

std::unexpected<diag::Message> wrong(const std::string& words) {
    return std::unexpected(diag::Message{
        "--shard 写成 3/8（八份里的第三份），或 /8（第几份由 Slurm 或 Kubernetes 说），“" + words + "”不是",
        "--shard is written 3/8 (the third of eight parts), or /8 where Slurm or Kubernetes say which; '" + words +
            "' is neither"});
}

}  // namespace

std::expected<project::Shard, diag::Message> read_shard(const std::string& words, const Scheduler& scheduler) {
    const auto slash = words.find('/');
    if (words.empty()) {
        const auto count = number(scheduler.slurm_count);
        const auto task = task_of(scheduler);
        if (scheduler.slurm_id.empty() || !count || !task || *task >= *count) return project::Shard{};
        return project::Shard{*task + 1, *count};
    }
    if (slash == std::string::npos) return wrong(words);
    const auto count = number(words.substr(slash + 1));
    if (!count || *count < 1 || *count > kMost) return wrong(words);
    if (slash > 0) {
        const auto own = number(words.substr(0, slash));
        if (!own || *own < 1 || *own > *count) return wrong(words);
        return project::Shard{*own, *count};
    }
    const auto task = task_of(scheduler);
    if (task && *task < *count) return project::Shard{*task + 1, *count};
    return std::unexpected(
        diag::Message{"--shard /" + std::to_string(*count) +
                          " 要由 SLURM_ARRAY_TASK_ID 或 JOB_COMPLETION_INDEX 说是第几份，它没有说，或超出了份数",
                      "--shard /" + std::to_string(*count) +
                          " wants SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX to say which part; it does not, or "
                          "there are not as many"});
}

}  // namespace zheye::cli
