// Charsets in all three formats, in tables that hold nothing else.
#include "font/cff.h"

#include <catch2/catch.hpp>

#include <string>

using namespace zheye;

namespace {

std::string bytes(std::initializer_list<int> values) {
    std::string text;
    for (const int value : values) text += static_cast<char>(value);
    return text;
}

const std::string kRos = bytes({139, 139, 139, 12, 30});

/// Header, one name, and `dict` as the Top DICT.
std::string table(const std::string& dict) {
    return bytes({1, 0, 4, 1}) + bytes({0, 1, 1, 1, 2}) + "A" + bytes({0, 1, 1, 1, 1 + static_cast<int>(dict.size())}) +
           dict;
}

/// With ROS and the place of `charset`, which follows.
std::string cff(const std::string& charset) {
    const auto dict = [](std::size_t offset) { return kRos + bytes({29, 0, 0, 0, static_cast<int>(offset), 15}); };
    return table(dict(table(dict(0)).size())) + charset;
}

std::vector<std::uint16_t> cids(const std::string& charset, std::vector<std::uint32_t> glyphs) {
    const auto found = font::cids_of(cff(charset), glyphs);
    return found ? *found : std::vector<std::uint16_t>();
}
using Cids = std::vector<std::uint16_t>;

}  // namespace

TEST_CASE("CIDs are read from charsets of every format") {
    CHECK(font::is_cid_keyed(cff("")));
    const auto listed = bytes({0, 0, 7, 1, 2, 0, 9});
    CHECK(cids(listed, {0, 1, 2, 3}) == Cids{0, 7, 0x102, 9});
    const auto short_ranges = bytes({1, 0, 10, 2, 2, 0, 0});  // 10 11 12, 512
    CHECK(cids(short_ranges, {0, 1, 3, 4}) == Cids{0, 10, 12, 512});
    const auto long_ranges = bytes({2, 0, 10, 1, 0, 2, 0, 0, 0});  // 10 … 266, 512
    CHECK(cids(long_ranges, {1, 257, 258}) == Cids{10, 266, 512});
}

TEST_CASE("A table without a charset of its own has its glyph ids for CIDs, one with another predefined charset none") {
    const std::vector<std::uint32_t> glyphs{0, 3, 300};
    CHECK(font::cids_of(table(kRos), glyphs) == Cids{0, 3, 300});
    CHECK_FALSE(font::cids_of(table(kRos + bytes({140, 15})), glyphs));
}

TEST_CASE("A glyph behind the end of the charset has no CID, and a broken table tells none") {
    CHECK(cids(bytes({0, 0, 7}), {2}).empty());
    CHECK(cids(bytes({1, 0, 10, 2}), {4}).empty());
    CHECK(cids(bytes({2, 0, 10, 0}), {1}).empty());
    CHECK(cids(bytes({2, 0xFF, 0xFF, 0, 1}), {2}).empty());  // beyond 65,535
    CHECK(cids(bytes({3, 0, 7}), {1}).empty());
    const auto whole = cff(bytes({0, 0, 7}));
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(font::cids_of(std::string_view(whole).substr(0, size), std::vector<std::uint32_t>{1}));
}
