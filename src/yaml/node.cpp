// Bytes of a scalar → their place in the source text.
#include "yaml/node.h"

#include <algorithm>
#include <utility>

namespace zheye::yaml {

namespace {

using Piece = Node::Piece;

const Piece& piece_of(const std::vector<Piece>& pieces, std::size_t at) {
    const auto after = std::ranges::upper_bound(pieces, at, {}, [](const Piece& p) { return std::size_t{p.value}; });
    return after == pieces.begin() ? *after : *(after - 1);
}

std::uint32_t source_of(const Piece& piece, std::size_t at) {
    return piece.source + static_cast<std::uint32_t>(at) - std::min(piece.value, static_cast<std::uint32_t>(at));
}

}  // namespace

void Items::push_back(Node node) { items_.push_back(std::make_shared<const Node>(std::move(node))); }

void Items::set(std::size_t i, Node node) { items_[i] = std::make_shared<const Node>(std::move(node)); }

diag::Span Node::place(std::size_t begin, std::size_t end) const {
    if (pieces.empty() || !span.known()) return span;
    begin = std::min(begin, text.size());
    end = std::clamp(end, begin, text.size());
    const auto& first = piece_of(pieces, begin);
    // What reaches from one file into another is shown as far as the first goes.
    while (end > begin + 1 && piece_of(pieces, end - 1).file != first.file) --end;
    const auto from = source_of(first, begin);
    const auto to = end == begin ? from : source_of(piece_of(pieces, end - 1), end - 1) + 1;
    const auto file = first.file == diag::Span::kNowhere ? span.source : first.file;
    return {file, from, std::max(from, to)};
}

}  // namespace zheye::yaml
