// A line for the printer, outside of the trim. Must not know what it says.
#pragma once

#include "base/file_system.h"
#include "diag/sources.h"
#include "font/font_book.h"
#include "layout/frame.h"
#include "text/hyphenation.h"
#include "theme/theme.h"

#include <string>

namespace zheye::layout {

/// In the style of captions, as wide as it is; of no element of the document's.
[[nodiscard]] Frame printer_line(const std::string& text, const theme::Theme&, const font::FontBook&,
                                 const text::Hyphenator&, const FileSystem&, diag::Sources&, diag::Diagnostics&);

}  // namespace zheye::layout
