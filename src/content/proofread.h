// What a proofreader would mark in the text: reported, never changed.
#pragma once

#include "content/document.h"
#include "diag/diagnostic.h"

namespace zheye::content {

/// Half-width , . : ; ! ? ( ) directly beside Han (rule M4). A mark with a backslash before it is left in peace.
void proofread(const RichText&, diag::Diagnostics&);

}  // namespace zheye::content
