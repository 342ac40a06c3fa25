// What the profile changes in the file: standards, colours, links, order.
#include "fixture.h"

#include "icc/inks.h"
#include "pdf/syntax.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace zheye;
using namespace zheye::test;
using layout::Role;

namespace {

profile::Profile print() {
    const auto bytes = DiskFileSystem().read("/usr/share/color/icc/ghostscript/default_cmyk.icc");
    REQUIRE(bytes);
    profile::Profile profile{.name = "print", .accessible = false, .archive = profile::Archive::none, .press = true};
    profile.colours = profile::Colours::cmyk;
    profile.intent = std::make_shared<const icc::Profile>(*icc::read(*bytes));
    profile.condition = "CGATS TR 001";
    profile.inks = {.total = 3, .least_tint = 0.03};
    profile.links = false;
    return profile;
}

layout::GlyphRun in_colour(Colour colour, double y) {
    auto run = shaped("金水区文化路街道", 20, {40, y});
    run.colour = colour;
    return run;
}

layout::Shape square(Colour colour, Point at) {
    layout::Shape shape;
    shape.path = Path::rectangle({at.x, at.y, 40, 40});
    shape.fill = colour;
    return shape;
}

layout::Pages page_of_text(Colour colour) {
    Draft draft;
    draft.pages.metadata.title = "一页";
    draft.pages.metadata.date = "2019-07";
    draft.paragraph(in_colour(colour, 60));
    return std::move(draft.pages);
}

/// Shares of the page that take each ink, by Ghostscript.
std::vector<double> coverage(const File& file) {
    std::istringstream said(output_of("gs -q -o - -sDEVICE=inkcov " + file.path()));
    std::vector<double> shares(4);
    for (auto& share : shares) said >> share;
    return shares;
}

std::string operands(const icc::Cmyk& inks) {
    std::string text;
    for (const double ink : inks) {
        pdf::append_number(text, ink);
        text += ' ';
    }
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("In print, text that is nearly black is on the black plate alone, and overprints") {
    for (const Colour colour : {Colour{0, 0, 0}, Colour{42, 33, 29}, Colour{90, 90, 95}}) {
        const File file(written(page_of_text(colour), {.epoch = {}, .profile = print()}));
        check_syntax(file);
        const auto shares = coverage(file);
        CAPTURE(to_string(colour));
        CHECK(shares[0] == 0);
        CHECK(shares[1] == 0);
        CHECK(shares[2] == 0);
        CHECK(shares[3] > 0.002);
        CHECK(count(spelt_out(file), "/OPM 1") == 1);
    }
    const File red(written(page_of_text({181, 38, 30}), {.epoch = {}, .profile = print()}));
    CHECK(coverage(red)[1] > 0.002);
    CHECK(count(spelt_out(red), "/OPM 1") == 0);
}

TEST_CASE("In print, what is drawn after overprinting text knocks out again") {
    auto pages = page_of_text({0, 0, 0});
    pages.pages[0].frame.items.push_back(square({236, 201, 135}, {40, 200}));
    const auto text = written(pages, {.epoch = {}, .profile = print(), .compress = false});
    const auto overprint = text.find("/G0 gs"), knockout = text.find("/G1 gs"), fill = text.find(" re\n");
    REQUIRE(fill != std::string::npos);
    CHECK(overprint < knockout);
    CHECK(knockout < fill);
}

TEST_CASE("In print, colours are those of the profile, in gradients too") {
    const auto press = icc::Inks::of(*print().intent, print().inks);
    REQUIRE(press);
    const Colour red{181, 38, 30}, gold{236, 201, 135};
    Draft draft;
    draft.pages.metadata.date = "2019";
    draft.item(square(red, {40, 40}));
    auto sky = square(red, {90, 40});
    sky.fill = layout::LinearGradient{{0, 0}, {0, 40}, {{0, red}, {1, gold}}};
    draft.item(sky);
    const auto text = written(draft.pages, {.epoch = {}, .profile = print(), .compress = false});
    CHECK(text.find(operands(press->cmyk(red)) + " k\n") != std::string::npos);
    CHECK(text.find("/C0[" + operands(press->cmyk(red)) + "]/C1[" + operands(press->cmyk(gold)) + "]") !=
          std::string::npos);
    CHECK(text.find("/ColorSpace/DeviceCMYK") != std::string::npos);
    CHECK(text.find(" rg\n") == std::string::npos);
    CHECK(text.find("DeviceRGB") == std::string::npos);
}

TEST_CASE("PDF/X-4 says what it is, has its intent and dates, and no links") {
    auto pages = page_of_text({0, 0, 0});
    const auto link = pages.structure.add(0, Role::link);
    auto& items = pages.pages[0].frame.items;
    items.emplace_back(layout::TagBegin{link});
    items.emplace_back(in_colour({0, 0, 0}, 120));
    items.emplace_back(layout::Link{{40, 100, 80, 30}, link, "https://example.org", 0, 0, "网站"});
    items.emplace_back(layout::TagEnd{});
    const auto bytes = written(pages, {.epoch = {}, .profile = print()});
    CHECK(bytes.starts_with("%PDF-1.6\n"));
    const File file(bytes);
    check_syntax(file);
    const auto text = spelt_out(file);
    CHECK(count(text, "/Annot") == 0);
    CHECK(count(text, "/S /GTS_PDFX") == 1);
    CHECK(count(text, "/Trapped /False") == 1);
    CHECK_THAT(text, Catch::Contains("<pdfxid:GTS_PDFXVersion>PDF/X-4<") &&
                         Catch::Contains("<xmpMM:DocumentID>uuid:") && Catch::Contains("<xmp:MetadataDate>2019-07<") &&
                         !Catch::Contains("pdfaid") && !Catch::Contains("pdfuaid"));
    CHECK_THAT(output_of("pdfinfo " + file.path()), Catch::Contains("PDF/X-4"));
}

TEST_CASE("A file for the press without a date is told, and has one nevertheless") {
    auto pages = page_of_text({0, 0, 0});
    pages.metadata.date.clear();
    diag::Diagnostics diagnostics;
    const auto bytes = pdf::write(pages, book(), {.epoch = {}, .profile = print()}, diagnostics);
    REQUIRE(bytes);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "no-date");
    CHECK(diagnostics.all()[0].span == pages.structure.nodes.front().span);
    CHECK(count(spelt_out(File(*bytes)), "<xmp:CreateDate>2000-01-01<") == 1);
}

TEST_CASE("The file for the screen is PDF/A-2a and PDF/UA-1 in one, and its colours are sRGB") {
    const File file(written(page_of_text({181, 38, 30})));
    const auto text = spelt_out(file);
    CHECK(count(text, "/S /GTS_PDFA1") == 1);
    CHECK_THAT(text, Catch::Contains("<pdfaid:part>2<") && Catch::Contains("<pdfaid:conformance>A<") &&
                         Catch::Contains("<pdfuaid:part>1<") && Catch::Contains("pdfaSchema:namespaceURI"));
    profile::Profile plain;
    plain.archive = profile::Archive::none;
    CHECK(count(spelt_out(File(written(page_of_text({0, 0, 0}), {.epoch = {}, .profile = plain}))), "OutputIntent") ==
          0);
}

TEST_CASE("What is on all plates is so in a file of inks, and has its colour on a screen") {
    Draft draft;
    draft.pages.metadata.date = "2019";
    auto mark = square({35, 24, 21}, {40, 40});
    mark.plates = layout::Plates{{}, true};
    auto magenta = square({228, 0, 127}, {90, 40});
    magenta.plates = layout::Plates{{0, 1, 0, 0}, false};
    draft.item(mark);
    draft.item(magenta);
    draft.item(square({35, 24, 21}, {140, 40}));
    const File press(written(draft.pages, {.epoch = {}, .profile = print()}));
    check_syntax(press);
    const auto inks = spelt_out(press);
    CHECK(count(inks, "/All cs 1 scn") == 1);
    CHECK(count(inks, "0 1 0 0 k") == 1);
    CHECK(inks.find("/Separation") != std::string::npos);
    const auto shares = coverage(press);
    CHECK(shares[1] == Approx(2 * 1600 / (419.528 * 595.276)).epsilon(0.1));  // edges of the squares
    const auto screen = spelt_out(File(written(draft.pages)));
    CHECK(count(screen, "/Separation") == 0);
    CHECK(count(screen, " rg\n") == 3);
}

TEST_CASE("A back that is turned stands on its head, in the same boxes") {
    auto pages = page_of_text({0, 0, 0});
    const File upright(written(pages));
    pages.pages[0].turned = true;
    const File turned(written(pages));
    check_syntax(turned);
    CHECK(output_of("pdfinfo -box " + turned.path() + " | grep Box") ==
          output_of("pdfinfo -box " + upright.path() + " | grep Box"));
    const auto box = [](const File& file) {
        const auto said = output_of("gs -q -o - -sDEVICE=bbox " + file.path());
        std::istringstream numbers(said.substr(said.find("%%HiResBoundingBox:") + 19));
        std::vector<double> edges(4);
        for (auto& edge : edges) numbers >> edge;
        return edges;
    };
    const auto before = box(upright), after = box(turned);
    CHECK(after[0] == Approx(419.528 - before[2]).margin(0.1));
    CHECK(after[1] == Approx(595.276 - before[3]).margin(0.1));
}

TEST_CASE("The sources lie in the file where the profile says so") {
    profile::Profile archive;
    archive.archive = profile::Archive::a3a;
    archive.source = true;
    pdf::Options options{.epoch = {}, .profile = archive};
    options.sources = {{"brochure.yaml", "title: 路\n"}, {"parts/one.yaml", "a: 1\n"}};
    const File file(written(page_of_text({0, 0, 0}), options));
    check_syntax(file);
    const auto listed = output_of("qpdf --list-attachments " + file.path());
    CHECK_THAT(listed, Catch::Contains("brochure.yaml") && Catch::Contains("parts/one.yaml"));
    CHECK(output_of("qpdf --show-attachment=brochure.yaml " + file.path()) == "title: 路\n");
    const auto text = spelt_out(file);
    CHECK(count(text, "/AFRelationship /Source") == 2);
    CHECK(count(text, "/AF [") == 1);
    CHECK(text.find("<pdfaid:part>3<") != std::string::npos);
    options.profile.source = false;
    CHECK(count(spelt_out(File(written(page_of_text({0, 0, 0}), options))), "/Filespec") == 0);
}

TEST_CASE("A file in RGB with inks of no known press does not say that it is PDF/A") {
    const auto with_picture = [](std::string icc) {
        picture::Picture inks;
        inks.width = 2, inks.height = 1, inks.components = 4;
        inks.data = Blob(std::string("\x10\x20\x30\x40\x50\x60\x70\x80", 8));
        inks.profile = std::move(icc);
        Draft draft;
        draft.pages.images.push_back(std::make_shared<const picture::Picture>(inks));
        draft.item(layout::Image{.image = 0, .place = {40, 40, 40, 20}, .clip = {}});
        diag::Diagnostics diagnostics;
        const auto bytes = pdf::write(draft.pages, book(), {.epoch = {}, .profile = {}}, diagnostics);
        REQUIRE(bytes);
        return std::pair{spelt_out(File(*bytes)), diagnostics.all().empty() ? "" : diagnostics.all()[0].code};
    };
    const auto [bare, warned] = with_picture("");
    CHECK(warned == "no-archive");
    CHECK(count(bare, "pdfaid:part") == 0);
    CHECK(count(bare, "pdfuaid:part") > 0);
    const auto [known, silent] = with_picture(std::string(print().intent->bytes.bytes()));
    CHECK(silent.empty());
    CHECK(count(known, "<pdfaid:part>2<") == 1);
}

TEST_CASE("A colour that is an ink of its own is a separation, wherever it is drawn or written") {
    auto profile = print();
    const Colour red{181, 38, 30}, gold{236, 201, 135};
    profile.spots = {{"专色红", red}, {"Gold 871", gold}};
    Draft draft;
    draft.pages.metadata.date = "2019";
    draft.item(square(red, {40, 40}));
    auto line = square(gold, {120, 40});
    line.fill.reset();
    line.stroke = layout::Stroke{.colour = red, .width = 1, .dash = {}};
    draft.item(line);
    draft.paragraph(in_colour(red, 200));
    draft.item(square({0, 90, 160}, {200, 40}));
    const File file(written(draft.pages, {.epoch = {}, .profile = profile, .compress = false}));
    check_syntax(file);
    const auto text = spelt_out(file);
    CHECK(count(text, "/P0 cs 1 scn") == 2);  // the square; the text, for its state stands in a sequence of its own
    CHECK(count(text, "/P0 CS 1 SCN") == 1);
    CHECK(count(text, "/#e4#b8#93#e8#89#b2#e7#ba#a2") == 1);
    CHECK(count(text, "Gold") == 0);  // not used
    CHECK_THAT(output_of("gs -q -o " + file.folder() + "/plate-%d.tif -r20 -sDEVICE=tiffsep " + file.path() +
                         " && ls " + file.folder()),
               Catch::Contains("plate-1(%E4%B8%93%E8%89%B2%E7%BA%A2).tif"));
    profile.spots.clear();
    CHECK(count(spelt_out(File(written(draft.pages, {.epoch = {}, .profile = profile}))), "/Separation") == 0);
}

TEST_CASE("In print, lines and areas that are nearly black are on the black plate alone and do not overprint") {
    Draft draft;
    draft.pages.metadata.date = "2019";
    auto line = square({42, 33, 29}, {40, 40});
    line.fill.reset();
    line.stroke = layout::Stroke{.colour = {42, 33, 29}, .width = 1, .dash = {}};
    draft.item(line);
    const File lines(written(draft.pages, {.epoch = {}, .profile = print()}));
    check_syntax(lines);
    const auto shares = coverage(lines);
    CHECK((shares[0] == 0 && shares[1] == 0 && shares[2] == 0));
    CHECK(shares[3] > 0.0005);
    CHECK(count(spelt_out(lines), "/OPM 1") == 0);
    draft.item(square({42, 33, 29}, {100, 40}));
    const File areas(written(draft.pages, {.epoch = {}, .profile = print()}));
    CHECK(coverage(areas)[0] == 0);
    CHECK(coverage(areas)[3] > 0.002);
    CHECK(count(spelt_out(areas), "/OPM 1") == 0);
}

TEST_CASE(
    "In print, areas are in four inks where they are nearly black if the theme says so of their colour, lines not") {
    const Colour ink{42, 33, 29};
    Draft draft;
    draft.pages.metadata.date = "2019";
    draft.pages.rich_blacks = {ink};
    draft.item(square({44, 33, 29}, {40, 40}));
    auto line = square(ink, {40, 100});
    line.fill.reset();
    line.stroke = layout::Stroke{.colour = ink, .width = 1, .dash = {}};
    draft.item(line);
    CHECK(coverage(File(written(draft.pages, {.epoch = {}, .profile = print()})))[0] == 0);
    draft.item(square(ink, {100, 40}));
    CHECK(coverage(File(written(draft.pages, {.epoch = {}, .profile = print()})))[0] > 0.002);
}

TEST_CASE("In print, a gradient between blacks is on the black plate alone, one to another colour in four inks") {
    const Colour ink{42, 33, 29}, soot{80, 78, 76}, gold{236, 201, 135};
    const auto shares = [&](Colour until, std::vector<Colour> rich_blacks) {
        Draft draft;
        draft.pages.metadata.date = "2019";
        draft.pages.rich_blacks = std::move(rich_blacks);
        auto area = square(ink, {40, 40});
        area.fill = layout::LinearGradient{{0, 0}, {0, 40}, {{0, ink}, {1, until}}};
        draft.item(area);
        return coverage(File(written(draft.pages, {.epoch = {}, .profile = print()})));
    };
    CHECK(shares(soot, {})[0] == 0);
    CHECK(shares(soot, {})[3] > 0.002);
    CHECK(shares(soot, {ink})[0] > 0.0005);
    const auto press = icc::Inks::of(*print().intent, print().inks);
    REQUIRE(press);
    Draft draft;
    draft.pages.metadata.date = "2019";
    auto area = square(ink, {40, 40});
    area.fill = layout::LinearGradient{{0, 0}, {0, 40}, {{0, ink}, {1, gold}}};
    draft.item(area);
    CHECK(written(draft.pages, {.epoch = {}, .profile = print(), .compress = false})
              .find("/C0[" + operands(press->cmyk(ink)) + "]") != std::string::npos);
}
