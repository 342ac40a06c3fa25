// Features of figures, in a face made for it: tnum for columns, frac for fractions; and columns where the face has
// none.
#include "lines.h"

#include "base/file_system.h"

#include <catch2/catch.hpp>

#include <hb.h>

namespace zheye::text::test {
namespace {

void add_u16(std::string& bytes, std::initializer_list<unsigned> values) {
    for (const unsigned value : values) {
        bytes += static_cast<char>(value >> 8);
        bytes += static_cast<char>(value & 0xFF);
    }
}

/// A GSUB table in which `tnum` and `frac` put one glyph in the place of another (OpenType 1.9, GSUB).
std::string table_of_figures(unsigned from, unsigned to) {
    std::string gsub;
    add_u16(gsub, {1, 0, 10, 32, 58});                                             // script, feature and lookup list
    add_u16(gsub, {1, 0x4446, 0x4C54, 8, 4, 0, 0, 0xFFFF, 2, 0, 1});               // DFLT, its one language system
    add_u16(gsub, {2, 0x6672, 0x6163, 14, 0x746E, 0x756D, 20, 0, 1, 0, 0, 1, 0});  // frac and tnum → the lookup
    add_u16(gsub, {1, 4, 1, 0, 1, 8, 1, 6, (to - from) & 0xFFFF, 1, 1, from});     // single substitution
    return gsub;
}

/// LXGW WenKai with features by which 1 becomes W, which is wider.
const font::FontBook& tabular_book() {
    static const font::FontBook kBook = [] {
        const font::Face& face = book().main_face(book().chain({"kai", 400}));
        hb_codepoint_t from = 0, to = 0;
        hb_font_get_nominal_glyph(face.hb_font, U'1', &from);
        hb_font_get_nominal_glyph(face.hb_font, U'W', &to);
        const std::string gsub = table_of_figures(from, to);
        hb_face_t* builder = hb_face_builder_create();
        for (const char* name : {"cmap", "head", "hhea", "hmtx", "maxp", "glyf", "loca", "name", "OS/2", "post"}) {
            hb_blob_t* table = hb_face_reference_table(face.hb_face, hb_tag_from_string(name, -1));
            hb_face_builder_add_table(builder, hb_tag_from_string(name, -1), table);
            hb_blob_destroy(table);
        }
        hb_blob_t* table =
            hb_blob_create(gsub.data(), static_cast<unsigned>(gsub.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
        hb_face_builder_add_table(builder, HB_TAG('G', 'S', 'U', 'B'), table);
        hb_blob_t* file = hb_face_reference_blob(builder);
        unsigned size = 0;
        const char* data = hb_blob_get_data(file, &size);
        const MemoryFileSystem files({{"/tabular.ttf", std::string(data, size)}});
        hb_blob_destroy(file);
        hb_blob_destroy(table);
        hb_face_destroy(builder);
        font::Catalog catalog;
        catalog.faces = {{"Tabular", {"/tabular.ttf"}, "", "", {}}};
        catalog.roles = {{"kai", {{400, {0}, {0}}}}};
        diag::Diagnostics diagnostics;
        auto opened = font::FontBook::open(catalog, {{"kai", 400}}, files, diagnostics);
        REQUIRE(opened.has_value());
        return std::move(*opened);
    }();
    return kBook;
}

std::vector<std::uint32_t> glyphs(const std::vector<StyledRun>& runs) {
    diag::Diagnostics diagnostics;
    const Paragraph paragraph = shape(runs, {}, tabular_book(), diagnostics);
    std::vector<std::uint32_t> ids;
    const auto lines = break_lines(paragraph, 1000);
    for (const Glyph& g : lines[0].glyphs) ids.push_back(g.id);
    return ids;
}

StyledRun figures(const std::string& text, bool tabular) {
    CharStyle style;
    style.chain = tabular_book().chain({"kai", 400});
    style.size = kSize;
    style.figures = tabular ? Figures::tabular : Figures::proportional;
    return {text, style, {}};
}

TEST_CASE("figures in a column have the tabular forms of the face, others do not") {
    const auto tabular = glyphs({figures("甲12", true)}), plain = glyphs({figures("甲12", false)});
    const auto wide = glyphs({figures("W", false)});
    REQUIRE(tabular.size() == 3);
    CHECK(tabular[1] == wide[0]);
    CHECK(plain[1] != wide[0]);
    CHECK(tabular[0] == plain[0]);
    CHECK(tabular[2] == plain[2]);
    const auto both = glyphs({figures("1", true), figures("1", false)});  // beside each other in one paragraph
    CHECK(both[0] != both[1]);
}

TEST_CASE("a fraction is the font's own where it has one, and made where not all of it is there") {
    const auto fraction = [](const std::string& text) {
        StyledRun one = figures(text, false);
        one.style.position = Position::fraction;
        return glyphs({one});
    };
    const auto wide = glyphs({figures("W", false)});
    CHECK(fraction("11") == std::vector{wide[0], wide[0]});
    CHECK(fraction("1/2")[0] == glyphs({figures("1", false)})[0]);
}

TEST_CASE("figures in a column are of one width in faces that have no forms for it") {
    for (const auto& [role, weight] : {std::pair("song", 400), {"song", 700}, {"kai", 400}}) {
        CharStyle style = char_style(role, weight);
        const auto width = [&](const std::string& text) { return set({run(text, style)}, 400).lines[0].width; };
        CHECK((width("1111111") < width("0000000") - 1) == (role == std::string("song")));  // so they are drawn
        style.figures = Figures::tabular;
        CHECK((width("1111111") < width("0000000") - 1) == (role == std::string("song")));  // the face has no forms
        style.figures = Figures::column;
        for (const char* text : {"1111111", "7171717", "9876543"})
            CHECK(width(text) == Approx(width("0000000")).margin(1e-6));
        const Setting s = set({run("10", style)}, 40);
        const auto& one = s.lines[0].glyphs[0];
        const double room = s.lines[0].width / 2;
        CHECK(one.x == Approx((room - one.advance) / 2).margin(1e-6));  // in the middle of it
    }
}

}  // namespace
}  // namespace zheye::text::test
