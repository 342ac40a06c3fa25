// Long lists → balanced trees of at most 32 kids. Must not know what is listed.
#include "pdf/trees.h"

#include "pdf/syntax.h"

#include <algorithm>
#include <cassert>

namespace zheye::pdf {

namespace {

constexpr std::size_t kKids = 32;

std::string key_text(int key) { return std::to_string(key); }
std::string key_text(const std::string& key) { return text_string(key); }

struct Node {
    Ref ref;
    std::string first, last;
    std::size_t pages = 0;
};

/// Calls `join(begin, end, root)` for groups of `nodes` until one is left.
template <class Join>
Node grow(std::vector<Node> nodes, Join join) {
    while (nodes.size() > 1) {
        std::vector<Node> above;
        const bool root = nodes.size() <= kKids;
        for (std::size_t i = 0; i < nodes.size(); i += kKids)
            above.push_back(join(nodes.data() + i, nodes.data() + std::min(nodes.size(), i + kKids), root));
        nodes = std::move(above);
    }
    return nodes.front();
}

/// `kind` is /Nums or /Names. The root has no Limits, so a single leaf is the root itself.
template <class Key>
Ref key_tree(Objects& objects, const std::vector<std::pair<Key, std::string>>& list, const std::string& kind) {
    std::vector<Node> leaves;
    const bool single = list.size() <= kKids;
    const auto limits = [&](const Node& node) { return "/Limits[" + node.first + ' ' + node.last + ']'; };
    for (std::size_t begin = 0; begin < std::max<std::size_t>(1, list.size()); begin += kKids) {
        const auto end = std::min(list.size(), begin + kKids);
        std::string text = kind + '[';
        for (auto i = begin; i < end; ++i) text += key_text(list[i].first) + ' ' + list[i].second + '\n';
        Node leaf{objects.add().ref(), {}, {}, 0};
        if (!single) leaf.first = key_text(list[begin].first), leaf.last = key_text(list[end - 1].first);
        objects.entries(leaf.ref, text + ']' + (single ? "" : limits(leaf)));
        leaves.push_back(leaf);
    }
    const auto join = [&](const Node* begin, const Node* end, bool root) {
        Node node{objects.add().ref(), begin->first, (end - 1)->last, 0};
        std::string text = "/Kids[";
        for (auto* kid = begin; kid != end; ++kid) text += kid->ref.text() + ' ';
        objects.entries(node.ref, text + ']' + (root ? "" : limits(node)));
        return node;
    };
    return grow(leaves, join).ref;
}

}  // namespace

Ref number_tree(Objects& objects, const std::vector<std::pair<int, std::string>>& list) {
    return key_tree(objects, list, "/Nums");
}

Ref name_tree(Objects& objects, const std::vector<std::pair<std::string, std::string>>& list) {
    return key_tree(objects, list, "/Names");
}

Ref page_tree(Objects& objects, const std::vector<Ref>& pages) {
    assert(!pages.empty());
    std::vector<Node> nodes;
    for (const auto page : pages) nodes.push_back({page, {}, {}, 1});
    const auto join = [&](const Node* begin, const Node* end, bool) {
        auto dict = objects.add();
        dict.name("Type", "Pages");
        auto kids = dict.array("Kids");
        std::size_t count = 0;
        for (auto* kid = begin; kid != end; ++kid) {
            kids.ref(kid->ref);
            Dict(kid->ref.object()).ref("Parent", dict.ref());
            count += kid->pages;
        }
        dict.number("Count", static_cast<int>(count));
        return Node{dict.ref(), {}, {}, count};
    };
    const auto root = grow(nodes, join);
    // A page cannot be the root of its own tree.
    return pages.size() == 1 ? join(&root, &root + 1, true).ref : root.ref;
}

}  // namespace zheye::pdf
