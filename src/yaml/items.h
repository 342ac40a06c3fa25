// Where the items of the lists at the margin of a YAML text lie. Looks at lines only: what it finds is to be verified
// by parsing the text without them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace zheye::yaml {

/// `key:` at the margin of the text, and below it items that begin with a dash in one column.
struct ItemList {
    std::size_t key = 0;                ///< where the key begins
    std::size_t column = 0;             ///< of the dashes
    std::vector<std::size_t> begins{};  ///< of the items' first lines, ascending
    std::size_t end = 0;                ///< behind the last line of the last item
};

/// None if the lines do not look like that throughout. `margin`: the column in which the keys begin.
[[nodiscard]] std::vector<ItemList> item_lists(std::string_view text, std::size_t margin = 0);

}  // namespace zheye::yaml
