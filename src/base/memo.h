// Values by a hash of all that they are made of, from one run to the next. Must not know how any is made.
#pragma once

#include "base/hash.h"

#include <cstring>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zheye {

/// What the last run used, and what this one has used so far: memory does not grow with the runs. Not for several
/// threads at once.
template <class Value>
class Memo {
public:
    using Pointer = std::shared_ptr<const Value>;

    /// Null if it is not known.
    [[nodiscard]] Pointer find(const Hash128& key) {
        auto at = used_.find(key);
        if (at == used_.end()) {
            auto node = earlier_.extract(key);
            if (node.empty()) return {};
            at = used_.insert(std::move(node)).position;
        }
        if (log_) log_->push_back(key);
        return at->second;
    }
    Pointer keep(const Hash128& key, Pointer value) {
        ++made_;
        if (log_) log_->push_back(key);
        return used_.insert_or_assign(key, std::move(value)).first->second;
    }
    Pointer keep(const Hash128& key, Value value) { return keep(key, std::make_shared<const Value>(std::move(value))); }
    /// What is asked for and kept from here on is logged: what was made of it can be made again without asking, and
    /// then `use` says that it is still wanted.
    void begin_log() { log_.emplace(); }
    [[nodiscard]] std::vector<Hash128> end_log() { return *std::exchange(log_, std::nullopt); }
    void use(const std::vector<Hash128>& keys) {
        for (const auto& key : keys)
            if (auto node = earlier_.extract(key)) used_.insert(std::move(node));
    }
    /// A run has ended: what it did not ask for goes.
    void end_run() {
        earlier_ = std::move(used_);
        used_.clear();
    }
    [[nodiscard]] std::size_t size() const { return earlier_.size() + used_.size(); }
    /// How many values were kept in all the runs.
    [[nodiscard]] std::size_t made() const { return made_; }

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
    std::optional<std::vector<Hash128>> log_;
    std::size_t made_ = 0;
};

}  // namespace zheye
