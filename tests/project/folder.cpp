// Files of a test, and runs over them with the themes and fonts of the checkout.
#include "project/folder.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace zheye::project::test {

namespace fs = std::filesystem;

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "zheye-project-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void Folder::write(const std::string& name, const std::string& text) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
}

std::string Folder::read(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool Folder::has(const std::string& name) const { return fs::exists(path(name)); }

std::vector<std::string> Folder::names(const std::string& folder) const { return DiskFileSystem().list(path(folder)); }

Ran run(const Folder& folder, FileSystem& files, Plan plan, const std::string& in, const std::string& out) {
    plan.order.home = ZHEYE_ROOT;
    plan.out = folder.path(out);
    auto jobs = find_jobs(
        {.paths = {folder.path(in)}, .out = plan.out, .profiles = plan.order.profiles, .emit = plan.order.emit}, files);
    if (!jobs) FAIL(jobs.error().message.en);
    *jobs = part_of(std::move(*jobs), plan.shard);
    Ran ran;
    const auto ended = [&](const Outcome& outcome) {
        const auto& name = outcome.job->name;
        (outcome.end == Outcome::End::built   ? ran.built
         : outcome.end == Outcome::End::fresh ? ran.fresh
                                              : ran.failed)
            .insert(name);
        if (outcome.why) ran.why[name] = *outcome.why;
        for (const auto& said : outcome.diagnostics.all()) ran.codes[name].push_back(said.code);
    };
    const std::atomic<bool> stop = false;
    const auto summary = run_batch(*jobs, plan, files, stop, {[](const Job&) {}, ended});
    if (!summary) FAIL(summary.error().path + ": " + summary.error().error.message);
    ran.summary = *summary;
    return ran;
}

Ran run(const Folder& folder, Plan plan, const std::string& in, const std::string& out) {
    DiskFileSystem disk;
    return run(folder, disk, std::move(plan), in, out);
}

std::string brochure(const std::string& title, const std::string& text, const std::string& more) {
    return "zheye: 1\ntitle: " + title + "\n" + more + "chapters:\n- title: 第一章\n  content: [\"" + text + "\"]\n";
}

}  // namespace zheye::project::test
