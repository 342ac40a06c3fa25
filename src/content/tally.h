// How many characters of one kind stand in a stretch of a row, without walking through it each time.
#pragma once

#include "content/proof.h"

#include <cstdint>
#include <vector>

namespace zheye::content {

class Tally {
public:
    /// `is_one(i)` says whether the character at `i` is counted.
    template <class IsOne>
    Tally(const Proof& proof, const IsOne& is_one) {
        before_.reserve(proof.size() + 1);
        for (std::size_t i = 0; i < proof.size(); ++i) before_.push_back(before_.back() + (is_one(i) ? 1U : 0U));
    }
    /// Among the characters [begin, end).
    [[nodiscard]] bool has_any(std::size_t begin, std::size_t end) const { return before_[begin] != before_[end]; }

private:
    std::vector<std::uint32_t> before_{0};
};

}  // namespace zheye::content
