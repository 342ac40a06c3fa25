// What the profiles of a brochure's files want of its pictures. Looks at finished pages, changes nothing.
#pragma once

#include "base/file_system.h"
#include "diag/diagnostic.h"
#include "icc/profile.h"
#include "layout/frame.h"
#include "profile/profile.h"

#include <memory>
#include <vector>

namespace zheye::project {

/// Tells pictures that are too coarse, once for all files by the strictest of the profiles, and those that keep their
/// colours and would get more ink than the press takes.
void check_pictures(const layout::Pages&, const std::vector<profile::Profile>&, diag::Diagnostics&);

/// What CMYK pictures mean that do not say it, if there is one that must be told; null if not, or if nobody knows.
[[nodiscard]] std::shared_ptr<const icc::Profile> inks_of_pictures(const layout::Pages&, const profile::Profile&,
                                                                   const FileSystem&);

}  // namespace zheye::project
