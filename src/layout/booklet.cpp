// A booklet: cover, contents, chapters, back cover. The chapters are laid out first, for the contents need their
// folios; how many pages the contents take does not depend on them. Sheets make the pages of a booklet, so there are
// as many as four divides: what lacks is filled up.
#include "layout/chapter.h"
#include "layout/forms.h"

#include <memory>
#include <utility>

namespace zheye::layout {

namespace {

/// A sheet folded once has four.
constexpr std::size_t kPagesOfSheet = 4;

class Booklet {
public:
    Booklet(Edition& edition, const PageSetup& setup)
        : edition_(edition), type_(edition.type), document_(edition.document), setup_(setup) {}

    void make() {
        report_no_chapters();
        std::optional<Frame> cover;
        if (document_.cover) cover = cover_page(type_, document_, setup_, 0);
        const NodeId front = type_.node(0, Role::div);
        const std::size_t contents = document_.contents ? count_contents() : 0;
        std::vector<std::shared_ptr<const SetChapter>> chapters;
        const double figure_scale = common_figure_scale(type_, document_.chapters, setup_);
        for (std::size_t i = 0; i < document_.chapters.size(); ++i)
            chapters.push_back(set_chapter(type_, document_.chapters[i], edition_.numeral_of(i), setup_, figure_scale));

        std::size_t count = contents + (document_.cover ? 2 : 0);
        for (const auto& chapter : chapters) count += chapter->page_count();
        const auto filling = filling_for(count);
        if (cover) add_whole_page(std::move(*cover));
        if (filling.inside_cover) add_whole_page(quiet_page(type_, setup_));
        const std::size_t contents_at = edition_.page_count();
        for (std::size_t i = 0; i < contents; ++i) add_whole_page({});
        for (std::size_t i = 0; i < chapters.size(); ++i) add_chapter(*chapters[i], document_.chapters[i]);
        if (contents > 0) fill_contents(contents_at, contents, front);
        if (filling.notes) add_whole_page(notes_page(type_, setup_));
        for (int i = 0; i < filling.quiet; ++i) add_whole_page(quiet_page(type_, setup_));
        if (document_.cover) add_whole_page(back_cover_page(type_, document_, setup_, 0));
    }

private:
    /// Right for a cover made by itself, and a slip in all other cases.
    void report_no_chapters() {
        if (!document_.chapters.empty()) return;
        type_.diagnostics.warning(
            "no-chapters", document_.span,
            {"这本册子没有正文，只有封面、目录和封底", "this brochure has no chapters, only covers and contents"},
            {{"在“chapters”（章）里写正文", "write chapters under “chapters”"}});
    }

    /// The pages that a multiple of four lacks. One is a page for notes before the back cover; two leave the inside of
    /// the front cover free as well, three the inside of the back cover too.
    struct Filling {
        bool inside_cover = false, notes = false;
        int quiet = 0;
    };
    [[nodiscard]] Filling filling_for(std::size_t pages) const {
        const auto wish = document_.page.fill.value_or(document_.cover ? content::Fill::notes : content::Fill::none);
        const int lacking = static_cast<int>((kPagesOfSheet - pages % kPagesOfSheet) % kPagesOfSheet);
        if (wish == content::Fill::none || pages < kPagesOfSheet || lacking == 0) return {};
        Filling filling;
        filling.inside_cover = document_.cover && lacking > 1;
        filling.notes = wish == content::Fill::notes;
        filling.quiet = lacking - (filling.inside_cover ? 1 : 0) - (filling.notes ? 1 : 0);
        return filling;
    }

    void add_whole_page(Frame frame) { edition_.add_page(std::move(frame), setup_, {}, setup_.height); }
    [[nodiscard]] static std::string folio(std::size_t index) { return std::to_string(index + 1); }

    /// The contents are set once with what is known before the chapters are laid out, for their number of pages only.
    [[nodiscard]] std::size_t count_contents() {
        std::vector<ContentsEntry> entries;
        for (std::size_t i = 0; i < document_.chapters.size(); ++i) {
            const auto& chapter = document_.chapters[i];
            entries.push_back({1, edition_.numeral_of(i), chapter.title, chapter.subtitle, 0, 0, "0"});
            const auto add = [&](const content::Block& block) {
                if (const auto* heading = std::get_if<content::Heading>(&block.value); heading && heading->level == 1)
                    entries.push_back({2, {}, heading->text, {}, 0, 0, "0"});
            };
            for (const auto& block : chapter.content) {
                add(block);
                if (const auto* across = std::get_if<content::Across>(&block.value))
                    for (const auto& inner : across->content) add(inner);
            }
        }
        Pages scratch;
        scratch.structure.add(0, Role::document);
        diag::Diagnostics unheard;  // the same text is set again, and then reported
        Typesetter type(type_.theme, type_.fonts, type_.hyphenator, type_.files, type_.sources, document_.language,
                        scratch, unheard, type_.off, type_.memory);
        return contents_pages(type, entries, setup_, 0).size();
    }

    void fill_contents(std::size_t at, std::size_t count, NodeId front) {
        auto frames = contents_pages(type_, entries_, setup_, front);
        for (std::size_t i = 0; i < frames.size() && i < count; ++i) {
            Frame page = furniture(type_, {}, setup_, true);
            page.place({0, 0}, std::move(frames[i]));
            edition_.set_frame(at + i, std::move(page));
        }
    }

    void add_chapter(const SetChapter& set, const content::Chapter& chapter) {
        const std::size_t at = edition_.page_count();
        if (set.opener)
            edition_.add_page(*set.opener, setup_, folio(at), on_page(edition_.theme.opener.body, setup_).bottom());
        const auto page = static_cast<std::uint32_t>(at);
        entries_.push_back({1, set.numeral, chapter.title, chapter.subtitle, page, 0, folio(at)});
        edition_.add_outline({set.title, 1, page, 0, set.node});
        add_text_pages(set);
    }

    void add_text_pages(const SetChapter& set) {
        const std::size_t at = edition_.page_count();
        std::string current = set.subtitle;
        for (std::size_t i = 0; i < set.flowed.pages.size(); ++i) {
            // As in dictionaries: a left page names what stands at its top, a right page what stands last.
            const bool even = (at + i) % 2 == 1;
            std::string named = current;
            for (const auto& mark : set.flowed.marks) {
                if (mark.page != i || mark.mark.level != 2) continue;
                current = mark.mark.title;
                const double top = std::max(set.setup.text.y, set.flowed.pages[i].below_picture);
                const bool first = i == 0 && named == set.subtitle;  // nothing goes on from the page before
                if (!even || first || mark.y < top + 3 * set.setup.grid) named = current;
            }
            const bool stripped = i == 0 && !set.strip.items.empty();
            const FurnitureText text{set.numeral + type_.words.numeral_end + set.title,
                                     named,
                                     folio(at + i),
                                     even,
                                     stripped || set.flowed.pages[i].bare_top,
                                     set.flowed.pages[i].bare_foot,
                                     stripped && set.strip_right};
            Frame page = furniture(type_, text, setup_, false);
            if (stripped) page.place({0, 0}, set.strip);
            page.place({0, 0}, set.flowed.pages[i].frame);
            edition_.add_page(std::move(page), setup_, folio(at + i), setup_.text.bottom());
        }
        for (const auto& mark : set.flowed.marks) record(mark, set.setup.vertical ? setup_.text.y : mark.y, at);
    }

    void record(const FlowMark& mark, double y, std::size_t first) {
        const auto page = static_cast<std::uint32_t>(first + mark.page);
        edition_.add_outline({mark.mark.title, mark.mark.level, page, y, mark.mark.node});
        if (mark.mark.level == 2) entries_.push_back({2, {}, plain(mark.mark.title), {}, page, y, folio(page)});
    }

    Edition& edition_;
    Typesetter& type_;
    const content::Document& document_;
    const PageSetup& setup_;
    std::vector<ContentsEntry> entries_;
};

}  // namespace

void lay_out_booklet(Edition& edition, const PageSetup& setup) { Booklet(edition, setup).make(); }

}  // namespace zheye::layout
