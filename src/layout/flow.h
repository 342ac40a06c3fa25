// Sections → filled text areas, page after page. Must not know what the pieces show.
#pragma once

#include "layout/galley.h"
#include "layout/page_setup.h"

#include <vector>

namespace zheye::layout {

/// Material for one column across the page, or for the columns beside each other.
struct Section {
    bool across = false;
    bool new_page = false;
    /// Where it does not fit, what follows may go before it (its place in the reading order stays). Figures keep their
    /// order, and tables theirs; a picture without a caption has none to keep.
    enum class Floats : unsigned char { no, unnamed, figure, table } floats = Floats::no;
    Galley galley;
    bool may_stay{};  ///< no new page where most of this one is still free
};

struct FlowMark {
    Mark mark;
    std::size_t page = 0;  ///< from the first page of the flow
    double y = 0;          ///< pt from the top of the page
};

struct FlowPage {
    Frame frame;               ///< of the page
    bool bare_top = false;     ///< a picture reaches the upper edge: no running head
    double below_picture = 0;  ///< pt from the page's top: then, where that picture ends
    bool bare_foot = false;    ///< one reaches the lower edge: no folio
};

struct Flowed {
    std::vector<FlowPage> pages;
    std::vector<FlowMark> marks;
};

/// `first_top`: pt from the top of the text area at which the first page begins. `least`: less room than this at the
/// foot of a page is left empty.
[[nodiscard]] Flowed flow(std::vector<Section>, const PageSetup&, const FootStyle&, double first_top, double least,
                          text::RuleSet off = {});

}  // namespace zheye::layout
