// What a run says → standard output and standard error, as the person asked for it.
#pragma once

#include "cli/arguments.h"
#include "cli/targets.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "project/batch.h"
#include "project/publish.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zheye::cli {

/// Text: diagnostics go to standard error as they come, what was written to standard output. JSON: one array at the
/// end, on standard output unless that carries the product.
class Console {
public:
    explicit Console(const Invocation& invocation) : invocation_(invocation) {}
    /// What one brochure's stages said.
    void tell(const diag::Diagnostics&, const diag::Sources&);
    void written(const std::string& target, std::size_t pages, std::size_t bytes);
    /// How many errors and warnings there were; `pages` if it could be laid out.
    void checked(const Job&, const diag::Diagnostics&, std::optional<std::size_t> pages);
    void failed(const project::Job&);
    void explained(const project::Job&, const std::optional<project::Stale>& why);
    /// Of watching: the inputs cannot be used at the moment; all is made, and so many brochures and files are watched.
    void lost(const diag::Message&);
    void waits(std::size_t brochures, std::size_t files);
    void flush();
    void merged(const std::string& out, std::size_t brochures);
    void summary(const project::Summary&, double seconds);
    void published(const std::string& to, const project::Published&);
    void corrected(const std::string& path, std::size_t corrections);
    void nothing_to_correct(const Job&);
    /// For people only.
    void diff(std::string_view text);
    /// The product itself, when it goes to standard output.
    void product(std::string_view bytes);
    void timings(std::string_view table);
    /// False if standard output did not take everything (a full disk, a closed pipe).
    [[nodiscard]] bool finish(const diag::Sources&);

private:
    [[nodiscard]] std::string in_language(std::string zh, std::string en) const;
    void say(const std::string& line);
    void say_undated(const std::vector<std::string>& all);
    void to_stdout(std::string_view text);
    const Invocation& invocation_;
    diag::Diagnostics all_;
    bool stdout_failed_ = false;
};

/// Says why nothing can be done: that the words are wrong, or that the system failed.
[[nodiscard]] Exit refuse(const Invocation&, Exit, diag::Message);

}  // namespace zheye::cli
