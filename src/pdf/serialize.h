// Objects → the bytes of a PDF file with object streams and a cross-reference stream.
// Must not know what the objects are for.
#pragma once

#include "pdf/deflate.h"
#include "pdf/haru.h"

#include <string>
#include <string_view>

namespace zheye::pdf {

/// The trailer must have Root and Info; ID is added here, from the content. `version` as in the header: 1.7.
[[nodiscard]] std::string serialize(Objects&, std::string_view version, const Deflater&);

}  // namespace zheye::pdf
