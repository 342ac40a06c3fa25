// JPEG markers → size, components, resolution; and whether the file is whole. Must not decode pixels.
#include "picture/jpeg.h"

#include "picture/exif.h"
#include "picture/profile.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace zheye::picture {

namespace {

enum Marker : unsigned char {
    kSof0 = 0xC0,
    kSof2 = 0xC2,
    kSof15 = 0xCF,
    kDht = 0xC4,
    kJpg = 0xC8,
    kDac = 0xCC,
    kRst0 = 0xD0,
    kRst7 = 0xD7,
    kSoi = 0xD8,
    kEoi = 0xD9,
    kSos = 0xDA,
    kDqt = 0xDB,
    kApp0 = 0xE0,
    kApp1 = 0xE1,
    kApp2 = 0xE2,
    kApp14 = 0xEE,
    kTem = 0x01,
};

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
unsigned word_at(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }

/// Before each part of a profile, which is followed by the part's number and how many there are (ICC.1:2010, B.4).
constexpr std::string_view kProfile("ICC_PROFILE\0", 12);

/// The parts in their order; a row with a gap is no profile, which is found later.
std::string joined_profile(std::vector<std::string_view> parts) {
    std::erase_if(parts, [](std::string_view part) { return part.size() < 2; });
    std::ranges::stable_sort(parts, {}, [](std::string_view part) { return byte_at(part, 0); });
    std::string profile;
    for (const auto part : parts) profile += part.substr(2);
    return profile;
}

class JpegReader {
public:
    JpegReader(const Blob& file, const Origin& origin) : bytes_(file.bytes()), origin_(origin) {
        picture_.coding = Coding::jpeg;
        picture_.lossy = true;
        picture_.data = file;
    }

    diag::Result<Picture> read() {
        at_ = 2;  // after SOI
        for (;;) {
            const auto marker = next_marker();
            if (!marker) return cut();
            if (*marker == kEoi) break;
            if (*marker == kTem || *marker == kSoi || (*marker >= kRst0 && *marker <= kRst7)) continue;
            const std::size_t length = word_at(bytes_, at_);
            if (length < 2 || length > bytes_.size() - at_) return cut();
            const auto segment = bytes_.substr(at_ + 2, length - 2);
            at_ += length;
            if (!take(*marker, segment)) return std::unexpected(diag::Failed{});
        }
        if (picture_.width == 0 || !scans_) return broken();
        finish();
        return std::move(picture_);
    }

private:
    /// Goes to the byte after the next marker. Between markers stand coded data, in which FF 00 is a plain byte, and
    /// FF bytes that fill (T.81, B.1.1.2).
    std::optional<Marker> next_marker() {
        while ((at_ = bytes_.find('\xFF', at_)) != std::string_view::npos && at_ + 1 < bytes_.size()) {
            const auto code = static_cast<unsigned char>(bytes_[++at_]);
            if (code == 0xFF || code == 0) continue;
            ++at_;
            return static_cast<Marker>(code);
        }
        return std::nullopt;
    }

    bool take(Marker marker, std::string_view segment) {
        if (marker == kDqt) has_quantisation_ = true;
        if (marker == kDht) has_huffman_ = true;
        if (marker >= kSof0 && marker <= kSof15 && marker != kDht && marker != kJpg && marker != kDac)
            return take_frame(marker, segment);
        if (marker == kSos) {
            if (picture_.width == 0 || !has_quantisation_ || !has_huffman_) return broken(), false;
            scans_ = true;
        }
        if (marker == kApp0 && segment.starts_with(std::string_view("JFIF\0", 5))) take_jfif(segment);
        if (marker == kApp1 && segment.starts_with(std::string_view("Exif\0\0", 6)))
            exif_ = read_exif(segment.substr(6));
        if (marker == kApp2 && segment.starts_with(kProfile)) profile_parts_.push_back(segment.substr(kProfile.size()));
        if (marker == kApp14 && segment.starts_with("Adobe")) adobe_ = true;
        return true;
    }

    bool take_frame(Marker marker, std::string_view segment) {
        if (marker > kSof2)
            return fail({"是无损或算术编码的 JPEG", "it is a lossless or arithmetically coded JPEG"}), false;
        if (segment.size() < 6 || picture_.width != 0) return broken(), false;
        if (byte_at(segment, 0) != 8)
            return fail({"是每色 " + std::to_string(byte_at(segment, 0)) + " 位的 JPEG",
                         "it is a JPEG of " + std::to_string(byte_at(segment, 0)) + " bits a sample"}),
                   false;
        picture_.height = static_cast<int>(word_at(segment, 1));
        picture_.width = static_cast<int>(word_at(segment, 3));
        picture_.components = static_cast<int>(byte_at(segment, 5));
        const int n = picture_.components;
        if (picture_.width == 0 || picture_.height == 0 || n == 0 || segment.size() < 6 + 3 * std::size_t(n))
            return broken(), false;
        if (n != 1 && n != 3 && n != 4)
            return fail({"有 " + std::to_string(n) + " 个颜色分量", "it has " + std::to_string(n) + " components"}),
                   false;
        return true;
    }

    /// JFIF 1.02: units and densities after the version.
    void take_jfif(std::string_view segment) {
        constexpr std::size_t kUnits = 7, kDensityX = 8;
        const unsigned density = word_at(segment, kDensityX);
        if (byte_at(segment, kUnits) == 1) picture_.dpi = density;
        if (byte_at(segment, kUnits) == 2) picture_.dpi = density * 2.54;
    }

    void finish() {
        picture_.inverted = picture_.components == 4 && adobe_;
        if (picture_.dpi == 0) picture_.dpi = exif_.dpi;
        picture_.profile = checked_profile(joined_profile(profile_parts_), picture_.components, origin_);
        turn(picture_, exif_.orientation);
    }

    std::unexpected<diag::Failed> fail(const diag::Message& what) const {
        return origin_.fail("picture-unsupported", what,
                            {{"请另存为普通的 8 位 JPEG", "save it as an ordinary 8-bit JPEG"}});
    }
    std::unexpected<diag::Failed> cut() const { return origin_.cut("JPEG"); }
    std::unexpected<diag::Failed> broken() const { return origin_.broken("JPEG"); }

    std::string_view bytes_;
    const Origin& origin_;
    std::size_t at_ = 0;
    Picture picture_;
    Exif exif_;
    std::vector<std::string_view> profile_parts_;
    bool adobe_ = false, scans_ = false, has_quantisation_ = false, has_huffman_ = false;
};

}  // namespace

diag::Result<Picture> read_jpeg(const Blob& file, const Origin& origin) { return JpegReader(file, origin).read(); }

}  // namespace zheye::picture
