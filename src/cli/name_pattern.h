// A pattern as `{title}-{profile}.pdf` and what a brochure says of itself → the name of a file. Looks at no file.
#pragma once

#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "project/make.h"

#include <string>
#include <string_view>
#include <vector>

namespace zheye::cli {

/// Whether a path is one: it has a brace.
[[nodiscard]] bool is_pattern(std::string_view path);

class NamePattern {
public:
    /// What is wrong with it is told at its place; it is a source of the name `-o`.
    [[nodiscard]] static diag::Result<NamePattern> read(const std::string& text, diag::Sources&, diag::Diagnostics&);

    struct Output {
        std::string name;     ///< without a pattern, without folder and ending
        std::string profile;  ///< its name
        std::string kind;     ///< what is added to the name where the pattern does not name the profile
        std::string ending;   ///< with its stop, where the pattern has none
    };
    /// A path. What no file can be called is written otherwise (a slash in a title as a full-width one). An empty part
    /// or a name that is too long is an error at its place.
    [[nodiscard]] diag::Result<std::string> fill(const Output&, const project::Imprint&, diag::Diagnostics&) const;

private:
    struct Part {
        std::string text;       ///< to be taken as it is; of a placeholder its name
        std::size_t which = 0;  ///< 0: text; else of the table of placeholders, from 1
        bool in_chinese = false;
        diag::Span span{};
    };
    NamePattern() = default;
    [[nodiscard]] std::string value(const Part&, const Output&, const project::Imprint&) const;

    std::vector<Part> parts_;
    diag::Span span_{};
    bool names_profile_ = false;
};

}  // namespace zheye::cli
