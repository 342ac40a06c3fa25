#include "picture/qr.h"

#include <catch2/catch.hpp>

#include <string>

using namespace zheye::picture;

TEST_CASE("a QR code has its finders, and as many modules as its version asks") {
    const auto code = qr_code("https://example.org");
    REQUIRE(code);
    CHECK(code->side == 25);  // version 2 holds 26 bytes at level M
    for (const auto& [x, y] : {std::pair{0, 0}, {18, 0}, {0, 18}}) {
        CHECK(code->at(x, y));                // outer ring
        CHECK_FALSE(code->at(x + 1, y + 1));  // light ring
        CHECK(code->at(x + 3, y + 3));        // middle
    }
    CHECK_FALSE(code->at(24, 24) == code->at(7, 7));  // no fourth finder: the separator is light
}

TEST_CASE("what a QR code cannot hold gives none") {
    CHECK_FALSE(qr_code(""));
    CHECK(qr_code(std::string(2331, 'a')));
    CHECK_FALSE(qr_code(std::string(2332, 'a')));
}
