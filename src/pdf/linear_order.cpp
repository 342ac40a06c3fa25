#include "pdf/linear_order.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace zheye::pdf {

namespace {

/// Who gets to an object.
struct Users {
    std::vector<std::uint32_t> pages{};  ///< by their index, ascending
    bool outlines = false, others = false, root = false;
};

/// Where an object goes, by who uses it.
enum class Kind : unsigned char { root, outlines, first_page, one_page, pages, other };

Kind kind_of(const Users& users) {
    if (users.root) return Kind::root;
    if (users.outlines) return Kind::outlines;
    if (!users.pages.empty() && users.pages.front() == 0) return Kind::first_page;
    if (users.pages.size() == 1 && !users.others) return Kind::one_page;
    return users.pages.size() > 1 ? Kind::pages : Kind::other;
}

bool is_private(const Users& users) { return users.pages.size() == 1 && !users.others && !users.outlines; }

void join(Users& into, const Users& more) {
    std::vector<std::uint32_t> pages;
    std::ranges::set_union(into.pages, more.pages, std::back_inserter(pages));
    into.pages = std::move(pages);
    into.outlines = into.outlines || more.outlines;
    into.others = into.others || more.others;
}

class Walk {
public:
    explicit Walk(const ObjectGraph& graph)
        : graph_(graph), seen_(graph.refers.size()), is_page(graph.refers.size()), users(graph.refers.size()) {
        for (const auto page : graph.pages) is_page[page] = true;
        for (std::uint32_t page = 0; page < graph.pages.size(); ++page)
            from(
                {graph.pages[page]}, [&](Users& one) { one.pages.push_back(page); }, true);
        if (graph.outlines != 0) from({graph.outlines}, [](Users& one) { one.outlines = true; });
        auto beside = graph.beside_root;
        for (const auto number : graph.refers[graph.root])
            if (number != graph.outlines) beside.push_back(number);
        from(beside, [](Users& one) { one.others = true; });
        users[graph.root].root = true;
    }

private:
    /// Marks all that is reached, but for pages that are not begun with.
    void from(const std::vector<ObjectNumber>& begin, const auto& mark, bool with_page = false) {
        ++round_;
        auto pending = begin;
        bool first = with_page;
        while (!pending.empty()) {
            const auto number = pending.back();
            pending.pop_back();
            if (seen_[number] == round_ || (is_page[number] && !first) || number == graph_.root) continue;
            first = false;
            seen_[number] = round_;
            mark(users[number]);
            pending.insert(pending.end(), graph_.refers[number].begin(), graph_.refers[number].end());
        }
    }

    const ObjectGraph& graph_;
    std::vector<std::uint32_t> seen_;
    std::uint32_t round_ = 0;

public:
    std::vector<bool> is_page;  ///< by number, as `users`
    std::vector<Users> users;
};

class Order {
public:
    Order(const ObjectGraph& graph, std::size_t most) : graph_(graph), most_(most), walk_(graph) {}

    LinearOrder made() {
        gather();
        order_.other_pages.resize(graph_.pages.size() - 1);
        order_.uses.resize(order_.other_pages.size());
        place_pages();
        for (std::size_t i = 0; i < order_.members.size(); ++i) place(i);
        const auto outlines = std::move(outlines_);
        order_.outlines_count = outlines.size();
        order_.rest.insert(order_.rest.begin(), outlines.begin(), outlines.end());
        find_uses();
        return std::move(order_);
    }

private:
    /// Small objects of one kind go into streams together; pages and the root stand for themselves.
    void gather() {
        std::map<Kind, std::size_t> open;
        std::vector<ObjectNumber> numbers;
        if (graph_.outlines != 0) numbers.push_back(graph_.outlines);  // first in its stream
        for (ObjectNumber number = 1; number < graph_.refers.size(); ++number)
            if (number != graph_.outlines) numbers.push_back(number);
        for (const auto number : numbers) {
            const auto kind = kind_of(walk_.users[number]);
            const bool alone =
                graph_.is_stream[number] || kind == Kind::root || kind == Kind::one_page || walk_.is_page[number];
            if (alone) {
                add({{number}, false}, walk_.users[number]);
                continue;
            }
            const auto at = open.find(kind);
            if (at == open.end() || order_.members[at->second].objects.size() == most_) {
                open[kind] = order_.members.size();
                add({{number}, true}, walk_.users[number]);
            } else {
                order_.members[at->second].objects.push_back(number);
                join(users_[at->second], walk_.users[number]);
            }
        }
    }

    void add(Member member, Users users) {
        order_.members.push_back(std::move(member));
        users_.push_back(std::move(users));
    }

    void place_pages() {
        placed_.assign(order_.members.size(), false);
        std::map<ObjectNumber, std::size_t> pages;
        for (std::size_t i = 0; i < graph_.pages.size(); ++i) pages[graph_.pages[i]] = i;
        for (std::size_t i = 0; i < order_.members.size(); ++i) {
            const auto page = pages.find(order_.members[i].objects.front());
            if (page == pages.end() || order_.members[i].packed) continue;
            placed_[i] = true;
            (page->second == 0 ? order_.first_page : order_.other_pages[page->second - 1]).push_back(i);
        }
    }

    void place(std::size_t member) {
        if (placed_[member]) return;
        const auto& users = users_[member];
        switch (kind_of(users)) {
            case Kind::root:
                order_.root = member;
                break;
            case Kind::outlines:
                outlines_.push_back(member);
                break;
            case Kind::first_page:
                order_.first_page.push_back(member);
                break;
            case Kind::one_page:
                order_.other_pages[users.pages.front() - 1].push_back(member);
                break;
            case Kind::pages:
                order_.shared.push_back(member);
                break;
            case Kind::other:
                order_.rest.push_back(member);
                break;
        }
    }

    void find_uses() {
        std::vector<std::size_t> shared = order_.first_page;
        shared.insert(shared.end(), order_.shared.begin(), order_.shared.end());
        for (std::size_t i = 0; i < shared.size(); ++i) {
            if (is_private(users_[shared[i]])) continue;
            for (const auto page : users_[shared[i]].pages)
                if (page > 0) order_.uses[page - 1].push_back(i);
        }
    }

    const ObjectGraph& graph_;
    std::size_t most_;
    Walk walk_;
    LinearOrder order_;
    std::vector<Users> users_;  ///< by member
    std::vector<bool> placed_;
    std::vector<std::size_t> outlines_;
};

}  // namespace

LinearOrder linear_order(const ObjectGraph& graph, std::size_t most) {
    assert(!graph.pages.empty());
    return Order(graph, most).made();
}

}  // namespace zheye::pdf
