// Programs that are made on other threads: what comes out, what is told, what is remembered.
#include "pdf/font_programs.h"

#include "font/charstrings.h"
#include "pdf/fixture.h"

#include <catch2/catch.hpp>
#include <hb.h>

#include <utility>

using namespace zheye;
using namespace zheye::test;

namespace {

const font::Face& face(const char* role) { return book().main_face(book().chain({role, 400})); }

std::vector<font::CodedGlyph> coded(const font::Face& face, std::u32string_view text) {
    std::vector<std::uint32_t> glyphs;
    for (const auto code : text) {
        hb_codepoint_t glyph = 0;
        REQUIRE(hb_font_get_nominal_glyph(face.hb_font, code, &glyph));
        glyphs.push_back(glyph);
    }
    diag::Diagnostics diagnostics;
    auto made = font::coded(face, std::move(glyphs), diagnostics);
    REQUIRE(made);
    return *made;
}

pdf::FontPrograms::Wanted wanted(const char* role, std::vector<font::CodedGlyph> glyphs, int key) {
    return {&face(role), std::make_shared<const std::vector<font::CodedGlyph>>(std::move(glyphs)),
            Fingerprint().add(key).hash()};
}

}  // namespace

TEST_CASE("programs come in the order in which they were wanted, deflated or not") {
    const bool deflate = GENERATE(true, false);
    pdf::FontPrograms programs(
        {wanted("song", coded(face("song"), U"东风路"), 1), wanted("kai", coded(face("kai"), U"文化路"), 2)}, deflate,
        nullptr);
    diag::Diagnostics diagnostics;
    const auto made = programs.take(diagnostics);
    REQUIRE(made);
    REQUIRE(made->size() == 2);
    CHECK(diagnostics.all().empty());
    for (const auto& program : *made) {
        CHECK(program->deflated == deflate);
        CHECK((program->bytes.size() == program->length) == !deflate);
    }
    if (deflate) return;
    CHECK((*made)[0]->bytes.bytes().starts_with(std::string("\1\0", 2)));      // a `CFF ` table
    CHECK((*made)[1]->bytes.bytes().starts_with(std::string("\0\1\0\0", 4)));  // a TrueType file
    const auto map = (*made)[1]->glyph_map.bytes();
    const auto glyphs = coded(face("kai"), U"文化路");
    REQUIRE(map.size() == 2 * (glyphs.back().code + std::size_t{1}));
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        CHECK(map[2 * std::size_t{glyphs[i].code} + 1] == static_cast<char>(i + 1));
}

TEST_CASE("a face without outlines is an error, and the programs of the others are remembered") {
    auto broken = face("song");
    broken.hb_face = hb_face_get_empty();
    broken.charstrings = std::make_shared<font::Charstrings>();
    auto without = wanted("song", coded(face("song"), U"东风路"), 1);
    without.face = &broken;
    Memo<pdf::FontProgram> known;
    pdf::FontPrograms programs({without, wanted("kai", coded(face("kai"), U"文化路"), 2)}, true, &known);
    diag::Diagnostics diagnostics;
    CHECK_FALSE(programs.take(diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "font-subset-failed");
    CHECK(known.size() == 1);
}

TEST_CASE("a program that is known is not made again, but one that is to be deflated is another") {
    Memo<pdf::FontProgram> known;
    const auto glyphs = coded(face("song"), U"东风路");
    diag::Diagnostics diagnostics;
    const auto first = pdf::FontPrograms({wanted("song", glyphs, 1)}, true, &known).take(diagnostics);
    const auto again = pdf::FontPrograms({wanted("song", glyphs, 1)}, true, &known).take(diagnostics);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(known.made() == 1);
    CHECK((*first)[0] == (*again)[0]);
    const auto plain = pdf::FontPrograms({wanted("song", glyphs, 1)}, false, &known).take(diagnostics);
    REQUIRE(plain);
    CHECK_FALSE((*plain)[0]->deflated);
}
