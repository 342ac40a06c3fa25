// What the licence bits of a face allow. Must not know what it is used for.
#pragma once

#include "font/font_book.h"

namespace zheye::font {

/// Whether the face may lie in a file as a subset (OpenType, OS/2, fsType): it may not where its bits say that only its
/// owner may use it, that it must be whole, or that only bitmaps may be taken. A face without bits may.
[[nodiscard]] bool may_be_embedded(const Face&);

}  // namespace zheye::font
