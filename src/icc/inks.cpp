// sRGB → CMYK and Lab, one colour at a time, through LittleCMS.
#include "icc/inks.h"

#include "icc/handles.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zheye::icc {

namespace {

constexpr cmsUInt32Number kRgb = TYPE_RGB_8, kCmyk = TYPE_CMYK_DBL, kLab = TYPE_Lab_DBL;
constexpr int kHalvings = 20;  // of the search for a tint: finer than a plate

std::array<std::uint8_t, 3> channels(Colour colour) { return {colour.r, colour.g, colour.b}; }

/// What is left of a tint of which inks were dropped would be of another hue: nearly white becomes yellow. Where that
/// is little more than what was dropped, the paper is nearer to the colour.
void drop_thin(Cmyk& inks, double least) {
    constexpr double kLittleMore = 2;
    bool is_cut = false;
    for (auto& ink : inks)
        if (ink > 0 && ink < least) {
            ink = 0;
            is_cut = true;
        }
    if (is_cut && *std::ranges::max_element(inks) < kLittleMore * least) inks = {};
}

Lab measured(cmsHTRANSFORM transform, const void* colour) {
    cmsCIELab lab{};
    cmsDoTransform(transform, colour, &lab, 1);
    return {lab.L, lab.a, lab.b};
}

}  // namespace

double Lab::chroma() const { return std::hypot(a, b); }

struct Inks::Transforms {
    Context context;  // outlives the transforms
    Transform to_cmyk, rgb_to_lab, cmyk_to_lab;
};

Inks::Inks(std::shared_ptr<const Transforms> transforms, const Limits& limits)
    : transforms_(std::move(transforms)), limits_(limits) {}

std::optional<Inks> Inks::of(const Profile& press, const Limits& limits) {
    auto all = std::make_shared<Transforms>();
    all->context = new_context();
    auto* const context = all->context.get();
    const OpenProfile rgb(cmsCreate_sRGBProfileTHR(context)), lab(cmsCreateLab4ProfileTHR(context, nullptr));
    const auto bytes = press.bytes.bytes();
    const OpenProfile inks(cmsOpenProfileFromMemTHR(context, bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
    if (!inks || press.space != Space::cmyk) return {};
    const auto transform = [&](cmsHPROFILE from, cmsUInt32Number format, cmsHPROFILE to, cmsUInt32Number wanted) {
        constexpr auto kFlags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE;
        return Transform(
            cmsCreateTransformTHR(context, from, format, to, wanted, INTENT_RELATIVE_COLORIMETRIC, kFlags));
    };
    all->to_cmyk = transform(rgb.get(), kRgb, inks.get(), kCmyk);
    all->rgb_to_lab = transform(rgb.get(), kRgb, lab.get(), kLab);
    all->cmyk_to_lab = transform(inks.get(), kCmyk, lab.get(), kLab);
    if (!all->to_cmyk || !all->rgb_to_lab || !all->cmyk_to_lab) return {};
    return Inks(std::move(all), limits);
}

Cmyk Inks::cmyk(Colour colour) const {
    const auto rgb = channels(colour);
    Cmyk inks{};
    cmsDoTransform(transforms_->to_cmyk.get(), rgb.data(), inks.data(), 1);
    for (auto& ink : inks) ink = std::fmin(std::fmax(ink / 100, 0), 1);
    drop_thin(inks, limits_.least_tint);
    const double colours = inks[0] + inks[1] + inks[2];
    const double room = limits_.total - inks[3];
    if (colours > room)
        for (int i = 0; i < 3; ++i) inks[i] *= room / colours;
    return inks;
}

double Inks::black(Colour colour) const {
    const double wanted = lab(colour).lightness;
    double low = 0, high = 1;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        const Cmyk percent = {0, 0, 0, middle * 100};
        (measured(transforms_->cmyk_to_lab.get(), percent.data()).lightness > wanted ? low : high) = middle;
    }
    return high;
}

Lab Inks::lab(Colour colour) const {
    const auto rgb = channels(colour);
    return measured(transforms_->rgb_to_lab.get(), rgb.data());
}

}  // namespace zheye::icc
