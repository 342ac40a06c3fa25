// Pages → the bytes of a tagged PDF. Decides nothing about looks.
#pragma once

#include "diag/diagnostic.h"
#include "font/font_book.h"
#include "layout/frame.h"
#include "pdf/memory.h"
#include "profile/profile.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zheye::pdf {

/// A file that lies in the PDF.
struct Attachment {
    std::string name;  ///< with folders, from the brochure's on
    std::string bytes;
};

struct Options {
    /// Seconds since 1970 for the dates in the file (SOURCE_DATE_EPOCH); else the document's own date; else none.
    std::optional<std::int64_t> epoch;
    profile::Profile profile{};
    std::shared_ptr<const icc::Profile> inks{};  ///< what CMYK pictures mean that do not say it, in files of RGB
    std::vector<Attachment> sources{};           ///< what the document was made of
    std::string password{};                      ///< to open it; empty: none
    bool compress = true;                        ///< off: content streams can be read, for tests
};

/// Same pages and options, same bytes. `memory`: of earlier writing with the same FontBook, so that it takes less time.
[[nodiscard]] diag::Result<std::string> write(const layout::Pages&, const font::FontBook&, const Options&,
                                              diag::Diagnostics&, Memory* memory = nullptr);

}  // namespace zheye::pdf
