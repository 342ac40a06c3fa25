// Invocation → jobs → a run, and what is said about it.
#include "cli/batch.h"

#include "base/hash.h"
#include "cli/batch_progress.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/reasons.h"
#include "project/batch.h"
#include "project/build.h"
#include "project/find_jobs.h"
#include "project/report.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <set>
#include <string>
#include <thread>
#include <utility>

namespace zheye::cli {

project::Plan plan_of(const Invocation& invocation, const std::string& home) {
    project::Plan plan;
    plan.order = {.home = home,
                  .emit = invocation.emit,
                  .theme = invocation.theme,
                  .epoch = invocation.epoch,
                  .sheets = invocation.sheets,
                  .profiles = invocation.profiles};
    plan.out = invocation.out;
    plan.threads = invocation.jobs > 0 ? invocation.jobs : std::max(1U, std::thread::hardware_concurrency());
    plan.force = invocation.force;
    plan.shard = invocation.shard;
    return plan;
}

Exit exit_of(const project::BadInputs& bad) { return bad.is_system ? Exit::system_failed : Exit::wrong_usage; }

diag::Message words_of(const project::Refusal& refusal) {
    if (refusal.is_busy)
        return {"另一次 zheye batch 正在写这个输出文件夹（" + refusal.path + "），等它结束再来",
                "another zheye batch is at work in this output folder (" + refusal.path + "); wait for its end"};
    return {"不能写入“" + refusal.path + "”：" + refusal.error.message,
            "cannot write '" + refusal.path + "': " + refusal.error.message};
}

Invocation with_output_folder(Invocation invocation) {
    if (invocation.out.empty()) invocation.out = "output";
    while (invocation.out.size() > 1 && invocation.out.ends_with('/')) invocation.out.pop_back();
    return invocation;
}

project::Inputs inputs_of(const Invocation& invocation) {
    return {.paths = invocation.inputs,
            .lists = invocation.lists,
            .out = invocation.out,
            .profiles = invocation.profiles,
            .emit = invocation.emit,
            .sheets = invocation.sheets};
}

namespace {

using project::Outcome;
using End = Outcome::End;

class BatchSession {
public:
    BatchSession(const Invocation& invocation, Console& console, std::size_t jobs, bool terminal)
        : invocation_(invocation),
          console_(console),
          progress_(terminal && !invocation.quiet && invocation.diagnostics == Format::text, jobs, invocation.language),
          lines_(!terminal || invocation.explain) {}

    project::Witness witness() {
        return {[this](const project::Job& job) { progress_.begun(job.name); },
                [this](Outcome outcome) { ended(outcome); }};
    }

    /// The report is what is said in JSON; a wish for a file of it is met in any case.
    Exit finish(const project::Summary& summary, FileSystem& files) {
        progress_.clear();
        const auto report = report_.json(summary, seconds());
        console_.summary(summary, seconds());
        if (invocation_.diagnostics == Format::json) std::fputs(report.c_str(), stdout);
        auto exit = summary.system_failed ? Exit::system_failed
                    : summary.failed > 0  ? Exit::content_has_errors
                                          : Exit::done;
        if (summary.manifest_error) {
            tell_unwritable(project::manifest_path(invocation_.out, invocation_.shard), *summary.manifest_error);
            exit = Exit::system_failed;
        }
        if (!invocation_.report.empty())
            if (const auto written = files.write(invocation_.report, report); !written) {
                tell_unwritable(invocation_.report, written.error());
                exit = Exit::system_failed;
            }
        return std::fflush(stdout) == 0 ? exit : Exit::system_failed;
    }

private:
    void ended(const Outcome& outcome) {
        report_.add(outcome);
        progress_.ended();
        const bool says_something = lines_ || outcome.end == End::failed || !outcome.diagnostics.all().empty();
        if (says_something) progress_.clear();
        if (invocation_.diagnostics == Format::text) console_.tell(unsaid(outcome), outcome.sources);
        if (outcome.end == End::failed) console_.failed(*outcome.job);
        if (!lines_) return;
        if (invocation_.explain) console_.explained(*outcome.job, outcome.why);
        if (outcome.end == End::built)
            for (std::size_t i = 0; i < outcome.outputs.size(); ++i)
                console_.written(outcome.job->targets[i], outcome.outputs[i].pages, outcome.outputs[i].bytes);
    }

    /// What is said of a template or of shared facts is said once, not for every brochure.
    diag::Diagnostics unsaid(const Outcome& outcome) {
        diag::Diagnostics news;
        for (const auto& said : outcome.diagnostics.all()) {
            const auto path = said.span.known() ? outcome.sources.path(said.span.source) : outcome.job->shown;
            const auto place = path + ":" + std::to_string(said.span.begin) + ":" + said.code + ":" + said.message.en;
            if (said_.insert(hash128(place)).second) news.add(said);
        }
        return news;
    }

    void tell_unwritable(const std::string& path, const IoError& error) {
        diag::Diagnostics diagnostics;
        project::report_unwritable(path, error, diagnostics);
        console_.tell(diagnostics, {});
    }

    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

    const Invocation& invocation_;
    Console& console_;
    BatchProgress progress_;
    bool lines_;  ///< of what was made, one by one
    project::Report report_;
    std::set<Hash128> said_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Exit merge(const Invocation& invocation, Console& console, FileSystem& files) {
    const auto count = project::merge_shards(invocation.out, files);
    if (!count) return refuse(invocation, Exit::system_failed, words_of(count.error()));
    console.merged(invocation.out, *count);
    return console.finish({}) ? Exit::done : Exit::system_failed;
}

}  // namespace

Exit run_batch(const Invocation& given, const std::string& home, bool terminal, FileSystem& files) {
    const auto invocation = with_output_folder(given);
    Console console(invocation);
    if (invocation.merge && invocation.inputs.empty() && invocation.lists.empty())
        return merge(invocation, console, files);
    auto jobs = project::find_jobs(inputs_of(invocation), files);
    if (!jobs) return refuse(invocation, exit_of(jobs.error()), jobs.error().message);
    *jobs = project::part_of(std::move(*jobs), invocation.shard);
    const Interrupt interrupt;
    BatchSession session(invocation, console, jobs->size(), terminal);
    const auto summary =
        project::run_batch(*jobs, plan_of(invocation, home), files, interrupt.flag(), session.witness());
    if (!summary) return refuse(invocation, Exit::system_failed, words_of(summary.error()));
    const auto exit = session.finish(*summary, files);
    if (interrupt.signal() == SIGINT) return Exit::interrupted;
    return interrupt.signal() == SIGTERM ? Exit::terminated : exit;
}

}  // namespace zheye::cli
