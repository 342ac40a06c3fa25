// Pictures → image XObjects (PDF 32000-1, 8.9.5): JPEG files as they are, pixels deflated. Must not know where they are
// placed.
#include "pdf/images.h"

#include "icc/profile.h"

#include <array>
#include <cassert>
#include <cstdlib>
#include <limits>
#include <map>

namespace zheye::pdf {

namespace {

/// ICC profiles, each once however many pictures bring it: cameras and phones all have the same.
class Profiles {
public:
    Profiles(Objects& objects, profile::Colours colours) : objects_(objects), colours_(colours) {}
    [[nodiscard]] bool needs_rgb() const { return colours_ == profile::Colours::cmyk; }
    Ref srgb() {
        if (srgb_.empty()) srgb_ = icc::srgb().bytes.bytes();
        return (*this)(srgb_, 3);
    }
    Ref operator()(const std::string& profile, int components) {
        auto& ref = refs_[profile];
        if (!ref) ref = objects_.add_stream(profile).number("N", components).ref();
        return ref;
    }

private:
    Objects& objects_;
    profile::Colours colours_;
    std::string srgb_;
    std::map<std::string_view, Ref> refs_;
};

const char* colour_space(int components) {
    return components == 1 ? "DeviceGray" : components == 4 ? "DeviceCMYK" : "DeviceRGB";
}

void describe(Dict image, int width, int height) {
    image.name("Type", "XObject").name("Subtype", "Image").number("Width", width).number("Height", height);
    image.number("BitsPerComponent", 8);
}

/// Where the inks of a press are meant, numbers of a screen must say of which.
void set_colours(Dict image, const picture::Picture& picture, Profiles& profiles) {
    if (picture.profile.empty() && picture.components == 3 && profiles.needs_rgb())
        image.array("ColorSpace").name("ICCBased").ref(profiles.srgb());
    else if (picture.profile.empty())
        image.name("ColorSpace", colour_space(picture.components));
    else
        image.array("ColorSpace").name("ICCBased").ref(profiles(picture.profile, picture.components));
}

using Byte = unsigned char;

/// PNG filters that are worth their time: none, sub, up, average.
constexpr int kFilters = 4;

Byte predicted(int filter, Byte left, Byte above) {
    switch (filter) {
        case 1:
            return left;
        case 2:
            return above;
        case 3:
            return static_cast<Byte>((left + above) / 2);
        default:
            return 0;
    }
}

/// Rows with the filter whose differences are the smallest put before them (PNG specification, 12.8): drawings and
/// photographs deflate to about half of what plain samples do.
std::string predicted_rows(std::string_view samples, std::size_t row_bytes, std::size_t pixel_bytes) {
    std::string result;
    result.reserve(samples.size() + samples.size() / row_bytes + 1);
    const std::string zeros(row_bytes, '\0');
    std::string_view above = zeros;
    std::array<std::string, kFilters> tries;
    for (std::size_t at = 0; at + row_bytes <= samples.size(); at += row_bytes) {
        const auto row = samples.substr(at, row_bytes);
        int best = 0;
        long least = std::numeric_limits<long>::max();
        for (int filter = 0; filter < kFilters; ++filter) {
            auto& out = tries[filter];
            out.resize(row_bytes);
            long sum = 0;
            for (std::size_t i = 0; i < row_bytes; ++i) {
                const auto left = i < pixel_bytes ? Byte{0} : static_cast<Byte>(row[i - pixel_bytes]);
                const auto difference =
                    static_cast<Byte>(static_cast<Byte>(row[i]) - predicted(filter, left, static_cast<Byte>(above[i])));
                out[i] = static_cast<char>(difference);
                sum += std::abs(static_cast<signed char>(difference));
            }
            if (sum < least) {
                least = sum;
                best = filter;
            }
        }
        result += static_cast<char>(best);
        result += tries[best];
        above = row;
    }
    return result;
}

Dict add_samples(Objects& objects, std::string_view samples, int width, int height, int components, bool compress) {
    const auto row_bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(components);
    assert(samples.size() == row_bytes * static_cast<std::size_t>(height));
    auto image = compress ? objects.add_stream(predicted_rows(samples, row_bytes, static_cast<std::size_t>(components)))
                          : objects.add_stream(std::string(samples));
    describe(image, width, height);
    if (compress)
        image.dict("DecodeParms").number("Predictor", 15).number("Colors", components).number("Columns", width);
    return image;
}

Dict add_jpeg(Objects& objects, const picture::Picture& picture) {
    auto image = objects.add_stream(picture.data);
    describe(image, picture.stored_width(), picture.stored_height());
    image.name("Filter", "DCTDecode");
    if (!picture.inverted) return image;
    auto decode = image.array("Decode");
    for (int i = 0; i < picture.components; ++i) decode.number(1).number(0);
    return image;
}

Ref embed(Objects& objects, Profiles& profiles, const picture::Picture& picture, bool compress) {
    const int width = picture.stored_width(), height = picture.stored_height();
    auto image = picture.coding == picture::Coding::jpeg
                     ? add_jpeg(objects, picture)
                     : add_samples(objects, picture.data.bytes(), width, height, picture.components, compress);
    set_colours(image, picture, profiles);
    if (!picture.alpha.empty())
        image.ref(
            "SMask",
            add_samples(objects, picture.alpha, width, height, 1, compress).name("ColorSpace", "DeviceGray").ref());
    return image.ref();
}

}  // namespace

std::vector<Ref> embed_images(Objects& objects, const Pictures& pictures, const std::vector<bool>& used,
                              const Options& options) {
    std::vector<Ref> refs(pictures.size());
    Profiles profiles(objects, options.profile.colours);
    for (std::size_t i = 0; i < refs.size(); ++i)
        if (used[i]) refs[i] = embed(objects, profiles, *pictures[i], options.compress);
    return refs;
}

}  // namespace zheye::pdf
