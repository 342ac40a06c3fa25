#include "project/pictures.h"

#include "layout/resolution.h"
#include "pdf/picture_colours.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace zheye::project {

namespace {

constexpr double kWorthTelling = 0.02;  // of full ink

void check_ink(const layout::Pages& pages, const profile::Profile& profile, diag::Diagnostics& diagnostics) {
    std::map<layout::ImageId, std::optional<double>> measured;
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;  // the places of the writer's files
    for (const auto& page : pages.pages)
        for (const auto& item : page.frame.items) {
            const auto* image = std::get_if<layout::Image>(&item);
            if (!image || pages.images[image->image]->drawing) continue;
            const auto [at, fresh] = measured.try_emplace(image->image);
            if (fresh) at->second = pdf::most_ink(profile, *pages.images[image->image]);
            if (at->second.value_or(0) <= profile.inks.total + kWorthTelling) continue;
            if (!told.insert({image->span.source, image->span.begin}).second) continue;
            diagnostics.warning(
                "picture-ink", image->span,
                {fmt::format("图片的总墨量到 {:.0f}%，用途 {} 只许 {:.0f}%", *at->second * 100, profile.name,
                             profile.inks.total * 100),
                 fmt::format("the picture takes {:.0f}% of ink; the profile '{}' allows {:.0f}%", *at->second * 100,
                             profile.name, profile.inks.total * 100)},
                {{"用途里写 pictures: {colours: convert}，由 zheye 换算并减墨",
                  "say pictures: {colours: convert} in the profile: zheye then converts it and takes ink off"}});
        }
}

}  // namespace

void check_pictures(const layout::Pages& pages, const std::vector<profile::Profile>& profiles,
                    diag::Diagnostics& diagnostics) {
    layout::ResolutionLimits limits{0, 0};
    for (const auto& profile : profiles) {
        limits.good = std::max(limits.good, profile.pictures.good);
        limits.least = std::max(limits.least, profile.pictures.least);
    }
    layout::check_resolution(pages, limits, diagnostics);
    for (const auto& profile : profiles)
        if (profile.press && !profile.pictures.converted) check_ink(pages, profile, diagnostics);
}

std::shared_ptr<const icc::Profile> inks_of_pictures(const layout::Pages& pages, const profile::Profile& profile,
                                                     const FileSystem& files) {
    constexpr int kInks = 4;
    const bool is_needed = std::ranges::any_of(pages.images, [](const auto& picture) {
        return picture->components == kInks && picture->profile.empty() && !picture->drawing;
    });
    if (!is_needed || profile.colours != profile::Colours::rgb || profile.pictures.inks.empty()) return {};
    const auto bytes = files.read(profile.pictures.inks);
    auto inks = bytes ? icc::read(*bytes) : std::nullopt;
    if (!inks || inks->space != icc::Space::cmyk) return {};
    return std::make_shared<const icc::Profile>(std::move(*inks));
}

}  // namespace zheye::project
