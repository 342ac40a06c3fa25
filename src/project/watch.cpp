// Changes → jobs → runs, as long as nobody stops it. What did not change is kept: themes, faces, dictionaries.
#include "project/watch.h"

#include "project/find_files.h"
#include "project/folder_watch.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace zheye::project {

namespace {

namespace fs = std::filesystem;
using Paths = std::set<std::string>;

std::string normal(const std::string& path) { return fs::path(path).lexically_normal().string(); }

/// A folder that comes or goes changes everything in it.
bool concerns(const Paths& changed, const Paths& asked) {
    return std::ranges::any_of(changed, [&](const std::string& path) {
        const auto at = asked.lower_bound(path);
        if (at != asked.end() && *at == path) return true;
        const auto inside = asked.lower_bound(path + "/");
        return inside != asked.end() && inside->starts_with(path + "/");
    });
}

class Watching {
public:
    Watching(const Inputs& inputs, Plan plan, FileSystem& files, const std::atomic<bool>& stop,
             const WatchEvents& events)
        : inputs_(inputs), plan_(std::move(plan)), files_(files), stop_(stop), events_(events) {
        plan_.cache = std::make_shared<Cache>(files);
    }

    std::expected<void, std::variant<BadInputs, Refusal>> run() {
        auto jobs = find_jobs(inputs_, files_);
        if (!jobs) return std::unexpected(jobs.error());
        for (;;) {
            // Watched before it is read: what changes meanwhile is seen.
            folders_.want(folders());
            if (auto done = make(*jobs); !done) return std::unexpected(done.error());
            folders_.want(folders());
            if (std::exchange(is_news_, false)) events_.waits(asked_.size(), file_count());
            const auto changed = folders_.changes(stop_);
            if (stop_) return {};
            auto next = find_jobs(inputs_, files_);
            if (!next) {
                events_.lost(next.error());
                continue;
            }
            *jobs = std::move(*next);
            notice(changed, *jobs);
        }
    }

private:
    /// Those that have to be made: by what changed, or because they are new.
    std::expected<void, Refusal> make(const std::vector<Job>& jobs) {
        std::vector<Job> known, unknown;
        for (const auto& job : jobs) {
            if (!asked_.contains(job.name))
                unknown.push_back(job);
            else if (stale_.contains(job.name))
                known.push_back(job);
        }
        stale_.clear();
        for (const auto* list : {&known, &unknown}) {
            if (list->empty()) continue;
            is_news_ = true;
            plan_.force = list == &known;  // that it changed is known: nothing needs to be compared
            const auto done = run_batch(*list, plan_, files_, stop_, witness());
            if (!done) return std::unexpected(done.error());
        }
        return {};
    }

    Witness witness() {
        return {[](const Job&) {},
                [this](Outcome outcome) {
                    auto& asked = asked_[outcome.job->name];
                    asked.clear();
                    asked.insert(normal(outcome.job->source));
                    for (const auto& path : outcome.asked) asked.insert(normal(path));
                    for (const auto& path : outcome.job->asked) asked.insert(normal(path));
                    events_.ended(std::move(outcome));
                }};
    }

    void notice(const Paths& changed, const std::vector<Job>& jobs) {
        Paths names;
        for (const auto& job : jobs) names.insert(job.name);
        std::erase_if(asked_, [&](const auto& entry) { return !names.contains(entry.first); });
        bool is_common = false;
        for (const auto& job : jobs) {
            const auto asked = asked_.find(job.name);
            if (asked == asked_.end() || !concerns(changed, asked->second)) continue;
            stale_.insert(job.name);
            const Recording own(files_, files_, folder_of(job.source));
            is_common = is_common || !std::ranges::all_of(changed, [&](const auto& path) { return own.is_own(path); });
        }
        if (is_common) plan_.cache->shared.renew();  // what lies in a brochure's folder is read anew in any case
    }

    /// Where anything lies that was asked for, and where new brochures may appear.
    Paths folders() {
        Paths folders;
        for (const auto& [name, asked] : asked_)
            for (const auto& path : asked) folders.insert(fs::path(path).parent_path().string());
        for (const auto& input : inputs_.paths) {
            folders.insert(normal(fs::path(input).parent_path().string()));
            if (!files_.is_folder(input)) continue;
            folders.insert(normal(input));
            for (const auto& file : files_in(normal(input), files_))
                folders.insert(fs::path(file).parent_path().string());
        }
        return folders;
    }

    [[nodiscard]] std::size_t file_count() const {
        Paths all;
        for (const auto& [name, asked] : asked_) all.insert(asked.begin(), asked.end());
        return all.size();
    }

    const Inputs& inputs_;
    Plan plan_;
    FileSystem& files_;
    const std::atomic<bool>& stop_;
    const WatchEvents& events_;
    FolderWatch folders_;
    std::map<std::string, Paths> asked_;  ///< by the names of jobs
    Paths stale_;
    bool is_news_ = false;  ///< something was made since it was last said that all is
};

}  // namespace

std::expected<void, std::variant<BadInputs, Refusal>> watch(const Inputs& inputs, Plan plan, FileSystem& files,
                                                            const std::atomic<bool>& stop, const WatchEvents& events) {
    return Watching(inputs, std::move(plan), files, stop, events).run();
}

}  // namespace zheye::project
