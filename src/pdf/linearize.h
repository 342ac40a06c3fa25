// A finished file → the same, ordered so that a reader on the network can show the first page before the rest is there
// (PDF 32000-1, annex F). Must not know what is in it.
#pragma once

#include <string>

namespace zheye::pdf {

/// Empty if it cannot be done.
[[nodiscard]] std::string linearized(const std::string& file);

}  // namespace zheye::pdf
