// What a proofreader would mark in the text: reported, never changed. Corrections that are beyond doubt come along as
// edits of the source.
#pragma once

#include "content/document.h"
#include "content/memory.h"
#include "content/proofreading.h"
#include "diag/diagnostic.h"
#include "yaml/node.h"

#include <span>

namespace zheye::content {

/// The paragraphs of one text: a quotation may begin in one and end in another. Notes are read by themselves.
void proofread(std::span<const RichText> paragraphs, const Proofreading&, Memory*, diag::Diagnostics&);
/// A text without marks.
void proofread_plain(const yaml::Node& scalar, const Proofreading&, diag::Diagnostics&);

}  // namespace zheye::content
