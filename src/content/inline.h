// Text with marks → runs. Marks: **strong**, *emphasis*, [text](url), {fact}, {fact.part}, backslash. Unlike Markdown a
// mark needs no white space around it, so that it works beside Chinese punctuation.
#pragma once

#include "content/document.h"
#include "content/facts.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <string_view>
#include <vector>

namespace zheye::content {

/// One paragraph; all lines are joined.
[[nodiscard]] RichText read_rich(const yaml::Node& scalar, const FactBook&, diag::Diagnostics&);
/// Blank lines part paragraphs.
[[nodiscard]] std::vector<RichText> read_paragraphs(const yaml::Node& scalar, const FactBook&, diag::Diagnostics&);

/// Whether byte `at` of the scalar's text stands for a line end of the source.
[[nodiscard]] bool is_line_end(const yaml::Node& scalar, std::size_t at);
/// Whether lines that end and begin so are joined by a space: between Latin words, not beside Han or full-width marks.
[[nodiscard]] bool wants_space(std::string_view before, std::string_view after);
[[nodiscard]] std::string_view trimmed(std::string_view);

}  // namespace zheye::content
