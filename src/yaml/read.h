// YAML text → Node tree, with everything reported that yaml-cpp lets through.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "yaml/memory.h"
#include "yaml/node.h"

#include <string>

namespace zheye::yaml {

/// Reads a file and the files it takes in by `!include` (relative to the including file, inside the folder of the first
/// one, no circles). Reports: unreadable file, not UTF-8 (GBK named as such), UTF-16, syntax, duplicate keys, tabs in
/// indentation, nesting deeper than 64, keys that are not plain text, aliases that blow up, more than one document.
/// Every node's Span names its own file, so a place in an included file is shown in that file.
/// Fails only where the first file cannot be parsed as a whole. Otherwise the tree comes back with the reported values
/// left out or `is_broken`, so that its reader can go on and report the rest in the same run: whether there were errors
/// is asked of the Diagnostics. `memory`: of earlier reading, so that it takes less time.
[[nodiscard]] diag::Result<Node> read(const std::string& path, const FileSystem&, diag::Sources&, diag::Diagnostics&,
                                      Memory* memory = nullptr);

}  // namespace zheye::yaml
