// A chapter of a booklet → the pages that it takes, before it is known where in the booklet they will stand.
#pragma once

#include "layout/flow.h"
#include "layout/front_matter.h"
#include "layout/memory.h"
#include "layout/record.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zheye::layout {

struct SetChapter {
    std::string numeral, title, subtitle;  ///< as running heads and the outline name it
    NodeId node = 0;                       ///< of its title
    std::optional<Frame> opener;           ///< a page of its own
    Frame strip;                           ///< at the head of the first text page; without items there is none
    bool strip_right = false;              ///< stands along the right edge
    PageSetup setup;                       ///< of the text pages
    Flowed flowed;
    [[nodiscard]] std::size_t page_count() const { return (opener ? 1 : 0) + flowed.pages.size(); }
};

/// A chapter that may be set again.
struct KeptChapter {
    std::shared_ptr<const SetChapter> set;
    Record record;
    Memory::Log log;  ///< what it was made of
};

/// Taken from the typesetter's memory where nothing that it is made of has changed.
[[nodiscard]] std::shared_ptr<const SetChapter> set_chapter(Typesetter&, const content::Chapter&, std::string numeral,
                                                            const PageSetup&, double figure_scale);
/// The scale at which the figures on the openers of all these chapters fit, so that they have one size.
[[nodiscard]] double common_figure_scale(Typesetter&, const std::vector<content::Chapter>&, const PageSetup&);

}  // namespace zheye::layout
