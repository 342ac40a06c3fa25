// Pictures → image objects, each once. Must not know where they are placed.
#pragma once

#include "pdf/haru.h"
#include "pdf/picture_colours.h"
#include "pdf/write.h"

#include <vector>

namespace zheye::pdf {

/// One for every picture, in order; one that no page shows has no object.
[[nodiscard]] std::vector<Ref> embed_images(Objects&, const Pictures&, const std::vector<bool>& used, const Options&);

}  // namespace zheye::pdf
