// What is said about the document → the Info dictionary and the XMP packet, equal to each other.
// Must not know pages.
#pragma once

#include "layout/frame.h"
#include "pdf/haru.h"
#include "pdf/write.h"

#include <cstdint>
#include <optional>
#include <string>

namespace zheye::pdf {

/// As PDF writes it (D:20190731) and as XMP does (2019-07-31); both empty when there is none.
struct Date {
    std::string pdf, xmp;
};
/// Of `epoch` if given (UTC), else of `written` if it is a date: 2019, 2019-07 or 2019-07-31.
[[nodiscard]] Date document_date(std::optional<std::int64_t> epoch, const std::string& written);

[[nodiscard]] Ref embed_info(Objects&, const layout::Metadata&, const Date&, const profile::Profile&);
/// `identity`: the same for the same content, different for different; of files for the press, which alone name it.
[[nodiscard]] Ref embed_xmp(Objects&, const layout::Metadata&, const Date&, const profile::Profile&,
                            const std::string& identity);

}  // namespace zheye::pdf
