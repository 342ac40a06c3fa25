// Long lists as balanced trees: everything is found on the way down, nothing is too wide.
#include "pdf/trees.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace zheye::pdf;

namespace {

std::string printed(const Objects& objects, std::uint32_t number) {
    std::string text;
    objects.print(number, text);
    return text;
}

/// What stands between `open` and the next `]`.
std::string list_after(const std::string& text, const std::string& open) {
    const auto at = text.find(open);
    if (at == std::string::npos) return {};
    return text.substr(at + open.size(), text.find(']', at) - at - open.size());
}

/// Looks a key up as a reader does.
std::string look_up(const Objects& objects, std::uint32_t node, int key) {
    for (int depth = 0; depth < 8; ++depth) {
        const auto text = printed(objects, node);
        std::istringstream values(list_after(text, "/Nums["));
        int found = 0;
        for (std::string value; values >> found >> value;)
            if (found == key) return value;
        std::istringstream kids(list_after(text, "/Kids["));
        std::uint32_t kid = 0, count = 0, next = 0;
        for (std::string generation, r; kids >> kid >> generation >> r; ++count) {
            int first = 0, last = 0;
            std::istringstream(list_after(printed(objects, kid), "/Limits[")) >> first >> last;
            if (first <= key && key <= last) next = kid;
        }
        CHECK(count <= 32);
        if (next == 0) return "not found";
        node = next;
    }
    return "too deep";
}

}  // namespace

TEST_CASE("Every key of a number tree is found, in trees of any size") {
    for (const int size : {0, 1, 32, 33, 1024, 1025, 2500}) {
        INFO(size);
        Objects objects;
        std::vector<std::pair<int, std::string>> list;
        for (int i = 0; i < size; ++i) list.emplace_back(2 * i, "v" + std::to_string(i));
        const auto root = number_tree(objects, list);
        CHECK(printed(objects, root.number()).find("/Limits") == std::string::npos);
        for (int i = 0; i < size; i += 7) CHECK(look_up(objects, root.number(), 2 * i) == "v" + std::to_string(i));
        CHECK(look_up(objects, root.number(), 2 * size) == "not found");
        CHECK(!objects.failed());
    }
}

TEST_CASE("A page tree counts its pages") {
    for (const int size : {1, 2, 33, 1100}) {
        INFO(size);
        Objects objects;
        std::vector<Ref> pages;
        for (int i = 0; i < size; ++i) pages.push_back(objects.add().ref());
        const auto root = printed(objects, page_tree(objects, pages).number());
        CHECK(root.find("/Type/Pages") != std::string::npos);
        CHECK(root.find("/Count " + std::to_string(size) + ">") != std::string::npos);
        CHECK(root.find("/Parent") == std::string::npos);
        for (const auto page : pages) CHECK(printed(objects, page.number()).find("/Parent ") != std::string::npos);
    }
}
