// Where the bytes of a scalar stand in the source: what the parser folded and unescaped is followed a second time.
#pragma once

#include "yaml/node.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace zheye::yaml {

struct Trace {
    std::vector<Node::Piece> pieces;   ///< empty if the text could not be followed
    std::uint32_t begin = 0, end = 0;  ///< of the scalar in the source, quotes included, block header not
    std::vector<std::uint32_t> folds;  ///< see Node::folds
    bool is_literal = false;
    bool is_unclosed = false;  ///< the text ends before the quote does
    bool quoted = false;       ///< in quotes or as a block
};

/// `at` is where the scalar begins, its tag and anchor skipped; `value` is what the parser made of it.
[[nodiscard]] Trace trace(std::string_view source, std::size_t at, std::string_view value);

/// The place behind a node's tag and anchor.
[[nodiscard]] std::size_t skip_properties(std::string_view source, std::size_t at);

}  // namespace zheye::yaml
