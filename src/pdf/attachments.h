// Files that lie in the PDF (PDF 32000-1, 7.11; ISO 19005-3, 6.8). Must not know what they are.
#pragma once

#include "pdf/haru.h"
#include "pdf/metadata.h"
#include "pdf/write.h"

namespace zheye::pdf {

/// Names them in the catalog, as sources of the document.
void embed_attachments(Objects&, Dict catalog, const std::vector<Attachment>&, const Date&);

}  // namespace zheye::pdf
