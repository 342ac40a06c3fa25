// What making a brochure leaves for the next time the same brochure is made, when little of it has changed. With it
// everything comes out as without it, only sooner.
#pragma once

#include "font/font_book.h"
#include "pdf/memory.h"
#include "theme/theme.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace zheye::project {

class Memory {
public:
    /// Forgets all if the theme or the fonts are not those of the last time.
    void begin(const std::shared_ptr<const theme::Theme>&, const std::shared_ptr<const font::FontBook>&);
    /// Forgets what was not used since the last time.
    void end_run();

    pdf::Memory pdf;

private:
    // Held, so that no others can be made in their place.
    std::shared_ptr<const theme::Theme> theme_;
    std::shared_ptr<const font::FontBook> fonts_;
};

/// Of the brochures that were made last. Safe to share between threads, as long as each makes another brochure.
class Memories {
public:
    [[nodiscard]] std::shared_ptr<Memory> of(const std::string& brochure);

private:
    static constexpr std::size_t kMost = 4;  ///< a writer works at few at once
    std::mutex mutex_;
    std::list<std::pair<std::string, std::shared_ptr<Memory>>> latest_;  ///< the latest first
};

}  // namespace zheye::project
