// Text with marks → runs. Marks: **strong**, *emphasis*, [text](url), [text]{marks}, [text]{注}, {base|reading},
// {fact}, {fact.part}, backslash. Unlike Markdown a mark needs no white space around it, so that it works beside
// Chinese punctuation.
#pragma once

#include "content/document.h"
#include "yaml/node.h"

#include <vector>

namespace zheye::content {

struct Context;

/// One paragraph; all lines are joined. What a proofreader would mark is reported.
[[nodiscard]] RichText read_rich(const yaml::Node& scalar, const Context&);
/// Blank lines part paragraphs.
[[nodiscard]] std::vector<RichText> read_paragraphs(const yaml::Node& scalar, const Context&);

}  // namespace zheye::content
