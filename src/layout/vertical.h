// Vertical text (直排, V1–V3): the page in the coordinates in which vertical lines are laid out as horizontal ones are,
// and what stands upright among them. Pages are filled in those coordinates and turned once.
#pragma once

#include "layout/blocks.h"
#include "layout/flow.h"
#include "layout/page_setup.h"

namespace zheye::layout {

/// The page turned back: its lines are as long as the text area is high, its columns are bands (栏) under each other.
[[nodiscard]] PageSetup vertical_setup(const PageSetup&, const theme::Theme&);
/// Filled pages as the reader sees them. Marks then stand at the head of the text area.
[[nodiscard]] Flowed turned_pages(Flowed, const PageSetup& vertical);

/// Whether a block is set in horizontal lines wherever it stands: tables, figures and their like.
[[nodiscard]] bool stands_upright(const content::Block&);
/// Such a block among vertical lines, taking a whole number of them. What it leaves of its band is room for the running
/// text that follows (append_text).
void append_upright(Galley&, Typesetter&, const content::Block&, Measure&, NodeId parent);
/// Whether a block of vertical text goes across all bands.
[[nodiscard]] bool wants_all_bands(const Typesetter&, const content::Block&);

/// The inside of a box of vertical text in a page of horizontal text: pieces `width` pt wide, as high as makes the
/// lines fill that width, none higher than `most` pt.
[[nodiscard]] std::vector<Frame> set_vertical_box(Typesetter&, const content::Box&, const Measure&, double width,
                                                  double most, NodeId node);

}  // namespace zheye::layout
