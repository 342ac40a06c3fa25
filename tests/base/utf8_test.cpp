// UTF-8 as the decoder must take it: nothing overlong, no surrogates, and never past the end.
#include "base/utf8.h"

#include <catch2/catch.hpp>

using namespace zheye;

TEST_CASE("characters of each length go there and back") {
    const std::u32string all = U"Aé一𠮷\U0010FFFF";
    CHECK(utf8::from_utf32(all) == "Aé一𠮷\xF4\x8F\xBF\xBF");
    CHECK(utf8::to_utf32(utf8::from_utf32(all)) == all);
    CHECK(utf8::decode("一", 0).length == 3);
    CHECK(utf8::decode("", 0).length == 0);
}

TEST_CASE("broken sequences are one replacement character per byte") {
    CHECK(utf8::to_utf32("\xC0\x80") == U"\uFFFD\uFFFD");            // overlong
    CHECK(utf8::to_utf32("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // surrogate
    CHECK(utf8::to_utf32("\xE4\xB8") == U"\uFFFD\uFFFD");            // cut off
    CHECK(utf8::to_utf32("\xF5\x80\x80\x80").front() == U'\uFFFD');  // beyond Unicode
    CHECK(utf8::from_utf32(std::u32string(1, char32_t{0xD800})) == "\uFFFD");
}

TEST_CASE("the first bad byte is found") {
    CHECK_FALSE(utf8::find_invalid("一二 three").has_value());
    CHECK(utf8::find_invalid("一\xFF二") == 3U);
    CHECK(utf8::find_invalid("一\xE4\xB8") == 3U);
    CHECK(utf8::find_invalid("\xE0\x80\xAF") == 0U);
    CHECK(utf8::find_invalid("\xF0\x80\x80\x80") == 0U);
    CHECK(utf8::find_invalid("\xF4\x90\x80\x80") == 0U);
}

TEST_CASE("GBK is told from noise") {
    CHECK(utf8::looks_like_gbk("title: \xD6\xD0\xB9\xFA\n"));  // 中国
    CHECK(utf8::looks_like_gbk("\xD6\xD0\xB9"));               // cut off
    CHECK_FALSE(utf8::looks_like_gbk("plain"));
    CHECK_FALSE(utf8::looks_like_gbk("\xFF\xFE\x2D\x4E"));
    CHECK_FALSE(utf8::looks_like_gbk("\x81 \x82"));
    CHECK_FALSE(utf8::looks_like_gbk("\x81\x40\x82\x41\x83\x42"));  // pairs, but none of the usual rows
}

TEST_CASE("UTF-16 for PDF has a mark and surrogate pairs") {
    CHECK(utf8::to_utf16be("") == "\xFE\xFF");
    CHECK(utf8::to_utf16be("A一") == std::string("\xFE\xFF\x00\x41\x4E\x00", 6));
    CHECK(utf8::to_utf16be("𠮷") == "\xFE\xFF\xD8\x42\xDF\xB7");
}

TEST_CASE("columns as a terminal counts them") {
    CHECK(utf8::columns("abc") == 3);
    CHECK(utf8::columns("一城，") == 6);
    CHECK(utf8::columns("“引”") == 4);  // ambiguous marks are narrow
    CHECK(utf8::columns("e\u0301") == 1);
    CHECK(utf8::columns("𠮷") == 2);
    CHECK(utf8::columns("한") == 2);
    CHECK(utf8::columns("😀") == 2);
}

TEST_CASE("Han is Han in all blocks") {
    for (const char32_t code : {U'一', U'〇', U'々', U'㐀', U'𠮷', U'\U00031350', U'\U0002EBF0'})
        CHECK(utf8::is_han(code));
    for (const char32_t code : {U'A', U'，', U'あ', U'한', U'“', U'\U0002A6E0'}) CHECK_FALSE(utf8::is_han(code));
}
