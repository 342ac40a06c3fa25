// Marks of text typed full-width, as an input method gives them: they are printed as they stand.
#pragma once

#include "content/facts.h"
#include "content/lines.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

namespace zheye::content {

/// ＊＊字＊＊, ［字］（https://…）, ［字］｛着重｝, ｛gdp｝ in this part of a scalar.
void report_wide_marks(const yaml::Node&, TextRange, const FactBook&, diag::Diagnostics&);
/// Where the bracket opens whose ］ ends at `end`, if what is in the braces behind it is marks; npos if not so.
[[nodiscard]] std::size_t wide_bracket_before(std::string_view text, std::size_t end, std::string_view braced);

}  // namespace zheye::content
