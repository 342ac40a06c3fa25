// Opening chains, taking characters from the right face, and what is said when a face is not there.
#include "font/font_book.h"
#include "font/licence.h"

#include "support/font_catalog.h"

#include <catch2/catch.hpp>
#include <hb.h>

#include <fstream>
#include <iterator>
#include <thread>

using namespace zheye;
using font::FontBook;

namespace {

std::string file_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const std::string kWenKai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";

/// A catalogue of one role whose chain is `files`, each the first face of its file.
font::Catalog chain_of(const std::vector<std::string>& files) {
    font::Catalog catalog;
    font::RoleWeight weight{400, {}, {}};
    for (const auto& file : files) {
        weight.han.push_back(catalog.faces.size());
        catalog.faces.push_back({"Face of " + file, {file}, "", "package-of-" + file, {}});
    }
    catalog.roles = {{"text", {weight}}};
    return catalog;
}

}  // namespace

TEST_CASE("A face is found in its collection by full name") {
    const auto book = test::open_installed({{"song", 400}, {"hei", 400}});
    const auto& song = book.main_face(book.chain({"song", 400}));
    CHECK(song.postscript_name == "NotoSerifCJKsc-Regular");
    CHECK(song.index == 2);
    CHECK(song.outlines == font::Outlines::cff_cid);
    CHECK(book.main_face(book.chain({"hei", 400})).postscript_name == "NotoSansCJKsc-Regular");
}

TEST_CASE("A face is found by PostScript name and by its Chinese name too") {
    const auto name = GENERATE(as<std::string>{}, "LXGWWenKai-Light", "霞鹜文楷 Light", "LXGW WenKai Light");
    auto catalog = chain_of({"/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf"});
    catalog.faces[0].face = name;
    diag::Diagnostics diagnostics;
    CHECK(FontBook::open(catalog, {{"text", 400}}, DiskFileSystem{}, diagnostics).has_value());
}

TEST_CASE("Metrics are those of the font files") {
    const auto book = test::open_installed({{"song", 400}, {"kai", 400}});
    const auto& song = book.main_face(book.chain({"song", 400})).metrics;
    CHECK(song.units_per_em == 1000);
    CHECK(song.ascent == 880);
    CHECK(song.descent == -120);
    CHECK(song.cap_height == 729);
    CHECK(song.x_height == 514);
    CHECK(song.bbox[0] < 0);
    CHECK(song.bbox[2] > 1000);
    const auto& kai = book.main_face(book.chain({"kai", 400}));
    CHECK(kai.outlines == font::Outlines::truetype);
    CHECK(kai.metrics.ascent - kai.metrics.descent == kai.metrics.units_per_em);
    CHECK(kai.metrics.underline_thickness > 0);
    CHECK(kai.metrics.italic_angle == 0);
}

TEST_CASE("HarfBuzz fonts measure in font units") {
    const auto book = test::open_installed({{"song", 400}});
    const auto& face = book.face(0);
    hb_codepoint_t glyph = 0;
    REQUIRE(hb_font_get_nominal_glyph(face.hb_font, U'金', &glyph));
    CHECK(hb_font_get_glyph_h_advance(face.hb_font, glyph) == 1000);
    CHECK(hb_font_is_immutable(face.hb_font));
}

TEST_CASE("Only what is wanted is opened, and every face once") {
    CHECK(test::open_installed({{"song", 400}}).face_count() == 1);
    CHECK(test::open_installed({{"song", 400}, {"song", 400}, {"kai", 400}}).face_count() == 2);
    CHECK(test::open_installed({}).face_count() == 0);
}

TEST_CASE("Faces of one collection share its bytes") {
    auto catalog = test::installed_catalog();
    catalog.faces[1] = test::face_entry("Traditional", "opentype/noto/NotoSerifCJK-Regular.ttc", "Noto Serif CJK TC",
                                        "fonts-noto-cjk");
    diag::Diagnostics diagnostics;
    const auto book = FontBook::open(catalog, {{"song", 400}, {"song", 700}}, DiskFileSystem{}, diagnostics);
    REQUIRE(book);
    REQUIRE(book->face_count() == 2);
    CHECK(book->face(0).index != book->face(1).index);
    CHECK(book->face(0).file.bytes().data() == book->face(1).file.bytes().data());
}

TEST_CASE("A weight that a role lacks takes the nearest one") {
    const auto book = test::open_installed({{"song", 300}, {"song", 600}, {"song", 549}, {"song", 550}});
    const auto name = [&](int weight) { return book.main_face(book.chain({"song", weight})).name; };
    CHECK(name(300) == "Noto Serif CJK SC");
    CHECK(name(549) == "Noto Serif CJK SC");
    CHECK(name(550) == "Noto Serif CJK SC Bold");
    CHECK(name(600) == "Noto Serif CJK SC Bold");
    CHECK(book.chain({"song", 550}) == book.chain({"song", 600}));
}

TEST_CASE("A character comes from the first face of the chain that has it") {
    const auto book = test::open_installed({{"kai", 400}, {"hei", 400}, {"song", 400}});
    const auto name = [&](const char* role, char32_t code) {
        const auto face = book.face_for(book.chain({role, 400}), code, 0, false);
        return face ? book.face(*face).name : std::string("none");
    };
    CHECK(name("kai", U'金') == "LXGW WenKai");
    CHECK(name("kai", U'㐀') == "Noto Serif CJK SC");  // U+3400 is not in WenKai
    CHECK(name("hei", U'㐀') == "Noto Sans CJK SC");
    CHECK(name("hei", U'\x4DB6') == "LXGW WenKai");  // not in Noto
    CHECK(name("song", U'\x4DB6') == "none");
    CHECK(name("song", U'𠀋') == "Noto Serif CJK SC");  // beyond the BMP
    CHECK(name("song", U'\U0010FFFD') == "none");
}

TEST_CASE("Latin text asks the Latin chain first, and each chain stands in for the other") {
    auto catalog = test::installed_catalog();
    catalog.roles = {{"mixed", {{400, {0}, {3}}}}};
    diag::Diagnostics diagnostics;
    const auto book = FontBook::open(catalog, {{"mixed", 400}}, DiskFileSystem{}, diagnostics);
    REQUIRE(book);
    const auto chain = book->chain({"mixed", 400});
    const auto name = [&](char32_t code, bool latin) {
        return book->face(*book->face_for(chain, code, 0, latin)).name;
    };
    CHECK(name(U'A', true) == "Noto Serif CJK SC");
    CHECK(name(U'A', false) == "LXGW WenKai");
    CHECK(name(U'\x4DB6', true) == "LXGW WenKai");
    CHECK(name(U'㐀', false) == "Noto Serif CJK SC");
    CHECK(book->main_face(chain).name == "LXGW WenKai");
}

TEST_CASE("A variation sequence goes to the face that knows it, else to the first that has the character") {
    const auto book = test::open_installed({{"kai", 400}});
    const auto chain = book.chain({"kai", 400});
    const auto plain = book.face_for(chain, U'礼', 0, false);
    const auto varied = book.face_for(chain, U'礼', 0xFE00, false);
    const auto unheard_of = book.face_for(chain, U'礼', 0xE01EF, false);
    REQUIRE((plain && varied && unheard_of));
    CHECK(book.face(*plain).name == "LXGW WenKai");
    CHECK(book.face(*varied).name == "Noto Serif CJK SC");
    CHECK(book.face(*unheard_of).name == "LXGW WenKai");
}

TEST_CASE("Threads may share a book") {
    const auto book = test::open_installed({{"kai", 400}, {"song", 400}});
    const auto count = [&] {
        std::size_t found = 0;
        for (char32_t code = 0x4E00; code < 0x9FFF; ++code)
            found += book.face_for(book.chain({"kai", 400}), code, 0, false).has_value();
        return found;
    };
    const auto alone = count();
    std::vector<std::size_t> counts(4);
    {
        std::vector<std::jthread> threads;
        for (auto& each : counts) threads.emplace_back([&] { each = count(); });
    }
    CHECK(counts == std::vector<std::size_t>(4, alone));
}

TEST_CASE("A first face that is not installed is an error that names the package and the place") {
    diag::Diagnostics diagnostics;
    auto catalog = chain_of({"/nowhere/Song.otf"});
    catalog.roles.push_back({"heading", catalog.roles[0].weights});
    CHECK_FALSE(FontBook::open(catalog, {{"text", 400}, {"heading", 700}}, MemoryFileSystem{}, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    const auto& error = diagnostics.all()[0];
    CHECK(error.code == "font-not-installed");
    CHECK(error.message.zh == "没有找到字体“Face of /nowhere/Song.otf”，它是 text 400 的首选");
    CHECK(error.message.en == "the font 'Face of /nowhere/Song.otf', first choice of text 400, was not found");
    REQUIRE(error.hints.size() == 2);
    CHECK(error.hints[0].en == "install the package: sudo apt install package-of-/nowhere/Song.otf");
    CHECK(error.hints[1].en == "or put the font file here: /nowhere/Song.otf");
}

TEST_CASE("A fallback may be absent; its package is remembered for messages") {
    diag::Diagnostics diagnostics;
    const auto book =
        FontBook::open(chain_of({kWenKai, "/nowhere/Rare.ttf"}), {{"text", 400}}, DiskFileSystem{}, diagnostics);
    REQUIRE(book);
    CHECK(diagnostics.all().empty());
    CHECK(book->missing_packages(0) == std::vector<std::string>{"package-of-/nowhere/Rare.ttf"});
}

TEST_CASE("The first candidate that exists is taken") {
    auto catalog = chain_of({"/fonts/A.ttf"});
    catalog.faces[0].files = {"/nowhere/A.ttf", "/fonts/A.ttf"};
    diag::Diagnostics diagnostics;
    const MemoryFileSystem files({{"/fonts/A.ttf", file_bytes(kWenKai)}});
    const auto book = FontBook::open(catalog, {{"text", 400}}, files, diagnostics);
    REQUIRE(book);
    CHECK(book->face(0).postscript_name == "LXGWWenKai-Regular");
}

TEST_CASE("A file that is no font is an error when it comes first, a warning further down") {
    const auto junk = GENERATE(as<std::string>{}, "", "junk", std::string(64, '\0'), std::string("OTTO\0\x01", 6),
                               std::string("ttcf\0\1\0\0\0\0\0\1\0\0\0\x10", 16));
    const MemoryFileSystem files({{"/A.ttf", junk}, {"/B.ttf", file_bytes(kWenKai)}});
    diag::Diagnostics first;
    CHECK_FALSE(FontBook::open(chain_of({"/A.ttf", "/B.ttf"}), {{"text", 400}}, files, first));
    REQUIRE(first.all().size() == 1);
    CHECK(first.all()[0].code == "font-broken");
    CHECK(first.all()[0].severity == diag::Severity::error);

    diag::Diagnostics later;
    CHECK(FontBook::open(chain_of({"/B.ttf", "/A.ttf"}), {{"text", 400}}, files, later));
    REQUIRE(later.all().size() == 1);
    CHECK(later.all()[0].code == "font-broken");
    CHECK(later.all()[0].severity == diag::Severity::warning);
}

TEST_CASE("A font without a character map, a glyph count or outlines cannot be used") {
    const auto book = test::open_installed({{"kai", 400}});
    const hb_tag_t left_out = GENERATE(HB_TAG('n', 'o', 'n', 'e'), HB_TAG('c', 'm', 'a', 'p'),
                                       HB_TAG('m', 'a', 'x', 'p'), HB_TAG('g', 'l', 'y', 'f'));
    hb_face_t* builder = hb_face_builder_create();
    for (const char* name : {"cmap", "maxp", "glyf", "head"}) {
        const hb_tag_t tag = hb_tag_from_string(name, -1);
        hb_blob_t* table = hb_face_reference_table(book.main_face(0).hb_face, tag);
        if (tag != left_out) hb_face_builder_add_table(builder, tag, table);
        hb_blob_destroy(table);
    }
    hb_blob_t* file = hb_face_reference_blob(builder);
    unsigned size = 0;
    const char* data = hb_blob_get_data(file, &size);
    const MemoryFileSystem files({{"/A.ttf", std::string(data, size)}});
    hb_blob_destroy(file);
    hb_face_destroy(builder);
    diag::Diagnostics diagnostics;
    const auto opened = FontBook::open(chain_of({"/A.ttf"}), {{"text", 400}}, files, diagnostics);
    CHECK(opened.has_value() == (left_out == HB_TAG('n', 'o', 'n', 'e')));
}

TEST_CASE("A font that forbids embedding is warned of, once") {
    auto bytes = file_bytes(kWenKai);
    const std::size_t entry = bytes.find("OS/2") + 8;
    std::size_t offset = 0;
    for (std::size_t i = 0; i < 4; ++i) offset = offset << 8 | static_cast<unsigned char>(bytes[entry + i]);
    // Restricted; bitmaps only; preview and print; editable; restricted but also editable, of which the milder counts.
    const auto [type, expected] = GENERATE(std::pair{0x0002, true}, std::pair{0x0200, true}, std::pair{0x0004, false},
                                           std::pair{0x0008, false}, std::pair{0x000A, false});
    bytes[offset + 8] = static_cast<char>(type >> 8);
    bytes[offset + 9] = static_cast<char>(type & 0xFF);
    auto catalog = chain_of({"/A.ttf"});
    catalog.roles.push_back({"heading", catalog.roles[0].weights});
    diag::Diagnostics diagnostics;
    CHECK(
        FontBook::open(catalog, {{"text", 400}, {"heading", 400}}, MemoryFileSystem({{"/A.ttf", bytes}}), diagnostics));
    REQUIRE(diagnostics.all().size() == (expected ? 1 : 0));
    if (expected) CHECK(diagnostics.all()[0].code == "font-embedding");
}

TEST_CASE("Fonts with cut and flipped bytes do not bring the program down") {
    const auto whole = file_bytes(kWenKai);
    for (std::size_t size : {12, 100, 300, 1000, 20000}) {
        const MemoryFileSystem files({{"/A.ttf", whole.substr(0, size)}});
        diag::Diagnostics diagnostics;
        CHECK_FALSE(FontBook::open(chain_of({"/A.ttf"}), {{"text", 400}}, files, diagnostics));
    }
    for (std::size_t at = 0; at < 400; at += 7) {
        auto bytes = whole;
        bytes[at] = static_cast<char>(~bytes[at]);
        diag::Diagnostics diagnostics;
        const auto book =
            FontBook::open(chain_of({"/A.ttf"}), {{"text", 400}}, MemoryFileSystem({{"/A.ttf", bytes}}), diagnostics);
        CHECK(book.has_value() != diagnostics.has_errors());
        if (book) (void)book->face_for(0, U'金', 0, false);
    }
}

TEST_CASE("A collection without a face of that name, and a role that nobody defined") {
    auto catalog = test::installed_catalog();
    catalog.faces[0].face = "Noto Serif CJK XX";
    diag::Diagnostics diagnostics;
    CHECK_FALSE(FontBook::open(catalog, {{"song", 400}, {"fang", 400}}, DiskFileSystem{}, diagnostics));
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].code == "font-broken");
    CHECK(diagnostics.all()[0].message.en ==
          "the font file /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc has no face called 'Noto Serif CJK "
          "XX'");
    CHECK(diagnostics.all()[1].code == "unknown-font-role");
    REQUIRE(diagnostics.all()[1].hints.size() == 1);
    CHECK(diagnostics.all()[1].hints[0].zh == "fonts.yaml 里有：song、hei、kai");
}

TEST_CASE("What the licence bits of a face say of files") {
    const auto allowed = [](int bits) {
        auto bytes = file_bytes(kWenKai);
        const auto entry = bytes.find("OS/2");
        REQUIRE(entry != std::string::npos);
        std::size_t at = 0;
        for (std::size_t i = entry + 8; i < entry + 12; ++i) at = at << 8 | static_cast<unsigned char>(bytes[i]);
        bytes[at + 8] = static_cast<char>(bits >> 8);
        bytes[at + 9] = static_cast<char>(bits);
        diag::Diagnostics diagnostics;
        const MemoryFileSystem files({{"/A.ttf", bytes}});
        const auto book = FontBook::open(chain_of({"/A.ttf"}), {{"text", 400}}, files, diagnostics);
        REQUIRE(book);
        return font::may_be_embedded(book->face(0));
    };
    CHECK(allowed(0));
    CHECK_FALSE(allowed(0x2));  // restricted
    CHECK(allowed(0x4));        // to be looked at and printed
    CHECK(allowed(0x8));        // to be edited
    CHECK(allowed(0x6));        // the less strict of two
    CHECK_FALSE(allowed(0x108));
    CHECK_FALSE(allowed(0x208));
}
