#include "cli/batch_session.h"

#include "project/build.h"

#include <cstdio>
#include <string>
#include <utility>

namespace zheye::cli {

using project::Outcome;
using End = Outcome::End;

bool shows_progress(const Invocation& invocation, bool terminal) {
    return terminal && !invocation.quiet && invocation.diagnostics == Format::text;
}

BatchSession::BatchSession(const Invocation& invocation, Console& console, std::size_t jobs, bool terminal)
    : invocation_(invocation),
      console_(console),
      progress_(shows_progress(invocation, terminal), jobs, invocation.language),
      lines_(!terminal || invocation.explain) {}

project::Witness BatchSession::witness() {
    return {[this](const project::Job& job) { progress_.begun(job.name); },
            [this](const Outcome& outcome) { ended(outcome); }};
}

Exit BatchSession::finish(const project::Summary& summary, FileSystem& files) {
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

void BatchSession::ended(const Outcome& outcome) {
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
diag::Diagnostics BatchSession::unsaid(const Outcome& outcome) {
    diag::Diagnostics news;
    for (const auto& said : outcome.diagnostics.all()) {
        const auto path = said.span.known() ? outcome.sources.path(said.span.source) : outcome.job->shown;
        const auto place = path + ":" + std::to_string(said.span.begin) + ":" + said.code + ":" + said.message.en;
        if (said_.insert(hash128(place)).second) news.add(said);
    }
    return news;
}

void BatchSession::tell_unwritable(const std::string& path, const IoError& error) {
    diag::Diagnostics diagnostics;
    project::report_unwritable(path, error, diagnostics);
    console_.tell(diagnostics, {});
}

double BatchSession::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace zheye::cli
