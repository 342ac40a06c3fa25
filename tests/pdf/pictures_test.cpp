// Pictures in the file: every pixel, its colours, its transparency, the way it lies.
#include "drawn.h"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>

using namespace zheye;
using namespace zheye::test;
using layout::Role;

namespace {

std::shared_ptr<picture::Picture> pixels(int width, int height, int components, std::string samples) {
    auto picture = std::make_shared<picture::Picture>();
    picture->width = width;
    picture->height = height;
    picture->components = components;
    picture->data = Blob(std::move(samples));
    return picture;
}

constexpr Colour kRed{220, 20, 20}, kBlue{20, 40, 200};

}  // namespace

TEST_CASE("Every sample of a picture comes back, whatever rows predict it best") {
    constexpr int kSide = 48;
    std::string samples;
    unsigned noise = 1;
    std::string row;
    for (int x = 0; x < 3 * kSide; ++x) row += static_cast<char>((noise = noise * 1103515245 + 12345) >> 16);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < 3 * kSide; ++x) {
            const int kind = y / 12;
            samples += static_cast<char>(kind == 0   ? 7
                                         : kind == 1 ? 2 * x
                                         : kind == 2 ? row[x] + y
                                                     : (x / 3) * (y - 30) + 5 * y);
        }
    Draft draft;
    draft.pages.images = {pixels(kSide, kSide, 3, samples)};
    draft.item(layout::Image{0, {10, 10, 80, 80}, {}});
    const File file(written(draft.pages));
    static_cast<void>(output_of("pdfimages " + file.path() + " " + file.folder() + "/image"));
    CHECK((read_ppm(file.folder() + "/image-000.ppm").rgb == samples));  // not for printing
}

TEST_CASE("Pictures keep their pixels, their transparency and their place") {
    Draft draft;
    std::string rgb, grey;
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 40; ++x) {
            const Colour colour = y < 20 ? kRed : x < 20 ? kBlue : Colour{static_cast<std::uint8_t>(x * 6), 100, 50};
            rgb += {static_cast<char>(colour.r), static_cast<char>(colour.g), static_cast<char>(colour.b)};
            grey += static_cast<char>(x * 6);
        }
    auto opaque = pixels(40, 40, 3, rgb), veiled = pixels(40, 40, 3, rgb);
    veiled->alpha = std::string(800, '\x80') + std::string(800, '\xFF');
    draft.pages.images = {opaque, pixels(40, 40, 1, grey), veiled, pixels(40, 40, 3, rgb)};
    draft.item(layout::Image{0, {10, 10, 80, 80}, {}});
    draft.item(layout::Image{0, {200, 10, 80, 80}, Rect{200, 10, 80, 40}});
    draft.item(layout::Image{1, {10, 110, 80, 80}, {}});
    draft.item(layout::Image{2, {110, 110, 80, 80}, {}});
    const File file(written(draft.pages));
    CHECK(count(spelt_out(file), "/Subtype /Image") == 4);  // three shown, one of them with a mask
    const Drawn drawn(draft.pages);
    drawn.check(50, 30, kRed);
    drawn.check(30, 70, kBlue);
    drawn.check(240, 30, kRed);
    drawn.check(220, 70, kWhite);
    drawn.check(51, 150, {120, 120, 120}, 8);
    drawn.check(150, 130, mix(kWhite, kRed, 128 / 255.0));
    drawn.check(130, 170, kBlue);
}

TEST_CASE("A JPEG is embedded as it is") {
    const File file("");
    const auto jpeg_path = file.folder() + "/grey.jpg";
    static_cast<void>(output_of("gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=jpeggray -r72 -g8x8 -sOutputFile=" +
                                jpeg_path + " -c '0.376 setgray 0 0 8 8 rectfill showpage'"));
    std::ifstream stream(jpeg_path, std::ios::binary);
    const std::string jpeg((std::istreambuf_iterator<char>(stream)), {});
    REQUIRE(jpeg.starts_with("\xFF\xD8"));
    auto picture = pixels(8, 8, 1, jpeg);
    picture->coding = picture::Coding::jpeg;
    Draft draft;
    draft.pages.images = {picture};
    draft.item(layout::Image{0, {10, 10, 80, 80}, {}});
    CHECK(written(draft.pages).find(jpeg) != std::string::npos);
    Drawn(draft.pages).check(50, 50, {96, 96, 96}, 6);
}

TEST_CASE("The inks of an Adobe JPEG are turned over, those of others are not") {
    for (const bool inverted : {true, false}) {
        auto picture = pixels(1, 1, 4, "\xFF\xD8 no decoder looks at this");
        picture->coding = picture::Coding::jpeg;
        picture->inverted = inverted;
        Draft draft;
        draft.pages.images = {picture};
        draft.item(layout::Image{0, {10, 10, 80, 80}, {}});
        const profile::Profile plain{.archive = profile::Archive::none};
        const auto text = written(draft.pages, {.epoch = {}, .profile = plain, .compress = false});
        CHECK(text.find("/ColorSpace/DeviceCMYK") != std::string::npos);
        CHECK((text.find("/Decode[1 0 1 0 1 0 1 0]") != std::string::npos) == inverted);
    }
}

TEST_CASE("A picture that is stored turned or mirrored is shown upright") {
    // As it is looked at: red and blue above, yellow and black below.
    const Colour yellow{255, 255, 0}, black{0, 0, 0};
    const std::array<std::array<Colour, 4>, 8> stored{{{kRed, kBlue, yellow, black},
                                                       {kBlue, kRed, black, yellow},
                                                       {black, yellow, kBlue, kRed},
                                                       {yellow, black, kRed, kBlue},
                                                       {kRed, yellow, kBlue, black},
                                                       {kBlue, black, kRed, yellow},
                                                       {black, kBlue, yellow, kRed},
                                                       {yellow, kRed, black, kBlue}}};
    Draft draft;
    for (int i = 0; i < 8; ++i) {
        std::string rgb;
        for (const auto& colour : stored[i])
            rgb += {static_cast<char>(colour.r), static_cast<char>(colour.g), static_cast<char>(colour.b)};
        auto picture = pixels(2, 2, 3, rgb);
        picture->orientation = i + 1;
        draft.pages.images.push_back(picture);
        draft.item(layout::Image{static_cast<std::uint32_t>(i), {10, 10 + 60.0 * i, 80, 40}, {}});
    }
    const Drawn drawn(draft.pages);
    for (int i = 0; i < 8; ++i) {
        INFO("orientation " << i + 1);
        const double y = 10 + 60.0 * i;
        drawn.check(20, y + 5, kRed);
        drawn.check(80, y + 5, kBlue);
        drawn.check(20, y + 35, yellow);
        drawn.check(80, y + 35, black);
    }
}

TEST_CASE("The profile of a picture is written once, however many pictures have it") {
    Draft draft;
    for (int i = 0; i < 3; ++i) {
        auto picture = pixels(1, 1, 3, "abc");
        picture->profile = i < 2 ? "one profile" : "another";
        draft.pages.images.push_back(picture);
        draft.item(layout::Image{static_cast<std::uint32_t>(i), {10, 10, 80, 40}, {}});
    }
    const auto text = written(draft.pages, {.epoch = {}, .compress = false});
    CHECK(count(text, "/ColorSpace[/ICCBased") == 3);
    CHECK(count(text, "one profile") == 1);
    CHECK(count(text, "another") == 1);
    CHECK(count(text, "/N 3") == 3);  // and that of the output intent
}
