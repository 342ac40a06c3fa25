// What a run says → the two streams. Decides nothing but the form.
#include "cli/console.h"

#include "cli/reasons.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <span>

namespace zheye::cli {

namespace {

void to_stderr(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::string in_number(std::size_t count, std::string_view thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

diag::Diagnostics errors_of(const diag::Diagnostics& diagnostics) {
    diag::Diagnostics errors;
    for (const diag::Diagnostic& said : diagnostics.all()) {
        if (said.severity == diag::Severity::error) errors.add(said);
    }
    return errors;
}

}  // namespace

std::string Console::in_language(std::string zh, std::string en) const {
    return invocation_.language == diag::Language::zh ? std::move(zh) : std::move(en);
}

void Console::to_stdout(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) stdout_failed_ = true;
}

void Console::say(const std::string& line) {
    if (invocation_.quiet || invocation_.diagnostics == Format::json) return;
    // Where standard output carries the product, people are spoken to on the other stream.
    if (invocation_.out == "-") return to_stderr(line);
    to_stdout(line);
}

void Console::tell(const diag::Diagnostics& diagnostics, const diag::Sources& sources) {
    if (invocation_.diagnostics == Format::json) {
        for (const diag::Diagnostic& said : diagnostics.all()) all_.add(said);
        return;
    }
    to_stderr(diag::render_all(invocation_.quiet ? errors_of(diagnostics) : diagnostics, sources, invocation_.language,
                               invocation_.colour));
}

void Console::written(const std::string& to, std::size_t pages, std::size_t bytes) {
    const double kib = static_cast<double>(bytes) / 1024;
    const std::string target = to == "-" ? in_language("标准输出", "standard output") : to;
    say(in_language(fmt::format("已生成 {}（{} 页，{:.0f} KB）\n", target, pages, kib),
                    fmt::format("wrote {} ({} page{}, {:.0f} KB)\n", target, pages, pages == 1 ? "" : "s", kib)));
}

void Console::checked(const Job& job, const diag::Diagnostics& said, std::optional<std::size_t> pages) {
    const auto count = [&](diag::Severity severity) {
        return static_cast<std::size_t>(std::ranges::count(said.all(), severity, &diag::Diagnostic::severity));
    };
    const auto errors = count(diag::Severity::error), warnings = count(diag::Severity::warning);
    std::string zh = errors > 0 ? fmt::format("{} 个错误", errors) : "没有错误";
    std::string en = errors > 0 ? in_number(errors, "error") : "no errors";
    if (warnings > 0) zh += fmt::format("，{} 处提醒", warnings), en += ", " + in_number(warnings, "warning");
    if (pages) zh += fmt::format("（{} 页）", *pages), en += " (" + in_number(*pages, "page") + ")";
    say(in_language(job.source + "：" + zh + "\n", job.source + ": " + en + "\n"));
}

void Console::failed(const project::Job& job) {
    if (invocation_.diagnostics == Format::json) return;
    to_stderr(in_language("没有生成：" + job.shown + "\n", "not made: " + job.shown + "\n"));
}

void Console::explained(const project::Job& job, const std::optional<project::Stale>& why) {
    const auto sentence = why ? reason(*why) : diag::Message{"没有变", "nothing has changed"};
    say(in_language(job.name + "：" + sentence.zh + "\n", job.name + ": " + sentence.en + "\n"));
}

void Console::lost(const diag::Message& message) { to_stderr(in_language(message.zh, message.en) + "\n"); }

void Console::waits(std::size_t brochures, std::size_t files) {
    say(in_language(
        fmt::format("看着 {} 本、{} 个文件；按 Ctrl-C 结束\n", brochures, files),
        fmt::format("watching {}, {}; Ctrl-C ends\n", in_number(brochures, "brochure"), in_number(files, "file"))));
    flush();
}

void Console::flush() { std::fflush(stdout); }

void Console::merged(const std::string& out, std::size_t brochures) {
    say(in_language(fmt::format("{}：各份的记录已合在一起，共 {} 本\n", out, brochures),
                    fmt::format("{}: the parts are joined, {} in all\n", out, in_number(brochures, "brochure"))));
}

void Console::summary(const project::Summary& done, double seconds) {
    const auto all = done.built + done.fresh + done.failed + done.left;
    auto zh = fmt::format("共 {} 本：生成 {}，没有变 {}，失败 {}", all, done.built, done.fresh, done.failed);
    auto en = fmt::format("{}: {} made, {} unchanged, {} failed", in_number(all, "brochure"), done.built, done.fresh,
                          done.failed);
    if (done.left > 0) {
        zh += fmt::format("，还没做 {}；再运行一次就接着做", done.left);
        en += fmt::format(", {} not begun; the next run goes on", done.left);
    }
    if (done.disk_is_full) zh += "；磁盘写不进去，停下了", en += "; the disk takes no more, stopped";
    say(in_language(zh + fmt::format("（{:.1f} 秒）\n", seconds), en + fmt::format(" ({:.1f} s)\n", seconds)));
}

/// The first few are enough to find out why.
void Console::say_undated(const std::vector<std::string>& all) {
    constexpr std::size_t kShown = 3;
    const auto shown = std::span(all).first(std::min(all.size(), kShown));
    const bool more = all.size() > kShown;
    say(in_language(
        fmt::format("有 {} 种没有日期，没有列进订阅：{}{}；写上 出版信息: {{日期: 2019-07}}，或设 SOURCE_DATE_EPOCH\n",
                    all.size(), fmt::join(shown, "、"), more ? "……" : ""),
        fmt::format("{} without a date, left out of the feed: {}{}; write meta: {{date: 2019-07}}, or set "
                    "SOURCE_DATE_EPOCH\n",
                    in_number(all.size(), "brochure"), fmt::join(shown, ", "), more ? ", …" : "")));
}

void Console::published(const std::string& to, const project::Published& done) {
    for (const auto& name : done.left_out)
        to_stderr(in_language("没有发布：" + name + "\n", "not published: " + name + "\n"));
    if (!done.without_date.empty()) say_undated(done.without_date);
    say(in_language(
        fmt::format("{}：共 {} 种；写了 {} 个文件，没有变 {}，拿走 {}\n", to, done.brochures, done.written, done.same,
                    done.removed),
        fmt::format("{}: {}; {} written, {} unchanged, {} taken away\n", to, in_number(done.brochures, "brochure"),
                    in_number(done.written, "file"), done.same, done.removed)));
}

void Console::corrected(const std::string& path, std::size_t corrections) {
    say(in_language(fmt::format("{}：改正了 {} 处\n", path, corrections),
                    fmt::format("{}: {} correction{}\n", path, corrections, corrections == 1 ? "" : "s")));
}

void Console::nothing_to_correct(const Job& job) {
    say(in_language(fmt::format("{}：没有可以自动改正的地方\n", job.source),
                    fmt::format("{}: nothing that can be corrected by itself\n", job.source)));
}

void Console::diff(std::string_view text) {
    if (invocation_.diagnostics == Format::text) to_stdout(text);
}

void Console::product(std::string_view bytes) { to_stdout(bytes); }

void Console::timings(std::string_view table) { to_stderr(table); }

bool Console::finish(const diag::Sources& sources) {
    if (invocation_.diagnostics == Format::json) {
        std::string list = diag::render_json(all_, sources);
        if (!list.ends_with('\n')) list += '\n';
        invocation_.out == "-" ? to_stderr(list) : to_stdout(list);
    }
    if (std::fflush(stdout) != 0) stdout_failed_ = true;
    return !stdout_failed_;
}

Exit refuse(const Invocation& invocation, Exit exit, diag::Message message) {
    if (exit == Exit::wrong_usage) {
        std::fputs(wrong_usage(message, invocation.language, invocation.command).text.c_str(), stderr);
        return exit;
    }
    diag::Diagnostics diagnostics;
    diagnostics.error(exit == Exit::system_failed ? "cannot-read" : "usage", {}, std::move(message));
    Console console(invocation);
    console.tell(diagnostics, {});
    return console.finish({}) ? exit : Exit::system_failed;
}

}  // namespace zheye::cli
