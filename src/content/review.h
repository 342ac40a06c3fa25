// A document → what its writer should know before it goes out, though nothing in it is wrong. Must not know layout.
#pragma once

#include "content/document.h"
#include "diag/diagnostic.h"

namespace zheye::content {

/// Every picture of the document, in the writer's order.
[[nodiscard]] std::vector<const Picture*> pictures(const Document&);

/// Warnings: pictures that are still to come, in a file for the press.
void review_for_press(const Document&, diag::Diagnostics&);
/// Notes: pictures of which readers who do not see them are told no more than the caption.
void review_alternatives(const Document&, diag::Diagnostics&);

}  // namespace zheye::content
