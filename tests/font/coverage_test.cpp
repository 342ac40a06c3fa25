// The Han characters of GB 18030-2022, level 3, one by one: what the fonts of fonts.yaml have of them.
#include "font/font_book.h"
#include "support/places.h"

#include <catch2/catch.hpp>

using namespace zheye;

namespace {

struct Range {
    const char* name;
    char32_t first, last;
};
constexpr Range kLevel3[] = {
    {"URO", 0x4E00, 0x9FFF},           {"Extension A", 0x3400, 0x4DBF},   {"Extension B", 0x20000, 0x2A6DF},
    {"Extension C", 0x2A700, 0x2B739}, {"Extension D", 0x2B740, 0x2B81D}, {"Extension E", 0x2B820, 0x2CEA1},
    {"Extension F", 0x2CEB0, 0x2EBE0}, {"radicals", 0x2F00, 0x2FD5},      {"description characters", 0x2FF0, 0x2FFB}};

font::FontBook open(std::vector<font::FontStyle> wanted) {
    const DiskFileSystem disk;
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    const auto catalog = font::read_catalog(std::string(ZHEYE_ROOT) + "/fonts/fonts.yaml", disk, sources, diagnostics);
    REQUIRE(catalog);
    auto book = font::FontBook::open(*catalog, std::move(wanted), disk, diagnostics);
    REQUIRE(book);
    return std::move(*book);
}

}  // namespace

TEST_CASE("every Han character of GB 18030-2022, level 3, has a face in every role") {
    const std::vector<font::FontStyle> styles = {{"song", 400}, {"song", 700}, {"hei", 400}, {"kai", 400}};
    const auto book = open(styles);
    for (const auto& style : styles) {
        for (const Range& range : kLevel3) {
            INFO(style.role << ' ' << style.weight << ' ' << range.name);
            unsigned missing = 0;
            for (char32_t c = range.first; c <= range.last; ++c)
                missing += book.face_for(book.chain(style), c, 0, false) ? 0 : 1;
            CHECK(missing == 0);
        }
        for (const char32_t c : U"〇𫖯𬱖𠅤𬭎㛃䶮𪟝𬀩")
            if (c != 0) CHECK(book.face_for(book.chain(style), c, 0, false));
    }
}

TEST_CASE("a letter and the marks on it are taken from one face") {
    const auto book = open({{"song", 400}});
    const auto chain = book.chain({"song", 400});
    CHECK(book.face_for(chain, U"e\u0301", true) == book.face_for(chain, U'e', 0, true));
    const auto other = book.face_for(chain, U"n\u0308", true);
    REQUIRE(other);
    CHECK(other != book.face_for(chain, U'n', 0, true));
    CHECK_FALSE(book.face_for(chain, U"n\U000E0FFF", true));
}
