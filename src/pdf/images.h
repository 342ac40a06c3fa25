// Pictures → image objects, each once. Must not know where they are placed.
#pragma once

#include "layout/frame.h"
#include "pdf/haru.h"
#include "pdf/write.h"

#include <vector>

namespace zheye::pdf {

/// One for every picture of the document, in its order; a picture that no page shows has no object.
[[nodiscard]] std::vector<Ref> embed_images(Objects&, const layout::Pages&, const std::vector<bool>& used,
                                            const Options&);

}  // namespace zheye::pdf
