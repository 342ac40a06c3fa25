// Bytes → deflated bytes (zlib format, as FlateDecode wants them), many at once.
// Must not know what they are.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace zheye::pdf {

/// Calls `task(0)` … `task(count - 1)`, each once, on as many threads as the machine has when `parallel`. `task` must
/// not throw.
void run_all(std::size_t count, bool parallel, const std::function<void(std::size_t)>& task);

/// Replaces each text by its deflated form. The result does not depend on the number of threads.
void deflate_all(const std::vector<std::string*>& texts);

}  // namespace zheye::pdf
