// A page's items → its content streams. Must not know objects.
#include "pdf/page_content.h"

#include "pdf/content_stream.h"
#include "pdf/draw.h"
#include "pdf/text_line.h"
#include "picture/lying.h"

#include <array>
#include <cassert>
#include <optional>
#include <span>
#include <utility>

namespace zheye::pdf {

namespace {

/// Where a page is cut: before the folio, which is the last line of the artifacts that it begins with, and before what
/// belongs to elements.
std::array<std::size_t, 2> cuts(std::span<const layout::Item> items) {
    std::size_t tag = 0;
    while (tag < items.size() && !std::holds_alternative<layout::TagBegin>(items[tag])) ++tag;
    std::size_t folio = tag;
    while (folio > 0 && std::holds_alternative<layout::GlyphRun>(items[folio - 1])) --folio;
    return {folio, tag};
}

class PageWriter {
public:
    PageWriter(const layout::Page& page, const layout::Pages& document, const FontSet& fonts, const Inks& inks,
               SharedResources& shared)
        : page_(page),
          images_(document.images),
          stream_(document.structure, inks, shared, page.frame.size.height),
          text_(fonts, stream_) {}

    PageContent write() {
        const std::span items(page_.frame.items);
        std::vector<PageContent::Stream> streams;
        const auto take = [&] {
            streams.push_back({stream_.take(), {}});
            streams.back().hash = hash128(streams.back().bytes);
        };
        std::size_t done = 0;
        for (const auto cut : cuts(items)) {
            if (cut == done || cut == items.size()) continue;
            stream_.op("q");
            draw_all(items.subspan(done, cut - done));
            stream_.op("Q");
            take();
            text_.begin_stream();
            done = cut;
        }
        draw_all(items.subspan(done));
        take();
        return {std::move(streams), std::move(stream_.resources()), stream_.owners(), std::move(links_),
                stream_.shared().asked()};
    }

    void operator()(const layout::GlyphRun& run) {
        if (run.glyphs.empty() || run.size <= 0) return;
        if (!line_.empty() && !TextWriter::continues(*line_.back(), run)) end_line();
        line_.push_back(&run);
    }
    void operator()(const layout::Shape& shape) {
        end_line();
        draw(stream_, shape);
    }
    void operator()(const layout::Image& image) {
        const auto& picture = *images_[image.image];
        end_line();
        if (picture.drawing) return draw(stream_, image, *picture.drawing);
        draw(stream_, image, picture::lying(picture));
    }
    void operator()(const layout::Link&) { links_.push_back({item_, stream_.owners().size()}); }
    void operator()(layout::TagBegin tag) { belong_to(tag.node); }
    void operator()(layout::TagEnd) { belong_to({}); }

private:
    void draw_all(std::span<const layout::Item> items) {
        if (page_.turned) turn_over();
        item_ = static_cast<std::size_t>(items.data() - page_.frame.items.data());
        for (const auto& item : items) {
            std::visit(*this, item);
            ++item_;
        }
        end_line();
        stream_.finish();
    }

    /// Around the middle of the trimmed sheet, so that its boxes stay where they are.
    void turn_over() {
        const Size size = page_.frame.size;
        for (const double each : {-1.0, 0.0, 0.0, -1.0, size.width, size.height}) stream_.number(each);
        stream_.op("cm");
    }

    void belong_to(std::optional<layout::NodeId> node) {
        end_line();
        assert(!node || !node_);
        node_ = node;
        stream_.belong_to(node);
    }

    void end_line() {
        if (line_.empty()) return;
        text_.write(line_, node_.has_value());
        line_.clear();
    }

    const layout::Page& page_;
    const std::vector<std::shared_ptr<const picture::Picture>>& images_;
    ContentStream stream_;
    TextWriter text_;
    std::vector<PlacedLink> links_;
    std::size_t item_ = 0;  ///< index in the frame
    std::vector<const layout::GlyphRun*> line_;
    std::optional<layout::NodeId> node_;
};

}  // namespace

PageContent draw_page(const layout::Page& page, const layout::Pages& document, const FontSet& fonts, const Inks& inks,
                      SharedResources& shared) {
    shared.begin_page();
    return PageWriter(page, document, fonts, inks, shared).write();
}

}  // namespace zheye::pdf
