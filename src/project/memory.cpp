#include "project/memory.h"

#include <algorithm>

namespace zheye::project {

void Memory::begin(const Hash128& theme, const std::shared_ptr<const font::FontBook>& fonts) {
    if (theme == theme_ && fonts == fonts_) return;
    layout = {};
    pdf = {};
    theme_ = theme;
    fonts_ = fonts;
}

void Memory::end_run() {
    yaml.end_run();
    content.end_run();
    layout.end_run();
    pdf.end_run();
}

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
