// Outlines of glyphs, against FreeType, which reads the fonts by itself.
#include "font/outline.h"

#include "support/font_catalog.h"

#include <catch2/catch.hpp>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <hb.h>

#include <memory>

using namespace zheye;

namespace {

struct Area {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// The box around the points of FreeType's outline, y downwards.
Area by_freetype(const font::Face& face, std::uint32_t glyph) {
    FT_Library library = nullptr;
    REQUIRE(FT_Init_FreeType(&library) == 0);
    const std::unique_ptr<FT_LibraryRec_, FT_Error (*)(FT_Library)> done(library, FT_Done_FreeType);
    FT_Face file = nullptr;
    const auto bytes = face.file.bytes();
    REQUIRE(FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), face.index, &file) == 0);
    REQUIRE(FT_Load_Glyph(file, glyph, FT_LOAD_NO_SCALE) == 0);
    FT_BBox box{};
    FT_Outline_Get_CBox(&file->glyph->outline, &box);
    return {static_cast<double>(box.xMin), -static_cast<double>(box.yMax), static_cast<double>(box.xMax),
            -static_cast<double>(box.yMin)};
}

std::uint32_t glyph_of(const font::Face& face, char32_t character) {
    hb_codepoint_t glyph = 0;
    REQUIRE(hb_font_get_nominal_glyph(face.hb_font, character, &glyph));
    return glyph;
}

}  // namespace

TEST_CASE("outlines are those of the font, of CFF and of TrueType") {
    const auto fonts = test::open_installed({{"song", 400}, {"kai", 400}});
    for (font::FaceId id = 0; id < 2; ++id) {
        const auto& face = fonts.face(id);
        for (const char32_t character : {U'永', U'路', U'，', U'8'}) {
            INFO(face.name << " " << static_cast<unsigned>(character));
            const auto glyph = glyph_of(face, character);
            const auto path = font::outline(face, glyph);
            const auto box = path.bounds();
            REQUIRE(box);
            const auto expected = by_freetype(face, glyph);
            // A curve with one control point becomes one with two that lie nearer to it.
            const double slack = face.outlines == font::Outlines::truetype ? 40 : 0.5;
            CHECK(box->x == Approx(expected.left).margin(slack));
            CHECK(box->y == Approx(expected.top).margin(slack));
            CHECK(box->right() == Approx(expected.right).margin(slack));
            CHECK(box->bottom() == Approx(expected.bottom).margin(slack));
            CHECK(path.segments.back().op == Path::Op::close);
        }
        CHECK(font::outline(face, glyph_of(face, U' ')).segments.empty());
        CHECK(font::outline(face, 0xFFFFF).segments.empty());
    }
    const auto& song = fonts.face(0);
    CHECK(font::vertical_origin(song, glyph_of(song, U'永')) == Point{500, -880});
}
