// How the lines that a writer typed become paragraphs: where they part, and how those that belong together are joined.
#pragma once

#include "yaml/node.h"

#include <string_view>
#include <vector>

namespace zheye::content {

struct TextRange {
    std::size_t begin = 0, end = 0;  ///< bytes of the node's text
};

/// Byte ranges of the paragraphs. In a literal block they are parted by blank lines or begin with a wide space;
/// elsewhere each line end that YAML has kept parts them.
[[nodiscard]] std::vector<TextRange> paragraph_ranges(const yaml::Node& scalar);

/// Whether byte `at` of the scalar's text stands for a line end of the source.
[[nodiscard]] bool is_line_end(const yaml::Node& scalar, std::size_t at);
/// Whether lines that end and begin so are joined by a space: between Latin words, not beside Han or full-width marks.
[[nodiscard]] bool wants_space(std::string_view before, std::string_view after);
/// Without blanks and wide spaces at either end.
[[nodiscard]] std::string_view trimmed(std::string_view);

}  // namespace zheye::content
