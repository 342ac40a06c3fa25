#include "layout/resolution.h"

#include "picture/sampling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace zheye::layout {

namespace {

constexpr double kPointsPerInch = 72;
/// A picture that would lose less is not worth the loss of being stored again.
constexpr double kWorthwhile = 0.75;

/// That has pixels.
void each_image(const Pages& pages, const std::function<void(const Image&)>& look) {
    for (const auto& page : pages.pages)
        for (const auto& item : page.frame.items)
            if (const auto* image = std::get_if<Image>(&item); image && !pages.images[image->image]->drawing)
                look(*image);
}

/// Pixels to the inch, where they lie the widest apart.
double resolution(const picture::Picture& picture, const Image& image, double magnification) {
    const double across = picture.width / image.place.width, down = picture.height / image.place.height;
    return std::min(across, down) * kPointsPerInch * magnification;
}

void report(const Image& image, double dpi, const Pages& pages, const ResolutionLimits& limits,
            diag::Diagnostics& diagnostics) {
    const double scale = std::max(limits.good, limits.least) / kPointsPerInch / pages.magnification;
    const auto wanted =
        fmt::format("{:.0f}×{:.0f}", std::ceil(image.place.width * scale), std::ceil(image.place.height * scale));
    const diag::Message message{fmt::format("图片排得太大，只有 {:.0f} dpi，会糊", dpi),
                                fmt::format("the picture is set too large: at {:.0f} dpi it looks blurred", dpi)};
    const std::vector<diag::Message> hints{
        {"换成 " + wanted + " 像素的，或者排小一些", "take one of " + wanted + " pixels, or set it smaller"}};
    if (dpi < limits.least)
        diagnostics.error("low-resolution", image.span, message, hints);
    else
        diagnostics.warning("low-resolution", image.span, message, hints);
}

}  // namespace

void check_resolution(const Pages& pages, const ResolutionLimits& limits, diag::Diagnostics& diagnostics) {
    using Place = std::pair<std::uint32_t, std::pair<std::uint32_t, ImageId>>;
    std::map<Place, std::pair<const Image*, double>> coarsest;
    each_image(pages, [&](const Image& image) {
        const double dpi = resolution(*pages.images[image.image], image, pages.magnification);
        const Place place{image.span.source, {image.span.begin, image.image}};
        const auto [at, fresh] = coarsest.try_emplace(place, &image, dpi);
        if (!fresh && dpi < at->second.second) at->second = {&image, dpi};
    });
    for (const auto& [place, found] : coarsest)
        if (found.second < std::max(limits.good, limits.least))
            report(*found.first, found.second, pages, limits, diagnostics);
}

std::optional<Pages> sampled_down(const Pages& pages, double dpi) {
    std::vector<double> needed(pages.images.size());  // of its pixels, the share
    each_image(pages, [&](const Image& image) {
        const double share = dpi / resolution(*pages.images[image.image], image, pages.magnification);
        needed[image.image] = std::max(needed[image.image], share);
    });
    std::optional<Pages> result;
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (needed[i] <= 0 || needed[i] > kWorthwhile) continue;
        const auto& picture = *pages.images[i];
        const auto pixels = [&](int of) { return std::max(1, static_cast<int>(std::ceil(of * needed[i]))); };
        if (!result) result = pages;
        result->images[i] = std::make_shared<const picture::Picture>(
            picture::sampled(picture, pixels(picture.width), pixels(picture.height)));
    }
    return result;
}

}  // namespace zheye::layout
