// Node tree → Document. All mistakes of the file are reported in one run.
#pragma once

#include "base/file_system.h"
#include "content/document.h"
#include "content/memory.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <set>
#include <string>
#include <string_view>

namespace zheye::content {

struct Brochure {
    Document document;
    yaml::Node theme;                    ///< the value of `theme:` as written, for the theme room; null if not given
    std::set<std::string> used_facts{};  ///< ids of the facts that anything in it asked for
};

/// `folder` is the folder of the brochure's file: pictures are found from it and stay inside it.
/// Fails if anything is an error; warnings alone do not fail.
[[nodiscard]] diag::Result<Brochure> read(const yaml::Node& root, const std::string& folder, const FileSystem&,
                                          diag::Diagnostics&, Memory* memory = nullptr);

struct FormName {
    std::string_view en, zh;
};
/// As the writer says it.
[[nodiscard]] FormName form_name(Form);

}  // namespace zheye::content
