// The words of the command line → an Invocation, or an answer that needs no work (help, version, wrong usage).
// Knows the words; looks at no file.
#pragma once

#include "cli/environment.h"
#include "diag/render.h"
#include "project/make.h"
#include "project/shard.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace zheye::cli {

/// What a run ends with; see also `zheye --help`.
enum class Exit : int {
    done = 0,
    content_has_errors = 1,
    wrong_usage = 2,
    system_failed = 3,
    interrupted = 130,
    terminated = 143
};

enum class Command : unsigned char { build, check, batch, watch, publish, fix, schema };
using project::Emit;
enum class Format : unsigned char { text, json };

struct Invocation {
    Command command = Command::build;
    std::vector<std::string> inputs{};            ///< files and folders as written; of schema: what of
    std::string out{};                            ///< empty: output/NAME.pdf; "-": standard output
    std::string theme{};                          ///< in place of the brochure's own; empty: its own
    std::vector<std::string> profiles{"screen"};  ///< names or files; of build, one output for each; of check, what for
    Emit emit = Emit::pdf;
    Format diagnostics = Format::text;
    diag::Language language = diag::Language::zh;
    bool colour = false;
    bool quiet = false;
    bool timings = false;
    std::string password_file{};          ///< of build: its first line opens the PDF; empty: no password
    bool sheets = false;                  ///< of build: whole sheets for the printer
    bool dry_run = false;                 ///< of fix: show, do not write
    std::vector<std::string> lists{};     ///< of batch: files that name inputs
    std::string report{};                 ///< of batch: the file of the report; empty: none
    std::size_t jobs = 0;                 ///< of batch: how many at the same time; 0: as many as there are cores
    bool force = false, explain = false;  ///< of batch: everything anew; say why
    project::Shard shard{};               ///< of batch: our part of the work
    bool merge = false;                   ///< of batch: join what shards did
    std::string to = "site";              ///< of publish: the folder, without a slash at its end
    std::string base{};                   ///< of publish: its address, with a slash at its end; empty: not known
    std::string title{};                  ///< of publish: of the whole; empty: who publishes
    std::optional<std::int64_t> epoch{};  ///< SOURCE_DATE_EPOCH
};

/// A text that is the whole result of the run. Help and version go to standard output, wrong usage to standard error.
struct Answer {
    Exit exit = Exit::done;
    std::string text{};
};

/// `words` without the program's name.
[[nodiscard]] std::expected<Invocation, Answer> read_arguments(std::vector<std::string> words, const Environment&);

/// zh for Chinese locales and where nothing is said (unset, C, POSIX); else en.
[[nodiscard]] diag::Language language_of_locale(const std::string& locale);

/// The answer to a wrong command line: what is wrong and where help is to be found.
[[nodiscard]] Answer wrong_usage(const diag::Message&, diag::Language, std::optional<Command> = {});

}  // namespace zheye::cli
