// Document + Theme → Pages: the whole brochure, page by page, with its structure.
#pragma once

#include "base/file_system.h"
#include "content/document.h"
#include "diag/diagnostic.h"
#include "diag/sources.h"
#include "font/font_book.h"
#include "layout/frame.h"
#include "layout/memory.h"
#include "text/hyphenation.h"
#include "text/rules.h"
#include "theme/theme.h"

namespace zheye::layout {

/// Fails when a character has no glyph or a picture cannot be read; reports lines that do not fit as warnings. `off`:
/// rules that are not kept, for comparison and for the negative controls of tests. `memory`: of earlier layout with the
/// same theme and fonts, so that it takes less time.
[[nodiscard]] diag::Result<Pages> lay_out(const content::Document&, const theme::Theme&, const font::FontBook&,
                                          const text::Hyphenator&, const FileSystem&, diag::Sources&,
                                          diag::Diagnostics&, text::RuleSet off = {}, Memory* memory = nullptr);

}  // namespace zheye::layout
