// The work divided: every brochure in one part, side by side, and joined.
#include "project/folder.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::project;
using namespace zheye::project::test;

namespace {

std::vector<Job> jobs_named(int count) {
    std::vector<Job> jobs;
    for (int i = 0; i < count; ++i) jobs.emplace_back().name = std::to_string(i) + ".pdf";
    return jobs;
}

Ran run_part(const Folder& folder, std::size_t number, std::size_t count) {
    Plan plan;
    plan.shard = {number, count};
    return run(folder, plan);
}

}  // namespace

TEST_CASE("parts hold every brochure once, and one more brochure moves no other") {
    const auto all = jobs_named(200), more = jobs_named(201);
    std::size_t sum = 0;
    for (std::size_t number = 1; number <= 8; ++number) {
        const Shard shard{number, 8};
        const auto part = part_of(all, shard);
        CHECK(part.size() > 10);
        sum += part.size();
        const auto later = part_of(more, shard);
        CHECK(later.size() - part.size() <= 1);
        for (std::size_t i = 0; i < part.size(); ++i) CHECK(later[i].name == part[i].name);
    }
    CHECK(sum == all.size());
    CHECK(part_of(all, {}).size() == all.size());
    CHECK(Shard{3, 8}.name() == "3-of-8");
}

TEST_CASE("shards write manifests of their own; a whole run joins them and makes what they left") {
    const Folder folder;
    for (int i = 0; i < 8; ++i) folder.write("c/" + std::to_string(i) + ".yaml", brochure("甲", std::to_string(i)));
    const auto one = run_part(folder, 1, 3), two = run_part(folder, 2, 3);
    CHECK(one.summary.built + two.summary.built < 8);
    CHECK(one.summary.built > 0);
    CHECK(two.summary.built > 0);
    CHECK(run_part(folder, 2, 3).fresh == two.built);
    CHECK(folder.has("out/.zheye/manifest.1-of-3"));

    DiskFileSystem disk;
    const auto merged = merge_shards(folder.path("out"), disk);
    REQUIRE(merged);
    CHECK(*merged == one.summary.built + two.summary.built);
    CHECK_FALSE(folder.has("out/.zheye/manifest.1-of-3"));
    const auto rest = run(folder);
    CHECK(rest.summary.fresh == *merged);
    CHECK(rest.summary.built == 8 - *merged);
    // Another division knows what was joined.
    CHECK(run_part(folder, 1, 2).summary.built == 0);
    CHECK(run_part(folder, 2, 2).summary.built == 0);
}
