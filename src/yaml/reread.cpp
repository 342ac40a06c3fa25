// The items of the lists at the margin are read each by itself, the rest of the text with a word in the place of each:
// only where those words come back as the items that they stand for have the parts nothing to do with each other.
#include "yaml/reread.h"

#include "base/hash.h"
#include "diag/sources.h"
#include "yaml/items.h"
#include "yaml/tree_builder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
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
    for (auto& item : node.items) move_places(item, source, moved);
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

std::string word_in(const ItemList& list) {
    return std::string(list.column, ' ').append("- ").append(kWord).append("\n");
}

Hash128 key_of(std::string_view text, int depth) { return Fingerprint().add(depth).add(text).hash(); }

class Rereading {
public:
    Rereading(std::string_view text, std::uint32_t source, int depth, Memory& memory)
        : text_(text), source_(source), depth_(depth), memory_(memory), lists_(item_lists(text)) {}

    std::optional<Node> root() {
        auto root = lists_.empty() ? known(text_, depth_) : rest();
        if (!root) return {};
        if (lists_.empty()) {
            shift_places(*root, source_, 0);
            return root;
        }
        for (const auto& list : lists_)
            if (!fill(*root, list)) return {};
        root->span.end = root->span.begin + 1;
        const auto& last = root->entries.back();
        for (const auto end : {last.key_span.end, last.value.span.end}) root->span.end = std::max(root->span.end, end);
        return root;
    }

private:
    std::optional<Node> known(std::string_view text, int depth) {
        const auto key = key_of(text, depth);
        if (const auto value = memory_.values.find(key)) return *value;
        auto value = parsed(text, depth);
        if (value) memory_.values.keep(key, *value);
        return value;
    }

    /// The text with words in place of its items.
    std::optional<Node> rest() {
        std::string without;
        std::size_t at = 0;
        for (const auto& list : lists_) {
            take_over(without, at, list.begins.front());
            for (std::size_t i = 0; i < list.begins.size(); ++i) without += word_in(list);
            at = list.end;
        }
        take_over(without, at, text_.size());
        auto root = known(without, depth_);
        if (!root || !root->is_mapping()) return {};
        move_places(*root, source_, [this](std::uint32_t place) {
            const auto after = std::ranges::upper_bound(taken_, place, {}, &Taken::here);
            const auto& stretch = after == taken_.begin() ? *after : *(after - 1);
            return stretch.there + (place - stretch.here);
        });
        return root;
    }

    void take_over(std::string& without, std::size_t begin, std::size_t end) {
        taken_.push_back({static_cast<std::uint32_t>(without.size()), static_cast<std::uint32_t>(begin)});
        without += text_.substr(begin, end - begin);
        taken_.push_back({static_cast<std::uint32_t>(without.size()), static_cast<std::uint32_t>(end)});
    }

    /// False if the words are not where they should be.
    bool fill(Node& root, const ItemList& list) {
        const auto entry =
            std::ranges::find(root.entries, list.key, [](const Entry& one) { return std::size_t{one.key_span.begin}; });
        if (entry == root.entries.end()) return false;
        auto& value = entry->value;
        if (!value.is_sequence() || value.items.size() != list.begins.size()) return false;
        for (std::size_t i = 0; i < list.begins.size(); ++i) {
            const auto begin = list.begins[i], end = i + 1 < list.begins.size() ? list.begins[i + 1] : list.end;
            auto& word = value.items[i];
            if (!is_word(word)) return false;
            // With a word behind it, so that it is seen to end where the next one begins.
            auto item = known(std::string(text_.substr(begin, end - begin)) + word_in(list), depth_ + 1);
            if (!item || !item->is_sequence() || item->items.size() != 2) return false;
            if (!is_word(item->items.back())) return false;
            word = std::move(item->items.front());
            shift_places(word, source_, begin);
        }
        value.span.begin = static_cast<std::uint32_t>(list.begins.front() + list.column);
        value.span.end = std::max(value.span.begin + 1, value.items.back().span.end);
        return true;
    }

    /// Where a stretch of the text stands in what is read without the items.
    struct Taken {
        std::uint32_t here = 0, there = 0;
    };
    std::string_view text_;
    std::uint32_t source_;
    int depth_;
    Memory& memory_;
    std::vector<ItemList> lists_;
    std::vector<Taken> taken_;
};

}  // namespace

std::optional<Node> reread(std::string_view text, std::uint32_t source, int depth, Memory& memory) {
    if (text.contains("!include") || !text.ends_with('\n')) return {};
    return Rereading(text, source, depth, memory).root();
}

}  // namespace zheye::yaml
