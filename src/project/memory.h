// What making a brochure leaves for the next time the same brochure is made, when little of it has changed. With it
// everything comes out as without it, only sooner.
#pragma once

#include "base/hash.h"
#include "content/memory.h"
#include "font/font_book.h"
#include "layout/memory.h"
#include "pdf/memory.h"
#include "yaml/memory.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace zheye::project {

class Memory {
public:
    /// Forgets what was made with a theme or fonts that are not those of the last time.
    /// `theme`: a hash of all that it was made of.
    void begin(const Hash128& theme, const std::shared_ptr<const font::FontBook>&);
    /// Forgets what was not used since the last time.
    void end_run();

    // These know neither theme nor fonts.
    yaml::Memory yaml;
    content::Memory content;

    layout::Memory layout;
    pdf::Memory pdf;

private:
    Hash128 theme_{};
    std::shared_ptr<const font::FontBook> fonts_;  ///< held, so that no other can be made in its place
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
