// The blocks of a chapter → sections: material for the columns and material across them, for `flow` to fill pages with.
#pragma once

#include "layout/blocks.h"
#include "layout/flow.h"
#include "layout/page_setup.h"

#include <vector>

namespace zheye::layout {

/// The chapter's blocks from `skip` on, with the notes of each piece. `node` is the chapter's element.
[[nodiscard]] std::vector<Section> chapter_sections(Typesetter&, const content::Chapter&, NodeId node, std::size_t skip,
                                                    const PageSetup&);

/// Words of the chapter's own, such as its byline, across the columns and kept with what follows.
[[nodiscard]] Section words_across(Typesetter&, const content::RichText&, theme::Style, NodeId parent,
                                   const PageSetup&);

/// Gives each piece the notes whose marks stand in it.
void take_notes(Typesetter&, std::vector<Section>&, const PageSetup&);

}  // namespace zheye::layout
