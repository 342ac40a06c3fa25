// All pages → what they show of the faces and then their contents; what is known from the last time is not made again.
// Must not know how a page is drawn.
#pragma once

#include "pdf/fonts.h"
#include "pdf/memory.h"
#include "pdf/page_content.h"

#include <memory>
#include <vector>

namespace zheye::pdf {

class DrawnPages {
public:
    /// The document stays where it is.
    DrawnPages(const layout::Pages&, Memory*);
    [[nodiscard]] const std::vector<std::shared_ptr<const PageGlyphs>>& glyphs() const { return glyphs_; }
    /// `fonts`: of these glyphs.
    [[nodiscard]] PageContents draw(const FontSet& fonts, const Inks&, SharedResources&) const;

private:
    [[nodiscard]] Hash128 key_of(std::size_t page, const FontSet&) const;

    const layout::Pages& document_;
    Memory* memory_;
    std::vector<Hash128> keys_;  ///< only with a memory
    std::vector<std::shared_ptr<const PageGlyphs>> glyphs_;
};

}  // namespace zheye::pdf
