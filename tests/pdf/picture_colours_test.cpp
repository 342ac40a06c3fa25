// Pictures in the colours of the file that they go into.
#include "fixture.h"

#include "icc/pixels.h"
#include "pdf/picture_colours.h"
#include "picture/jpeg_pixels.h"
#include "picture/stored.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace zheye;
using namespace zheye::test;
using picture::Picture;

namespace {

std::shared_ptr<const icc::Profile> press() {
    const auto bytes = DiskFileSystem().read("/usr/share/color/icc/ghostscript/default_cmyk.icc");
    REQUIRE(bytes);
    return std::make_shared<const icc::Profile>(*icc::read(*bytes));
}

profile::Profile print(double limit = 3, bool converted = true) {
    profile::Profile profile{.name = "print", .accessible = false, .archive = profile::Archive::none, .press = true};
    profile.colours = profile::Colours::cmyk;
    profile.intent = press();
    profile.inks = {.total = limit, .least_tint = 0.03};
    profile.links = false;
    profile.pictures.converted = converted;
    return profile;
}

profile::Profile screen(bool converted = true) {
    profile::Profile profile;
    profile.pictures.converted = converted;
    return profile;
}

Picture pixels(int components, std::string samples) {
    Picture p;
    p.components = components;
    p.width = static_cast<int>(samples.size()) / components;
    p.height = 1;
    p.data = Blob(std::move(samples));
    return p;
}

/// All colours that there are, about; as a photograph may have them side by side.
picture::JpegPixels noise(int components) {
    constexpr int kSide = 64;
    picture::JpegPixels made{kSide, kSide, components, {}};
    std::uint32_t state = 7;
    for (int i = 0; i < kSide * kSide * components; ++i) {
        state = state * 1664525 + 1013904223;
        made.samples += static_cast<char>(state >> 24 < 100 ? 0 : state >> 24);
    }
    return made;
}

Picture jpeg(int components) {
    Picture p;
    const auto samples = noise(components);
    p.components = components;
    p.width = samples.width, p.height = samples.height;
    p.data = Blob(picture::encode_jpeg(samples, 90).value());
    p.coding = picture::Coding::jpeg;
    p.lossy = true;
    return p;
}

int at(std::string_view samples, std::size_t i) { return static_cast<unsigned char>(samples[i]); }

std::string stored_in(const Picture& picture) {
    const auto samples = picture::samples_of(picture);
    REQUIRE(samples);
    return std::string(samples->bytes());
}

layout::Pages page_with(const Picture& picture) {
    Draft draft;
    draft.pages.metadata.title = "一页";
    draft.pages.metadata.date = "2019-07";
    draft.pages.images.push_back(std::make_shared<const Picture>(picture));
    draft.item(layout::Image{.image = 0, .place = {40, 40, 200, 200}, .clip = {}});
    return std::move(draft.pages);
}

}  // namespace

TEST_CASE("For the press, pictures of a screen are converted by their own profile, and sRGB where they have none") {
    const std::string red("\xB5\x26\x1E", 3);
    const auto made = pdf::in_colours_of(print(4), pixels(3, red), nullptr);
    REQUIRE(made);
    CHECK(made->components == 4);
    CHECK(made->profile.empty());
    CHECK(made->coding == picture::Coding::pixels);
    CHECK(stored_in(*made) == icc::converted(red, icc::srgb().bytes.bytes(), *press()));
    auto wide = pixels(3, red);
    const auto other = DiskFileSystem().read("/usr/share/color/icc/ghostscript/a98.icc");
    REQUIRE(other);
    wide.profile = std::string(other->bytes());
    const auto stronger = pdf::in_colours_of(print(4), wide, nullptr);
    REQUIRE(stronger);
    CHECK(stored_in(*stronger) == icc::converted(red, wide.profile, *press()));
    CHECK(stored_in(*stronger) != stored_in(*made));
}

TEST_CASE("No pixel of a converted picture passes the limit of ink, stored with loss or without, and black is kept") {
    for (const bool lossy : {false, true}) {
        auto photo = jpeg(3);
        if (!lossy) {
            photo.data = Blob(stored_in(photo));
            photo.coding = picture::Coding::pixels;
            photo.lossy = false;
        }
        const auto free = pdf::in_colours_of(print(4), photo, nullptr),
                   limited = pdf::in_colours_of(print(2.4), photo, nullptr);
        REQUIRE((free && limited));
        CAPTURE(lossy);
        CHECK(limited->lossy == lossy);
        CHECK((limited->coding == picture::Coding::jpeg) == lossy);
        CHECK(icc::peak_ink(stored_in(*free)) > 2.6);
        CHECK(icc::peak_ink(stored_in(*limited)) <= 2.43);
        if (lossy) continue;
        const auto before = stored_in(*free), after = stored_in(*limited);
        for (std::size_t i = 3; i < before.size(); i += 4) REQUIRE(after[i] == before[i]);
    }
}

TEST_CASE("A picture in inks goes to the press as it is, unless it has too much of them") {
    CHECK_FALSE(pdf::in_colours_of(print(4), jpeg(4), nullptr));
    const auto limited = pdf::in_colours_of(print(2.4), jpeg(4), nullptr);
    REQUIRE(limited);
    CHECK(icc::peak_ink(stored_in(*limited)) <= 2.43);
    auto adobe = jpeg(4);
    adobe.inverted = true;
    const auto turned = pdf::in_colours_of(print(2.4), adobe, nullptr);
    REQUIRE(turned);
    CHECK_FALSE(turned->inverted);
    auto upright = stored_in(adobe);
    for (auto& sample : upright) sample = static_cast<char>(~sample);
    icc::limit_ink(upright, 2.4);
    double off = 0;
    const auto stored = stored_in(*turned);
    for (std::size_t i = 0; i < upright.size(); ++i) off += std::abs(at(stored, i) - at(upright, i));
    CHECK(off / static_cast<double>(upright.size()) < 12);
}

TEST_CASE("A picture that brings the profile of the press itself goes without it") {
    auto known = pixels(4, "\x10\x20\x30\x40");
    known.profile = std::string(press()->bytes.bytes());
    for (const bool converted : {true, false}) {
        const auto made = pdf::in_colours_of(print(3, converted), known, nullptr);
        REQUIRE(made);
        CHECK(made->profile.empty());
        CHECK(stored_in(*made) == stored_in(known));
    }
}

TEST_CASE("A grey picture goes on the black plate, as light as its profile says") {
    CHECK_FALSE(pdf::in_colours_of(print(), pixels(1, "\x80"), nullptr));
    auto grey = pixels(1, "\x80\xFF");
    const auto icc = DiskFileSystem().read("/usr/share/color/icc/ghostscript/default_gray.icc");
    REQUIRE(icc);
    grey.profile = std::string(icc->bytes());
    const auto made = pdf::in_colours_of(print(), grey, nullptr);
    REQUIRE(made);
    CHECK(made->components == 1);
    CHECK(made->profile.empty());
    CHECK(stored_in(*made) == icc::grey_for("\x80\xFF", grey.profile, *press()));
}

TEST_CASE("Pictures that are kept stay what they are, and how much ink they take can be told") {
    CHECK_FALSE(pdf::in_colours_of(print(3, false), jpeg(3), nullptr));
    CHECK_FALSE(pdf::in_colours_of(print(3, false), jpeg(4), nullptr));
    CHECK(pdf::most_ink(print(), pixels(4, "\xFF\xFF\xFF\xFF")) == 4);
    CHECK(pdf::most_ink(print(), pixels(3, "\xFF\xFF\xFF")).value() < 0.02);
    CHECK(pdf::most_ink(print(), pixels(3, std::string(3, '\0'))).value() > 2.5);
    CHECK_FALSE(pdf::most_ink(screen(), pixels(3, "abc")));
}

TEST_CASE("For a screen, inks become its colours: by their profile, or by what they mean where none is given") {
    const auto inks = press();
    const std::string red("\0\xFF\xFF\0", 4);
    const auto wanted = icc::converted(red, inks->bytes.bytes(), icc::srgb());
    auto told = pixels(4, red);
    CHECK_FALSE(pdf::in_colours_of(screen(), told, nullptr));
    for (const bool own : {false, true}) {
        if (own) told.profile = std::string(inks->bytes.bytes());
        const auto made = pdf::in_colours_of(screen(), told, own ? nullptr : inks.get());
        REQUIRE(made);
        CHECK(made->components == 3);
        CHECK(made->profile.empty());
        CHECK(stored_in(*made) == wanted);
    }
    CHECK_FALSE(pdf::in_colours_of(screen(), jpeg(3), inks.get()));
    CHECK(pdf::in_colours_of(screen(), jpeg(4), inks.get())->coding == picture::Coding::jpeg);
}

TEST_CASE("In an archive, inks stay byte for byte and say what they mean") {
    const auto inks = press();
    const auto photo = jpeg(4);
    const auto made = pdf::in_colours_of(screen(false), photo, inks.get());
    REQUIRE(made);
    CHECK(made->data.bytes() == photo.data.bytes());
    CHECK(made->profile == inks->bytes.bytes());
    const File file(written(page_with(photo), {.epoch = {}, .profile = screen(false), .inks = inks}));
    check_syntax(file);
    const auto text = spelt_out(file);
    CHECK(count(text, "<pdfaid:part>2<") == 1);
    CHECK(count(text, "/N 4") == 1);
    CHECK(count(text, "/DeviceCMYK") == 0);
}

TEST_CASE("A picture that is transparent stays so when it is stored as JPEG") {
    auto veiled = pixels(3, std::string("\xB5\x26\x1E\x20\x30\x40", 6));
    veiled.alpha = "\x40\xC0";
    veiled.lossy = true;
    const File file(written(page_with(veiled), {.epoch = {}, .profile = print()}));
    check_syntax(file);
    const auto text = spelt_out(file);
    CHECK(count(text, "/DCTDecode") == 1);
    CHECK(count(text, "/SMask") == 1);
}

TEST_CASE("Inks that are stored with loss are read the right way up") {
    auto paper = pixels(3, std::string(static_cast<std::size_t>(3) * 16, '\xF0'));
    paper.lossy = true;
    const File file(written(page_with(paper), {.epoch = {}, .profile = print()}));
    for (const auto* draw :
         {"pdftoppm -r 36 ", "mutool draw -q -r 36 -o page.ppm ", "gs -q -o page.ppm -r36 -sDEVICE=ppmraw "}) {
        CAPTURE(draw);
        const auto drawn =
            output_of("cd " + file.folder() + " && " + draw + file.path() + (*draw == 'p' ? " > page.ppm" : ""));
        const auto bytes = DiskFileSystem().read(file.folder() + "/page.ppm");
        REQUIRE(bytes);
        const auto all = bytes->bytes();
        constexpr std::size_t kWidth = 210, kRow = 70, kColumn = 70;  // A5 at 36 dpi; in the picture
        const auto at_pixel = all.size() - 3 * kWidth * (298 - kRow) + 3 * kColumn;
        CHECK(at(all, at_pixel) > 200);
        CHECK(at(all, at_pixel) < 252);
    }
}

TEST_CASE("On the plates, Ghostscript sees a dark picture on black, and its colours within the limit") {
    const auto dark = pixels(3, std::string(static_cast<std::size_t>(3) * 16, '\x08'));
    const auto inks_seen = [&](const profile::Profile& profile) {
        const File file(written(page_with(dark), {.epoch = {}, .profile = profile}));
        check_syntax(file);
        const auto out = file.folder() + "/page.pam";
        static_cast<void>(output_of("gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=pamcmyk32 -r72 -sOutputFile=" + out +
                                    " " + file.path()));
        const auto bytes = DiskFileSystem().read(out);
        REQUIRE(bytes);
        const auto begin = bytes->bytes().find("ENDHDR\n") + 7;
        return icc::peak_ink(bytes->bytes().substr(begin));
    };
    CHECK(inks_seen(print(4)) > 2.6);
    CHECK(inks_seen(print(2.4)) <= 2.41);
    CHECK(inks_seen(print(2.4)) > 2.3);
}
