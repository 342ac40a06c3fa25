// Words → jobs → stages → files, and what is said about it. The only room that prints.
#include "cli/run.h"

#include "cli/batch.h"
#include "cli/console.h"
#include "cli/fix.h"
#include "cli/home.h"
#include "cli/name_pattern.h"
#include "cli/progress.h"
#include "cli/publish.h"
#include "cli/schema.h"
#include "cli/stage_clock.h"
#include "cli/targets.h"
#include "cli/watch.h"
#include "project/build.h"
#include "project/make.h"
#include "project/places.h"
#include "project/questions.h"
#include "project/shelf.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zheye::cli {

namespace {

void print_to(FILE* stream, const std::string& text) { std::fwrite(text.data(), 1, text.size(), stream); }

Exit reply(const Answer& answer) {
    FILE* stream = answer.exit == Exit::done ? stdout : stderr;
    print_to(stream, answer.text);
    return std::fflush(stream) == 0 ? answer.exit : Exit::system_failed;
}

class Session {
public:
    Session(const Invocation& invocation, std::string home, std::string password, bool terminal, FileSystem& files)
        : invocation_(invocation),
          files_(files),
          shared_files_(files),
          console_(invocation),
          progress_(terminal && !invocation.quiet, invocation.language) {
        order_ = {std::move(home),     invocation.command == Command::check,
                  invocation.emit,     invocation.theme,
                  invocation.epoch,    invocation.sheets,
                  invocation.profiles, std::move(password)};
    }

    [[nodiscard]] Exit run(const std::vector<Job>& jobs) {
        Exit exit = Exit::done;
        if (invocation_.command == Command::build && is_pattern(invocation_.out)) exit = read_pattern(jobs);
        for (const Job& job : jobs)
            if (exit != Exit::wrong_usage) exit = std::max(exit, run(job));
        progress_.clear();
        if (invocation_.timings) console_.timings(clock_.table(invocation_.language));
        return console_.finish(sources_) ? exit : Exit::system_failed;
    }

private:
    Exit read_pattern(const std::vector<Job>& jobs) {
        diag::Diagnostics diagnostics;
        auto pattern = NamePattern::read(invocation_.out, sources_, diagnostics);
        console_.tell(diagnostics, sources_);
        if (!pattern) return Exit::wrong_usage;
        pattern_ = std::move(*pattern);
        for (const Job& job : jobs) taken_.emplace(files_.canonical(job.source), job.source);
        return Exit::done;
    }

    /// The files of a pattern: no two the same, and none that is read. Nothing if that is told.
    std::optional<std::vector<std::string>> named(const Job& job, const project::Imprint& imprint,
                                                  diag::Diagnostics& diagnostics) {
        std::vector<std::string> targets;
        for (const auto& profile : invocation_.profiles) {
            const auto name = pattern_->fill({job.name, profile_name(profile), kind_of(profile, invocation_.sheets),
                                              std::string(project::ending(invocation_.emit))},
                                             imprint, diagnostics);
            if (!name) return {};
            const auto taken = taken_.find(files_.canonical(*name));
            const bool is_ours = std::ranges::find(targets, *name) != targets.end();
            if (taken != taken_.end() || is_ours) {
                const auto& other = is_ours ? job.source : taken->second;
                diagnostics.error(
                    "file-name", {},
                    {"“" + job.source + "”的输出“" + *name + "”已经是“" + other + "”的了",
                     "the output of '" + job.source + "', '" + *name + "', is that of '" + other + "' already"},
                    {{"在 -o 里写上 {名称} 和 {用途}", "put {name} and {profile} into -o"}});
                return {};
            }
            targets.push_back(*name);
        }
        return targets;
    }

    Exit run(const Job& job) {
        diag::Diagnostics diagnostics;
        const auto enter = [&](Stage stage) {
            clock_.enter(stage);
            progress_.enter(job.source, stage);
        };
        const project::Recording seen(files_, shared_files_, project::folder_of(job.source));
        const auto product = project::make({job.source}, order_, seen, shelf_, sources_, diagnostics, enter);
        Exit exit = product ? Exit::done : exit_of(product.error());
        std::vector<std::string> targets = job.targets;
        if (product && pattern_) {
            auto names = named(job, product->imprint, diagnostics);
            if (!names) exit = Exit::wrong_usage;
            targets = std::move(names).value_or(std::vector<std::string>());
        }
        for (std::size_t i = 0; product && i < targets.size(); ++i)
            exit = std::max(exit, put(targets[i], product->outputs[i].bytes, diagnostics, enter));
        if (pattern_)
            for (const auto& target : targets) taken_.emplace(files_.canonical(target), job.source);
        clock_.stop();
        progress_.clear();
        console_.tell(diagnostics, sources_);
        if (invocation_.command == Command::check)
            console_.checked(job, diagnostics, product ? std::optional(product->pages) : std::nullopt);
        for (std::size_t i = 0; exit == Exit::done && i < targets.size(); ++i)
            console_.written(targets[i], product->outputs[i].pages, product->outputs[i].bytes.size());
        return exit;
    }

    static Exit exit_of(project::Fault fault) {
        return fault == project::Fault::system  ? Exit::system_failed
               : fault == project::Fault::usage ? Exit::wrong_usage
                                                : Exit::content_has_errors;
    }

    Exit put(const std::string& target, const std::string& bytes, diag::Diagnostics& diagnostics,
             const project::Watcher& enter) {
        if (target != "-") return write(target, bytes, diagnostics, enter);
        console_.product(bytes);
        return Exit::done;
    }

    Exit write(const std::string& target, const std::string& bytes, diag::Diagnostics& diagnostics,
               const project::Watcher& enter) {
        enter(Stage::write);
        const auto written = files_.write(target, bytes);
        if (written) return Exit::done;
        project::report_unwritable(target, written.error(), diagnostics);
        return Exit::system_failed;
    }

    const Invocation& invocation_;
    FileSystem& files_;
    std::optional<NamePattern> pattern_{};
    std::map<std::string, std::string> taken_{};  ///< files that are read or written → the brochure that does
    project::Snapshot shared_files_;
    StageClock clock_;
    project::Order order_;
    project::Shelf shelf_;
    diag::Sources sources_;
    Console console_;
    Progress progress_;
};

/// The first line of the file that is named, which keeps it out of lists of processes; empty if none is named.
std::expected<std::string, diag::Message> read_password(const Invocation& invocation, const FileSystem& files) {
    const std::string& path = invocation.password_file;
    if (path.empty()) return {};
    const auto text = files.read(path);
    std::string line(text ? text->bytes() : "");
    line.resize(std::min(line.find_first_of("\r\n"), line.size()));
    if (!line.empty()) return line;
    return std::unexpected(diag::Message{"读不到密码：文件“" + path + "”的第一行应是密码",
                                         "no password: the first line of '" + path + "' should be it"});
}

Exit run_fix(const Invocation& invocation, const std::vector<Job>& jobs, FileSystem& files) {
    diag::Sources sources;
    Console console(invocation);
    auto exit = Exit::done;
    for (const Job& job : jobs) exit = std::max(exit, fix(job, invocation, files, sources, console));
    return console.finish(sources) ? exit : Exit::system_failed;
}

Exit no_home(const Invocation& invocation, const Environment& environment) {
    const std::string& named = environment.home;
    if (named.empty()) {
        return refuse(invocation, Exit::system_failed,
                      {"找不到随程序来的主题和字体表；请把 ZHEYE_HOME 设为 zheye 的文件夹",
                       "the themes and the table of fonts are not where they were; set ZHEYE_HOME to zheye's folder"});
    }
    return refuse(invocation, Exit::system_failed,
                  {"ZHEYE_HOME 所指的“" + named + "”里没有 fonts/fonts.yaml",
                   "'" + named + "', which ZHEYE_HOME names, has no fonts/fonts.yaml"});
}

Exit run_schema(const Invocation& invocation, const Environment& environment, FileSystem& files) {
    const bool of_theme = invocation.inputs.front() == "theme";
    if (!of_theme) return reply({Exit::done, content_schema(invocation.language)});
    const auto home = find_home(environment, files);
    if (!home) return no_home(invocation, environment);
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    const auto text = theme_schema(project::themes_folder(*home), files, sources, diagnostics, invocation.language);
    if (text) return reply({Exit::done, *text});
    Console console(invocation);
    console.tell(diagnostics, sources);
    return console.finish(sources) ? Exit::content_has_errors : Exit::system_failed;
}

Exit run_checked(std::vector<std::string> words, const Environment& environment, FileSystem& files) {
    const auto invocation = read_arguments(std::move(words), environment);
    if (!invocation) return reply(invocation.error());
    const auto command = invocation->command;
    if (command == Command::batch || command == Command::watch || command == Command::publish) {
        const auto home = find_home(environment, files);
        if (!home) return no_home(*invocation, environment);
        if (command == Command::watch) return run_watch(*invocation, *home, files);
        const bool terminal = environment.stderr_is_terminal;
        return command == Command::publish ? run_publish(*invocation, *home, terminal, files)
                                           : run_batch(*invocation, *home, terminal, files);
    }
    if (invocation->command == Command::schema) return run_schema(*invocation, environment, files);
    const auto jobs = find_targets(*invocation, files);
    if (!jobs) return refuse(*invocation, jobs.error().exit, jobs.error().message);
    if (invocation->command == Command::fix) return run_fix(*invocation, *jobs, files);
    auto home = find_home(environment, files);
    if (!home) return no_home(*invocation, environment);
    auto password = read_password(*invocation, files);
    if (!password) return refuse(*invocation, Exit::system_failed, password.error());
    return Session(*invocation, std::move(*home), std::move(*password), environment.stderr_is_terminal, files)
        .run(*jobs);
}

}  // namespace

Exit run(std::vector<std::string> words, const Environment& environment, FileSystem& files) noexcept {
    try {
        return run_checked(std::move(words), environment, files);
    } catch (const std::bad_alloc&) {
        std::fputs("zheye: 内存不够 · out of memory\n", stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "zheye: 程序出错 · internal error: %s\n", error.what());
    }
    return Exit::system_failed;
}

}  // namespace zheye::cli
