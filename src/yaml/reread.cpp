// The items of the lists at the margin are read each by itself, the rest of the text with a word in the place of each:
// only where those words come back as the items that they stand for have the parts nothing to do with each other.
#include "yaml/reread.h"

#include "base/hash.h"
#include "diag/sources.h"
#include "yaml/items.h"
#include "yaml/tree_text.h"
#include "yaml/tree_builder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>
#include <spanstream>
#include <string>
#include <utility>

namespace zheye::yaml {

namespace {

/// What stands for an item: a key, before which all that is open must have ended.
constexpr std::string_view kWord = "x: x";

/// Of a text by itself, with places from its beginning; nothing if there is anything to say.
std::optional<Node> parsed(std::string_view text, int depth) {
    diag::Sources sources;
    diag::Diagnostics said;
    const auto source = sources.add({}, Blob(nullptr, text));
    TreeBuilder builder(source, sources, said, depth,
                        [](const std::string&, diag::Span, int) -> Node { throw Stop{}; });
    try {
        std::ispanstream stream(std::span(text.data(), text.size()));
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        auto root = builder.take_root();
        parser.HandleNextDocument(builder);
        if (!said.all().empty() || builder.has_aliases()) return {};
        return root;
    } catch (const Stop&) {
    } catch (const YAML::Exception&) {
    }
    return {};
}

/// Places in a text → places in the source in which it stands.
template <class Moved>
void move_places(Node& node, std::uint32_t source, const Moved& moved) {
    const auto move = [&](diag::Span& span) {
        if (span.known()) span = {source, moved(span.begin), moved(span.end)};
    };
    move(node.span);
    for (auto& piece : node.pieces) piece.source = moved(piece.source);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        auto item = node.items[i];
        move_places(item, source, moved);
        node.items.set(i, std::move(item));
    }
    for (auto& entry : node.entries) {
        move(entry.key_span);
        move_places(entry.value, source, moved);
    }
}

void shift_places(Node& node, std::uint32_t source, std::size_t by) {
    move_places(node, source, [by](std::uint32_t at) { return at + static_cast<std::uint32_t>(by); });
}

bool is_word(const Node& node) {
    if (!node.is_mapping() || node.entries.size() != 1) return false;
    const auto& [key, span, value] = node.entries.front();
    return key + ": " + value.text == kWord && !value.quoted;
}

std::uint32_t last_place(const Node& node) {
    auto last = node.span.end;
    for (const auto& item : node.items) last = std::max(last, last_place(item));
    for (const auto& entry : node.entries) last = std::max({last, entry.key_span.end, last_place(entry.value)});
    return last;
}

constexpr std::string_view kDash = "- ";

std::string word_in(std::size_t column) { return std::string(column, ' ').append(kDash).append(kWord).append("\n"); }

/// The only item of a text, which is one.
std::optional<Node> single_item(const std::string& text, std::size_t column, int depth) {
    // With a word behind it, so that it is seen to end where the next one begins.
    auto list = parsed(text + word_in(column), depth);
    if (!list || !list->is_sequence() || list->items.size() != 2 || !is_word(list->items.back())) return {};
    // Where a block scalar without a text stands depends on what comes behind it.
    if (last_place(list->items.front()) > text.size()) return {};
    return list->items.front();
}

struct ReadItem {
    std::shared_ptr<const Node> node{};  ///< null if it cannot be read by itself
    std::uint32_t end = 0;               ///< where it ends, in the text that it is an item of
};
/// Of the item that is `text` and stands at `begin` in a text of `source`, its dash in `column`.
using ItemReader = std::function<ReadItem(std::string_view text, std::size_t begin, std::size_t column, int depth,
                                          std::uint32_t source)>;

/// How a text is to be read: what it is, and which source its places are of.
struct Reading {
    std::string_view text;
    int depth = 0;
    std::uint32_t source = 0;
    bool is_item = false;    ///< its keys are those of the mapping that is its only item
    std::size_t column = 0;  ///< of the item's dash
};

/// A text of which the lists are read item by item. Places are counted from the text's beginning.
class Rereading {
public:
    Rereading(const Reading& of, Memory& memory, const ItemReader& items) : of_(of), memory_(memory), items_(items) {
        if (!of.is_item) {
            lists_ = item_lists(of.text);
        } else if (const auto margin = of.column + kDash.size(); of.text.substr(of.column).starts_with(kDash)) {
            std::string keys(of.text);
            keys[of.column] = ' ';
            if (keys[margin] != ' ') lists_ = item_lists(keys, margin);
        }
    }

    std::optional<Node> root() {
        auto root = rest();
        if (!root) return {};
        move_places(*root, of_.source, [this](std::uint32_t place) {
            const auto after = std::ranges::upper_bound(taken_, place, {}, &Taken::here);
            const auto& stretch = after == taken_.begin() ? *after : *(after - 1);
            return stretch.there + (place - stretch.here);
        });
        if (lists_.empty()) return root;
        if (!root->is_mapping()) return {};
        for (const auto& list : lists_)
            if (!fill(*root, list)) return {};
        root->span.end = root->span.begin + 1;
        const auto& last = root->entries.back();
        for (const auto end : {last.key_span.end, last.value.span.end}) root->span.end = std::max(root->span.end, end);
        return root;
    }

private:
    /// What is left without the lists, with its own places.
    std::optional<Node> rest() {
        const auto without = without_items();
        const auto key = Fingerprint().add(of_.depth).add(of_.is_item).add(of_.column).add(without).hash();
        if (const auto known = memory_.values.find(key)) return *known;
        auto read = of_.is_item ? single_item(without, of_.column, of_.depth) : parsed(without, of_.depth);
        if (read) memory_.values.keep(key, *read);
        return read;
    }

    /// The text with words in place of its items.
    std::string without_items() {
        std::string without;
        std::size_t at = 0;
        for (const auto& list : lists_) {
            take_over(without, at, list.begins.front());
            for (std::size_t i = 0; i < list.begins.size(); ++i) without += word_in(list.column);
            at = list.end;
        }
        take_over(without, at, of_.text.size());
        return without;
    }

    void take_over(std::string& without, std::size_t begin, std::size_t end) {
        taken_.push_back({static_cast<std::uint32_t>(without.size()), static_cast<std::uint32_t>(begin)});
        without += of_.text.substr(begin, end - begin);
        taken_.push_back({static_cast<std::uint32_t>(without.size()), static_cast<std::uint32_t>(end)});
    }

    /// False if the words are not where they should be.
    bool fill(Node& root, const ItemList& list) {
        const auto entry =
            std::ranges::find(root.entries, list.key, [](const Entry& one) { return std::size_t{one.key_span.begin}; });
        if (entry == root.entries.end()) return false;
        auto& value = entry->value;
        if (!value.is_sequence() || value.items.size() != list.begins.size()) return false;
        const int depth = of_.depth + (of_.is_item ? 2 : 1);
        for (std::size_t i = 0; i < list.begins.size(); ++i) {
            const auto begin = list.begins[i], end = i + 1 < list.begins.size() ? list.begins[i + 1] : list.end;
            if (!is_word(value.items[i])) return false;
            auto item = items_(of_.text.substr(begin, end - begin), begin, list.column, depth, of_.source);
            if (!item.node) return false;
            value.span.end = item.end;
            value.items.set(i, std::move(item.node));
        }
        value.span.begin = static_cast<std::uint32_t>(list.begins.front() + list.column);
        value.span.end = std::max(value.span.begin + 1, value.span.end);
        return true;
    }

    /// Where a stretch of the text stands in what is read without the items.
    struct Taken {
        std::uint32_t here = 0, there = 0;
    };
    Reading of_;
    Memory& memory_;
    const ItemReader& items_;
    std::vector<ItemList> lists_;
    std::vector<Taken> taken_;
};

/// The items of the lists at the margin: each is a part of the source, with places of its own, so that it stays what it
/// is as long as its text does.
class Parts {
public:
    Parts(std::uint32_t source, diag::Sources& sources, Memory& memory)
        : source_(source), sources_(sources), memory_(memory) {}

    [[nodiscard]] ReadItem read(std::string_view text, std::size_t begin, std::size_t column, int depth) const {
        const auto part = sources_.add_part(source_, static_cast<std::uint32_t>(begin), number_of(text));
        const auto key = Fingerprint().add(depth).add(part).add(text).hash();
        auto item = memory_.items.find(key);
        if (item) {
            memory_.values.use(item->made_of);
        } else {
            memory_.values.begin_log();
            auto read = Rereading({text, depth, part, true, column}, memory_, inner_).root();
            auto made_of = memory_.values.end_log();
            if (!read) return {};
            read->hash = tree_hash(*read);
            item = memory_.items.keep(key, Memory::Item{std::move(*read), std::move(made_of)});
        }
        const std::shared_ptr<const Node> node(item, &item->node);
        return {node, static_cast<std::uint32_t>(begin) + node->span.end};
    }

private:
    /// Of a list in an item, as a part of which it has its places.
    [[nodiscard]] ReadItem read_inner(std::string_view text, std::size_t begin, std::size_t column, int depth,
                                      std::uint32_t part) const {
        auto item = Rereading({text, depth, part, true, column}, memory_, inner_).root();
        if (!item) return {};
        shift_places(*item, part, begin);
        const auto end = item->span.end;
        return {std::make_shared<const Node>(std::move(*item)), end};
    }

    static std::uint32_t number_of(std::string_view text) {
        std::uint32_t number = 0;
        const auto hash = hash128(text);
        std::memcpy(&number, hash.data(), sizeof number);
        return number;
    }

    std::uint32_t source_;
    diag::Sources& sources_;
    Memory& memory_;
    ItemReader inner_ = [this](std::string_view text, std::size_t begin, std::size_t column, int depth,
                               std::uint32_t part) { return read_inner(text, begin, column, depth, part); };
};

}  // namespace

std::optional<Node> reread(std::string_view text, std::uint32_t source, int depth, diag::Sources& sources,
                           Memory& memory) {
    if (text.contains("!include") || !text.ends_with('\n')) return {};
    const Parts parts(source, sources, memory);
    const ItemReader items = [&](std::string_view item, std::size_t begin, std::size_t column, int inner,
                                 std::uint32_t) { return parts.read(item, begin, column, inner); };
    return Rereading({text, depth, source, false, 0}, memory, items).root();
}

}  // namespace zheye::yaml
