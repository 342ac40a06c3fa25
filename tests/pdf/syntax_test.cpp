// Numbers and strings as PDF text, and the tables that go with a font.
#include "pdf/font_tables.h"
#include "pdf/metadata.h"
#include "pdf/syntax.h"

#include <catch2/catch.hpp>

using namespace zheye::pdf;

namespace {

std::string number(double value, int decimals = 3) {
    std::string text;
    append_number(text, value, decimals);
    return text;
}

FontGlyph glyph(std::uint16_t code, double width, std::string text = "x") { return {code, code, width, text}; }

}  // namespace

TEST_CASE("Numbers are short, exact and never in another notation") {
    CHECK(number(0) == "0");
    CHECK(number(-0.0001) == "0");
    CHECK(number(12) == "12");
    CHECK(number(-12.5) == "-12.5");
    CHECK(number(0.05) == "0.05");
    CHECK(number(-0.007) == "-0.007");
    CHECK(number(595.2756) == "595.276");
    CHECK(number(99.9999) == "100");
    CHECK(number(1.0 / 3, 6) == "0.333333");
    CHECK(number(7.6, 0) == "8");
    CHECK(number(1e8) == "100000000");
}

TEST_CASE("Text strings are ASCII or UTF-16") {
    CHECK(text_string("a(b)\\") == "<612862295C>");
    CHECK(text_string("") == "<>");
    CHECK(text_string("折") == "<FEFF6298>");
    CHECK(text_string("\u00E9") == "<FEFF00E9>");
    CHECK(text_string("𠮷") == "<FEFFD842DFB7>");
}

TEST_CASE("Widths are lists and ranges without the commonest width") {
    std::vector<FontGlyph> glyphs = {glyph(1, 1000), glyph(2, 500), glyph(3, 520.5), glyph(4, 1000), glyph(7, 250),
                                     glyph(8, 250),  glyph(9, 250), glyph(10, 250),  glyph(11, 333), glyph(20, 1000)};
    CHECK(default_width(glyphs) == 250);
    glyphs.insert(glyphs.end(), {glyph(21, 1000), glyph(22, 1000)});
    CHECK(default_width(glyphs) == 1000);
    CHECK(width_array(glyphs, 1000) == " 2[500 520.5] 7 10 250 11[333]");
    CHECK(width_array({glyph(5, 600), glyph(9, 610)}, 1000) == " 5[600] 9[610]");
    CHECK(width_array({}, 1000).empty());
}

TEST_CASE("ToUnicode maps every code, in blocks of a hundred, to nothing forbidden") {
    std::vector<FontGlyph> glyphs;
    for (std::uint16_t code = 1; code <= 150; ++code) glyphs.push_back(glyph(code, 1000));
    glyphs[0].text = "𠮷";
    glyphs[1].text = "ffi";
    glyphs[2].text = "";
    glyphs[3].text = "\uFEFF";
    const auto map = to_unicode(glyphs);
    CHECK(map.find("100 beginbfchar") != std::string::npos);
    CHECK(map.find("50 beginbfchar") != std::string::npos);
    CHECK(map.find("<0001> <D842DFB7>\n<0002> <006600660069>\n<0003> <00AD>\n<0004> <FFFD>\n<0005> <0078>\n") !=
          std::string::npos);
}

TEST_CASE("Dates are the given time, else what the writer wrote, else none") {
    CHECK(document_date(1564617599, "2018").pdf == "D:20190731235959Z");
    CHECK(document_date(0, "").xmp == "1970-01-01T00:00:00Z");
    CHECK(document_date({}, "2019").pdf == "D:2019");
    CHECK(document_date({}, "2019-07-31").pdf == "D:20190731");
    CHECK(document_date({}, "2019-07-31").xmp == "2019-07-31");
    for (const char* odd : {"", "2019年", "2019-7", "2019-07-", "19", "2019-07-311", "2019/07/31"}) {
        INFO(odd);
        CHECK(document_date({}, odd).pdf.empty());
        CHECK(document_date({}, odd).xmp.empty());
    }
}
