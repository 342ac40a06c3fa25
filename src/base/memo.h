// Values by a hash of all that they are made of, from one run to the next. Must not know how any is made.
#pragma once

#include "base/hash.h"

#include <cstring>
#include <memory>
#include <unordered_map>
#include <utility>

namespace zheye {

/// What the last run used, and what this one has used so far: memory does not grow with the runs. Not for several
/// threads at once.
template <class Value>
class Memo {
public:
    using Pointer = std::shared_ptr<const Value>;

    /// Null if it is not known.
    [[nodiscard]] Pointer find(const Hash128& key) {
        if (const auto at = used_.find(key); at != used_.end()) return at->second;
        auto node = earlier_.extract(key);
        if (node.empty()) return {};
        return used_.insert(std::move(node)).position->second;
    }
    void keep(const Hash128& key, Pointer value) { used_.insert_or_assign(key, std::move(value)); }
    Pointer keep(const Hash128& key, Value value) {
        return used_.insert_or_assign(key, std::make_shared<const Value>(std::move(value))).first->second;
    }
    /// A run has ended: what it did not ask for goes.
    void end_run() {
        earlier_ = std::move(used_);
        used_.clear();
    }
    [[nodiscard]] std::size_t size() const { return earlier_.size() + used_.size(); }

private:
    struct FirstBytes {
        std::size_t operator()(const Hash128& key) const {
            std::size_t bytes = 0;
            std::memcpy(&bytes, key.data(), sizeof bytes);
            return bytes;
        }
    };
    using Values = std::unordered_map<Hash128, Pointer, FirstBytes>;
    Values earlier_, used_;
};

}  // namespace zheye
