// Places that move: parts of texts whose own places are known only later, or change.
#pragma once

#include "diag/diagnostic.h"

#include <vector>

namespace zheye::diag {

/// Gives for spans others that stand for them, and finds the places of what was taken from those.
class Anchors {
public:
    /// As long as `span`; the n-th has the number n whatever it stands for. What is unknown stays so.
    [[nodiscard]] Span add(Span span) {
        const auto number = static_cast<std::uint32_t>(spans_.size());
        spans_.push_back(span);
        return span.known() ? Span{number, 0, span.end - span.begin} : span;
    }
    /// The place of a part of a span that was given.
    [[nodiscard]] Span resolve(Span part) const {
        if (!part.known()) return part;
        const auto& whole = spans_[part.source];
        return {whole.source, whole.begin + part.begin, whole.begin + part.end};
    }

private:
    std::vector<Span> spans_;
};

}  // namespace zheye::diag
