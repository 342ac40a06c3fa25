// Invocation → two batches, of the files and of the cards → a site.
#include "cli/publish.h"

#include "cli/batch.h"
#include "cli/batch_session.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "project/card.h"
#include "project/find_jobs.h"
#include "project/publish.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <memory>
#include <set>
#include <utility>

namespace zheye::cli {

namespace {

using project::CannotPublish;

diag::Message words_of(const CannotPublish& refusal) {
    const auto& path = refusal.path;
    switch (refusal.why) {
        case CannotPublish::Why::busy:
            return {"另一次 zheye publish 正在写这个文件夹（" + path + "），等它结束再来",
                    "another zheye publish is at work in this folder (" + path + "); wait for its end"};
        case CannotPublish::Why::foreign:
            return {"“" + path + "”不是 zheye publish 写的，没有动它；请用 --to 换一个文件夹，或先把它移走",
                    "'" + path +
                        "' was not written by zheye publish and is left alone; choose another folder with --to, "
                        "or move it away"};
        case CannotPublish::Why::clash:
            return {"有一本的名字和网站自己的文件“" + path + "”相同；请给它换个名字",
                    "a brochure is named as the site's own file '" + path + "'; give it another name"};
        case CannotPublish::Why::unwritable:
            break;
    }
    return {"不能写入“" + path + "”：" + refusal.error.message,
            "cannot write '" + path + "': " + refusal.error.message};
}

/// They may not be there yet.
bool is_same_folder(const std::string& one, const std::string& other, const FileSystem& files) {
    const auto whole = [&](const std::string& path) {
        return files.canonical(std::filesystem::absolute(path).string());
    };
    return whole(one) == whole(other);
}

/// Says in text why nothing can be done: by now standard output may have a report on it.
Exit refuse_in_text(Invocation invocation, Exit exit, diag::Message message) {
    invocation.diagnostics = Format::text;
    return refuse(invocation, exit, std::move(message));
}

class PublishSession {
public:
    PublishSession(const Invocation& invocation, const std::string& home, bool terminal, FileSystem& files)
        : invocation_(invocation),
          terminal_(terminal),
          files_(files),
          console_(invocation),
          plan_(plan_of(invocation, home)) {
        plan_.cache = std::make_shared<project::Cache>(files);
    }

    Exit run(const std::vector<project::Job>& jobs) {
        BatchSession session(invocation_, console_, jobs.size(), terminal_);
        const auto made = project::run_batch(jobs, plan_, files_, interrupt_.flag(), session.witness());
        if (!made) return refuse(invocation_, Exit::system_failed, cli::words_of(made.error()));
        auto exit = session.finish(*made, files_);
        if (auto stopped = how_stopped(*made)) return *stopped;
        exit = std::max(exit, make_cards(jobs));
        if (interrupt_.flag() || exit == Exit::system_failed) return ended(exit);
        const auto published = project::publish(jobs, publication(), files_);
        if (!published) {
            const bool is_usage = published.error().why == CannotPublish::Why::foreign ||
                                  published.error().why == CannotPublish::Why::clash;
            return refuse_in_text(invocation_, is_usage ? Exit::wrong_usage : Exit::system_failed,
                                  words_of(published.error()));
        }
        console_.published(invocation_.to, *published);
        return exit;
    }

private:
    /// What was not begun or could not be kept is not published either.
    [[nodiscard]] std::optional<Exit> how_stopped(const project::Summary& made) const {
        if (made.left == 0 && !made.manifest_error && !interrupt_.flag()) return std::nullopt;
        return ended(Exit::system_failed);
    }

    [[nodiscard]] Exit ended(Exit otherwise) const {
        return interrupt_.signal() == SIGINT    ? Exit::interrupted
               : interrupt_.signal() == SIGTERM ? Exit::terminated
                                                : otherwise;
    }

    /// A card fails where its brochure has failed, which has been told; what else goes wrong is told here.
    Exit make_cards(const std::vector<project::Job>& jobs) {
        auto exit = Exit::done;
        BatchProgress progress(shows_progress(invocation_, terminal_), jobs.size(), invocation_.language);
        const project::Witness witness{[&](const project::Job& job) { progress.begun(job.name); },
                                       [&](const project::Outcome& outcome) {
                                           progress.ended();
                                           if (outcome.fault != project::Fault::system) return;
                                           progress.clear();
                                           console_.tell(outcome.diagnostics, outcome.sources);
                                           exit = Exit::system_failed;
                                       }};
        const auto made = project::run_batch(project::card_jobs(jobs, invocation_.out), project::card_plan(plan_),
                                             files_, interrupt_.flag(), witness);
        progress.clear();
        if (!made) return refuse_in_text(invocation_, Exit::system_failed, cli::words_of(made.error()));
        return exit;
    }

    [[nodiscard]] project::Publication publication() const {
        return {.to = invocation_.to,
                .out = invocation_.out,
                .profiles = invocation_.profiles,
                .base = invocation_.base,
                .title = invocation_.title,
                .epoch = invocation_.epoch};
    }

    const Invocation& invocation_;
    bool terminal_;
    FileSystem& files_;
    Console console_;
    const Interrupt interrupt_;
    project::Plan plan_;
};

}  // namespace

Exit run_publish(const Invocation& given, const std::string& home, bool terminal, FileSystem& files) {
    const auto invocation = with_output_folder(given);
    const auto jobs = project::find_jobs(inputs_of(invocation), files);
    if (!jobs) return refuse(invocation, exit_of(jobs.error()), jobs.error().message);
    if (is_same_folder(invocation.to, invocation.out, files))
        return refuse(invocation, Exit::wrong_usage,
                      {"--to 和 -o 不能是同一个文件夹（" + invocation.to + "）",
                       "--to and -o cannot be the same folder (" + invocation.to + ")"});
    return PublishSession(invocation, home, terminal, files).run(*jobs);
}

}  // namespace zheye::cli
