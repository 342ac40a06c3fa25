// A page's items → elements. Must not know documents.
#pragma once

#include "layout/frame.h"
#include "svg/definitions.h"

#include <string>

namespace zheye::svg {

/// Where links lead: not at all, or to `#page-N` inside and to addresses outside.
enum class Links : unsigned char { none, shown };

[[nodiscard]] std::string draw(const layout::Page&, const layout::Pages&, Definitions&, Links);

}  // namespace zheye::svg
