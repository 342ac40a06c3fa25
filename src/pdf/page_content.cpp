// A page's items → its content stream. Must not know objects.
#include "pdf/page_content.h"

#include "pdf/content_stream.h"
#include "pdf/draw.h"
#include "pdf/text_line.h"

#include <cassert>
#include <optional>

namespace zheye::pdf {

namespace {

/// An element that is part of a line of the block around it.
bool is_inline(layout::Role role) {
    using layout::Role;
    return role == Role::link || role == Role::span || role == Role::reference || role == Role::ruby ||
           role == Role::ruby_base || role == Role::ruby_text;
}

class PageWriter {
public:
    PageWriter(const layout::Page& page, const layout::Pages& document, const FontSet& fonts, SharedResources& shared)
        : page_(page),
          structure_(document.structure),
          images_(document.images),
          stream_(document.structure, shared, page.frame.size.height),
          text_(fonts, stream_) {}

    PageContent write() {
        for (const auto& item : page_.frame.items) {
            ++seen_;
            std::visit(*this, item);
        }
        end_line();
        stream_.finish();
        return {std::move(stream_.out()), std::move(stream_.resources()), stream_.owners(), std::move(links_)};
    }

    void operator()(const layout::GlyphRun& run) {
        if (run.glyphs.empty() || run.size <= 0) return;
        // A reading is one text, however its symbols stand.
        const bool goes_on = owner_ && owner_->reading;
        if (!line_.empty() && !goes_on && !TextWriter::continues(*line_.back(), run)) end_line();
        line_.push_back(&run);
    }
    void operator()(const layout::Shape& shape) {
        end_line();
        draw(stream_, shape);
    }
    void operator()(const layout::Image& image) {
        end_line();
        draw(stream_, image, images_[image.image]->orientation);
    }
    void operator()(const layout::Link& link) { links_.push_back({&link, stream_.owners().size()}); }
    void operator()(layout::TagBegin tag) { belong_to(tag.node); }
    void operator()(layout::TagEnd) { belong_to({}); }

private:
    void belong_to(std::optional<layout::NodeId> node) {
        end_line();
        assert(!node || !owner_);
        owner_.reset();
        if (node) owner_ = Owner{block_of(*node), is_reading(*node)};
        stream_.belong_to(node);
    }

    layout::NodeId block_of(layout::NodeId node) const {
        while (node != 0 && is_inline(structure_.nodes[node].role)) node = structure_.nodes[node].parent;
        return node;
    }

    bool is_reading(layout::NodeId node) const { return structure_.nodes[node].role == layout::Role::ruby_text; }

    /// The text after the items that were seen, if it is in the same block and nothing is drawn before it.
    const layout::GlyphRun* next_of_block() const {
        if (!owner_) return nullptr;
        bool ours = false;
        for (auto i = seen_; i < page_.frame.items.size(); ++i) {
            const auto& item = page_.frame.items[i];
            if (const auto* tag = std::get_if<layout::TagBegin>(&item))
                ours = block_of(tag->node) == owner_->block && !is_reading(tag->node);
            else if (const auto* run = std::get_if<layout::GlyphRun>(&item); run && ours && !run->glyphs.empty())
                return run;
            else if (!std::holds_alternative<layout::Link>(item))
                return nullptr;
        }
        return nullptr;
    }

    void end_line() {
        if (line_.empty()) return;
        text_.write(line_, owner_, next_of_block());
        line_.clear();
    }

    const layout::Page& page_;
    const layout::Structure& structure_;
    const std::vector<std::shared_ptr<const picture::Picture>>& images_;
    ContentStream stream_;
    TextWriter text_;
    std::vector<PlacedLink> links_;
    std::vector<const layout::GlyphRun*> line_;
    std::size_t seen_ = 0;        ///< items, that which is looked at included
    std::optional<Owner> owner_;  ///< of what is drawn now
};

}  // namespace

PageContent draw_page(const layout::Page& page, const layout::Pages& document, const FontSet& fonts,
                      SharedResources& shared) {
    return PageWriter(page, document, fonts, shared).write();
}

}  // namespace zheye::pdf
