// A page's items → its content streams, what these name, whose its parts are, and the links on it.
// Must not know objects.
#pragma once

#include "base/hash.h"
#include "layout/frame.h"
#include "pdf/fonts.h"
#include "pdf/resources.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zheye::pdf {

struct PlacedLink {
    std::size_t item = 0;   ///< index in the page's frame
    std::size_t after = 0;  ///< how many marked-content sequences come before it on the page
};

struct PageContent {
    /// One after the other they draw the page: the ground with the running head, the folio, all else. What is not there
    /// has none. Each but the last leaves the graphics state as it was, so that pages can have any of them in common.
    struct Stream {
        std::string bytes;
        Hash128 hash{};  ///< of the bytes
    };
    std::vector<Stream> streams;
    PageResources resources;
    std::vector<layout::NodeId> owners;  ///< by MCID
    std::vector<PlacedLink> links;
    SharedNames shared;  ///< what the streams name
};

/// Of every page.
using PageContents = std::vector<std::shared_ptr<const PageContent>>;

/// `page` is one of the document's.
[[nodiscard]] PageContent draw_page(const layout::Page& page, const layout::Pages&, const FontSet&, const Inks&,
                                    SharedResources&);
/// The link of one of the page's.
[[nodiscard]] inline const layout::Link& link_of(const layout::Page& page, const PlacedLink& placed) {
    return std::get<layout::Link>(page.frame.items[placed.item]);
}

}  // namespace zheye::pdf
