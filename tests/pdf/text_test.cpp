// What readers get back from the text of a page: exactly what was written, whatever the gaps between the glyphs are.
#include "fixture.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <sstream>
#include <vector>

using namespace zheye;
using namespace zheye::test;
using layout::Role;

namespace {

constexpr double kSize = 10.5;

/// MuPDF and Ghostscript pay no heed to ActualText: of them no more can be asked than the characters in their order.
std::string without_spaces(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line;
    std::erase(text, ' ');
    return text;
}

/// One line in one paragraph; Poppler must give `text`, to the space.
void check_readers(layout::GlyphRun run, const std::string& text) {
    Draft draft;
    draft.paragraph(std::move(run));
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(raw_lines(file) == std::vector{text});
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", text}});
    CHECK(without_spaces(mupdf_lines(file)) == without_spaces({text}));
    CHECK(without_spaces(ghostscript_lines(file)) == without_spaces({text}));
}

std::size_t at(const std::string& text, const std::string& part) {
    const auto found = text.find(part);
    REQUIRE(found != std::string::npos);
    return found;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// pt by which the ink of a page leans to the right for each pt upwards: between its rows at 30% and at 70%.
double lean(const File& file) {
    const std::string name = file.folder() + "/page";
    static_cast<void>(output_of("pdftoppm -r 144 -gray -singlefile " + file.path() + " " + name));
    std::ifstream picture(name + ".pgm", std::ios::binary);
    std::string kind;
    std::size_t width = 0, height = 0, most = 0;
    picture >> kind >> width >> height >> most;
    picture.get();
    std::vector<char> grey(width * height);
    picture.read(grey.data(), static_cast<std::streamsize>(grey.size()));
    std::vector<std::pair<std::size_t, double>> middles;  // of the rows with ink, from the top
    for (std::size_t y = 0; y < height; ++y) {
        double ink = 0, sum = 0;
        for (std::size_t x = 0; x < width; ++x) {
            const double dark = 255 - static_cast<unsigned char>(grey[y * width + x]);
            ink += dark;
            sum += dark * static_cast<double>(x);
        }
        if (ink > 0) middles.emplace_back(y, sum / ink);
    }
    REQUIRE(middles.size() > 100);
    const auto &high = middles[middles.size() * 3 / 10], &low = middles[middles.size() * 7 / 10];
    return (high.second - low.second) / static_cast<double>(low.first - high.first);
}

}  // namespace

TEST_CASE("D4: no face is slanted: an upright stroke stands upright in the ink of a page, bold and 楷体 too") {
    for (const auto& [role, weight] : {std::pair{"song", 400}, {"song", 700}, {"hei", 400}, {"kai", 400}}) {
        INFO(role << " " << weight);
        Draft draft;
        draft.paragraph(shaped("丨", 200, {100, 300}, role, weight));
        const File file(written(draft.pages));
        CHECK(std::abs(lean(file)) < 0.03);
        // The ruler sees the slant that programs make up where they have no face for emphasis.
        std::string oblique = spelt_out(file);
        const auto text = at(oblique, "BT\n") + 3;
        oblique.insert(text, "1 0 0.2 1 0 0 Tm\n");
        const File slanted(oblique, "slanted.qdf");
        const std::string mended = slanted.folder() + "/mended.pdf";
        static_cast<void>(output_of("fix-qdf < " + slanted.path() + " > " + mended));
        CHECK(lean(File(read_file(mended), "mended.pdf")) == Approx(0.2).margin(0.03));
    }
}

TEST_CASE("Text at natural widths comes back as it is") {
    for (const char* role : {"song", "hei", "kai"}) {
        const std::string text = "郑州市金水区文化路街道，2019年共有居民8.4万人（含流动人口）。";
        check_readers(shaped(text, kSize, {40, 80}, role), text);
    }
    check_readers(shaped("The quick brown fox", kSize, {40, 80}), "The quick brown fox");
}

TEST_CASE("A ligature is the letters it stands for") {
    const std::string text = "office, waffle, find";
    Draft draft;
    draft.paragraph(shaped(text, kSize, {40, 80}));
    REQUIRE(std::get<layout::GlyphRun>(draft.pages.pages[0].frame.items[1]).glyphs.size() < text.size());
    const File file(written(draft.pages));
    CHECK(raw_lines(file) == std::vector{text});
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", text}});
    CHECK(mupdf_lines(file) == std::vector{text});
}

TEST_CASE("A gap between Han and Latin is no space") {
    const std::string text = "截至2019年底共有Wi-Fi热点37处";
    for (const double gap : {0.125, 0.25, 0.5, 1.2}) {
        auto run = shaped(text, kSize, {40, 80});
        for (const char* part : {"2019", "年底", "Wi-Fi", "热点", "37", "处"}) shift(run, at(text, part), gap);
        check_readers(std::move(run), text);
    }
}

TEST_CASE("Squeezed punctuation is neither a line end nor lost") {
    const std::string text = "他说：“文化路（东段）。”《金水区志》、《街道志》。";
    auto run = shaped(text, kSize, {40, 80});
    for (const char* part : {"“", "。", "”", "《金", "《街"}) shift(run, at(text, part), -0.5);
    check_readers(std::move(run), text);
}

TEST_CASE("Stretched and tracked lines are one word still") {
    const std::string text = "东风路街道办事处";
    for (const double em : {0.05, 0.09, 0.12, 0.3, 1.0, 2.5, -0.05, -0.15}) {
        auto run = shaped(text, 9, {40, 80});
        track(run, em);
        check_readers(std::move(run), text);
    }
}

TEST_CASE("A space that was typed is exactly one, however wide it is set") {
    const std::string text = "金水区 Jinshui District 欢迎您";
    for (const double em : {-0.3, -0.22, -0.1, 0.0, 0.4, 2.0}) {
        auto run = shaped(text, kSize, {40, 80});
        for (const char* part : {"Jinshui", "District", "欢迎"}) shift(run, at(text, part), em);
        check_readers(std::move(run), text);
    }
}

TEST_CASE("Spaces that are not plain, or more than one, are kept as they were typed") {
    for (const std::string text :
         {"壹\u3000东风路", "图片待供\u300078×52\u00A0mm", "甲  乙   丙", "\u3000\u3000缩进"}) {
        INFO(text);
        Draft draft;
        draft.paragraph(shaped(text, kSize, {40, 80}));
        const File file(written(draft.pages));
        CHECK(raw_lines(file) == std::vector{text});
        CHECK(structure_text(file) == std::vector<ElementText>{{"P", text}});
    }
}

TEST_CASE("A line of runs in several faces and sizes is one line") {
    Draft draft;
    auto first = shaped("人口", 10, {40, 80}), second = shaped("8.4", 16, {0, 80}, "hei");
    auto third = shaped("万人", 10, {0, 80}, "kai"), raised = shaped("①", 6, {0, 76});
    second.origin.x = right_end(first) + 2.5;
    second.colour = {200, 0, 0};
    third.origin.x = right_end(second) + 2.5;
    raised.origin.x = right_end(third);
    const auto text = draft.node(Role::p);
    draft.tagged(text, {first, second, third, raised});
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(raw_lines(file) == std::vector<std::string>{"人口8.4万人①"});
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", "人口8.4万人①"}});
}

TEST_CASE("A glyph that stands for different texts gives each its own") {
    const std::string often = "力量与动力",
                      once = "\u2F12";  // ⼒, the radical: some fonts draw it with the glyph of 力
    Draft draft;
    draft.paragraph(shaped(often, kSize, {40, 80}));
    auto run = shaped("力", kSize, {40, 100});
    run.text = once;
    draft.paragraph(run);
    const File file(written(draft.pages));
    CHECK(raw_lines(file) == std::vector{often, once});
    CHECK(structure_text(file)[0] == ElementText{"P", often});
}

TEST_CASE("A hyphen that was not typed is not in the text") {
    Draft draft;
    auto line = shaped("typeset-", kSize, {40, 80});
    line.glyphs.edit().back().text_end = line.glyphs.back().text_begin;
    line.text.pop_back();
    const auto text = draft.node(Role::p);
    draft.tagged(text, {line, shaped("ter", kSize, {40, 95})});
    const File file(written(draft.pages));
    CHECK(raw_lines(file) == std::vector<std::string>{"typeset", "ter"});
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", "typesetter"}});
}

TEST_CASE("A character beyond the first plane is itself") {
    const std::string text = "𠮷野家";
    Draft draft;
    draft.paragraph(shaped(text, kSize, {40, 80}));
    const File file(written(draft.pages));
    CHECK(raw_lines(file) == std::vector{text});
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", text}});
}

TEST_CASE("A hyphen at a line's end stands for no text, and a soft hyphen for none either") {
    auto run = shaped("organi", kSize, {40, 80});
    auto hyphen = shaped("-", kSize, {40, 80}).glyphs.front();
    hyphen.x = right_end(run) - run.origin.x;
    hyphen.text_begin = hyphen.text_end = 6;
    run.glyphs.edit().push_back(hyphen);
    Draft draft;
    draft.paragraph(run);
    draft.paragraph(shaped("or\u00ADgan\u00ADi\u00ADsation", kSize, {40, 120}));
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(raw_lines(file) == std::vector<std::string>{"organi", "organisation"});
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", "organi"}, {"P", "organisation"}});
}

TEST_CASE("Characters outside the BMP come back whole") {
    const std::string text = "人名\U0002B5AF与\U0002CC56、\U00020164";
    Draft draft;
    draft.paragraph(shaped(text, kSize, {40, 80}));
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(raw_lines(file) == std::vector{text});
    CHECK(structure_text(file) == std::vector<ElementText>{{"P", text}});
    CHECK(mupdf_lines(file) == std::vector{text});
}
