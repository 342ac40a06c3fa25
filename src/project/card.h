// Pages → the card of a brochure; and the jobs that write the cards of many: a batch of its own beside the one that
// makes the files, so that a cover is drawn again only when something in its brochure has changed.
#pragma once

#include "content/document.h"
#include "font/font_book.h"
#include "layout/frame.h"
#include "project/batch.h"
#include "project/job.h"
#include "site/card.h"

#include <string>
#include <vector>

namespace zheye::project {

/// There is a page.
[[nodiscard]] site::Card card_of(const layout::Pages&, content::Form, const font::FontBook&);

/// Where the cards of an output folder's brochures are.
[[nodiscard]] std::string cards_folder(const std::string& out);
/// The same brochures, in the same order, with their cards as targets.
[[nodiscard]] std::vector<Job> card_jobs(const std::vector<Job>&, const std::string& out);
[[nodiscard]] Plan card_plan(Plan);

}  // namespace zheye::project
