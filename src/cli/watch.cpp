// Invocation → watching, and a line for each thing that was made.
#include "cli/watch.h"

#include "cli/batch.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "project/watch.h"

#include <csignal>
#include <cstdio>
#include <utility>
#include <variant>

namespace zheye::cli {

namespace {

using project::Outcome;

void tell(const Outcome& outcome, Console& console) {
    console.tell(outcome.diagnostics, outcome.sources);
    if (outcome.end == Outcome::End::failed) console.failed(*outcome.job);
    if (outcome.end == Outcome::End::built)
        for (std::size_t i = 0; i < outcome.outputs.size(); ++i)
            console.written(outcome.job->targets[i], outcome.outputs[i].pages, outcome.outputs[i].bytes);
    console.flush();
}

}  // namespace

Exit run_watch(const Invocation& given, const std::string& home, FileSystem& files) {
    auto invocation = with_output_folder(given);
    invocation.diagnostics = Format::text;  // a list that never ends is none
    Console console(invocation);
    const Interrupt interrupt;
    const auto inputs = inputs_of(invocation);
    const auto watched = project::watch(inputs, plan_of(invocation, home), files, interrupt.flag(),
                                        {[&](const Outcome& outcome) { tell(outcome, console); },
                                         [&](const project::BadInputs& bad) { console.lost(bad.message); },
                                         [&](std::size_t jobs, std::size_t count) { console.waits(jobs, count); }});
    if (!watched) {
        if (const auto* bad = std::get_if<project::BadInputs>(&watched.error()))
            return refuse(invocation, exit_of(*bad), bad->message);
        return refuse(invocation, Exit::system_failed, words_of(std::get<project::Refusal>(watched.error())));
    }
    return interrupt.signal() == SIGTERM ? Exit::terminated : Exit::interrupted;
}

}  // namespace zheye::cli
