// Bytes → deflated bytes (zlib format, as FlateDecode wants them), many at once.
// Must not know what they are.
#pragma once

#include "base/memo.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace zheye::pdf {

/// Calls `task(0)` … `task(count - 1)`, each once, on as many threads as the machine has when `parallel`. `task` must
/// not throw.
void run_all(std::size_t count, bool parallel, const std::function<void(std::size_t)>& task);

class Deflater {
public:
    /// `on`: else all texts stay as they are. `known`: what was deflated before, and takes up what is deflated now.
    explicit Deflater(bool on, Memo<std::string>* known = nullptr) : on_(on), known_(known) {}
    [[nodiscard]] bool is_on() const { return on_; }
    struct Wanted {
        std::string* text = nullptr;
        std::optional<Hash128> key{};  ///< of what it is made of, where that is known; else its hash is
    };
    /// Replaces each text by its deflated form. The result does not depend on the number of threads.
    void deflate(const std::vector<Wanted>&) const;

private:
    bool on_;
    Memo<std::string>* known_;
};

}  // namespace zheye::pdf
