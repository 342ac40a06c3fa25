#include "font/cff_syntax.h"

#include <catch2/catch.hpp>

#include <string>

using namespace zheye::font;
using Operands = std::vector<std::optional<std::uint32_t>>;

TEST_CASE("An INDEX is read as it was written, with offsets as short as its length allows") {
    for (const std::size_t length : {0U, 1U, 252U, 253U, 254U, 65533U, 65534U, 70000U}) {
        const std::string one(length, 'x');
        std::string bytes = "before";
        append_cff_index(bytes, {one, "", "abc"});
        const auto table = bytes + "behind";
        const auto index = CffIndex::read(table, 6);
        REQUIRE(index);
        CHECK(index->size() == 3);
        CHECK((*index)[0] == one);
        CHECK((*index)[1] == std::string_view());
        CHECK((*index)[2] == std::string_view("abc"));
        CHECK_FALSE((*index)[3]);
        CHECK(index->end() == bytes.size());
        CAPTURE(length);
        CHECK(bytes[8] == (length + 4 < 0x100 ? 1 : length + 4 < 0x10000 ? 2 : 3));  // the last offset is one more
    }
    std::string none;
    append_cff_index(none, {});
    CHECK(none == std::string(2, '\0'));
    CHECK(CffIndex::read(none, 0)->end() == 2);
}

TEST_CASE("An INDEX that is cut off, or whose offsets lead elsewhere, is not read") {
    std::string bytes;
    append_cff_index(bytes, {"one", "two"});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(CffIndex::read(std::string_view(bytes).substr(0, size), 0));
    const auto with = [&](std::size_t at, char byte) {
        auto broken = bytes;
        broken[at] = byte;
        return broken;
    };
    CHECK_FALSE(CffIndex::read(with(2, 0), 0));  // offsets of no bytes
    CHECK_FALSE(CffIndex::read(with(2, 5), 0));
    CHECK_FALSE(CffIndex::read(with(3, 2), 0));   // the first object does not begin where the data do
    CHECK_FALSE(CffIndex::read(with(5, 99), 0));  // the last ends behind the table
    const auto middle = with(4, 99);
    const auto index = CffIndex::read(middle, 0);
    REQUIRE(index);
    CHECK_FALSE((*index)[0]);
    CHECK_FALSE((*index)[1]);
}

TEST_CASE("A DICT's entries: numbers of every length, reals, negative ones, escaped operators") {
    const std::string dict(
        "\x8b\x05"                      // 0
        "\xf7\x00\x1c\x01\x02\x11"      // 108, 258
        "\x1d\x00\x01\x00\x00\x0c\x24"  // 65536, escaped
        "\x1e\x0a\x14\x05\x41\xff\x8c\xfb\x00\x0c\x07",
        26);  // a real, 1, −108
    const auto entries = read_cff_dict(dict);
    REQUIRE(entries.size() == 4);
    CHECK(entries[0].op == cff::kFontBBox);
    CHECK(entries[0].operands == Operands{0});
    CHECK(entries[1].op == cff::kCharStrings);
    CHECK(entries[1].operands == Operands{108, 258});
    CHECK(entries[2].op == cff::kFdArray);
    CHECK(entries[2].operands == Operands{65536});
    CHECK(entries[2].bytes == std::string_view(dict).substr(8, 7));
    CHECK(entries[3].op == cff::kFontMatrix);
    CHECK(entries[3].operands == Operands{std::nullopt, 1, std::nullopt});
    const auto negative = read_cff_dict(std::string_view("\x1c\xff\xff\x1d\xff\xff\xff\xfe\x11", 9));
    REQUIRE(negative.size() == 1);
    CHECK(negative[0].operands == Operands{std::nullopt, std::nullopt});
    for (std::size_t size = 0; size < dict.size(); ++size)  // what is cut off is left out
        for (const auto& entry : read_cff_dict(std::string_view(dict).substr(0, size)))
            CHECK(entry.bytes.data() + entry.bytes.size() <= dict.data() + size);
}

TEST_CASE("What is written into a DICT is read again") {
    std::string dict;
    append_cff_operand(dict, 70000);
    append_cff_operand(dict, 0);
    append_cff_operator(dict, cff::kRos);
    append_cff_operand(dict, 5);
    append_cff_operator(dict, cff::kPrivate);
    const auto entries = read_cff_dict(dict);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].op == cff::kRos);
    CHECK(entries[0].operands == Operands{70000, 0});
    CHECK(entries[1].op == cff::kPrivate);
    CHECK(entries[1].operands == Operands{5});
}
