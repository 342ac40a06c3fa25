// A site → what programs read of it: an Atom feed, a sitemap, sums.
#pragma once

#include "site/site.h"

#include <map>
#include <string>

namespace zheye::site {

/// RFC 4287. What has no date is left out: an entry must have one.
[[nodiscard]] std::string feed(const Site&);
/// sitemaps.org, for a site with a base address.
[[nodiscard]] std::string sitemap(const Site&);
/// As sha256sum reads it: files by their names from the site on, and their sums.
[[nodiscard]] std::string sums(const std::map<std::string, std::string>& sum_of);

}  // namespace zheye::site
