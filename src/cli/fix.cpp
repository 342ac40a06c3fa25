// Corrects one brochure's files and says what was done and what is left to the writer.
#include "cli/fix.h"

#include "cli/corrections.h"
#include "cli/line_diff.h"

namespace zheye::cli {

namespace {

Exit write(const Corrected& corrected, FileSystem& files, diag::Diagnostics& said, Console& console) {
    auto exit = Exit::done;
    for (const auto& [path, file] : corrected.files) {
        const auto written = files.write(path, file.after);
        if (written) {
            console.corrected(path, file.corrections);
            continue;
        }
        said.error("cannot-write", {},
                   {"不能写入“" + path + "”：" + written.error().message,
                    "cannot write '" + path + "': " + written.error().message},
                   {{"请检查磁盘空间和权限", "check space and permissions"}});
        exit = Exit::system_failed;
    }
    return exit;
}

}  // namespace

Exit fix(const Job& job, const Invocation& invocation, FileSystem& files, diag::Sources& sources, Console& console) {
    auto corrected = correct(job.source, files, sources);
    auto exit = corrected.is_good ? Exit::done : Exit::content_has_errors;
    auto& said = invocation.dry_run ? corrected.first : corrected.left;
    if (invocation.dry_run)
        for (const auto& [path, file] : corrected.files) console.diff(line_diff(file.before, file.after, path));
    else if (corrected.is_good)
        exit = write(corrected, files, said, console);
    if (!invocation.dry_run || !corrected.is_good || invocation.diagnostics == Format::json)
        console.tell(said, sources);
    if (corrected.is_good && corrected.files.empty()) console.nothing_to_correct(job);
    return exit;
}

}  // namespace zheye::cli
