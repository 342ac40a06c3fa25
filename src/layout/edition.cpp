#include "layout/edition.h"

#include "layout/check_pages.h"
#include "layout/magnify.h"

namespace zheye::layout {

namespace {

/// Adjacent tags of the same element are one.
void join_tags(Frame& frame) {
    auto& items = frame.items;
    std::optional<NodeId> closed;
    std::size_t kept = 0;  // in place: a page of text is mostly tags
    for (auto& item : items) {
        const auto* begin = std::get_if<TagBegin>(&item);
        if (begin && closed == begin->node && kept > 0 && std::holds_alternative<TagEnd>(items[kept - 1])) {
            --kept;
            continue;
        }
        if (begin) closed = begin->node;
        if (&items[kept] != &item) items[kept] = std::move(item);
        ++kept;
    }
    items.resize(kept);
}

Metadata metadata_of(const content::Document& document) {
    Metadata m;
    m.title = content::plain_text(document.title);
    m.subject = content::plain_text(document.subtitle);
    m.language = document.language;
    m.authors = document.meta.authors;
    m.keywords = document.meta.keywords;
    m.publisher = document.meta.publisher;
    m.date = document.meta.date;
    return m;
}

}  // namespace

Edition::Edition(const content::Document& of, const theme::Theme& in, const font::FontBook& fonts,
                 const text::Hyphenator& hyphenator, const FileSystem& files, diag::Sources& sources,
                 diag::Diagnostics& diagnostics, text::RuleSet off, Memory* memory)
    : document(of),
      theme(in),
      type(in, fonts, hyphenator, files, sources, of.language, pages_, diagnostics, off, memory) {
    pages_.metadata = metadata_of(of);
    pages_.rich_blacks = in.rich_blacks;
    pages_.structure.add(0, Role::document, of.span);
}

void Edition::add_page(Frame frame, const PageSetup& setup, std::string label, double foot) {
    bottoms_.push_back(foot);
    frame.size = {setup.width, setup.height};
    pages_.pages.push_back({std::move(frame), setup.bleed, std::move(label)});
}

std::string Edition::numeral_of(std::size_t chapter) const {
    return numeral(static_cast<int>(chapter) + 1, theme.chapter_numerals, document.language);
}

void Edition::magnify_all() {
    for (auto& page : pages_.pages) {
        page.frame = magnified(std::move(page.frame), factor_);
        page.bleed *= factor_;
    }
    for (auto& entry : pages_.outline) entry.y *= factor_;
    for (double& bottom : bottoms_) bottom *= factor_;
    pages_.magnification = factor_;
}

Pages Edition::finish() {
    number_notes(type, pages_);
    for (auto& page : pages_.pages) join_tags(page.frame);
    if (factor_ != 1) magnify_all();
    report_outside(pages_, bottoms_, type.diagnostics);
    return std::move(pages_);
}

}  // namespace zheye::layout
