// Puts the parts of the brochure in order: cover, contents, chapters, back cover. The chapters are laid out first, for
// the contents need their folios; how many pages the contents take does not depend on them.
#include "layout/lay_out.h"

#include "layout/check_pages.h"
#include "layout/flow.h"
#include "layout/front_matter.h"
#include "layout/vertical.h"

#include <algorithm>
#include <cmath>

namespace zheye::layout {

namespace {

/// Adjacent tags of the same element are one.
void join_tags(Frame& frame) {
    std::vector<Item> items;
    items.reserve(frame.items.size());
    std::optional<NodeId> closed;
    for (auto& item : frame.items) {
        const auto* begin = std::get_if<TagBegin>(&item);
        if (begin && closed == begin->node && !items.empty() && std::holds_alternative<TagEnd>(items.back())) {
            items.pop_back();
            continue;
        }
        if (begin) closed = begin->node;
        items.push_back(std::move(item));
    }
    frame.items = std::move(items);
}

/// em: a narrower text area holds no line worth the name.
constexpr double kLeastMeasure = 4;

class Brochure {
public:
    Brochure(const content::Document& document, const theme::Theme& theme, const font::FontBook& fonts,
             const text::Hyphenator& hyphenator, const FileSystem& files, diag::Diagnostics& diagnostics,
             text::RuleSet off)
        : document_(document),
          theme_(theme),
          setup_(page_setup(document.page, theme, off)),
          type_(theme, fonts, hyphenator, files, document.language, pages_, diagnostics, off) {}

    Pages make() {
        metadata();
        pages_.structure.add(0, Role::document, document_.span);
        if (document_.cover) add_page(cover_page(type_, document_, setup_, 0), {}, setup_.height);
        const NodeId front = type_.node(0, Role::div);
        const std::size_t contents_at = pages_.pages.size();
        const std::size_t contents_count = document_.contents ? count_contents() : 0;
        for (std::size_t i = 0; i < contents_count; ++i) add_page({}, {}, setup_.height);
        for (std::size_t i = 0; i < document_.chapters.size(); ++i) chapter(i);
        if (contents_count > 0) {
            auto frames = contents_pages(type_, entries_, setup_, front);
            for (std::size_t i = 0; i < frames.size() && i < contents_count; ++i) {
                Frame page = furniture(type_, {}, setup_, true);
                page.place({0, 0}, std::move(frames[i]));
                pages_.pages[contents_at + i].frame = std::move(page);
            }
        }
        if (document_.cover) add_page(back_cover_page(type_, document_, setup_, 0), {}, setup_.height);
        number_notes(type_, pages_);
        for (auto& page : pages_.pages) join_tags(page.frame);
        report_outside(pages_, bottoms_, type_.diagnostics);
        return std::move(pages_);
    }

private:
    void metadata() {
        auto& m = pages_.metadata;
        m.title = content::plain_text(document_.title);
        m.subject = content::plain_text(document_.subtitle);
        m.language = document_.language;
        m.authors = document_.meta.authors;
        m.keywords = document_.meta.keywords;
        m.publisher = document_.meta.publisher;
        m.date = document_.meta.date;
    }

    /// `foot`: pt from the top of the page, below which no text is to stand.
    void add_page(Frame frame, std::string label, double foot) {
        bottoms_.push_back(foot);
        frame.size = {setup_.width, setup_.height};
        pages_.pages.push_back({std::move(frame), setup_.bleed, std::move(label)});
    }
    [[nodiscard]] std::string folio(std::size_t index) const { return std::to_string(index + 1); }

    [[nodiscard]] std::string numeral_of(std::size_t chapter) const {
        return numeral(static_cast<int>(chapter) + 1, theme_.chapter_numerals, document_.language);
    }

    /// The contents are set once with what is known before the chapters are laid out, for their number of pages only.
    [[nodiscard]] std::size_t count_contents() {
        std::vector<ContentsEntry> entries;
        for (std::size_t i = 0; i < document_.chapters.size(); ++i) {
            const auto& chapter = document_.chapters[i];
            entries.push_back({1, numeral_of(i), chapter.title, chapter.subtitle, 0, 0, "0"});
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
        Typesetter type(theme_, type_.fonts, type_.hyphenator, type_.files, document_.language, scratch, unheard,
                        type_.off);
        return contents_pages(type, entries, setup_, 0).size();
    }

    void chapter(std::size_t index) {
        const auto& chapter = document_.chapters[index];
        Opener opener;
        opener.chapter = &chapter;
        opener.numeral = numeral_of(index);
        opener.node = type_.node(0, Role::sect, chapter.span);
        const auto* first = chapter.content.empty() ? nullptr : &chapter.content.front();
        opener.figures = first ? std::get_if<content::Stats>(&first->value) : nullptr;
        if (opener.figures && static_cast<int>(opener.figures->facts.size()) > theme_.opener.most_figures)
            opener.figures = nullptr;

        const bool page = !chapter.lead.empty() || opener.figures;
        const bool vertical = chapter.direction == content::Direction::vertical;
        const PageSetup text = vertical ? vertical_setup(setup_, theme_) : setup_;
        double top = 0;
        Frame strip;
        const std::size_t at = pages_.pages.size();
        if (page) {
            Frame frame = furniture(type_, {}, setup_, true);
            frame.place({0, 0}, opener_page(type_, opener, setup_));
            add_page(std::move(frame), folio(at), on_page(theme_.opener.body, setup_).bottom());
        } else {
            strip = vertical ? vertical_opener_strip(type_, opener, setup_) : opener_strip(type_, opener, setup_);
            const double share = vertical ? theme_.opener.vertical_strip : theme_.opener.strip;
            const double taken = text.height * share + theme_.heading.before - text.text.y;
            top = std::max(0.0, std::ceil(taken / text.grid) * text.grid);
        }
        entries_.push_back(
            {1, opener.numeral, chapter.title, chapter.subtitle, static_cast<std::uint32_t>(at), 0, folio(at)});
        pages_.outline.push_back(
            {content::plain_text(chapter.title), 1, static_cast<std::uint32_t>(at), 0, opener.title});
        body(chapter, opener, page && opener.figures ? 1 : 0, std::move(strip), text, top);
    }

    /// Figures and tables carry a caption that tells what they are wherever they stand.
    [[nodiscard]] static bool may_float(const content::Block& block) {
        if (const auto* across = std::get_if<content::Across>(&block.value))
            return across->content.size() == 1 && may_float(across->content.front());
        if (const auto* table = std::get_if<content::Table>(&block.value)) return !table->caption.empty();
        return std::holds_alternative<content::Figure>(block.value);
    }
    /// What stands right below a heading must stay there.
    [[nodiscard]] static bool follows_heading(const Section& section) {
        return !section.galley.empty() && section.galley.pieces.back().keep_next;
    }

    /// A subheading at the end of the columns goes across with the block that it announces.
    static void take_heading(Galley& columns, Galley& across) {
        auto begin = columns.pieces.end();
        while (begin != columns.pieces.begin() && std::prev(begin)->keep_next) --begin;
        across.pieces.assign(std::move_iterator(begin), std::move_iterator(columns.pieces.end()));
        columns.pieces.erase(begin, columns.pieces.end());
        if (!across.pieces.empty()) across.pieces.front().break_before = BreakBefore::allowed;
    }

    /// Without rule B7 any line may be the last or the first of a column.
    static void part_anywhere(Galley& galley) {
        for (auto& piece : galley.pieces) {
            piece.keep_next = piece.continues = false;
            if (piece.break_before == BreakBefore::forbidden) piece.break_before = BreakBefore::allowed;
        }
    }

    [[nodiscard]] std::vector<Section> sections(const content::Chapter& chapter, NodeId node, std::size_t skip,
                                                const PageSetup& setup) {
        std::vector<Section> sections;
        Measure across = setup.measure(true), column = setup.measure(false);
        bool new_page = false, new_column = false;
        Galley above;  // what the last block of the section before wants below itself
        for (std::size_t i = skip; i < chapter.content.size(); ++i) {
            const auto& block = chapter.content[i];
            if (const auto* brk = std::get_if<content::Break>(&block.value)) {
                (brk->page ? new_page : new_column) = true;
                continue;
            }
            const bool wide = setup.columns > 1 && (setup.vertical ? wants_all_bands(type_, block)
                                                                   : wants_all_columns(type_, block, setup.column));
            const bool floats = wide && may_float(block);
            new_page = new_page || (wide && new_column);  // the column of a block across is the page
            if (sections.empty() || new_page || floats || sections.back().floats || sections.back().across != wide) {
                if (!sections.empty()) {
                    above.after = sections.back().galley.after;
                    above.heading_last = sections.back().galley.heading_last;
                }
                sections.push_back(
                    {wide, new_page, floats && !(!sections.empty() && follows_heading(sections.back())), {}});
                sections.back().galley = above;
                if (wide && !new_page && sections.size() > 1)
                    take_heading(sections[sections.size() - 2].galley, sections.back().galley);
            }
            auto& galley = sections.back().galley;
            auto& measure = wide ? across : column;
            measure.headings = std::max(across.headings, column.headings);
            const std::size_t begin = galley.pieces.size();
            append_block(galley, type_, block, measure, node);
            if (new_column && begin < galley.pieces.size()) galley.pieces[begin].break_before = BreakBefore::column;
            across.headings = column.headings = measure.headings;
            new_page = new_column = false;
        }
        if (type_.off.has(text::Rule::B7))
            for (auto& section : sections) part_anywhere(section.galley);
        return sections;
    }

    /// Under the strip, where there is no opener page to carry it.
    [[nodiscard]] Section byline(const content::Chapter& chapter, NodeId node, const PageSetup& setup) {
        Section section{true, false, false, {}};
        TypeOptions options;
        options.vertical = setup.vertical;
        const auto shaped = type_.shape(chapter.byline, theme::Style::byline, type_.node(node, Role::p), options);
        append_lines(section.galley, type_.lines(shaped, setup.text.width), 0, setup.text.width, false);
        for (auto& piece : section.galley.pieces) piece.keep_next = true;
        return section;
    }

    void body(const content::Chapter& chapter, const Opener& opener, std::size_t skip, Frame strip,
              const PageSetup& setup, double top) {
        auto all = sections(chapter, opener.node, skip, setup);
        if (!strip.items.empty() && !chapter.byline.empty())
            all.insert(all.begin(), byline(chapter, opener.node, setup));
        const auto notes_of = [&](const Frame& frame, bool across) {
            return set_notes(type_, frame, across ? setup.text.width : setup.column, setup.vertical);
        };
        for (auto& section : all)
            for (auto& piece : section.galley.pieces) piece.notes = notes_of(piece.frame, section.across);
        if (!all.empty() && !all.front().galley.empty()) {  // notes of the titles on the strip
            auto notes = notes_of(strip, all.front().across);
            auto& first = all.front().galley.pieces.front().notes;
            first.insert(first.begin(), notes.begin(), notes.end());
        }
        const auto foot = foot_style(type_);
        auto flowed = flow(std::move(all), setup, foot, top, theme_.least_space, type_.off);
        if (setup.vertical) flowed = turned_pages(std::move(flowed), setup);
        const std::size_t at = pages_.pages.size();
        const bool nothing =
            flowed.marks.empty() && flowed.pages.size() == 1 && flowed.pages.front().frame.items.empty();
        if (nothing && strip.items.empty()) return;
        std::string current = content::plain_text(chapter.subtitle);
        for (std::size_t i = 0; i < flowed.pages.size(); ++i) {
            // As in dictionaries: a left page names what stands at its top, a right page what stands last.
            const bool even = (at + i) % 2 == 1;
            std::string named = current;
            for (const auto& mark : flowed.marks) {
                if (mark.page != i || mark.mark.level != 2) continue;
                current = mark.mark.title;
                if (!even || mark.y < setup.text.y + 2 * setup.grid) named = current;
            }
            const bool stripped = i == 0 && !strip.items.empty();
            const bool folio_left = even || (stripped && setup.vertical);  // the strip stands on the right
            FurnitureText text{opener.numeral + "　" + content::plain_text(chapter.title), named, folio(at + i),
                               folio_left, stripped || flowed.pages[i].bare_top};
            Frame page = furniture(type_, text, setup_, false);
            if (stripped) page.place({0, 0}, std::move(strip));
            page.place({0, 0}, std::move(flowed.pages[i].frame));
            add_page(std::move(page), folio(at + i), setup_.text.bottom());
        }
        for (auto& mark : flowed.marks) {
            if (setup.vertical) mark.y = setup_.text.y;
            record(mark, at);
        }
    }

    void record(const FlowMark& mark, std::size_t first) {
        const auto page = static_cast<std::uint32_t>(first + mark.page);
        pages_.outline.push_back({mark.mark.title, mark.mark.level, page, mark.y, mark.mark.node});
        if (mark.mark.level == 2) entries_.push_back({2, {}, plain(mark.mark.title), {}, page, mark.y, folio(page)});
    }

    const content::Document& document_;
    const theme::Theme& theme_;
    const PageSetup setup_;
    Pages pages_;
    Typesetter type_;
    std::vector<ContentsEntry> entries_;
    std::vector<double> bottoms_;  ///< of the pages' text areas
};

}  // namespace

diag::Result<Pages> lay_out(const content::Document& document, const theme::Theme& theme, const font::FontBook& fonts,
                            const text::Hyphenator& hyphenator, const FileSystem& files, diag::Diagnostics& diagnostics,
                            text::RuleSet off) {
    if (const auto setup = page_setup(document.page, theme, off);
        setup.text.width < kLeastMeasure * theme.style(theme::Style::body).size || setup.text.height > setup.height) {
        diagnostics.error("page-too-small", document.span,
                          {"页面太小，主题的页边距没有给文字留下地方",
                           "the page is too small: the theme's margins leave no room for text"});
        return std::unexpected(diag::Failed{});
    }
    auto pages = Brochure(document, theme, fonts, hyphenator, files, diagnostics, off).make();
    if (diagnostics.has_errors()) return std::unexpected(diag::Failed{});
    return pages;
}

}  // namespace zheye::layout
