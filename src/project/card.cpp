#include "project/card.h"

#include "layout/resolution.h"
#include "svg/write.h"

#include <array>
#include <string_view>
#include <utility>

namespace zheye::project {

namespace {

constexpr double kCoverPixels = 1000;  ///< as wide as a cover is shown, on screens with two pixels to the point
constexpr double kPointsPerInch = 72;

std::string_view name_of(content::Form form) {
    constexpr std::array<std::string_view, 4> kNames{"booklet", "bifold", "trifold", "poster"};
    return kNames[static_cast<std::size_t>(form)];
}

/// The first page alone, with pictures as fine as they will be seen.
layout::Pages cover_of(const layout::Pages& pages) {
    layout::Pages cover;
    cover.pages = {pages.pages.front()};
    cover.images = pages.images;
    cover.metadata = pages.metadata;
    const double dpi = kCoverPixels / (cover.pages.front().frame.size.width / kPointsPerInch);
    auto smaller = layout::sampled_down(cover, dpi);
    return smaller ? std::move(*smaller) : cover;
}

}  // namespace

site::Card card_of(const layout::Pages& pages, content::Form form, const font::FontBook& fonts) {
    const auto& data = pages.metadata;
    site::Card card{.title = data.title,
                    .subtitle = data.subject,
                    .form = std::string(name_of(form)),
                    .language = data.language,
                    .date = data.date,
                    .publisher = data.publisher,
                    .authors = data.authors};
    for (const auto& entry : pages.outline)
        if (entry.level == 1) card.contents.push_back({entry.title, entry.page + 1, pages.pages[entry.page].label});
    const auto cover = cover_of(pages);
    card.width = cover.pages.front().frame.size.width;
    card.height = cover.pages.front().frame.size.height;
    card.cover = svg::write_page(cover, 0, fonts, data.title);
    return card;
}

std::string cards_folder(const std::string& out) { return out + "/.zheye/cards"; }

std::vector<Job> card_jobs(const std::vector<Job>& jobs, const std::string& out) {
    auto cards = jobs;
    for (auto& job : cards) {
        job.name = job.stem + std::string(ending(Emit::card));
        job.targets = {cards_folder(out) + "/" + job.name};
    }
    return cards;
}

Plan card_plan(Plan plan) {
    plan.out = cards_folder(plan.out);
    plan.order.emit = Emit::card;
    plan.order.sheets = false;
    plan.order.profiles = {"screen"};
    return plan;
}

}  // namespace zheye::project
