// Which part of the work is ours, by the command line and by what schedulers say.
#include "cli/shard_words.h"

#include <catch2/catch.hpp>

using zheye::cli::read_shard;
using zheye::cli::Scheduler;

namespace {

std::string part(const std::string& words, const Scheduler& scheduler = {}) {
    const auto shard = read_shard(words, scheduler);
    return shard ? std::to_string(shard->number) + "/" + std::to_string(shard->count) : "wrong";
}

}  // namespace

TEST_CASE("--shard K/N, and the whole where nothing is said") {
    CHECK(part("") == "1/1");
    CHECK(part("3/8") == "3/8");
    for (const auto* words : {"0/8", "9/8", "3", "3/", "a/8", "3/0", "-1/8", "3/8/2"}) CHECK(part(words) == "wrong");
}

TEST_CASE("tasks of a Slurm array, from any number on and in any step") {
    CHECK(part("", {.slurm_id = "0", .slurm_first = "0", .slurm_step = "1", .slurm_count = "4"}) == "1/4");
    CHECK(part("", {.slurm_id = "4", .slurm_first = "1", .slurm_step = "1", .slurm_count = "4"}) == "4/4");
    CHECK(part("", {.slurm_id = "30", .slurm_first = "10", .slurm_step = "10", .slurm_count = "4"}) == "3/4");
    CHECK(part("2/3", {.slurm_id = "4", .slurm_first = "1", .slurm_count = "4"}) == "2/3");
    CHECK(part("", {.slurm_id = "9", .slurm_first = "1", .slurm_count = "4"}) == "1/1");
}

TEST_CASE("an Indexed Job of Kubernetes says which, the command line how many") {
    CHECK(part("/8", {.completion_index = "0"}) == "1/8");
    CHECK(part("/8", {.completion_index = "7"}) == "8/8");
    CHECK(part("/8", {.completion_index = "8"}) == "wrong");
    CHECK(part("/8") == "wrong");
    CHECK(part("", {.completion_index = "3"}) == "1/1");
}
