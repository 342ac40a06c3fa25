// Pictures → pictures in the colours of the file that they go into. Must not know PDF objects or where pictures stand.
#pragma once

#include "icc/profile.h"
#include "picture/picture.h"
#include "profile/profile.h"

#include <memory>
#include <optional>
#include <vector>

namespace zheye::pdf {

/// A picture whose colours must become others, or must say which they are, as the profile wants it; nothing if it goes
/// into the file byte for byte. `inks`: what CMYK means where nothing says so; null: unknown.
[[nodiscard]] std::optional<picture::Picture> in_colours_of(const profile::Profile&, const picture::Picture&,
                                                            const icc::Profile* inks);

/// All pictures of a document, those that are used as the profile wants them.
using Pictures = std::vector<std::shared_ptr<const picture::Picture>>;
[[nodiscard]] Pictures in_colours_of(const profile::Profile&, Pictures, const std::vector<bool>& used,
                                     const icc::Profile* inks);

/// How much ink the press of the profile puts where the picture has most of it (4: all inks in full), if it prints the
/// picture as it is; nothing if it has no inks or that cannot be told.
[[nodiscard]] std::optional<double> most_ink(const profile::Profile&, const picture::Picture&);

}  // namespace zheye::pdf
