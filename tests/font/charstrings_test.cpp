// Programs put together of outlines that were taken out at different times; what is in them is looked at in
// subset_test.
#include "font/charstrings.h"

#include "font/font_book.h"
#include "font/reduce.h"
#include "font/subset.h"
#include "support/font_catalog.h"

#include <catch2/catch.hpp>
#include <hb.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

using namespace zheye;

namespace {

std::vector<font::CidGlyph> glyphs_of(const font::Face& face, std::u32string_view text) {
    std::vector<std::uint32_t> ids;
    for (const auto code : text) {
        hb_codepoint_t glyph = 0;
        REQUIRE(hb_font_get_nominal_glyph(face.hb_font, code, &glyph));
        ids.push_back(glyph);
    }
    diag::Diagnostics diagnostics;
    const auto coded = font::coded(face, ids, diagnostics);
    REQUIRE(coded);
    std::vector<font::CidGlyph> glyphs;
    for (const auto& glyph : *coded) glyphs.push_back({glyph.source, glyph.code});
    return glyphs;
}

std::string program(font::Charstrings& charstrings, const font::Face& face, std::u32string_view text) {
    const auto made = charstrings.program(face.hb_face, glyphs_of(face, text));
    REQUIRE(made);
    return *made;
}

/// Han, kana, Latin letters and marks: the Font DICTs of a pan-CJK face differ between them.
constexpr std::u32string_view kText = U"郑州市金水区，2019年“一城新绿”——Wÿfi% 龘１éあア한";

}  // namespace

TEST_CASE("A program does not depend on what was taken out of the face before") {
    const auto book = test::open_installed({{"song", 400}});
    const auto& face = book.face(0);
    font::Charstrings at_once, bit_by_bit;
    const auto whole = program(at_once, face, kText);
    for (std::size_t i = kText.size(); i-- > 0;) (void)program(bit_by_bit, face, kText.substr(i, 1));
    (void)program(bit_by_bit, face, U"别的字Ω");
    CHECK(program(bit_by_bit, face, kText) == whole);
    CHECK(program(at_once, face, kText) == whole);
    CHECK(program(at_once, face, U"金水") == program(bit_by_bit, face, U"金水"));
}

TEST_CASE("Each charstring has the Font DICT that it had, each DICT once, and is the charstring that hb-subset gives") {
    const auto book = test::open_installed({{"song", 400}});
    const auto& face = book.face(0);
    font::Charstrings charstrings;
    const auto glyphs = glyphs_of(face, kText);
    const auto made = program(charstrings, face, kText);
    const auto parts = font::cid_parts(made);
    REQUIRE(parts);
    CHECK(parts->charstrings.size() == glyphs.size() + 1);
    CHECK(parts->dicts.size() > 1);
    for (std::size_t i = 0; i < parts->dicts.size(); ++i) CHECK(std::ranges::count(parts->dicts, parts->dicts[i]) == 1);

    std::vector<std::uint32_t> sources{0};
    for (const auto& glyph : glyphs) sources.push_back(glyph.source);
    const font::ReducedFace reduced(face.hb_face, sources);
    const font::Table table(reduced.face(), HB_TAG('C', 'F', 'F', ' '));
    const auto whole = font::cid_parts(table.bytes());
    REQUIRE(whole);
    CHECK(whole->name == parts->name);
    CHECK(whole->top == parts->top);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto id = reduced.id_of(sources[i]);
        CHECK(parts->charstrings[i] == whole->charstrings[id]);
        CHECK(parts->dicts[parts->dict_of[i]] == whole->dicts[whole->dict_of[id]]);
    }
}

TEST_CASE("CIDs of a program are those asked for, in ranges or one by one") {
    const auto book = test::open_installed({{"hei", 400}});
    const auto& face = book.face(0);
    font::Charstrings charstrings;
    for (const auto* text : {U"0123456789", U"一二三四"}) {
        const auto glyphs = glyphs_of(face, text);
        std::vector<std::uint16_t> wanted;
        std::vector<std::uint32_t> ids;
        for (const auto& glyph : glyphs) {
            wanted.push_back(glyph.cid);
            ids.push_back(static_cast<std::uint32_t>(ids.size()) + 1);
        }
        CHECK(font::cids_of(program(charstrings, face, text), ids) == wanted);
    }
    const auto ten = program(charstrings, face, U"0123456789"), two = program(charstrings, face, U"09");
    const std::string range("\2\0\x11\0\x09", 5);  // digits follow each other: 17 and nine more
    CHECK(ten.find(range) != std::string::npos);
    CHECK(two.find(range) == std::string::npos);
}

TEST_CASE("Threads that take the same glyphs out of a face at once get the same program") {
    const auto book = test::open_installed({{"song", 400}});
    const auto& face = book.face(0);
    const auto glyphs = glyphs_of(face, kText);
    font::Charstrings alone, shared;
    const auto wanted = alone.program(face.hb_face, glyphs);
    std::vector<std::optional<std::string>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& one : made) threads.emplace_back([&] { one = shared.program(face.hb_face, glyphs); });
    }
    for (const auto& one : made) CHECK(one == wanted);
}

TEST_CASE("A face without a CFF table has no charstrings") {
    const auto book = test::open_installed({{"kai", 400}});
    font::Charstrings charstrings;
    CHECK_FALSE(charstrings.program(book.main_face(0).hb_face, std::vector<font::CidGlyph>{{1, 1}}));
}

TEST_CASE("A program that is cut off has no parts, and one that is damaged is read without harm") {
    const auto book = test::open_installed({{"song", 400}});
    font::Charstrings charstrings;
    const auto whole = program(charstrings, book.face(0), U"a金");
    REQUIRE(font::cid_parts(whole));
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(font::cid_parts(std::string_view(whole).substr(0, size)));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(~damaged[at]);
        if (const auto parts = font::cid_parts(damaged)) CHECK(parts->dict_of.size() == parts->charstrings.size());
    }
}
