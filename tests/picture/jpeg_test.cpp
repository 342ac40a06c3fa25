// JPEG headers, from files that are written here byte by byte: 8×8 pixels of mid grey, which any decoder takes.
#include "icc.h"
#include "picture/picture.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace zheye;
using picture::Picture;

namespace {

std::string word(unsigned value) { return {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)}; }
std::string marker(unsigned code) { return {'\xFF', static_cast<char>(code)}; }
std::string segment(unsigned code, const std::string& content) {
    return marker(code) + word(static_cast<unsigned>(content.size()) + 2) + content;
}

std::string frame(unsigned code, unsigned width, unsigned height, unsigned components, unsigned bits = 8) {
    std::string content =
        std::string(1, static_cast<char>(bits)) + word(height) + word(width) + static_cast<char>(components);
    for (unsigned i = 1; i <= components; ++i) content += {static_cast<char>(i), '\x11', '\0'};
    return segment(code, content);
}

/// One code of one bit in either table: DC difference 0, end of block.
std::string tables() {
    std::string codes(17, '\0');
    codes[0] = '\1';
    return segment(0xDB, '\0' + std::string(64, '\1')) + segment(0xC4, '\0' + codes) + segment(0xC4, '\x10' + codes);
}

std::string scan(unsigned components) {
    std::string content(1, static_cast<char>(components));
    for (unsigned i = 1; i <= components; ++i) content += {static_cast<char>(i), '\0'};
    return segment(0xDA, content + std::string("\0\x3F\0", 3)) + static_cast<char>(0xFF >> (2 * components));
}

struct Parts {
    std::string before = segment(0xE0, std::string("JFIF\0\1\2\1\0\x96\0\x96\0\0", 14));  // 150 dpi
    std::string frame = ::frame(0xC0, 8, 8, 3);
    std::string after = tables() + scan(3);
};
std::string jpeg(const Parts& parts) { return marker(0xD8) + parts.before + parts.frame + parts.after + marker(0xD9); }

std::string number(std::uint32_t value, int size, bool little) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * (little ? i : size - 1 - i));
    return bytes;
}

/// EXIF with orientation, X resolution and its unit.
std::string exif(std::uint32_t orientation, std::uint32_t resolution, std::uint32_t unit, bool little) {
    const auto entry = [&](std::uint32_t tag, std::uint32_t type, const std::string& value) {
        return number(tag, 2, little) + number(type, 2, little) + number(1, 4, little) +
               (value + std::string(4, '\0')).substr(0, 4);
    };
    const std::string directory = number(3, 2, little) + entry(274, 3, number(orientation, 2, little)) +
                                  entry(282, 5, number(8 + 2 + 36 + 4, 4, little)) +
                                  entry(296, 3, number(unit, 2, little)) + number(0, 4, little);
    return segment(0xE1, std::string("Exif\0\0", 6) + (little ? "II" : "MM") + number(42, 2, little) +
                             number(8, 4, little) + directory + number(resolution, 4, little) + number(1, 4, little));
}

struct Outcome {
    diag::Result<Picture> picture;
    std::vector<diag::Diagnostic> said;
};

Outcome read(const std::string& bytes) {
    diag::Diagnostics diagnostics;
    auto picture = picture::read(Blob(bytes), "a.jpg", {}, diagnostics);
    CHECK(picture.has_value() != diagnostics.has_errors());
    return {std::move(picture), diagnostics.all()};
}

std::string failure(const std::string& bytes) {
    const auto outcome = read(bytes);
    return outcome.said.empty() ? "" : outcome.said[0].code + ": " + outcome.said[0].message.en;
}

}  // namespace

TEST_CASE("Size, components and resolution; the file itself is what is embedded") {
    const auto file = jpeg({});
    const auto outcome = read(file);
    REQUIRE(outcome.picture);
    CHECK(outcome.said.empty());
    CHECK(outcome.picture->width == 8);
    CHECK(outcome.picture->height == 8);
    CHECK(outcome.picture->components == 3);
    CHECK(outcome.picture->coding == picture::Coding::jpeg);
    CHECK(outcome.picture->dpi == 150);
    CHECK_FALSE(outcome.picture->inverted);
    CHECK(outcome.picture->alpha.empty());
    CHECK(outcome.picture->data.bytes() == file);
}

TEST_CASE("Baseline, extended and progressive frames are read, width and height not mixed up") {
    const unsigned code = GENERATE(0xC0U, 0xC1U, 0xC2U);
    const auto outcome = read(jpeg({"", frame(code, 4000, 300, 1), tables() + scan(1) + scan(1)}));
    REQUIRE(outcome.picture);
    CHECK(outcome.picture->width == 4000);
    CHECK(outcome.picture->height == 300);
    CHECK(outcome.picture->components == 1);
    CHECK(outcome.picture->dpi == 0);
}

TEST_CASE("CMYK with the Adobe marker is inverted, without it is not") {
    const auto adobe = segment(0xEE, std::string("Adobe\0d\0\0\0\0\0", 12));
    const auto cmyk = frame(0xC0, 8, 8, 4);
    const auto with = read(jpeg({adobe, cmyk, tables() + scan(4)}));
    const auto without = read(jpeg({"", cmyk, tables() + scan(4)}));
    const auto rgb = read(jpeg({adobe}));
    REQUIRE((with.picture && without.picture && rgb.picture));
    CHECK(with.picture->components == 4);
    CHECK(with.picture->inverted);
    CHECK_FALSE(without.picture->inverted);
    CHECK_FALSE(rgb.picture->inverted);
}

TEST_CASE("Resolution in dots per centimetre") {
    const auto outcome = read(jpeg({segment(0xE0, std::string("JFIF\0\1\2\2\0\x64\0\x64\0\0", 14))}));
    REQUIRE(outcome.picture);
    CHECK(outcome.picture->dpi == Approx(254));
}

TEST_CASE("EXIF gives the resolution that JFIF lacks, in either byte order and unit") {
    const bool little = GENERATE(true, false);
    const auto inches = read(jpeg({exif(1, 300, 2, little)}));
    REQUIRE(inches.picture);
    CHECK(inches.said.empty());
    CHECK(inches.picture->dpi == 300);
    const auto centimetres = read(jpeg({exif(1, 100, 3, little)}));
    REQUIRE(centimetres.picture);
    CHECK(centimetres.picture->dpi == Approx(254));
}

TEST_CASE("A picture that is stored turned has the size that it is looked at") {
    const bool little = GENERATE(true, false);
    const unsigned orientation = GENERATE(1U, 3U, 6U, 8U);
    const auto outcome = read(jpeg({exif(orientation, 300, 2, little), frame(0xC0, 40, 30, 3)}));
    REQUIRE(outcome.picture);
    CHECK(outcome.said.empty());
    CHECK(outcome.picture->orientation == static_cast<int>(orientation));
    CHECK(outcome.picture->width == (orientation < 5 ? 40 : 30));
    CHECK(outcome.picture->height == (orientation < 5 ? 30 : 40));
    CHECK(outcome.picture->stored_width() == 40);
    CHECK(outcome.picture->stored_height() == 30);
}

TEST_CASE("A profile in parts, in whatever order they stand") {
    const auto profile = test::profile("RGB ");
    const auto part = [](unsigned number, const std::string& bytes) {
        return segment(0xE2, std::string("ICC_PROFILE\0", 12) + static_cast<char>(number) + '\2' + bytes);
    };
    const auto outcome = read(jpeg({part(2, profile.substr(100)) + part(1, profile.substr(0, 100))}));
    REQUIRE(outcome.picture);
    CHECK(outcome.said.empty());
    CHECK((outcome.picture->profile == profile));
}

TEST_CASE("A profile that is broken or for other colours is left out, with a warning") {
    const auto with = [](const std::string& profile) {
        return read(jpeg({segment(0xE2, std::string("ICC_PROFILE\0\1\1", 14) + profile)}));
    };
    auto long_tag = test::profile("RGB ");
    long_tag[143] = '\1';
    auto many_tags = test::profile("RGB ");
    many_tags[131] = '\2';
    for (const auto& profile : {test::profile("RGB ").substr(0, 151), std::string("no profile"), long_tag, many_tags,
                                test::profile("RGB ", "link")}) {
        const auto outcome = with(profile);
        REQUIRE(outcome.picture);
        CHECK(outcome.picture->profile.empty());
        REQUIRE(outcome.said.size() == 1);
        CHECK(outcome.said[0].code == "picture-profile");
        CHECK(outcome.said[0].severity == diag::Severity::warning);
        CHECK(outcome.said[0].message.en == "picture a.jpg: its colour profile is broken and is left out");
    }
    const auto outcome = with(test::profile("CMYK"));
    REQUIRE(outcome.said.size() == 1);
    CHECK(outcome.said[0].message.en ==
          "picture a.jpg: its colour profile is for other colours than it has and is left out");
}

TEST_CASE("Restart markers, stuffed bytes, fill bytes and an EXIF thumbnail do not confuse") {
    const auto thumbnail = segment(0xE1, "http://ns.adobe.com" + frame(0xC0, 1, 1, 1) + marker(0xD9));
    const auto after = tables() + scan(3) + std::string("\xFF\0\xFF\xD0\x01\xFF\0", 7) + "\xFF\xFF";
    const auto outcome = read(jpeg({thumbnail, frame(0xC0, 8, 8, 3), after}) + "trailing bytes of a camera");
    REQUIRE(outcome.picture);
    CHECK(outcome.picture->width == 8);
}

TEST_CASE("A file that is cut anywhere is an error") {
    const auto file = jpeg({});
    for (std::size_t size = 2; size < file.size(); ++size) {
        CAPTURE(size);
        CHECK(failure(file.substr(0, size)) == "picture-broken: picture a.jpg: the JPEG file is cut off");
    }
}

TEST_CASE("What cannot be embedded is named") {
    CHECK(failure(jpeg({"", frame(0xC3, 8, 8, 3)})) ==
          "picture-unsupported: picture a.jpg: it is a lossless or arithmetically coded JPEG");
    CHECK(failure(jpeg({"", frame(0xC9, 8, 8, 3)})) ==
          "picture-unsupported: picture a.jpg: it is a lossless or arithmetically coded JPEG");
    CHECK(failure(jpeg({"", frame(0xC1, 8, 8, 3, 12)})) ==
          "picture-unsupported: picture a.jpg: it is a JPEG of 12 bits a sample");
    CHECK(failure(jpeg({"", frame(0xC0, 8, 8, 2)})) == "picture-unsupported: picture a.jpg: it has 2 components");
}

TEST_CASE("A frame without size, twice or missing, and missing tables or scans are errors") {
    const std::string broken = "picture-broken: picture a.jpg: the JPEG file is broken";
    CHECK(failure(jpeg({"", frame(0xC0, 0, 8, 3)})) == broken);
    CHECK(failure(jpeg({"", frame(0xC0, 8, 0, 3)})) == broken);
    CHECK(failure(jpeg({"", frame(0xC0, 8, 8, 3) + frame(0xC0, 9, 9, 3)})) == broken);
    CHECK(failure(jpeg({"", ""})) == broken);
    CHECK(failure(jpeg({"", frame(0xC0, 8, 8, 3), ""})) == broken);
    CHECK(failure(jpeg({"", frame(0xC0, 8, 8, 3), scan(3)})) == broken);
    CHECK(failure(jpeg({"", segment(0xC0, "\x08")})) == broken);
    const auto only = [](unsigned code) { return segment(code, std::string(17, '\0')) + scan(3); };
    CHECK(failure(jpeg({"", frame(0xC0, 8, 8, 3), only(0xC4)})) == broken);
    CHECK(failure(jpeg({"", frame(0xC0, 8, 8, 3), only(0xDB)})) == broken);
}

TEST_CASE("No flipped bit of a JPEG brings the program down") {
    const auto file = jpeg({exif(1, 300, 2, true)});
    for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
        auto bytes = file;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        (void)read(bytes);
    }
}
