// What is drawn on pages → page objects, with what several have in common only once. Must not know what is drawn.
#pragma once

#include "layout/frame.h"
#include "pdf/haru.h"
#include "pdf/inks.h"
#include "pdf/page_content.h"
#include "pdf/resources.h"

#include <vector>

namespace zheye::pdf {

/// `press`: all boxes are said.
void embed_pages(Objects&, const layout::Pages&, const PageContents& contents, const std::vector<Ref>& pages,
                 const SharedResources::Refs&, const Inks&, bool press);

}  // namespace zheye::pdf
