// --shard and what schedulers say in the environment → which part of the work is ours.
#pragma once

#include "cli/environment.h"
#include "diag/diagnostic.h"
#include "project/shard.h"

#include <expected>
#include <string>

namespace zheye::cli {

/// `words` is "K/N", or "/N" where the scheduler says K; empty: as the scheduler says, else the whole.
[[nodiscard]] std::expected<project::Shard, diag::Message> read_shard(const std::string& words, const Scheduler&);

}  // namespace zheye::cli
