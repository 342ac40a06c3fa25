// Keys that several mappings share.
#pragma once

#include "content/schema.h"

#include <array>

namespace zheye::content::keys {

inline constexpr std::array kDirections{Choice{"horizontal", "横排"}, Choice{"vertical", "竖排|直排"}};

/// Of a chapter, a box, a cover's title.
inline constexpr Key kDirection{"direction",
                                "方向|排向",
                                Kind::choice,
                                kScalar,
                                false,
                                "横排，或竖排（从右到左的直行）",
                                "horizontal, or vertical (lines run down, from right to left)",
                                {},
                                kDirections};

/// Of all that is seen and not read.
inline constexpr Key kAlt{"alt",
                          "替代文字",
                          Kind::text,
                          kScalar,
                          false,
                          "给看不见图的读者的文字",
                          "text for those who do not see the picture",
                          {},
                          {}};

}  // namespace zheye::content::keys
