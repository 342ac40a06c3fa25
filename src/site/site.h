// What is published: brochures with their files, and the site that they make. Values only.
#pragma once

#include "site/card.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zheye::site {

struct Download {
    std::string file;  ///< its name in the brochure's folder
    std::string kind;  ///< the profile's name: screen, print, …
    std::size_t pages = 0, bytes = 0;
    std::string sha256;
};

struct Brochure {
    std::string path;  ///< its folder in the site: `series/东街`, as it is on the disk
    Card card;
    std::vector<Download> downloads;  ///< at least one; the first is what a reader wants
};

enum class Language : unsigned char { zh, en };

struct Site {
    std::string title;
    std::string base;  ///< where it will be found, with a slash at its end; empty: nobody knows
    Language language = Language::zh;
    std::optional<std::int64_t> epoch;  ///< s since 1970: the date of what has none
    std::vector<Brochure> brochures;    ///< in order
};

/// Names of files in the site that are not a brochure's.
inline constexpr const char *kIndex = "index.html", *kStyle = "style.css", *kFeed = "feed.xml",
                            *kSitemap = "sitemap.xml", *kSums = "SHA256SUMS";
/// Names of files in a brochure's folder beside its downloads.
inline constexpr const char *kCover = "cover.svg", *kQr = "qr.svg";

/// The newest first, those without a date last; what has the same date stays in order.
void sort(std::vector<Brochure>&);

/// What all have in common decides: English if every brochure is.
[[nodiscard]] Language language_of(const std::vector<Brochure>&);
/// The name of who publishes, if it is one and the same; else a word that fits any.
[[nodiscard]] std::string title_of(const std::vector<Brochure>&, Language);

}  // namespace zheye::site
