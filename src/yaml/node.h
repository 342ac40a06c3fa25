// A YAML file as plain values with their places: what content, theme and font read. Nothing of yaml-cpp is seen outside
// this room. Scalars are text; who reads them decides what they mean, so that 4.30 stays 4.30.
#pragma once

#include "base/hash.h"
#include "diag/diagnostic.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zheye::yaml {

struct Entry;
struct Node;

/// The items of a sequence. Copies share them.
class Items {
public:
    class Iterator {
    public:
        using value_type = Node;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        explicit Iterator(const std::shared_ptr<const Node>* at) : at_(at) {}
        [[nodiscard]] const Node& operator*() const { return **at_; }
        [[nodiscard]] const Node* operator->() const { return at_->get(); }
        Iterator& operator++() { return ++at_, *this; }
        Iterator operator++(int) { return Iterator(at_++); }
        friend bool operator==(Iterator, Iterator) = default;

    private:
        const std::shared_ptr<const Node>* at_ = nullptr;
    };
    [[nodiscard]] Iterator begin() const { return Iterator(items_.data()); }
    [[nodiscard]] Iterator end() const { return Iterator(items_.data() + items_.size()); }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] bool empty() const { return items_.empty(); }
    [[nodiscard]] const Node& operator[](std::size_t i) const { return *items_[i]; }
    [[nodiscard]] const Node& front() const { return *items_.front(); }
    [[nodiscard]] const Node& back() const { return *items_.back(); }
    void push_back(Node);
    void set(std::size_t i, Node);
    void set(std::size_t i, std::shared_ptr<const Node> item) { items_[i] = std::move(item); }

private:
    std::vector<std::shared_ptr<const Node>> items_;
};

struct Node {
    enum class Kind : unsigned char { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    std::string text;            ///< scalar
    bool quoted = false;         ///< scalar written in quotes or as a block: never a number, true or null
    Items items;                 ///< sequence
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
    /// What tree_hash says, where it is known already: only of what is not changed any more.
    std::optional<Hash128> hash;

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
