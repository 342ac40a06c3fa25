// Text with marks → runs. Marks: **strong**, *emphasis*, [text](url), [text]{marks}, [text]{注}, {base|reading},
// {fact}, {fact.part}, backslash. Unlike Markdown a mark needs no white space around it, so that it works beside
// Chinese punctuation.
#pragma once

#include "content/document.h"
#include "content/facts.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <vector>

namespace zheye::content {

/// One paragraph; all lines are joined.
[[nodiscard]] RichText read_rich(const yaml::Node& scalar, const FactBook&, diag::Diagnostics&);
/// Blank lines part paragraphs.
[[nodiscard]] std::vector<RichText> read_paragraphs(const yaml::Node& scalar, const FactBook&, diag::Diagnostics&);

}  // namespace zheye::content
