#include "project/memory.h"

#include <algorithm>

namespace zheye::project {

void Memory::begin(const std::shared_ptr<const theme::Theme>& theme,
                   const std::shared_ptr<const font::FontBook>& fonts) {
    if (theme == theme_ && fonts == fonts_) return;
    pdf = {};
    theme_ = theme;
    fonts_ = fonts;
}

void Memory::end_run() { pdf.end_run(); }

std::shared_ptr<Memory> Memories::of(const std::string& brochure) {
    const std::lock_guard lock(mutex_);
    const auto at = std::ranges::find(latest_, brochure, [](const auto& entry) { return entry.first; });
    if (at != latest_.end())
        latest_.splice(latest_.begin(), latest_, at);
    else
        latest_.emplace_front(brochure, std::make_shared<Memory>());
    if (latest_.size() > kMost) latest_.pop_back();
    return latest_.front().second;
}

}  // namespace zheye::project
