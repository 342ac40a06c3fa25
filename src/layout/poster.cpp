// A poster: one page with a title across its head, then the chapters under each other, each in columns below its own
// head. It is laid out on a small page in the theme's sizes and magnified. The factor is found by trying: the largest
// at which everything fits, but no smaller than lets the text be read from where people stand, and not above the
// theme's bound.
#include "layout/chapter_head.h"
#include "layout/forms.h"
#include "layout/overflow.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace zheye::layout {

namespace {

/// Halvings of the range in which the factor is sought.
constexpr int kSteps = 7;
constexpr int kMostColumns = 4;

/// Another column is worth it from so much larger type on.
constexpr double kBetter = 1.03;

/// How the small page is made.
struct Plan {
    double factor = 1;
    int columns = 1;
};

/// The text area below the title, on the page made small.
PageSetup small_page(const Edition& edition, Typesetter& type, Size page, Plan plan) {
    const auto& theme = edition.theme;
    content::PageSetup wish;
    wish.width = page.width / plan.factor;
    wish.height = page.height / plan.factor;
    wish.columns = plan.columns;
    auto setup = page_setup(wish, theme, edition.type.off);
    setup.bleed = theme.page.bleed / plan.factor;
    const double head = edition.document.cover ? theme.cover.height * setup.height : 0;
    setup.text.y = head + theme.page.top;
    const double imprint =
        edition.document.cover ? imprint_top(type, edition.document, setup) - setup.grid / 2 : setup.height;
    const double bottom = std::min(setup.height - theme.page.bottom, imprint);
    const double lines = std::floor((bottom - setup.text.y) / setup.grid + 1e-6);
    setup.text.height = std::max(1.0, lines) * setup.grid;
    return setup;
}

/// `spread`: pt more above each chapter but the first.
Flowed flow_chapters(const Edition& edition, Typesetter& type, const PageSetup& setup, double spread) {
    std::vector<Section> all;
    const auto& chapters = edition.document.chapters;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        auto chapter = headed_chapter(type, chapters[i], edition.numeral_of(i), setup);
        chapter.front().galley.pieces.front().space_before += spread;
        std::ranges::move(chapter, std::back_inserter(all));
    }
    const auto foot = foot_style(type);
    return flow(std::move(all), setup, foot, 0, 0, type.off);
}

class Poster {
public:
    Poster(Edition& edition, const PageSetup& page) : edition_(edition), page_{page.width, page.height} {
        const auto& theme = edition.theme;
        const double distance =
            edition.document.page.distance.value_or(theme.poster.distance * std::hypot(page.width, page.height));
        least_ = std::max(theme.poster.legible * distance, theme::kSmallestType) / theme.style(theme::Style::body).size;
    }

    void make() {
        const Plan plan = best_plan();
        const auto setup = small_page(edition_, edition_.type, page_, plan);
        const double spread = spread_at(plan);
        auto& type = edition_.type;
        std::optional<Frame> head;
        if (edition_.document.cover) head = cover_page(type, edition_.document, setup, 0);
        auto flowed = flow_chapters(edition_, type, setup, spread);
        if (flowed.pages.size() > 1) report(flowed, setup);
        for (std::size_t i = 0; i < flowed.pages.size(); ++i) {
            Frame page = furniture(type, {}, setup, true);
            if (i == 0 && head) page.place({0, 0}, std::move(*head));
            page.place({0, 0}, std::move(flowed.pages[i].frame));
            if (i == 0 && edition_.document.cover) page.place({0, 0}, imprint_line(type, edition_.document, setup, 0));
            edition_.add_page(std::move(page), setup, {}, setup.height);  // the imprint stands below the text
        }
        for (const auto& mark : flowed.marks)
            edition_.add_outline(
                {mark.mark.title, mark.mark.level, static_cast<std::uint32_t>(mark.page), mark.y, mark.mark.node});
        edition_.magnify(plan.factor);
    }

private:
    /// Laid out without a word and without leaving anything behind.
    [[nodiscard]] Flowed trial(Plan plan, double spread) const {
        Pages scratch;
        scratch.structure.add(0, Role::document);
        diag::Diagnostics unheard;
        const auto& of = edition_.type;
        Typesetter type(of.theme, of.fonts, of.hyphenator, of.files, of.sources, of.language, scratch, unheard, of.off,
                        of.memory);
        return flow_chapters(edition_, type, small_page(edition_, type, page_, plan), spread);
    }
    [[nodiscard]] bool fits(Plan plan, double spread = 0) const { return trial(plan, spread).pages.size() == 1; }

    /// pt; columns that the writer asks for may be narrower.
    [[nodiscard]] bool is_wide_enough(Plan plan) const {
        const double least = edition_.theme.poster.column * edition_.theme.style(theme::Style::body).size;
        return edition_.document.page.columns || small_page(edition_, edition_.type, page_, plan).column >= least;
    }

    /// The largest factor at which so many columns hold everything; nothing if the least does not.
    [[nodiscard]] std::optional<double> largest_factor(int columns) const {
        const auto good = [&](double factor) { return is_wide_enough({factor, columns}) && fits({factor, columns}); };
        double low = least_, high = least_ * edition_.theme.poster.largest;
        if (!good(low)) return {};
        if (good(high)) return high;
        for (int i = 0; i < kSteps; ++i) {
            const double middle = std::sqrt(low * high);
            (good(middle) ? low : high) = middle;
        }
        return low;
    }

    /// The number of columns that lets the type be largest, few before many. Where nothing fits, as many as can be.
    [[nodiscard]] Plan best_plan() const {
        const auto wish = edition_.document.page.columns;
        std::optional<Plan> best;
        Plan full{least_, wish.value_or(1)};
        for (int columns = wish.value_or(1); columns <= wish.value_or(kMostColumns); ++columns) {
            if (is_wide_enough({least_, columns})) full.columns = columns;
            const auto factor = largest_factor(columns);
            if (factor && (!best || *factor > best->factor * kBetter)) best = Plan{*factor, columns};
        }
        return best.value_or(full);
    }

    /// What is left at the foot of the page goes between the chapters.
    [[nodiscard]] double spread_at(Plan plan) const {
        const auto setup = small_page(edition_, edition_.type, page_, plan);
        const auto chapters = edition_.document.chapters.size();
        double spread = 0;
        for (double more = setup.text.height / 4; chapters > 1 && more > 1; more /= 2)
            if (fits(plan, spread + more)) spread += more;
        return std::min(spread, edition_.theme.poster.spread);
    }

    void report(const Flowed& flowed, const PageSetup& setup) {
        const auto over = overflow(flowed, 1, setup);
        const double body = edition_.theme.style(theme::Style::body).size * least_;
        edition_.type.diagnostics.warning(
            "form-full", over.place,
            {fmt::format("海报排不下，从这里起多出约 {} 行（正文已小到 {:.1f}pt，再小就看不清）", over.lines, body),
             fmt::format("does not fit the poster: from here about {} lines too many (the text is {:.1f}pt already, "
                         "smaller it could not be read)",
                         over.lines, body)},
            {{"缩短内容、换大一号的纸，或写明更近的观看距离（page: {distance: 1m}）",
              "shorten it, take larger paper, or give a shorter distance (page: {distance: 1m})"}});
    }

    Edition& edition_;
    Size page_;
    double least_ = 1;  ///< factor at which the text can just be read
};

}  // namespace

void lay_out_poster(Edition& edition, const PageSetup& page) { Poster(edition, page).make(); }

}  // namespace zheye::layout
