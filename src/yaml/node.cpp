// Bytes of a scalar → their place in the source text.
#include "yaml/node.h"

#include <algorithm>

namespace zheye::yaml {

namespace {

std::uint32_t source_of(const std::vector<Node::Piece>& pieces, std::size_t at) {
    const auto after =
        std::ranges::upper_bound(pieces, at, {}, [](const Node::Piece& p) { return std::size_t{p.value}; });
    const auto& piece = after == pieces.begin() ? *after : *(after - 1);
    return piece.source + static_cast<std::uint32_t>(at) - std::min(piece.value, static_cast<std::uint32_t>(at));
}

}  // namespace

diag::Span Node::place(std::size_t begin, std::size_t end) const {
    if (pieces.empty() || !span.known()) return span;
    begin = std::min(begin, text.size());
    end = std::clamp(end, begin, text.size());
    const auto from = source_of(pieces, begin);
    const auto to = end == begin ? from : source_of(pieces, end - 1) + 1;
    return {span.source, from, std::max(from, to)};
}

}  // namespace zheye::yaml
