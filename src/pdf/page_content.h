// A page's items → its content streams, what these name, whose its parts are, and the links on it.
// Must not know objects.
#pragma once

#include "layout/frame.h"
#include "pdf/fonts.h"
#include "pdf/resources.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zheye::pdf {

struct PlacedLink {
    const layout::Link* link = nullptr;
    std::size_t after = 0;  ///< how many marked-content sequences come before it on the page
};

struct PageContent {
    /// The artifacts with which the page begins (its ground, running head and folio), after which the graphics state is
    /// as it was, and all else, which other pages may have in the same bytes. One where there is only either.
    std::vector<std::string> streams;
    PageResources resources;
    std::vector<layout::NodeId> owners;  ///< by MCID
    std::vector<PlacedLink> links;
};

/// `page` is one of the document's.
[[nodiscard]] PageContent draw_page(const layout::Page& page, const layout::Pages&, const FontSet&, const Inks&,
                                    SharedResources&);

}  // namespace zheye::pdf
