// ICC profiles of pictures: whether one is what it says, and for how many components. Must not know formats.
#pragma once

#include "picture/origin.h"

#include <string>

namespace zheye::picture {

/// The profile, if it is a sound one for so many components; else nothing, with a warning: readers of a PDF refuse the
/// whole picture for a profile that does not fit it. Looks at the header and the table of tags (ICC.1:2010, 7.2, 7.3).
[[nodiscard]] std::string checked_profile(std::string bytes, int components, const Origin&);

}  // namespace zheye::picture
