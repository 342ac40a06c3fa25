// Invocation → jobs → a run, and what is said about it.
#include "cli/batch.h"

#include "cli/batch_session.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "project/batch.h"
#include "project/find_jobs.h"

#include <algorithm>
#include <csignal>
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
