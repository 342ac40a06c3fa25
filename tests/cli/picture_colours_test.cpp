// Pictures in inks and in colours of a screen, through the whole program.
#include "cli/program.h"
#include "picture/jpeg_pixels.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <memory>
#include <string>

using namespace zheye;
using namespace zheye::cli::test;

namespace {

constexpr const char* kYaml =
    "zheye: 1\n"
    "title: 一本\n"
    "meta: {date: 2019-07}\n"
    "chapters:\n"
    "- title: 一章\n"
    "  content:\n"
    "  - figure: {picture: photo.jpg, alt: 一片颜色, span: column}\n";

/// One colour all over; of inks 255 is none, as Adobe has them.
std::string photo(const std::string& pixel) {
    constexpr int kSide = 900;
    picture::JpegPixels pixels{kSide, kSide, static_cast<int>(pixel.size()), {}};
    for (int i = 0; i < kSide * kSide; ++i) pixels.samples += pixel;
    return picture::encode_jpeg(pixels, 90).value();
}

}  // namespace

TEST_CASE("a picture in inks that do not say of which press goes into files for the screen and the archive") {
    const Desk desk;
    desk.write("a.yaml", kYaml);
    desk.write("photo.jpg", photo("\x10\xF0\xE0\x20"));
    const auto built = desk.run({"build", "a.yaml", "--profile", "screen,archive", "--lang", "en"});
    CHECK(built.exit == 0);
    CHECK(built.err.find("warning") == std::string::npos);
    const auto seen = [&](const std::string& name) {
        return output_of("pdfinfo -meta " + desk.path(name) + "; pdfimages -list " + desk.path(name));
    };
    CHECK_THAT(seen("output/a.pdf"), Catch::Contains("pdfaid:part>2<") && Catch::Contains(" rgb     3 "));
    CHECK_THAT(seen("output/a-archive.pdf"), Catch::Contains("pdfaid:part>3<") && Catch::Contains(" icc     4 "));
    CHECK(desk.read("output/a-archive.pdf").find(desk.read("photo.jpg")) != std::string::npos);
    CHECK(desk.read("output/a.pdf").find(desk.read("photo.jpg")) == std::string::npos);
}

TEST_CASE("a picture that keeps its colours and takes too much ink is told at its place") {
    const Desk desk;
    desk.write("a.yaml", kYaml);
    desk.write("photo.jpg", photo("\x0F\x0F\x0F\xBF"));
    desk.write("profiles/kept.yaml", "base: print\npictures: {colours: keep}\n");
    const auto said = desk.run({"check", "a.yaml", "--profile", "kept", "--lang", "en"});
    CHECK_THAT(said.err, Catch::Contains("a.yaml:7:23: warning: the picture takes 3") &&
                             Catch::Contains("the profile 'kept' allows 300% [picture-ink]"));
    CHECK_THAT(desk.run({"check", "a.yaml", "--profile", "print", "--lang", "en"}).err,
               !Catch::Contains("picture-ink"));
    desk.write("photo.jpg", photo("\x10\xF0\xE0\x20"));
    CHECK_THAT(desk.run({"check", "a.yaml", "--profile", "kept", "--lang", "en"}).err, !Catch::Contains("picture-ink"));
}
