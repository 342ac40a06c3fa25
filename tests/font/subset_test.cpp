// A subset, opened again by FreeType, which had no part in making it: same outlines, same widths, right codes.
#include "font/subset.h"

#include "support/font_catalog.h"

#include <catch2/catch.hpp>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_OUTLINE_H
#include <hb.h>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace zheye;

namespace {

class FreeType {
public:
    FreeType() { REQUIRE(FT_Init_FreeType(&library_) == 0); }
    ~FreeType() { FT_Done_FreeType(library_); }
    FreeType(const FreeType&) = delete;
    FreeType& operator=(const FreeType&) = delete;
    FT_Face open(std::string_view bytes, unsigned index) {
        FT_Face face = nullptr;
        REQUIRE(FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes.data()),
                                   static_cast<FT_Long>(bytes.size()), static_cast<FT_Long>(index), &face) == 0);
        return face;
    }

private:
    FT_Library library_ = nullptr;
};

/// Points, tags and contour ends of a glyph, unscaled and unhinted.
std::vector<long> outline(FT_Face face, unsigned glyph) {
    REQUIRE(FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) == 0);
    const FT_Outline& shape = face->glyph->outline;
    std::vector<long> numbers;
    for (int i = 0; i < shape.n_points; ++i)
        numbers.insert(numbers.end(), {shape.points[i].x, shape.points[i].y, shape.tags[i]});
    for (int i = 0; i < shape.n_contours; ++i) numbers.push_back(shape.contours[i]);
    return numbers;
}

long width(FT_Face face, unsigned glyph) {
    REQUIRE(FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) == 0);
    return face->glyph->metrics.horiAdvance;
}

std::vector<std::uint32_t> glyphs_of(const font::Face& face, std::u32string_view text) {
    std::vector<std::uint32_t> glyphs;
    for (const auto code : text) {
        hb_codepoint_t glyph = 0;
        REQUIRE(hb_font_get_nominal_glyph(face.hb_font, code, &glyph));
        glyphs.push_back(glyph);
    }
    return glyphs;
}

struct Glyph : font::CodedGlyph {
    std::uint16_t gid = 0;
};
struct Cut {
    std::string program;
    std::vector<Glyph> glyphs;
};

Cut cut(const font::Face& face, std::vector<std::uint32_t> wanted) {
    diag::Diagnostics diagnostics;
    const auto glyphs = font::coded(face, std::move(wanted), diagnostics);
    REQUIRE(glyphs);
    const auto subset = font::subset(face, *glyphs, diagnostics);
    REQUIRE(subset);
    CHECK(diagnostics.all().empty());
    REQUIRE(subset->gids.size() == glyphs->size());
    Cut result{subset->program, {}};
    for (std::size_t i = 0; i < glyphs->size(); ++i) result.glyphs.push_back({(*glyphs)[i], subset->gids[i]});
    return result;
}

constexpr std::u32string_view kText = U"郑州市金水区，2019年“一城新绿”——Wÿfi% 龘１é";

std::uint32_t u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

/// The tags of an sfnt file, whose table directory and checksums are verified on the way (OpenType, "otff").
std::vector<std::string> tables(const std::string& program) {
    std::vector<std::string> tags;
    const std::size_t number =
        static_cast<std::size_t>(static_cast<unsigned char>(program[4])) << 8 | static_cast<unsigned char>(program[5]);
    for (std::size_t i = 0; i < number; ++i) {
        const std::size_t entry = 12 + 16 * i;
        const std::size_t offset = u32(program, entry + 8), length = u32(program, entry + 12);
        REQUIRE(offset + length <= program.size());
        auto table = program.substr(offset, length);
        if (program.substr(entry, 4) == "head") table.replace(8, 4, 4, '\0');
        table.resize((length + 3) / 4 * 4);
        std::uint32_t sum = 0;
        for (std::size_t at = 0; at < table.size(); at += 4) sum += u32(table, at);
        CHECK(sum == u32(program, entry + 4));
        tags.push_back(program.substr(entry, 4));
    }
    CHECK(std::is_sorted(tags.begin(), tags.end()));
    return tags;
}

}  // namespace

TEST_CASE("Every glyph kept has the outline and the width it had") {
    const auto style = GENERATE(font::FontStyle{"song", 400}, font::FontStyle{"song", 700}, font::FontStyle{"hei", 400},
                                font::FontStyle{"kai", 400});
    const auto book = test::open_installed({style});
    const auto& face = book.main_face(book.chain(style));
    const auto text = style.role == "kai" ? U"郑州市金水区，2019年“一城新绿”——Wÿfi%é" : kText;
    const auto subset = cut(face, glyphs_of(face, text));
    FreeType library;
    const FT_Face original = library.open(face.file.bytes(), face.index);
    const FT_Face reduced = library.open(subset.program, 0);
    for (const auto& glyph : subset.glyphs) {
        CAPTURE(glyph.source);
        // In a bare CID-keyed table FreeType, as PDF, calls glyphs by CID.
        const unsigned called = face.outlines == font::Outlines::cff_cid ? glyph.code : glyph.gid;
        CHECK(outline(reduced, called) == outline(original, glyph.source));
        CHECK(glyph.advance == width(original, glyph.source));
        CHECK(glyph.advance == width(reduced, called));
    }
}

TEST_CASE("Codes of a CID-keyed face are the CIDs of the original") {
    const auto book = test::open_installed({{"song", 400}});
    const auto& face = book.face(0);
    const auto subset = cut(face, glyphs_of(face, kText));
    FreeType library;
    const FT_Face reduced = library.open(subset.program, 0);
    CHECK(subset.program.substr(0, 2) == std::string("\1\0", 2));  // a bare CFF table, not an sfnt
    // FreeType tells no CIDs of a CFF inside an sfnt, so the table is taken out of the collection first.
    hb_blob_t* table = hb_face_reference_table(face.hb_face, HB_TAG('C', 'F', 'F', ' '));
    unsigned size = 0;
    const char* data = hb_blob_get_data(table, &size);
    const FT_Face original = library.open({data, size}, 0);
    for (const auto& glyph : subset.glyphs) {
        FT_UInt cid = 0, kept = 0;
        REQUIRE(FT_Get_CID_From_Glyph_Index(original, glyph.source, &cid) == 0);
        REQUIRE(FT_Get_CID_From_Glyph_Index(reduced, glyph.gid, &kept) == 0);
        CHECK(glyph.code == cid);
        CHECK(glyph.code == kept);
    }
    hb_blob_destroy(table);
}

TEST_CASE("Codes of a TrueType face are its own glyph ids, and the program is a whole TrueType file") {
    const auto book = test::open_installed({{"kai", 400}});
    const auto& face = book.main_face(book.chain({"kai", 400}));
    const auto subset = cut(face, glyphs_of(face, U"文楷金水"));
    REQUIRE(subset.glyphs.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(subset.glyphs[i].code == subset.glyphs[i].source);
        CHECK(subset.glyphs[i].gid > 0);
        CHECK(subset.glyphs[i].gid <= 4);
    }
    CHECK(u32(subset.program, 0) == 0x00010000);
    CHECK(tables(subset.program) == std::vector<std::string>{"glyf", "head", "hhea", "hmtx", "loca", "maxp"});
}

TEST_CASE("Codes of a name-keyed CFF face are the glyph ids of the program") {
    const font::Catalog catalog{
        {test::face_entry("P052", "opentype/urw-base35/P052-Roman.otf", "", "fonts-urw-base35")},
        {{"serif", {{400, {0}, {0}}}}}};
    diag::Diagnostics diagnostics;
    const auto book = font::FontBook::open(catalog, {{"serif", 400}}, DiskFileSystem{}, diagnostics);
    REQUIRE(book);
    const auto& face = book->face(0);
    REQUIRE(face.outlines == font::Outlines::cff_named);
    const auto subset = cut(face, glyphs_of(face, U"Wafi9é"));
    FreeType library;
    const FT_Face original = library.open(face.file.bytes(), 0);
    const FT_Face reduced = library.open(subset.program, 0);
    CHECK(reduced->num_glyphs == 7);
    REQUIRE(subset.glyphs.size() == 6);
    for (const auto& glyph : subset.glyphs) {
        CHECK(glyph.code == glyph.gid);
        CHECK(outline(reduced, glyph.code) == outline(original, glyph.source));
        CHECK(glyph.advance == width(reduced, glyph.code));
    }
}

TEST_CASE("Composite glyphs bring their parts") {
    const font::Catalog catalog{{test::face_entry("DejaVu Sans", "truetype/dejavu/DejaVuSans.ttf", "", "fonts-dejavu")},
                                {{"sans", {{400, {0}, {0}}}}}};
    diag::Diagnostics diagnostics;
    const auto book = font::FontBook::open(catalog, {{"sans", 400}}, DiskFileSystem{}, diagnostics);
    REQUIRE(book);
    const auto& face = book->face(0);
    const auto subset = cut(face, glyphs_of(face, U"é"));
    CHECK(subset.glyphs.size() == 1);
    FreeType library;
    const FT_Face reduced = library.open(subset.program, 0);
    CHECK(reduced->num_glyphs == 4);  // .notdef, e, acute, é
    CHECK(outline(reduced, subset.glyphs[0].gid) ==
          outline(library.open(face.file.bytes(), 0), subset.glyphs[0].source));
}

TEST_CASE("Same glyphs, same bytes, in whatever order they are asked for") {
    const auto style = GENERATE(font::FontStyle{"song", 400}, font::FontStyle{"kai", 400});
    const auto first = test::open_installed({style});
    const auto second = test::open_installed({{"hei", 400}, style});
    auto glyphs = glyphs_of(first.main_face(0), U"金水区文化路街道");
    const auto once = cut(first.main_face(0), glyphs);
    std::reverse(glyphs.begin(), glyphs.end());
    glyphs.push_back(glyphs.front());
    const auto again = cut(second.main_face(second.chain(style)), glyphs);
    CHECK(once.program == again.program);
    REQUIRE(once.glyphs.size() == 8);
    REQUIRE(again.glyphs.size() == 8);
    for (std::size_t i = 0; i < 8; ++i) {
        CHECK(once.glyphs[i].source == again.glyphs[i].source);
        CHECK(once.glyphs[i].code == again.glyphs[i].code);
        if (i > 0) CHECK(once.glyphs[i].source > once.glyphs[i - 1].source);
    }
}

TEST_CASE("A subset of nothing is a program with .notdef alone") {
    const auto style = GENERATE(font::FontStyle{"song", 400}, font::FontStyle{"kai", 400});
    const auto book = test::open_installed({style});
    const auto subset = cut(book.main_face(0), {});
    CHECK(subset.glyphs.empty());
    FreeType library;
    CHECK(library.open(subset.program, 0)->num_glyphs == 1);
}

TEST_CASE("A glyph that the face lacks, and a face with broken outlines, are errors") {
    const auto book = test::open_installed({{"kai", 400}});
    diag::Diagnostics diagnostics;
    CHECK_FALSE(font::coded(book.main_face(0), {1, 65535}, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "font-subset-failed");
}

TEST_CASE("Broken outlines do not bring the program down") {
    const auto intact = test::open_installed({{"song", 400}});
    hb_blob_t* table = hb_face_reference_table(intact.face(0).hb_face, HB_TAG('C', 'F', 'F', ' '));
    unsigned size = 0;
    const char* cff = hb_blob_get_data(table, &size);
    const auto offset = static_cast<std::size_t>(cff - intact.face(0).file.bytes().data());
    hb_blob_destroy(table);
    std::string bytes(intact.face(0).file.bytes());
    font::Catalog catalog = test::installed_catalog();
    catalog.faces[0].files = {"/broken.ttc"};
    for (std::size_t at = 0; at < 200; at += 40) {
        for (std::size_t i = 0; i < 8; ++i) bytes[offset + 4 + at + i] = static_cast<char>(0x5A + i * at);
        diag::Diagnostics diagnostics;
        const auto book =
            font::FontBook::open(catalog, {{"song", 400}}, MemoryFileSystem({{"/broken.ttc", bytes}}), diagnostics);
        if (book)
            if (const auto glyphs = font::coded(book->face(0), glyphs_of(book->face(0), kText), diagnostics))
                (void)font::subset(book->face(0), *glyphs, diagnostics);
        CHECK(diagnostics.has_errors());
    }
}
