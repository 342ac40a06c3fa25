// The bytes of a file → text that is UTF-8 and nothing else. Must not know YAML.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"

#include <string>

namespace zheye::yaml {

/// Takes the file into `sources` without its byte order mark. Reports and fails where it is not UTF-8 text, naming the
/// encoding it seems to have; the place is that of the first bad byte.
[[nodiscard]] diag::Result<std::uint32_t> add_source(const std::string& path, Blob, diag::Sources&, diag::Diagnostics&);

}  // namespace zheye::yaml
