// What proofreading looks for in one brochure: the kinds of findings, and which of them the writer does not want.
#pragma once

#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <set>
#include <string>
#include <string_view>

namespace zheye::content {

/// Which way of writing Chinese a text is in.
enum class Script : unsigned char { simplified, traditional, none };
/// By the language's tag; `none` for all that is not Chinese. Without a script, the one that its region writes.
[[nodiscard]] Script script_of(std::string_view language);

struct Proofreading {
    Script script = Script::simplified;  ///< `none`: nothing is looked at
    std::set<std::string, std::less<>> off;
    [[nodiscard]] bool wants(std::string_view code) const { return !off.contains(code); }
};

/// Reads the value of `proofread:`; null if it is not given. `language` is the document's.
[[nodiscard]] Proofreading read_proofreading(const yaml::Node*, std::string_view language, diag::Diagnostics&);

}  // namespace zheye::content
