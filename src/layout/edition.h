// What is being made of a document, in whatever form: the pages so far, and what all forms do alike with them.
#pragma once

#include "content/document.h"
#include "layout/front_matter.h"
#include "layout/page_setup.h"
#include "layout/typesetter.h"

#include <string>
#include <vector>

namespace zheye::layout {

class Edition {
public:
    Edition(const content::Document&, const theme::Theme&, const font::FontBook&, const text::Hyphenator&,
            const FileSystem&, diag::Sources&, diag::Diagnostics&, text::RuleSet off, Memory*);

    /// `foot`: pt from the top of the page, below which no text is to stand.
    void add_page(Frame, const PageSetup&, std::string label, double foot);
    [[nodiscard]] std::size_t page_count() const { return pages_.pages.size(); }
    /// A page that was added empty gets what stands on it.
    void set_frame(std::size_t page, Frame frame) { pages_.pages[page].frame = std::move(frame); }
    void set_sheets(std::vector<SheetSide> sides) { pages_.sheets = std::move(sides); }
    /// The pages are made this much larger when they are finished.
    void magnify(double factor) { factor_ = factor; }
    void add_outline(OutlineEntry entry) { pages_.outline.push_back(std::move(entry)); }

    /// 壹, 一 or 1, as the theme wants it. `chapter` counts from 0.
    [[nodiscard]] std::string numeral_of(std::size_t chapter) const;

    /// Notes numbered, tags joined, everything looked at once more.
    [[nodiscard]] Pages finish();

    const content::Document& document;
    const theme::Theme& theme;

private:
    void magnify_all();

    Pages pages_;
    std::vector<double> bottoms_;  ///< of the pages' text areas
    double factor_ = 1;

public:
    Typesetter type;  ///< its elements go into the pages
};

}  // namespace zheye::layout
