// Jobs → threads → outcomes. What threads share is behind one mutex or safe by itself.
#include "project/batch.h"

#include "project/program.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <exception>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace zheye::project {

namespace {

namespace fs = std::filesystem;
using End = Outcome::End;
using Clock = std::chrono::steady_clock;

constexpr const char* kState = "/.zheye";

std::string state_file(const std::string& out, const std::string& what, const Shard& shard) {
    return out + kState + "/" + what + (shard.is_whole() ? "" : "." + shard.name());
}

/// What a run that was killed left behind: NAME.tmp-PROCESS-NUMBER beside a target.
bool is_leftover(const std::string& name, const std::set<std::string>& targets) {
    const auto at = name.rfind(".tmp-");
    return at != std::string::npos && name.find_first_not_of("0123456789-", at + 5) == std::string::npos &&
           targets.contains(name.substr(0, at));
}

void remove_leftovers(const std::vector<Job>& jobs, FileSystem& files) {
    std::map<std::string, std::set<std::string>> names;  // by folder
    for (const auto& job : jobs)
        for (const auto& target : job.targets)
            names[fs::path(target).parent_path().string()].insert(fs::path(target).filename().string());
    for (const auto& [folder, targets] : names)
        for (const auto& name : files.list(folder))
            if (is_leftover(name, targets)) static_cast<void>(files.remove(folder + "/" + name));
}

Manifest manifest_at(const std::string& path, const FileSystem& files) {
    const auto text = files.read(path);
    return text ? Manifest::read(text->bytes()) : Manifest{};
}

/// What shards have left becomes part of the whole; their files go when it is written. Nobody else is at work.
std::expected<std::size_t, IoError> join(const std::string& out, FileSystem& files) {
    const auto path = manifest_path(out, {});
    auto whole = manifest_at(path, files);
    std::vector<std::string> parts;
    for (const auto& name : files.list(out + kState))
        if (name.starts_with("manifest.") && name.find(".tmp-") == std::string::npos)
            parts.push_back(out + kState + "/" + name);
    if (parts.empty()) return whole.size();
    for (const auto& part : parts) whole.merge(manifest_at(part, files));
    if (const auto written = files.write(path, whole.text()); !written) return std::unexpected(written.error());
    for (const auto& part : parts) static_cast<void>(files.remove(part));
    return whole.size();
}

bool is_hopeless(int error) { return error == ENOSPC || error == EDQUOT || error == EROFS; }

class Run {
public:
    Run(const std::vector<Job>& jobs, const Plan& plan, FileSystem& files, const std::atomic<bool>& stop,
        const Witness& witness)
        : jobs_(jobs),
          plan_(plan),
          files_(files),
          stop_(stop),
          witness_(witness),
          path_(manifest_path(plan.out, plan.shard)),
          cache_(plan.cache ? plan.cache : std::make_shared<Cache>(files)),
          hashes_(files),
          common_{plan.order,
                  plan.out,
                  program_identity(),
                  files,
                  cache_->shared,
                  cache_->shelf,
                  plan.cache ? &plan.cache->memories : nullptr} {}

    void read_manifest() {
        manifest_ = manifest_at(path_, files_);
        if (!plan_.shard.is_whole()) common_manifest_ = manifest_at(manifest_path(plan_.out, {}), files_);
    }

    Summary work() {
        std::vector<std::jthread> threads;
        const auto count = std::min(std::max<std::size_t>(plan_.threads, 1), jobs_.size());
        for (std::size_t i = 1; i < count; ++i) threads.emplace_back([this] { take_jobs(); });
        take_jobs();
        threads.clear();
        summary_.left = jobs_.size() - summary_.built - summary_.fresh - summary_.failed;
        compact();
        return summary_;
    }

private:
    void take_jobs() {
        while (!stop_ && !hopeless_) {
            const auto i = next_++;
            if (i >= jobs_.size()) return;
            do_job(jobs_[i]);
        }
    }

    void do_job(const Job& job) {
        {
            const std::lock_guard lock(mutex_);
            witness_.begun(job);
        }
        const auto begun = Clock::now();
        Outcome outcome{.job = &job};
        auto record = job.complaint ? complain(job, outcome) : decide(job, outcome);
        outcome.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
        end(std::move(outcome), record);
    }

    static std::optional<Record> complain(const Job& job, Outcome& outcome) {
        outcome.end = End::failed;
        outcome.fault = Fault::content;
        outcome.diagnostics = job.complaint->diagnostics;
        outcome.sources = job.complaint->sources;
        return std::nullopt;
    }

    /// The record that the manifest is to take, if it is not the one that it has.
    std::optional<Record> decide(const Job& job, Outcome& outcome) {
        std::optional<Record> known;
        {
            const std::lock_guard lock(mutex_);
            known = manifest_.find(job.name);
            if (!known) known = common_manifest_.find(job.name);
        }
        auto verdict = plan_.force ? Verdict{Stale{Stale::Why::forced, {}}, {}} : judged(job, known);
        if (!verdict.stale) {
            outcome.end = End::fresh;
            outcome.asked = asked_of(job, *known);
            outcome.outputs = known->outputs;
            outcome.warnings = known->warnings;
            return std::move(verdict.record);
        }
        outcome.why = std::move(verdict.stale);
        auto built = build(job, common_);
        outcome.asked = std::move(built.asked);
        outcome.end = built.record ? End::built : End::failed;
        outcome.fault = built.fault;
        outcome.warnings = static_cast<std::size_t>(
            std::ranges::count(built.diagnostics.all(), diag::Severity::warning, &diag::Diagnostic::severity));
        outcome.diagnostics = std::move(built.diagnostics);
        outcome.sources = std::move(built.sources);
        if (built.record) {
            built.record->warnings = outcome.warnings;
            outcome.outputs = built.record->outputs;
        }
        if (is_hopeless(built.system_error)) hopeless_ = true;
        return std::move(built.record);
    }

    [[nodiscard]] std::vector<std::string> asked_of(const Job& job, const Record& record) const {
        std::vector<std::string> asked;
        const auto folder = folder_of(job.source);
        for (const auto* list : {&record.texts, &record.others})
            for (const auto& told : *list) asked.push_back(question_of(told, folder, plan_.order.home).path);
        return asked;
    }

    /// What goes wrong in looking goes wrong again in building, where it is told.
    Verdict judged(const Job& job, const std::optional<Record>& known) noexcept {
        try {
            return judge(job, known, common_, hashes_);
        } catch (const std::exception&) {
            return {Stale{Stale::Why::never_made, {}}, {}};
        }
    }

    void end(Outcome outcome, const std::optional<Record>& record) {
        const std::lock_guard lock(mutex_);
        if (record) append(*record);
        switch (outcome.end) {
            case End::built:
                ++summary_.built;
                break;
            case End::fresh:
                ++summary_.fresh;
                break;
            case End::failed:
                ++summary_.failed;
                break;
        }
        if (outcome.fault == Fault::system) summary_.system_failed = true;
        witness_.ended(std::move(outcome));
    }

    void append(const Record& record) {
        const auto lines = manifest_.put(record);
        is_appended_ = true;
        if (const auto done = files_.append(path_, lines); !done) summary_.manifest_error = done.error();
    }

    void compact() {
        summary_.disk_is_full = hopeless_;
        if (!is_appended_) return;
        const auto written = files_.write(path_, manifest_.text());
        if (written)
            summary_.manifest_error.reset();
        else if (!summary_.manifest_error)
            summary_.manifest_error = written.error();
    }

    const std::vector<Job>& jobs_;
    const Plan& plan_;
    FileSystem& files_;
    const std::atomic<bool>& stop_;
    const Witness& witness_;
    std::string path_;
    std::shared_ptr<Cache> cache_;
    HashMemo hashes_;
    Common common_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<bool> hopeless_ = false;
    std::mutex mutex_;  ///< of what is below, and of the witness
    Manifest manifest_;
    Manifest common_manifest_;  ///< of a shard: what the whole was when it was last joined
    Summary summary_;
    bool is_appended_ = false;
};

std::unexpected<Refusal> refused(const std::string& path, const IoError& error) {
    return std::unexpected(Refusal{error.number == EWOULDBLOCK, path, error});
}

}  // namespace

std::string manifest_path(const std::string& out, const Shard& shard) { return state_file(out, "manifest", shard); }

std::expected<std::size_t, Refusal> merge_shards(const std::string& out, FileSystem& files) {
    const auto path = state_file(out, "lock", {});
    const auto lock = files.lock(path, Lock::alone);
    if (!lock) return refused(path, lock.error());
    const auto joined = join(out, files);
    if (!joined) return refused(manifest_path(out, {}), joined.error());
    return *joined;
}

std::expected<Summary, Refusal> run_batch(const std::vector<Job>& jobs, const Plan& plan, FileSystem& files,
                                          const std::atomic<bool>& stop, const Witness& witness) {
    // Shards work side by side, each on its own part; a whole run is alone in the folder.
    const auto whole = state_file(plan.out, "lock", {});
    const auto folder = files.lock(whole, plan.shard.is_whole() ? Lock::alone : Lock::shared);
    if (!folder) return refused(whole, folder.error());
    const auto part = state_file(plan.out, "lock", plan.shard);
    const auto own = plan.shard.is_whole() ? folder : files.lock(part, Lock::alone);
    if (!own) return refused(part, own.error());
    if (plan.shard.is_whole())
        if (const auto joined = join(plan.out, files); !joined)
            return refused(manifest_path(plan.out, {}), joined.error());
    remove_leftovers(jobs, files);
    Run run(jobs, plan, files, stop, witness);
    run.read_manifest();
    return run.work();
}

}  // namespace zheye::project
