#include "layout/sections.h"

#include "layout/vertical.h"

#include <algorithm>
#include <iterator>

namespace zheye::layout {

namespace {

using Floats = Section::Floats;

/// Figures and tables carry a caption that tells what they are wherever they stand.
Floats floats_as(const content::Block& block) {
    const auto as = [](const content::RichText& caption, Floats kind) { return caption.empty() ? Floats::no : kind; };
    if (const auto* across = std::get_if<content::Across>(&block.value))
        return across->content.size() == 1 ? floats_as(across->content.front()) : Floats::no;
    if (const auto* table = std::get_if<content::Table>(&block.value)) return as(table->caption, Floats::table);
    if (const auto* hub = std::get_if<content::Hub>(&block.value)) return as(hub->caption, Floats::figure);
    if (const auto* diagram = std::get_if<content::Flow>(&block.value)) return as(diagram->caption, Floats::figure);
    const auto* figure = std::get_if<content::Figure>(&block.value);
    if (!figure) return Floats::no;
    const bool named = !figure->caption.empty() ||
                       std::ranges::any_of(figure->pictures, [](const auto& one) { return !one.caption.empty(); });
    return named ? Floats::figure : Floats::unnamed;
}

/// What stands right below a heading must stay there.
bool follows_heading(const Section& section) {
    return !section.galley.empty() && section.galley.pieces.back().keep_next;
}

/// A heading at the end of the columns, with its lead, goes across with the block that it announces.
void take_heading(Galley& columns, Galley& across) {
    auto begin = columns.pieces.end();
    const auto joined = [&] { return begin != columns.pieces.end() && begin->break_before == BreakBefore::forbidden; };
    while (begin != columns.pieces.begin() && (std::prev(begin)->keep_next || joined())) --begin;
    across.pieces.assign(std::move_iterator(begin), std::move_iterator(columns.pieces.end()));
    columns.pieces.erase(begin, columns.pieces.end());
    if (!across.pieces.empty()) across.pieces.front().break_before = BreakBefore::allowed;
}

/// Without rule B7 any line may be the last or the first of a column.
void part_anywhere(Galley& galley) {
    for (auto& piece : galley.pieces) {
        piece.keep_next = piece.continues = false;
        if (piece.break_before == BreakBefore::forbidden) piece.break_before = BreakBefore::allowed;
    }
}

class Sections {
public:
    Sections(Typesetter& type, NodeId node, const PageSetup& setup)
        : type_(type), node_(node), setup_(setup), across_(setup.measure(true)), column_(setup.measure(false)) {}

    void add(const content::Block& block) {
        if (const auto* brk = std::get_if<content::Break>(&block.value)) {
            (brk->to == content::Break::To::column ? new_column_ : new_page_) = true;
            may_stay_ = brk->to == content::Break::To::section;
            return;
        }
        const bool wide = setup_.columns > 1 &&
                          (setup_.vertical ? wants_all_bands(type_, block)
                                           : wants_all_columns(type_, block, {setup_.column, setup_.text.height}));
        const bool may_float = wide || (setup_.columns == 1 && !setup_.vertical);
        const auto floats = may_float ? floats_as(block) : Floats::no;
        new_page_ = new_page_ || (wide && new_column_);  // the column of a block across is the page
        if (all_.empty() || new_page_ || floats != Floats::no || all_.back().floats != Floats::no ||
            all_.back().across != wide)
            begin_section(wide, floats);
        auto& galley = all_.back().galley;
        auto& measure = wide ? across_ : column_;
        measure.headings = std::max(across_.headings, column_.headings);
        const std::size_t begin = galley.pieces.size();
        append_block(galley, type_, block, measure, node_);
        if (new_column_ && begin < galley.pieces.size()) galley.pieces[begin].break_before = BreakBefore::column;
        across_.headings = column_.headings = measure.headings;
        new_page_ = new_column_ = may_stay_ = false;
    }

    [[nodiscard]] std::vector<Section> take() {
        if (type_.off.has(text::Rule::B7))
            for (auto& section : all_) part_anywhere(section.galley);
        return std::move(all_);
    }

private:
    void begin_section(bool wide, Floats floats) {
        if (!all_.empty()) {
            above_.after = all_.back().galley.after;
            above_.heading_last = all_.back().galley.heading_last;
        }
        if (!all_.empty() && follows_heading(all_.back())) floats = Floats::no;
        all_.push_back({wide, new_page_, floats, {}, new_page_ && may_stay_});
        all_.back().galley = above_;
        if (wide && !new_page_ && all_.size() > 1) take_heading(all_[all_.size() - 2].galley, all_.back().galley);
    }

    Typesetter& type_;
    NodeId node_;
    const PageSetup& setup_;
    std::vector<Section> all_;
    Measure across_, column_;
    bool new_page_ = false, new_column_ = false, may_stay_ = false;
    Galley above_;  ///< what the last block of the section before wants below itself
};

}  // namespace

std::vector<Section> chapter_sections(Typesetter& type, const content::Chapter& chapter, NodeId node, std::size_t skip,
                                      const PageSetup& setup) {
    Sections sections(type, node, setup);
    for (std::size_t i = skip; i < chapter.content.size(); ++i) sections.add(chapter.content[i]);
    return sections.take();
}

Section words_across(Typesetter& type, const content::RichText& words, theme::Style style, NodeId parent,
                     const PageSetup& setup) {
    Section section{true, false, Floats::no, {}};
    TypeOptions options;
    options.vertical = setup.vertical;
    const auto shaped = type.shape(words, style, type.node(parent, Role::p), options);
    append_lines(section.galley, type.lines(shaped, setup.text.width), 0, setup.text.width, false);
    for (auto& piece : section.galley.pieces) piece.keep_next = true;
    return section;
}

void take_notes(Typesetter& type, std::vector<Section>& sections, const PageSetup& setup) {
    for (auto& section : sections)
        for (auto& piece : section.galley.pieces)
            piece.notes =
                set_notes(type, piece.frame, section.across ? setup.text.width : setup.column, setup.vertical);
}

}  // namespace zheye::layout
