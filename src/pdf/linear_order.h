// What refers to what → the order of objects in a linearized file (PDF 32000-1, F.3): first what shows the first page,
// then the other pages, then what they share, then the rest. Must not know bytes.
#pragma once

#include <cstdint>
#include <vector>

namespace zheye::pdf {

using ObjectNumber = std::uint32_t;

/// The objects of a file, by number from 1; the first entry of a list by number stands for none.
struct ObjectGraph {
    std::vector<std::vector<ObjectNumber>> refers;  ///< without a page's parent
    std::vector<bool> is_stream;
    std::vector<ObjectNumber> pages;  ///< in order
    ObjectNumber root = 0;
    ObjectNumber outlines = 0;              ///< 0: none
    std::vector<ObjectNumber> beside_root;  ///< what the trailer names
};

/// An object that stands for itself in the file: one of the graph's, or an object stream of several.
struct Member {
    std::vector<ObjectNumber> objects;
    bool packed = false;
};

struct LinearOrder {
    std::vector<Member> members;
    /// Indices of members. The first of `first_page` and of every list of `other_pages` is the page.
    std::vector<std::size_t> first_page;
    std::vector<std::vector<std::size_t>> other_pages;  ///< from the second page on: what only that page uses
    std::vector<std::size_t> shared, rest;
    std::size_t root = 0;
    std::size_t outlines_count = 0;  ///< members of the outlines, with which `rest` begins
    /// For each page from the second on, which of `first_page` followed by `shared` it uses.
    std::vector<std::vector<std::size_t>> uses;
};

/// `most`: objects in a stream.
[[nodiscard]] LinearOrder linear_order(const ObjectGraph&, std::size_t most);

}  // namespace zheye::pdf
