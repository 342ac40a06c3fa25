// Values → the words of a page: addresses, dates, sizes, and what is said in two languages.
#pragma once

#include "site/site.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zheye::site {

/// A path as a part of an address (RFC 3986): slashes stay, all that is not plain is written in bytes.
[[nodiscard]] std::string in_address(std::string_view path);
/// From a brochure's folder to that of the site: "../" as often as it is deep.
[[nodiscard]] std::string way_up(std::string_view path);

/// "820 KB", "1.2 MB".
[[nodiscard]] std::string size_words(std::size_t bytes);
/// "2019年7月31日", "31 July 2019"; of what is no date, as it stands.
[[nodiscard]] std::string date_words(std::string_view date, Language);
/// "2019-07-01T00:00:00Z": the beginning of a day, a month or a year.
[[nodiscard]] std::string moment(std::string_view date);
[[nodiscard]] std::string date_of(std::int64_t epoch);
/// Of the brochure, or of the run; empty if nobody knows.
[[nodiscard]] std::string date_of(const Brochure&, const Site&);

/// An address as a person reads it, characters beyond ASCII as themselves.
[[nodiscard]] std::string readable(std::string_view address);
/// "三折页"; empty if it is none that is known.
[[nodiscard]] std::string_view form_words(std::string_view form, Language);
/// "16 页".
[[nodiscard]] std::string pages_words(std::size_t pages, Language);
/// What a profile's file is for.
[[nodiscard]] std::string kind_words(std::string_view profile, Language);

struct Words {
    std::string_view lang, skip, back, place, groups, download, open, files, contents, form, date, publisher, authors,
        checksum, qr, qr_alt, feed, sums, list_mark;
};
[[nodiscard]] const Words& words(Language);

}  // namespace zheye::site
