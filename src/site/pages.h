// A site → its pages as HTML: plain, without JavaScript, with relative links only, so that they are read from a stick
// as well as from a server.
#pragma once

#include "site/site.h"

#include <string>

namespace zheye::site {

[[nodiscard]] std::string index_page(const Site&);
/// `brochure` is one of the site's.
[[nodiscard]] std::string brochure_page(const Site&, const Brochure& brochure);
[[nodiscard]] std::string style_sheet();

/// The address of a brochure's page, for those that have one; else empty.
[[nodiscard]] std::string address_of(const Site&, const Brochure&);
/// A picture of the code of an address: SVG; empty if it is too long for one.
[[nodiscard]] std::string qr_picture(const std::string& address, Language);

}  // namespace zheye::site
