// How finely pictures are shown where they stand.
#include "layout/fixture.h"
#include "layout/resolution.h"

#include "diag/diagnostic.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace zheye;
using namespace zheye::test;

namespace {

/// A page with one picture of 300 × 200 pixels, `inches` wide.
layout::Pages pages(double inches, double magnification = 1) {
    layout::Pages p;
    picture::Picture picture;
    picture.width = 300;
    picture.height = 200;
    picture.components = 1;
    picture.data = Blob(std::string(60000, 'x'));
    p.images.push_back(std::make_shared<const picture::Picture>(std::move(picture)));
    p.magnification = magnification;
    layout::Image image{0, {0, 0, 72 * inches, 48 * inches}, {}};
    image.span = {0, 7, 9};
    p.pages.emplace_back();
    p.pages.back().frame.items.emplace_back(image);
    return p;
}

std::string said(const layout::Pages& p, const layout::ResolutionLimits& limits) {
    diag::Diagnostics diagnostics;
    layout::check_resolution(p, limits, diagnostics);
    std::string text;
    for (const auto& one : diagnostics.all()) {
        CHECK(one.code == "low-resolution");
        CHECK(one.span == diag::Span{0, 7, 9});
        text += (one.severity == diag::Severity::error ? "error " : "warning ") + one.message.en + "; " +
                one.hints.at(0).en + "\n";
    }
    return text;
}

/// An uncompressed grey TIFF.
std::string tiff(unsigned width, unsigned height) {
    std::string file("II*\0\x08\0\0\0", 8);
    const auto number = [&](unsigned value, int size) {
        for (int i = 0; i < size; ++i) file += static_cast<char>(value >> 8 * i & 0xFF);
    };
    struct Tag {
        unsigned tag, type, value;
    };
    const std::vector<Tag> tags{{256, 4, width}, {257, 4, height}, {258, 3, 8},
                                {259, 3, 1},     {262, 3, 1},      {273, 4, 122},
                                {277, 3, 1},     {278, 4, height}, {279, 4, width * height}};
    number(static_cast<unsigned>(tags.size()), 2);
    for (const auto& tag : tags) number(tag.tag, 2), number(tag.type, 2), number(1, 4), number(tag.value, 4);
    number(0, 4);
    file.resize(122);
    return file + std::string(std::size_t{width} * height, '\x80');
}

}  // namespace

TEST_CASE("A picture that is set too large is told, with what it would have to be") {
    CHECK(said(pages(1.4), {}).empty());
    CHECK(said(pages(2), {}) ==
          "warning the picture is set too large: at 150 dpi it looks blurred; take one of 400×267 pixels, or set it "
          "smaller\n");
    CHECK(said(pages(4), {200, 100}).starts_with("error the picture is set too large: at 75 dpi"));
    CHECK(said(pages(4), {200, 0}).starts_with("warning"));
    CHECK(said(pages(4), {0, 0}).empty());
}

TEST_CASE("A poster is looked at from further away") {
    CHECK(said(pages(4, 3), {}).empty());
    CHECK(said(pages(4, 2), {}).starts_with("warning the picture is set too large: at 150 dpi"));
}

TEST_CASE("Of one picture in one place the coarsest is told, once") {
    auto p = pages(2);
    auto larger = p.pages[0].frame.items[0];
    std::get<layout::Image>(larger).place.width *= 2;
    p.pages[0].frame.items.push_back(larger);
    const auto text = said(p, {});
    CHECK(text.find("75 dpi") != std::string::npos);
    CHECK(std::ranges::count(text, '\n') == 1);
}

TEST_CASE("What is finer than anybody sees has fewer pixels, for its largest place") {
    auto p = pages(0.5);
    const auto smaller = layout::sampled_down(p, 200);
    REQUIRE(smaller);
    CHECK(smaller->images[0]->width == 100);
    CHECK(smaller->images[0]->height == 67);
    CHECK(p.images[0]->width == 300);
    auto larger = p.pages[0].frame.items[0];
    std::get<layout::Image>(larger).place.width *= 2;
    std::get<layout::Image>(larger).place.height *= 2;
    p.pages[0].frame.items.push_back(larger);
    CHECK(layout::sampled_down(p, 200)->images[0]->width == 200);
    CHECK_FALSE(layout::sampled_down(pages(1.4), 200));  // not worth it
}

TEST_CASE("The place that is told is the writer's") {
    const auto b = lay_out(chapter("- figure: {picture: a.tif, caption: 图}\n"), {{"/b/a.tif", tiff(90, 60)}});
    diag::Diagnostics diagnostics;
    layout::check_resolution(b.pages, {}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].span.known());
    CHECK(diagnostics.all()[0].span.end - diagnostics.all()[0].span.begin == 5);
}

TEST_CASE("A picture is cut to the shape that is asked for, and keeps its focus") {
    const std::map<std::string, std::string> files{{"/b/a.tif", tiff(400, 200)}};
    const auto image = [&](const std::string& keys) {
        const auto b = lay_out(chapter("- figure: {picture: a.tif, caption: 图, " + keys + "}\n"), files);
        for (const auto& page : b.pages.pages)
            for (const auto& item : page.frame.items)
                if (const auto* found = std::get_if<layout::Image>(&item)) return *found;
        FAIL("no picture");
        return layout::Image{};
    };
    const auto middle = image("crop: 1:1");
    REQUIRE(middle.clip);
    CHECK(middle.clip->width == Approx(middle.clip->height));
    CHECK(middle.place.width == Approx(2 * middle.clip->width));
    CHECK(middle.place.x + middle.place.width / 2 == Approx(middle.clip->x + middle.clip->width / 2));
    CHECK(image("crop: 1:1, focus: left").place.x == Approx(image("crop: 1:1, focus: left").clip->x));
    const auto right = image("crop: 1:1, focus: [0.7, 0.5]");
    CHECK(right.place.x + 0.7 * right.place.width == Approx(right.clip->x + right.clip->width / 2));
    CHECK_FALSE(image("alt: 无").clip);
}
