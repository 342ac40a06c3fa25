// Sizes and places of what a linearized file holds → the tables by which a reader finds pages in it (PDF 32000-1, F.4).
// Must not know objects.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zheye::pdf {

struct HintedPage {
    std::uint32_t objects = 0, bytes = 0;
    std::vector<std::uint32_t> shared{};  ///< indices into the shared objects; none for the first page
};

/// A run of objects: its first one's number and place, as if there were no hint stream before it.
struct HintedGroup {
    std::uint32_t first_number = 0, offset = 0, objects = 0, bytes = 0;
};

struct Hints {
    std::uint32_t first_page_offset = 0;
    std::vector<HintedPage> pages;
    std::vector<std::uint32_t> shared_bytes;  ///< those of the first page's section, then those behind the pages
    std::uint32_t shared_in_first_page = 0;
    HintedGroup shared;    ///< behind the pages; `objects` 0 if there are none
    HintedGroup outlines;  ///< likewise
};

struct HintTables {
    std::string bytes;
    std::size_t shared_begin = 0, outlines_begin = 0;  ///< where the further tables begin; 0: no outlines
};

[[nodiscard]] HintTables hint_tables(const Hints&);

}  // namespace zheye::pdf
