// A page's items → its content stream, what the stream names, whose its parts are, and the links on it.
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
    std::string stream;
    PageResources resources;
    std::vector<layout::NodeId> owners;  ///< by MCID
    std::vector<PlacedLink> links;
};

/// `page` is one of the document's.
[[nodiscard]] PageContent draw_page(const layout::Page& page, const layout::Pages&, const FontSet&, const Inks&,
                                    SharedResources&);

}  // namespace zheye::pdf
