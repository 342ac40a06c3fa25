// Pages made by hand, and the whole SVG; pages that ship, as librsvg draws them and as MuPDF draws their PDF.
#include "svg/write.h"

#include "layout/fixture.h"
#include "pdf/write.h"
#include "picture/picture.h"
#include "support/font_catalog.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

using namespace zheye;

namespace {

const font::FontBook& fonts() {
    static const auto book = test::open_installed({{"song", 400}});
    return book;
}

layout::Pages one_page(std::vector<layout::Item> items) {
    layout::Pages pages;
    pages.metadata.title = "题 <1>";
    pages.pages.push_back({{{100, 200}, std::move(items)}, 0, ""});
    return pages;
}

const std::string kHead =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100pt\" height=\"200pt\" viewBox=\"0 0 100 200\" role=\"img\" "
    "aria-labelledby=\"title\" xml:lang=\"zh-Hans\">\n<title id=\"title\">封面 &amp;</title>\n";
const std::string kPaper = "<rect x=\"0\" y=\"0\" width=\"100\" height=\"200\" fill=\"#fff\"/>\n";

std::string written(std::vector<layout::Item> items) {
    const auto text = svg::write_page(one_page(std::move(items)), 0, fonts(), "封面 &");
    REQUIRE(text.substr(0, kHead.size()) == kHead);
    return text.substr(kHead.size());
}

/// The glyph of a character that Noto Serif CJK SC has, at its natural width.
layout::GlyphRun run_of(std::vector<std::uint32_t> glyphs, layout::Orientation orientation, double narrow = 1) {
    layout::GlyphRun run{0, 10, {0x33, 0, 0}, {20, 30}, {}, "", {}};
    run.orientation = orientation;
    run.narrow = narrow;
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        run.glyphs.edit().push_back({glyphs[i], static_cast<double>(i) * 10, 0, 10, 0, 0});
    return run;
}

/// All that stands between <defs> and the paper, taken out; the rest.
std::string without_definitions(const std::string& text) {
    const auto begin = text.find("<defs>"), end = text.find("</defs>\n");
    return begin == std::string::npos ? text : text.substr(0, begin) + text.substr(end + 8);
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("shapes have their fills, lines, clips and gradients, and what several share once") {
    Shape area{Path::rectangle({1, 2, 30, 40}), Colour{0xB8, 0x30, 0x1F}, std::nullopt, 0.5};
    area.clip = Rect{0, 0, 10, 10};
    area.clip_radius = 0;
    Shape line{Path::line({0, 0}, {10, 0}), std::nullopt, Stroke{{0, 0, 0}, 0.75, {2, 1}, true}};
    Shape shaded{Path::rectangle({0, 0, 100, 50}), LinearGradient{{0, 0}, {0, 50}, {{0, {}}, {1, {255, 255, 255}}}},
                 std::nullopt};
    shaded.even_odd = true;
    const auto text = written({area, line, shaded, shaded, layout::TagBegin{1}, layout::TagEnd{}, area});
    const std::string shaded_one = "<path d=\"m0 0h100v50h-100z\" fill=\"url(#p1)\" fill-rule=\"evenodd\"/>\n";
    const std::string area_one =
        "<path d=\"m1 2h30v40h-30z\" fill=\"#b8301f\" opacity=\".5\" clip-path=\"url(#c0)\"/>\n";
    CHECK(text ==
          "<defs>\n<clipPath id=\"c0\"><path d=\"m0 0h10v10h-10z\"/></clipPath>\n"
          "<linearGradient id=\"p1\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"50\">"
          "<stop offset=\"0\" stop-color=\"#000000\"/><stop offset=\"1\" stop-color=\"#ffffff\"/></linearGradient>\n"
          "</defs>\n" +
              kPaper + area_one +
              "<path d=\"m0 0h10\" fill=\"none\" stroke=\"#000000\" stroke-width=\".75\" stroke-linecap=\"round\" "
              "stroke-linejoin=\"round\" stroke-dasharray=\"2 1\"/>\n" +
              shaded_one + shaded_one + area_one + "</svg>\n");
}

TEST_CASE("a glyph's outline stands in the file once, however often it is drawn") {
    const auto text = written({run_of({500, 501, 500}, layout::Orientation::across)});
    CHECK(count(text, "<path id=\"g0-500\"") == 1);
    CHECK(without_definitions(text) ==
          kPaper +
              "<g transform=\"matrix(.01 0 0 .01 20 30)\" fill=\"#330000\"><use href=\"#g0-500\"/>"
              "<use href=\"#g0-501\" x=\"1000\"/><use href=\"#g0-500\" x=\"2000\"/></g>\n</svg>\n");
}

TEST_CASE("glyphs of vertical lines hang from their vertical origins, and lie where the line is turned") {
    // Noto's Han glyphs have the vertical origin in the middle of the em, 880 above the baseline.
    const auto down = without_definitions(written({run_of({2000, 2001}, layout::Orientation::down)}));
    CHECK(down == kPaper +
                      "<g transform=\"matrix(.01 0 0 .01 20 30)\" fill=\"#330000\"><use href=\"#g0-2000\" x=\"-500\" "
                      "y=\"880\"/><use href=\"#g0-2001\" x=\"-500\" y=\"1880\"/></g>\n</svg>\n");
    const auto narrow = without_definitions(written({run_of({2000}, layout::Orientation::down, 0.5)}));
    CHECK(narrow.find("matrix(.005 0 0 .01 20 30)") != std::string::npos);
    CHECK(narrow.find("x=\"-500\" y=\"880\"") != std::string::npos);
    const auto turned = written({run_of({2000}, layout::Orientation::turned)});
    CHECK(turned.find("matrix(0 .01 -.01 0 20 30)") != std::string::npos);
}

TEST_CASE("all pages are one picture, in which links lead from page to page") {
    auto pages = one_page({layout::Link{{1, 2, 3, 4}, 0, "", 1, 0, "第二页"},
                           layout::Link{{1, 2, 3, 4}, 0, "https://example.org/?a&b", 0, 0, "外"}});
    pages.pages.push_back({{{50, 60}, {}}, 0, "7"});
    const auto text = svg::write(pages, fonts());
    CHECK(text.find("width=\"124pt\" height=\"296pt\"") != std::string::npos);
    CHECK(text.find("<view id=\"page-2\" viewBox=\"37 224 50 60\"/>") != std::string::npos);
    CHECK(text.find("<title>第1页</title>") != std::string::npos);
    CHECK(text.find("<title>第7页</title>") != std::string::npos);
    CHECK(text.find("<title id=\"title\">题 &lt;1&gt;</title>") != std::string::npos);
    CHECK(text.find("<a href=\"#page-2\" aria-label=\"第二页\">") != std::string::npos);
    CHECK(text.find("<a href=\"https://example.org/?a&amp;b\"") != std::string::npos);
    CHECK(svg::write_page(pages, 0, fonts(), "").find("<a ") == std::string::npos);
}

namespace {

struct Pixels {
    picture::Picture picture;
    [[nodiscard]] int at(int x, int y, int c) const {
        const auto i =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) *
                static_cast<std::size_t>(picture.components) +
            static_cast<std::size_t>(picture.components == 1 ? 0 : c);
        return static_cast<unsigned char>(picture.data.bytes()[i]);
    }
};

Pixels pixels_of(const std::string& path) {
    diag::Diagnostics diagnostics;
    const auto file = DiskFileSystem().read(path);
    REQUIRE(file);
    auto picture = picture::read(*file, path, {}, diagnostics);
    REQUIRE(picture);
    return {std::move(*picture)};
}

/// The largest difference, of 255, between the means of areas of about a tenth of an inch: what two programs make of
/// the edges of shapes does not count, what is missing, moved or of another colour does.
double difference(const Pixels& a, const Pixels& b) {
    REQUIRE(std::abs(a.picture.width - b.picture.width) <= 1);
    REQUIRE(std::abs(a.picture.height - b.picture.height) <= 1);
    constexpr int kArea = 8;
    double largest = 0;
    for (int y = 0; y + kArea < std::min(a.picture.height, b.picture.height); y += kArea)
        for (int x = 0; x + kArea < std::min(a.picture.width, b.picture.width); x += kArea)
            for (int c = 0; c < 3; ++c) {
                int sum = 0;
                for (int i = 0; i < kArea * kArea; ++i) {
                    const int u = x + i % kArea, v = y + i / kArea;
                    sum += a.at(u, v, c) - b.at(u, v, c);
                }
                largest = std::max(largest, std::abs(sum) / double{kArea * kArea});
            }
    return largest;
}

class Desk {
public:
    Desk() {
        std::string pattern = (std::filesystem::temp_directory_path() / "zheye-svg-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
    }
    ~Desk() { std::filesystem::remove_all(folder_); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    [[nodiscard]] Pixels drawn(const std::string& svg) const {
        std::ofstream(folder_ + "/a.svg", std::ios::binary) << svg;
        REQUIRE(std::system(("rsvg-convert -d 80 -p 80 " + folder_ + "/a.svg -o " + folder_ + "/a.png").c_str()) == 0);
        return pixels_of(folder_ + "/a.png");
    }
    void write_pdf(const std::string& bytes) const { std::ofstream(folder_ + "/a.pdf", std::ios::binary) << bytes; }
    [[nodiscard]] Pixels drawn_page(std::size_t page) const {
        REQUIRE(std::system(
                    ("mutool draw -q -r 80 -o " + folder_ + "/b.png " + folder_ + "/a.pdf " + std::to_string(page + 1))
                        .c_str()) == 0);
        return pixels_of(folder_ + "/b.png");
    }

private:
    std::string folder_;
};

}  // namespace

TEST_CASE("pictures lie in SVG as they do in PDF, however their rows are stored") {
    layout::Pages pages;
    pages.structure.add(0, layout::Role::document);
    pages.pages.push_back({{{400, 300}, {}}, 0, ""});
    for (int orientation = 1; orientation <= 8; ++orientation) {
        // Four quarters of different colours, 60 by 40 as stored.
        std::string rows;
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 60; ++x)
                rows +=
                    y < 20 ? (x < 30 ? "\xFF\x10\x10" : "\x10\xC0\x10") : (x < 30 ? "\x10\x10\xFF" : "\xF0\xE0\x10");
        picture::Picture picture;
        picture.orientation = orientation;
        picture.width = picture.is_turned() ? 40 : 60;
        picture.height = picture.is_turned() ? 60 : 40;
        picture.data = Blob(std::move(rows));
        pages.images.push_back(std::make_shared<const picture::Picture>(std::move(picture)));
        const double x = 10 + (orientation - 1) % 4 * 95.0, y = orientation <= 4 ? 20 : 150;
        const bool is_clipped = orientation % 2 == 0;
        pages.pages[0].frame.items.push_back(
            layout::Image{static_cast<layout::ImageId>(orientation - 1),
                          {x, y, 80, 100},
                          is_clipped ? std::optional(Rect{x + 10, y + 10, 50, 60}) : std::nullopt,
                          is_clipped ? 12.0 : 0});
    }
    diag::Diagnostics diagnostics;
    const auto pdf = pdf::write(pages, fonts(), {}, diagnostics);
    REQUIRE(pdf);
    const Desk desk;
    desk.write_pdf(*pdf);
    const auto in_pdf = desk.drawn_page(0);
    CHECK(difference(desk.drawn(svg::write_page(pages, 0, fonts(), "")), in_pdf) < 40);
    auto turned = *pages.images[5];
    turned.orientation = 8;
    pages.images[5] = std::make_shared<const picture::Picture>(turned);
    CHECK(difference(desk.drawn(svg::write_page(pages, 0, fonts(), "")), in_pdf) > 150);
}

TEST_CASE("pages look in SVG as they do in PDF") {
    const auto name = GENERATE(as<std::string>{}, "typography", "jinshui-2019", "gallery");
    const auto laid_out = test::lay_out_file(std::string(ZHEYE_ROOT) + "/content/" + name);
    diag::Diagnostics diagnostics;
    const auto pdf = pdf::write(laid_out.pages, laid_out.fonts, {}, diagnostics);
    REQUIRE(pdf);
    const Desk desk;
    desk.write_pdf(*pdf);
    constexpr double kSame = 30;
    for (std::size_t i = 0; i < laid_out.pages.pages.size(); i += name == "typography" ? 1 : 3) {
        INFO(name << ", page " << i + 1);
        const auto in_pdf = desk.drawn_page(i);
        CHECK(difference(desk.drawn(svg::write_page(laid_out.pages, i, laid_out.fonts, "")), in_pdf) < kSame);
        if (i != 0) continue;
        auto moved = laid_out.pages;
        for (auto& item : moved.pages[i].frame.items)
            if (auto* run = std::get_if<layout::GlyphRun>(&item)) run->origin.x += 6;
        CHECK(difference(desk.drawn(svg::write_page(moved, i, laid_out.fonts, "")), in_pdf) > kSame);
    }
}
