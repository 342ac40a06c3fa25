// Objects → the bytes of a PDF 1.7 file with object streams and a cross-reference stream.
// Must not know what the objects are for.
#pragma once

#include "pdf/haru.h"

#include <string>

namespace zheye::pdf {

/// The trailer must have Root and Info; ID is added here, from the content. `compress` off leaves all streams readable.
[[nodiscard]] std::string serialize(Objects&, bool compress);

}  // namespace zheye::pdf
