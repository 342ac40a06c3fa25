// Transforms of LittleCMS over whole pictures.
#include "icc/pixels.h"

#include "icc/handles.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace zheye::icc {

namespace {

constexpr std::size_t kInks = 4;
constexpr int kFull = 255;

/// The 8-bit format of a profile's colours; 0 for those that no picture has.
cmsUInt32Number format_of(cmsHPROFILE profile) {
    switch (cmsGetColorSpace(profile)) {
        case cmsSigGrayData:
            return TYPE_GRAY_8;
        case cmsSigRgbData:
            return TYPE_RGB_8;
        case cmsSigCmykData:
            return TYPE_CMYK_8;
        default:
            return 0;
    }
}

OpenProfile open(cmsContext context, std::string_view bytes) {
    return OpenProfile(cmsOpenProfileFromMemTHR(context, bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

unsigned ink(char sample) { return static_cast<unsigned char>(sample); }

/// Of one pixel, in samples.
unsigned total_of(std::string_view cmyk, std::size_t at) {
    return ink(cmyk[at]) + ink(cmyk[at + 1]) + ink(cmyk[at + 2]) + ink(cmyk[at + 3]);
}

/// How many pixels have each total.
std::array<std::size_t, kInks * kFull + 1> totals_of(std::string_view cmyk) {
    std::array<std::size_t, kInks * kFull + 1> totals{};
    for (std::size_t at = 0; at + kInks <= cmyk.size(); at += kInks) ++totals[total_of(cmyk, at)];
    return totals;
}

/// The least total that no more than `spared` pixels pass.
double total_but_for(std::string_view cmyk, std::size_t spared) {
    const auto totals = totals_of(cmyk);
    std::size_t total = totals.size() - 1, beyond = 0;
    for (; total > 0 && beyond + totals[total] <= spared; --total) beyond += totals[total];
    return static_cast<double>(total) / kFull;
}

}  // namespace

std::optional<std::string> converted(std::string_view samples, std::string_view from, const Profile& to) {
    const auto context = new_context();
    const auto source = open(context.get(), from), target = open(context.get(), to.bytes.bytes());
    if (!source || !target) return {};
    const auto source_format = format_of(source.get()), target_format = format_of(target.get());
    if (source_format == 0 || target_format == 0) return {};
    const bool between_presses = source_format == TYPE_CMYK_8 && target_format == TYPE_CMYK_8;
    const auto intent = between_presses ? INTENT_PRESERVE_K_ONLY_RELATIVE_COLORIMETRIC : INTENT_RELATIVE_COLORIMETRIC;
    const Transform transform(cmsCreateTransformTHR(context.get(), source.get(), source_format, target.get(),
                                                    target_format, intent, cmsFLAGS_BLACKPOINTCOMPENSATION));
    const auto pixels = samples.size() / T_CHANNELS(source_format);
    if (!transform || pixels * T_CHANNELS(source_format) != samples.size()) return {};
    std::string result(pixels * T_CHANNELS(target_format), '\0');
    cmsDoTransform(transform.get(), samples.data(), result.data(), static_cast<cmsUInt32Number>(pixels));
    return result;
}

std::optional<std::string> grey_for(std::string_view samples, std::string_view from, const Profile& press) {
    const auto context = new_context();
    const auto source = open(context.get(), from), target = open(context.get(), press.bytes.bytes());
    const OpenProfile lab(cmsCreateLab4ProfileTHR(context.get(), nullptr));
    if (!source || !target || format_of(source.get()) != TYPE_GRAY_8 || format_of(target.get()) != TYPE_CMYK_8)
        return {};
    const auto to_lab = [&](cmsHPROFILE profile, cmsUInt32Number format) {
        return Transform(cmsCreateTransformTHR(context.get(), profile, format, lab.get(), TYPE_Lab_DBL,
                                               INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION));
    };
    const auto of_grey = to_lab(source.get(), TYPE_GRAY_8), of_inks = to_lab(target.get(), TYPE_CMYK_8);
    if (!of_grey || !of_inks) return {};
    const auto lightness = [](const Transform& transform, const void* sample) {
        cmsCIELab measured{};
        cmsDoTransform(transform.get(), sample, &measured, 1);
        return measured.L;
    };
    std::array<double, kFull + 1> of_black{};  // by the grey that is printed
    for (std::size_t i = 0; i < of_black.size(); ++i) {
        const std::array<std::uint8_t, kInks> black = {0, 0, 0, static_cast<std::uint8_t>(kFull - i)};
        of_black[i] = lightness(of_inks, black.data());
    }
    std::array<char, kFull + 1> greys{};
    for (std::size_t i = 0; i < greys.size(); ++i) {
        const auto sample = static_cast<std::uint8_t>(i);
        const double wanted = lightness(of_grey, &sample);
        const auto nearer = [&](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); };
        greys[i] = static_cast<char>(std::ranges::min_element(of_black, nearer) - of_black.begin());
    }
    std::string result(samples);
    for (auto& sample : result) sample = greys[ink(sample)];
    return result;
}

double most_ink(std::string_view cmyk) { return total_but_for(cmyk, cmyk.size() / kInks / 1000); }

double peak_ink(std::string_view cmyk) { return total_but_for(cmyk, 0); }

void limit_ink(std::string& cmyk, double total) {
    const auto most = static_cast<unsigned>(total * kFull);
    for (std::size_t at = 0; at + kInks <= cmyk.size(); at += kInks) {
        if (total_of(cmyk, at) <= most) continue;
        const unsigned black = ink(cmyk[at + 3]), colours = total_of(cmyk, at) - black;
        const unsigned room = most > black ? most - black : 0;
        for (std::size_t i = at; i < at + 3; ++i) cmyk[i] = static_cast<char>(ink(cmyk[i]) * room / colours);
    }
}

}  // namespace zheye::icc
