#include "pdf/picture_colours.h"

#include "icc/pixels.h"
#include "pdf/deflate.h"
#include "picture/stored.h"

#include <string>
#include <utility>

namespace zheye::pdf {

namespace {

using picture::Picture;

constexpr int kGrey = 1, kInks = 4;
/// What is off by less than the samples can say is within the limit.
constexpr double kRounding = 0.02;

void invert(std::string& samples) {
    for (auto& sample : samples) sample = static_cast<char>(~sample);
}

/// Samples of inks are 0 for none.
std::optional<Blob> upright_samples(const Picture& picture) {
    auto samples = picture::samples_of(picture);
    if (!samples || !picture.inverted) return samples;
    std::string inverted(samples->bytes());
    invert(inverted);
    return Blob(std::move(inverted));
}

/// As stored anew, without a profile: the colours are those of the file.
Picture with_samples(const Picture& picture, std::string samples, int components, int quality) {
    Picture result = picture;
    result.components = components;
    result.inverted = false;
    result.profile.clear();
    picture::store(result, std::move(samples), quality);
    return result;
}

/// A JPEG file has its pixels only about as they were given: what passes the limit by it is taken off once more, and
/// where that does not do, the picture is stored without loss.
Picture within_limit(const Picture& picture, const std::string& inks, double limit) {
    constexpr int kTries = 3;
    double aim = limit;
    for (int i = 0; i < kTries; ++i) {
        auto samples = inks;
        icc::limit_ink(samples, aim);
        auto result = with_samples(picture, std::move(samples), kInks, picture::kPressQuality);
        if (result.coding != picture::Coding::jpeg) return result;
        const auto stored = picture::samples_of(result);
        const double peak = stored ? icc::peak_ink(stored->bytes()) : limit;
        if (peak <= limit + kRounding) return result;
        aim -= peak - limit;
    }
    Picture plain = picture;
    plain.lossy = false;
    auto samples = inks;
    icc::limit_ink(samples, limit);
    return with_samples(plain, std::move(samples), kInks, picture::kPressQuality);
}

bool is_of(const icc::Profile& press, const Picture& picture) {
    return picture.components == kInks && picture.profile == press.bytes.bytes();
}

/// The profile that says what the samples are; empty if they are those of the press itself.
std::string_view meaning(const Picture& picture, const icc::Profile& press, const std::string& srgb) {
    if (is_of(press, picture)) return {};
    return picture.profile.empty() && picture.components == 3 ? std::string_view(srgb) : picture.profile;
}

/// The samples as inks of the press; nothing if it cannot be told which.
std::optional<Blob> as_inks(const Picture& picture, const icc::Profile& press) {
    auto samples = upright_samples(picture);
    const std::string srgb(icc::srgb().bytes.bytes());
    const auto from = meaning(picture, press, srgb);
    if (!samples || from.empty()) return picture.components == kInks ? samples : std::nullopt;
    auto inks = icc::converted(samples->bytes(), from, press);
    if (!inks || inks->size() / kInks != samples->size() / static_cast<std::size_t>(picture.components)) return {};
    return Blob(std::move(*inks));
}

/// What is meant for this very press is not to be converted once more (ISO 15930-7, 6.2.4).
std::optional<Picture> without_needless_profile(const icc::Profile& press, const Picture& picture) {
    if (!is_of(press, picture)) return {};
    Picture plain = picture;
    plain.profile.clear();
    return plain;
}

std::optional<Picture> for_press(const profile::Profile& profile, const Picture& picture) {
    const auto& press = *profile.intent;
    if (picture.components == kGrey) {
        const auto samples = picture.profile.empty() ? std::nullopt : picture::samples_of(picture);
        auto grey = samples ? icc::grey_for(samples->bytes(), picture.profile, press) : std::nullopt;
        if (!grey) return {};
        return with_samples(picture, std::move(*grey), kGrey, picture::kPressQuality);
    }
    const bool is_of_press = picture.components == kInks && (picture.profile.empty() || is_of(press, picture));
    const auto inks = as_inks(picture, press);
    if (!inks) return {};
    if (!is_of_press || icc::most_ink(inks->bytes()) > profile.inks.total + kRounding)
        return within_limit(picture, std::string(inks->bytes()), profile.inks.total);
    return without_needless_profile(press, picture);
}

std::optional<Picture> for_screen(const profile::Profile& profile, const Picture& picture, const icc::Profile* inks) {
    const auto from = picture.profile.empty() && inks ? inks->bytes.bytes() : std::string_view(picture.profile);
    if (picture.components != kInks || from.empty()) return {};
    if (profile.pictures.converted) {
        const auto samples = upright_samples(picture);
        auto colours = samples ? icc::converted(samples->bytes(), from, profile.intent ? *profile.intent : icc::srgb())
                               : std::nullopt;
        if (colours) return with_samples(picture, std::move(*colours), 3, picture::kScreenQuality);
    }
    if (!picture.profile.empty()) return {};
    Picture told = picture;
    told.profile = from;
    return told;
}

}  // namespace

std::optional<Picture> in_colours_of(const profile::Profile& profile, const Picture& picture,
                                     const icc::Profile* inks) {
    if (picture.coding == picture::Coding::shapes) return {};
    if (profile.colours == profile::Colours::rgb) return for_screen(profile, picture, inks);
    if (!profile.intent) return {};
    return profile.pictures.converted ? for_press(profile, picture)
                                      : without_needless_profile(*profile.intent, picture);
}

Pictures in_colours_of(const profile::Profile& profile, Pictures pictures, const std::vector<bool>& used,
                       const icc::Profile* inks) {
    run_all(pictures.size(), pictures.size() > 1, [&](std::size_t i) {
        if (!used[i]) return;
        if (auto picture = in_colours_of(profile, *pictures[i], inks))
            pictures[i] = std::make_shared<const Picture>(std::move(*picture));
    });
    return pictures;
}

std::optional<double> most_ink(const profile::Profile& profile, const Picture& picture) {
    if (!profile.intent || profile.colours != profile::Colours::cmyk || picture.components == kGrey) return {};
    const auto inks = as_inks(picture, *profile.intent);
    if (!inks) return {};
    return icc::most_ink(inks->bytes());
}

}  // namespace zheye::pdf
