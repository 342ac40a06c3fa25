// A leaf that is folded once or twice: each panel is a page for the reader, in the order in which he meets them, and
// the plan of the folds says where it lies on the sheet. The text stands alike on all panels, as wide as the narrowest
// of them has room for.
#include "layout/chapter_head.h"
#include "layout/forms.h"
#include "layout/overflow.h"
#include "layout/panel_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace zheye::layout {

namespace {

class Leaf {
public:
    Leaf(Edition& edition, const PageSetup& sheet)
        : edition_(edition),
          type_(edition.type),
          document_(edition.document),
          plan_(plan_panels(document_.form, {sheet.width, sheet.height}, edition.theme.panels.fold_in)),
          text_(panel_setup(plan_.narrowest())) {}

    void make() {
        const bool covered = document_.cover.has_value();
        if (covered) add(cover_page(type_, document_, panel(0), 0), 0, panel(0).height);
        const auto closing = covered ? closing_blocks() : content::Blocks{};
        Flowed flowed = fill(closing.size());
        const std::size_t first = covered ? 1 : 0, room = plan_.widths.size() - (covered ? 2 : 0);
        if (flowed.pages.size() > room) report(flowed, room);
        // The panel that is folded in comes after the cover; it stays quiet where the inside alone is enough.
        const bool inside_only = covered && plan_.folded_in && flowed.pages.size() < room;
        if (inside_only) add(quiet_page(type_, panel(first)), first, panel(first).height);
        add_text(std::move(flowed), covered ? plan_.back() : plan_.widths.size());
        while (edition_.page_count() < plan_.widths.size() - (covered ? 1 : 0)) {
            const auto index = edition_.page_count();
            add(quiet_page(type_, panel(index)), index, panel(index).height);
        }
        place_on_sheets(covered);
        if (covered) add_back(closing);
    }

private:
    [[nodiscard]] PageSetup panel_setup(double width) const {
        content::PageSetup wish;
        wish.width = width;
        wish.height = plan_.sides.front().size.height;
        wish.columns = 1;
        return page_setup(wish, edition_.theme, type_.off);
    }
    [[nodiscard]] PageSetup panel(std::size_t index) const {
        return panel_setup(index < plan_.widths.size() ? plan_.widths[index] : plan_.widths.front());
    }
    void add(Frame frame, std::size_t index, double foot) {
        edition_.add_page(std::move(frame), panel(index), {}, foot);
    }

    /// An address or a code at the very end goes to the back.
    [[nodiscard]] content::Blocks closing_blocks() const {
        content::Blocks closing;
        if (document_.chapters.empty()) return closing;
        const auto& blocks = document_.chapters.back().content;
        const auto closes = [](const content::Block& block) {
            return std::holds_alternative<content::Contact>(block.value) ||
                   std::holds_alternative<content::Qr>(block.value);
        };
        if (!blocks.empty() && closes(blocks.back())) closing.push_back(blocks.back());
        return closing;
    }

    /// Every chapter begins on a panel of its own if there are enough of them.
    Flowed fill(std::size_t closing) {
        std::vector<std::vector<Section>> chapters;
        for (std::size_t i = 0; i < document_.chapters.size(); ++i) {
            auto chapter = document_.chapters[i];
            if (i + 1 == document_.chapters.size()) chapter.content.resize(chapter.content.size() - closing);
            chapters.push_back(headed_chapter(type_, chapter, edition_.numeral_of(i), text_));
        }
        const std::size_t room = plan_.widths.size() - (document_.cover ? 2 : 0);
        Flowed apart = flow_all(chapters, true);
        return apart.pages.size() <= room ? std::move(apart) : flow_all(chapters, false);
    }
    Flowed flow_all(const std::vector<std::vector<Section>>& chapters, bool apart) {
        std::vector<Section> all;
        for (const auto& chapter : chapters) {
            const std::size_t at = all.size();
            std::ranges::copy(chapter, std::back_inserter(all));
            if (apart) all[at].new_page = true;
        }
        const auto foot = foot_style(type_);
        return flow(std::move(all), text_, foot, 0, type_.theme.least_space, type_.off);
    }

    void report(const Flowed& flowed, std::size_t room) {
        const auto over = overflow(flowed, room, text_);
        const auto name = name_of(document_.form);
        const std::size_t others = plan_.widths.size() - room;
        const auto needed = flowed.pages.size() + others, there = plan_.widths.size();
        type_.diagnostics.warning(
            "form-full", over.place,
            {fmt::format("{}排不下，从这里起多出约 {} 行（内容要 {} 面，只有 {} 面）", name.zh, over.lines, needed,
                         there),
             fmt::format("does not fit the {}: from here about {} lines too many (it takes {} panels and has {})",
                         name.en, over.lines, needed, there)},
            {{"缩短内容，或换用册子、更大的纸；多出的面只在屏幕版里",
              "shorten it, or take a booklet or a larger sheet; the further panels are only in the screen version"}});
    }

    /// `end`: the panel that text must not take; what is too much follows after all the others.
    void add_text(Flowed flowed, std::size_t end) {
        std::vector<std::uint32_t> page_of;
        for (auto& page : flowed.pages) {
            const std::size_t index = edition_.page_count();
            page_of.push_back(static_cast<std::uint32_t>(index));
            const auto setup = panel(std::min(index, end - 1));
            Frame frame = furniture(type_, {}, setup, true);
            const auto& ground = edition_.theme.panels.fold_in_ground;
            const double b = setup.bleed;
            if (ground && index == plan_.folded_in)
                draw_area(frame, {-b, -b, setup.width + 2 * b, setup.height + 2 * b}, *ground);
            frame.place({(setup.width - text_.width) / 2, 0}, std::move(page.frame));
            edition_.add_page(std::move(frame), setup, {}, setup.text.bottom());
        }
        for (const auto& mark : flowed.marks)
            edition_.add_outline({mark.mark.title, mark.mark.level, page_of[mark.page], mark.y, mark.mark.node});
    }

    /// The back is the last page, even where more panels came before it than there is room for.
    void place_on_sheets(bool covered) {
        auto sides = plan_.sides;
        const auto back = static_cast<std::uint32_t>(plan_.back());
        for (auto& side : sides)
            for (auto& panel : side.panels)
                if (covered && panel.page == back) panel.page = static_cast<std::uint32_t>(edition_.page_count());
        edition_.set_sheets(std::move(sides));
    }

    void add_back(const content::Blocks& closing) {
        const auto setup = panel(plan_.back());
        Frame page = back_cover_page(type_, document_, setup, 0);
        const Rect area = on_page(edition_.theme.panels.closing, setup);
        Measure measure = setup.measure(false);
        measure.width = area.width;
        auto galley = set_blocks(type_, closing, measure, 0);
        if (!galley.empty()) {
            Room room;
            room.height = room.whole = area.height;
            room.force = true;
            std::vector<PlacedMark> marks;
            page.place({area.x, area.y}, compose(galley, {0, galley.pieces.size(), area.height}, room, true, marks));
        }
        add(std::move(page), plan_.back(), setup.height);
    }

    Edition& edition_;
    Typesetter& type_;
    const content::Document& document_;
    const PanelPlan plan_;
    const PageSetup text_;  ///< of the narrowest panel
};

}  // namespace

void lay_out_panels(Edition& edition, const PageSetup& sheet) { Leaf(edition, sheet).make(); }

}  // namespace zheye::layout
