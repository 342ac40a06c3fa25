// A YAML file as plain values with their places: what content, theme and font read. Nothing of yaml-cpp is seen outside
// this room. Scalars are text; who reads them decides what they mean, so that 4.30 stays 4.30.
#pragma once

#include "diag/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zheye::yaml {

struct Entry;

struct Node {
    enum class Kind : unsigned char { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    std::string text;            ///< scalar
    bool quoted = false;         ///< scalar written in quotes or as a block: never a number, true or null
    std::vector<Node> items;     ///< sequence
    std::vector<Entry> entries;  ///< mapping, in the writer's order, keys unique
    diag::Span span;             ///< of the value
    /// null in place of a value that could not be read; it was reported already, so its reader stays silent.
    bool is_broken = false;

    /// Bytes of `text` from `value` on stand in the source from `source` on, one to one, up to the next piece: in the
    /// file of the node, or in another from which the text was filled in.
    struct Piece {
        std::uint32_t value = 0, source = 0;
        std::uint32_t file = diag::Span::kNowhere;
    };
    std::vector<Piece> pieces;  ///< scalar; empty when the text cannot be traced (escapes in double quotes, folding)

    /// Bytes of `text` that are a space only because YAML folds a line end into one. Not in literal blocks.
    std::vector<std::uint32_t> folds;
    bool is_literal = false;  ///< scalar written as a | block: its line ends are the writer's

    [[nodiscard]] bool is_null() const { return kind == Kind::null; }
    [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
    [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }
    [[nodiscard]] bool is_mapping() const { return kind == Kind::mapping; }
    /// The place of bytes [begin, end) of a scalar's text; the whole scalar if that is not known.
    [[nodiscard]] diag::Span place(std::size_t begin, std::size_t end) const;
};

struct Entry {
    std::string key;
    diag::Span key_span;
    Node value;
};

}  // namespace zheye::yaml
