#include "layout/chapter.h"

#include "base/hash.h"
#include "layout/sections.h"
#include "layout/vertical.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace zheye::layout {

namespace {

/// Figures that stand first go to the opener, if they are few enough.
const content::Stats* figures_of(const content::Chapter& chapter, const theme::OpenerStyle& style) {
    if (!style.pages) return nullptr;
    const auto* first = chapter.content.empty() ? nullptr : &chapter.content.front();
    const auto* figures = first ? std::get_if<content::Stats>(&first->value) : nullptr;
    return figures && static_cast<int>(figures->facts.size()) <= style.most_figures ? figures : nullptr;
}

/// pt from the top of the text area at which text begins below the strip.
double top_below_strip(const theme::Theme& theme, const PageSetup& setup, double titles) {
    const double share = setup.vertical ? theme.opener.vertical_strip : theme.opener.strip;
    const double taken = std::max(setup.height * share, titles) + theme.heading.before - setup.text.y;
    return std::max(0.0, std::ceil(taken / setup.grid) * setup.grid);
}

void fill_pages(Typesetter& type, SetChapter& set, const Opener& opener, double top) {
    const auto& chapter = *opener.chapter;
    const auto& setup = set.setup;
    const bool stripped = !set.strip.items.empty();
    auto all = chapter_sections(type, chapter, opener.node, !stripped && opener.figures ? 1 : 0, setup);
    if (stripped && !chapter.byline.empty())
        all.insert(all.begin(), words_across(type, chapter.byline, theme::Style::byline, opener.node, setup));
    if (stripped && !chapter.lead.empty())
        all.insert(all.begin(), words_across(type, chapter.lead, theme::Style::lead, opener.node, setup));
    take_notes(type, all, setup);
    if (!all.empty() && !all.front().galley.empty()) {  // notes of the titles on the strip
        auto notes = set_notes(type, set.strip, all.front().across ? setup.text.width : setup.column, setup.vertical);
        auto& first = all.front().galley.pieces.front().notes;
        first.insert(first.begin(), notes.begin(), notes.end());
    }
    const auto foot = foot_style(type);
    set.flowed = flow(std::move(all), setup, foot, top, type.theme.least_space, type.off);
    if (setup.vertical) set.flowed = turned_pages(std::move(set.flowed), setup);
    const auto& pages = set.flowed.pages;
    if (set.flowed.marks.empty() && pages.size() == 1 && pages.front().frame.items.empty() && !stripped)
        set.flowed.pages.clear();
}

}  // namespace

namespace {

SetChapter set_anew(Typesetter& type, const content::Chapter& chapter, std::string numeral, const PageSetup& setup,
                    double figure_scale) {
    Opener opener;
    opener.figure_scale = figure_scale;
    opener.chapter = &chapter;
    opener.numeral = numeral;
    opener.node = type.node(0, Role::sect, chapter.span);
    opener.figures = figures_of(chapter, type.theme.opener);
    if (opener.figures && !has_room_for_figures(type, chapter, *opener.figures, figure_scale, setup))
        opener.figures = nullptr;
    SetChapter set;
    const bool vertical = chapter.direction == content::Direction::vertical;
    set.setup = vertical ? vertical_setup(setup, type.theme) : setup;
    double top = 0;
    if (type.theme.opener.pages && (!chapter.lead.empty() || opener.figures)) {
        set.opener = furniture(type, {}, setup, true);
        set.opener->place({0, 0}, opener_page(type, opener, setup));
    } else {
        set.strip = vertical ? vertical_opener_strip(type, opener, setup) : opener_strip(type, opener, setup);
        set.strip_right = vertical;
        top = top_below_strip(type.theme, set.setup, opener.bottom);
    }
    set.numeral = std::move(numeral);
    set.title = content::plain_text(chapter.title);
    set.subtitle = content::plain_text(chapter.subtitle);
    set.node = opener.title;
    fill_pages(type, set, opener, top);
    return set;
}

/// Of all that a chapter is made of, but for the theme and the fonts, and what a record knows.
Hash128 key_of(const Typesetter& type, const content::Chapter& chapter, const std::string& numeral,
               const PageSetup& setup, double figure_scale) {
    Fingerprint print;
    print.add(*chapter.made_of).add(numeral).add(type.language).add(std::bit_cast<std::uint64_t>(type.off));
    for (const double measure :
         {setup.width, setup.height, setup.bleed, setup.text.x, setup.text.y, setup.text.width, setup.text.height,
          setup.grid, setup.column, setup.gutter, setup.upright, figure_scale})
        print.add(measure);
    return print.add(setup.columns).add(setup.vertical).hash();
}

}  // namespace

double common_figure_scale(Typesetter& type, const std::vector<content::Chapter>& chapters, const PageSetup& setup) {
    const double width = opener_figures_width(type.theme.opener, setup);
    double scale = 1;
    for (const auto& chapter : chapters)
        if (const auto* figures = figures_of(chapter, type.theme.opener))
            scale = std::min(scale, figure_rows_scale(type, *figures, width));
    return scale;
}

std::shared_ptr<const SetChapter> set_chapter(Typesetter& type, const content::Chapter& chapter, std::string numeral,
                                              const PageSetup& setup, double figure_scale) {
    const auto anew = [&] {
        return std::make_shared<const SetChapter>(set_anew(type, chapter, std::move(numeral), setup, figure_scale));
    };
    if (!type.memory || !chapter.made_of) return anew();
    const auto key = key_of(type, chapter, numeral, setup, figure_scale);
    auto& memory = *type.memory;
    if (const auto known = memory.chapters.find(key); known && type.repeat(known->record)) {
        memory.use(known->log);
        return known->set;
    }
    const auto told = type.diagnostics.told();
    type.begin_record();
    memory.begin_log();
    auto set = anew();
    auto record = type.end_record();
    auto log = memory.end_log();
    if (type.diagnostics.told() == told) memory.chapters.keep(key, KeptChapter{set, std::move(record), std::move(log)});
    return set;
}

}  // namespace zheye::layout
