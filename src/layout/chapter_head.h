// The beginning of a chapter in a form that has no room for openers: number, title, subtitle, lead and byline above the
// text.
#pragma once

#include "layout/flow.h"
#include "layout/typesetter.h"

#include <string>

namespace zheye::layout {

/// Across the columns, kept with what follows. `node` is the chapter's element. Its mark is of level 1.
[[nodiscard]] Section chapter_head(Typesetter&, const content::Chapter&, const std::string& numeral, NodeId node,
                                   const PageSetup&);

/// The whole chapter: head and text, with its notes.
[[nodiscard]] std::vector<Section> headed_chapter(Typesetter&, const content::Chapter&, const std::string& numeral,
                                                  const PageSetup&);

}  // namespace zheye::layout
