// Every setting of a theme with its meaning: what the reader asks for, what themes/base.yaml says of it.
#pragma once

#include "theme/read.h"

#include <string>
#include <vector>

namespace zheye::theme {

struct Described {
    Setting setting;     ///< its value is that of the default theme
    std::string zh, en;  ///< the comment behind it in themes/base.yaml; empty where there is none
};

/// The settings in the order of themes/base.yaml, single ones first; after them those of a rule, an area and the like,
/// once each.
[[nodiscard]] diag::Result<std::vector<Described>> describe(const Request&, const FileSystem&, diag::Sources&,
                                                            diag::Diagnostics&);

}  // namespace zheye::theme
