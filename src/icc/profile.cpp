// Bytes ↔ profiles, through LittleCMS.
#include "icc/profile.h"

#include "icc/handles.h"

#include <algorithm>
#include <array>

namespace zheye::icc {

namespace {

constexpr std::size_t kDateAt = 24, kDateBytes = 12;  // ISO 15076-1, 7.2: date and time of creation
constexpr std::array<char, kDateBytes> kDate = {7, '\xD0', 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};  // 2000-01-01

std::string description(cmsHPROFILE profile) {
    std::array<char, 256> text{};
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", text.data(), text.size());
    return text.data();
}

std::optional<Space> space_of(cmsColorSpaceSignature signature) {
    if (signature == cmsSigGrayData) return Space::gray;
    if (signature == cmsSigRgbData) return Space::rgb;
    if (signature == cmsSigCmykData) return Space::cmyk;
    return {};
}

bool is_device(cmsProfileClassSignature kind) {
    return kind == cmsSigOutputClass || kind == cmsSigDisplayClass || kind == cmsSigColorSpaceClass;
}

}  // namespace

std::optional<Profile> read(Blob bytes) {
    const auto context = new_context();
    const OpenProfile profile(
        cmsOpenProfileFromMemTHR(context.get(), bytes.bytes().data(), static_cast<cmsUInt32Number>(bytes.size())));
    if (!profile || !is_device(cmsGetDeviceClass(profile.get()))) return {};
    const auto space = space_of(cmsGetColorSpace(profile.get()));
    if (!space) return {};
    return Profile{std::move(bytes), *space, description(profile.get())};
}

namespace {

Profile make_srgb() {
    const auto context = new_context();
    const OpenProfile profile(cmsCreate_sRGBProfileTHR(context.get()));
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    std::string bytes(size, '\0');
    cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
    std::ranges::copy(kDate, bytes.begin() + kDateAt);
    return {Blob(std::move(bytes)), Space::rgb, "sRGB"};
}

}  // namespace

const Profile& srgb() {
    static const Profile kSrgb = make_srgb();
    return kSrgb;
}

}  // namespace zheye::icc
