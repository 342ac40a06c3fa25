// Lines of a paragraph → what could not be set well, told to the writer.
#pragma once

#include "diag/diagnostic.h"
#include "text/paragraph.h"

#include <vector>

namespace zheye::layout {

/// Warnings at the places of lines that do not fit ("overfull-line"), cannot be filled ("underfull-line") or are
/// stretched by more than `loosest` em between characters ("loose-line"); `span` is of the whole. Where many lines of
/// the paragraph are loose it is said once.
void report_lines(const std::vector<text::Line>&, diag::Span span, double loosest, diag::Diagnostics&);

}  // namespace zheye::layout
