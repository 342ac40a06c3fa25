// What is drawn: three independent programs must see the same page, and the colours must be where they were put.
#include "drawn.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>

using namespace zheye;
using namespace zheye::test;
using layout::Role;

namespace {

layout::Shape filled(Path path, layout::Paint paint, double opacity = 1) {
    layout::Shape shape;
    shape.path = std::move(path);
    shape.fill = std::move(paint);
    shape.opacity = opacity;
    return shape;
}

constexpr Colour kRed{220, 20, 20}, kBlue{20, 40, 200};

}  // namespace

TEST_CASE("Three programs draw the same page") {
    Draft draft;
    draft.pages.pages[0].frame.size = {420, 595};  // whole, for the same number of pixels from all
    const double width = 420;
    draft.item(filled(Path::rectangle({0, 0, width, 90}),
                      layout::LinearGradient{{0, 0}, {width, 0}, {{0, kRed}, {0.4, {250, 200, 40}}, {1, kBlue}}}));
    draft.item(filled(Path::rounded({40, 110, 150, 70}, 12), Colour{230, 240, 235}));
    draft.item(filled(Path::circle({300, 150}, 35), kBlue, 0.4));
    layout::Shape line;
    line.path = Path::line({40, 200}, {380, 200});
    line.stroke = layout::Stroke{kRed, 2, {6, 4}, true};
    draft.item(line);
    const auto heading = draft.node(Role::h1), text = draft.node(Role::p);
    auto title = shaped("折页：金水区街道手册", 24, {40, 60}, "hei");
    title.colour = kWhite;
    draft.tagged(heading, {title});
    for (int i = 0; i < 12; ++i) {
        auto run = shaped("文化路街道位于郑州市金水区，2019年共有居民8.4万人。", 11, {40.3, 230.7 + 21.37 * i},
                          i % 3 == 0 ? "kai" : "song", i % 3 == 1 ? 700 : 400);
        track(run, 0.012 * i);
        draft.tagged(text, {run});
    }
    const Drawn drawn(draft.pages);
    const double poppler_mupdf = difference(drawn.poppler, drawn.mupdf);
    const double poppler_gs = difference(drawn.poppler, drawn.ghostscript);
    INFO(poppler_mupdf << ' ' << poppler_gs);
    CHECK(poppler_mupdf < 30);
    CHECK(poppler_gs < 30);
    std::get<layout::GlyphRun>(draft.pages.pages[0].frame.items.end()[-2]).glyphs.edit()[4].x += 11;
    const double moved = difference(drawn.poppler, by_poppler(File(written(draft.pages))));
    INFO(moved);
    CHECK(moved > 40);  // the bounds above would catch one glyph that is out of place
}

TEST_CASE("Holes, ends of lines, and clips with round corners") {
    Draft draft;
    layout::Shape ring = filled(Path::rectangle({10, 10, 60, 60}), kRed);
    const Path hole = Path::rectangle({30, 30, 20, 20});
    ring.path.segments.insert(ring.path.segments.end(), hole.segments.begin(), hole.segments.end());
    draft.item(ring);  // the same way round: a hole only where the crossings are counted
    ring.path.move_by({80, 0});
    ring.even_odd = true;
    draft.item(ring);
    layout::Shape line;
    line.path = Path::line({30, 100}, {60, 100});
    line.stroke = layout::Stroke{kBlue, 10, {}, false, true};
    draft.item(line);
    line.path.move_by({100, 0});
    line.stroke = layout::Stroke{kBlue, 10, {20, 10}, false, false, Join::bevel, 15};
    draft.item(line);
    layout::Shape spike;
    spike.path.move_to({210, 90});
    spike.path.line_to({240, 100});
    spike.path.line_to({210, 110});
    spike.stroke = layout::Stroke{kBlue, 10, {}, false};
    draft.item(spike);
    spike.path.move_by({60, 0});
    spike.stroke->mitre_limit = 2;
    draft.item(spike);
    auto cut = filled(Path::rectangle({200, 10, 60, 60}), kRed);
    cut.clip = Rect{200, 10, 60, 60};
    cut.clip_radius = 30;
    draft.item(cut);
    const Drawn drawn(draft.pages);
    drawn.check(40, 40, kRed);
    drawn.check(120, 40, kWhite);
    drawn.check(100, 40, kRed);
    drawn.check(27, 100, kBlue);   // square ends reach out
    drawn.check(132, 100, kBlue);  // the last 5 pt of the first dash
    drawn.check(140, 100, kWhite);
    drawn.check(150, 100, kBlue);
    drawn.check(250, 100, kBlue);  // the corner reaches out by 15 pt
    drawn.check(310, 100, kWhite);
    drawn.check(203, 13, kWhite);
    drawn.check(230, 40, kRed);
}

TEST_CASE("Shapes are where they were put, in their colours") {
    Draft draft;
    draft.item(filled(Path::rectangle({10, 20, 40, 30}), kRed));
    draft.item(filled(Path::circle({100, 35}, 15), kBlue, 0.5));
    layout::Shape frame;
    frame.path = Path::rectangle({140, 20, 40, 30});
    frame.fill = Colour{250, 240, 200};
    frame.stroke = layout::Stroke{kBlue, 4, {}, false};
    draft.item(frame);
    draft.item(filled(Path::rectangle({200, 20, 40, 30}), kRed));
    const Drawn drawn(draft.pages);
    drawn.check(30, 35, kRed);
    drawn.check(5, 35, kWhite);
    drawn.check(30, 560, kWhite);
    drawn.check(100, 35, mix(kWhite, kBlue, 0.5));
    drawn.check(100, 53, kWhite);
    drawn.check(160, 35, {250, 240, 200});
    drawn.check(140, 35, kBlue);
    drawn.check(220, 35, kRed);
}

TEST_CASE("A drawing is drawn in its own coordinates, in its place and cut to it") {
    auto drawing = std::make_shared<picture::Drawing>();
    drawing->size = {1200, 800};
    drawing->shapes = {filled(Path::rectangle({0, 0, 1200, 800}), kBlue), filled(Path::circle({300, 200}, 100), kRed),
                       filled(Path::rectangle({600, 0, 600, 400}),
                              layout::LinearGradient{{600, 0}, {1200, 0}, {{0, kRed}, {1, kWhite}}})};
    layout::Shape line;
    line.path = Path::line({0, 600}, {1200, 600});
    line.stroke = layout::Stroke{kWhite, 100, {}, false};
    drawing->shapes.push_back(line);
    drawing->shapes.push_back(filled(Path::rectangle({100, 700, 200, 50}), kRed));
    drawing->shapes.back().clip = Rect{100, 700, 100, 50};
    auto picture = std::make_shared<picture::Picture>();
    picture->coding = picture::Coding::shapes;
    picture->drawing = drawing;
    Draft draft;
    draft.pages.images = {picture};
    draft.item(layout::Image{0, {20, 30, 300, 200}, Rect{20, 30, 250, 200}});
    draft.item(filled(Path::rectangle({330, 30, 40, 40}), kRed));
    const Drawn drawn(draft.pages);
    drawn.check(95, 80, kRed);  // 300, 200
    drawn.check(95, 110, kBlue);
    drawn.check(30, 220, kBlue);
    drawn.check(172, 60, kRed, 12);
    drawn.check(266, 60, mix(kRed, kWhite, 0.64), 12);
    drawn.check(280, 60, kWhite);  // beyond the clip
    drawn.check(200, 180, kWhite);
    drawn.check(200, 194, kBlue);
    drawn.check(55, 211, kRed);  // 140, 724
    drawn.check(85, 211, kBlue);
    drawn.check(350, 50, kRed);
    const auto text = written(draft.pages, {.epoch = {}, .compress = false});
    CHECK(text.find("0.25 0 0 -0.25 20 ") != std::string::npos);
    CHECK(text.find("\n0 0 1200 800 re\n") != std::string::npos);
    CHECK(text.find("100 0 0 100 300 200 cm\n") != std::string::npos);
}

TEST_CASE("Gradients run from stop to stop, and hard edges stay hard") {
    Draft draft;
    draft.item(
        filled(Path::rectangle({0, 0, 200, 50}), layout::LinearGradient{{0, 0}, {200, 0}, {{0, kRed}, {1, kBlue}}}));
    draft.item(
        filled(Path::rectangle({0, 60, 100, 200}),
               layout::LinearGradient{{0, 60}, {0, 260}, {{0.25, kRed}, {0.5, kRed}, {0.5, kBlue}, {1, kWhite}}}));
    const Drawn drawn(draft.pages);
    drawn.check(1, 25, kRed, 8);
    drawn.check(100, 25, mix(kRed, kBlue, 0.5), 8);
    drawn.check(198, 25, kBlue, 8);
    drawn.check(50, 65, kRed);
    drawn.check(50, 155, kRed);
    drawn.check(50, 164, kBlue, 12);
    drawn.check(50, 257, kWhite, 12);
    drawn.check(210, 25, kWhite);
    const auto text = written(draft.pages, {.epoch = {}, .compress = false});
    CHECK(text.find("/Bounds[0.25 0.5]") != std::string::npos);
}

TEST_CASE("Glyphs stand where they were put, to a hundredth of a point") {
    Draft draft;
    std::vector<layout::GlyphRun> runs;
    for (const auto& [role, size, em] : std::vector<std::tuple<const char*, double, double>>{
             {"song", 10.5, 0.0137}, {"kai", 7.25, -0.02}, {"hei", 20.3, 0.1}, {"song", 1.5, 0.1}}) {
        auto run = shaped("东风路街道：Jinshui，8.4万人。", size,
                          {31.415, 60 + 80.0 * static_cast<double>(runs.size())}, role);
        track(run, em);
        run.glyphs.edit()[3].y = 2.5;
        runs.push_back(run);
        draft.paragraph(run);
    }
    const File file(written(draft.pages));
    auto seen = output_of("mutool draw -q -F stext " + file.path() + " 2>/dev/null");
    for (std::size_t space; (space = seen.find(" c=\" \"/>")) != std::string::npos;)  // guessed from the gaps
        seen.erase(seen.rfind("<char", space), space + 8 - seen.rfind("<char", space));
    std::size_t at = 0;
    for (const auto& run : runs)
        for (const auto& glyph : run.glyphs) {
            at = seen.find("<char ", at + 1);
            REQUIRE(at != std::string::npos);
            const auto value = [&](const char* name) {
                return std::stod(seen.substr(seen.find(name, at) + std::string(name).size(), 12));
            };
            INFO(seen.substr(at, 160));
            CHECK(std::abs(value(" x=\"") - (run.origin.x + glyph.x)) < 0.01);
            CHECK(std::abs(value(" y=\"") - (run.origin.y - glyph.y)) < 0.01);
        }
    CHECK(seen.find("<char ", at + 1) == std::string::npos);
}

TEST_CASE("Runs of one line keep their colours apart") {
    Draft draft;
    auto first = shaped("红", 40, {40, 80}), second = shaped("蓝", 40, {80, 80});
    first.colour = kRed;
    second.colour = kBlue;
    draft.tagged(draft.node(Role::p), {first, second});
    const auto seen = by_poppler(File(written(draft.pages)));
    std::size_t red = 0, blue = 0;
    for (int y = 40; y < 95; ++y)
        for (int x = 40; x < 120; ++x) {
            const auto colour = seen.at(x, y);
            (x < 80 ? red : blue) += near(colour, x < 80 ? kRed : kBlue, 30) ? 1 : 0;
        }
    CHECK(red > 50);
    CHECK(blue > 50);
}

TEST_CASE("What the furniture sets ends with it") {
    Draft draft;
    draft.pages.pages.clear();
    for (int number = 0; number < 2; ++number) {
        draft.page();
        layout::Shape ground;
        ground.path = Path::rectangle({0, 0, 100, 100});
        ground.fill = Colour{255, 0, 0};
        ground.opacity = 0.5;
        draft.item(ground);
        layout::Shape black;
        black.path = Path::rectangle({50, 50, 100, 100});
        black.fill = Colour{0, 0, 0};
        draft.tagged(draft.node(Role::figure), {black});
    }
    const File file(written(draft.pages));
    CHECK(count(spelt_out(file), " BDC") + count(spelt_out(file), ">>BDC") == 1);
    for (const auto& pixels : {by_poppler(file), by_ghostscript(file)}) {
        CHECK(pixels.at(25, 25).g > 100);
        CHECK(pixels.at(75, 75) == Colour{0, 0, 0});
    }
}
