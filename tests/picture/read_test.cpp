// Files that are no picture, or one of a kind that is not supported, are called by their name.
#include "picture/picture.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>

using namespace zheye;

TEST_CASE("Other kinds of file are named, with what is supported") {
    using Case = std::pair<std::string, std::string>;
    const auto [bytes, kind] =
        GENERATE(Case{"GIF89a...", "GIF"},
                 Case{std::string("\0\0\0\x18"
                                  "ftypheic",
                                  12),
                      "HEIC"},
                 Case{"\x1F\x8B\x08", "SVGZ"}, Case{"%PDF-1.7", "PDF"}, Case{"BM\1\2", "BMP"},
                 Case{"hello", "not known"}, Case{"\xFF", "not known"}, Case{"\x89PN", "not known"});
    diag::Diagnostics diagnostics;
    const diag::Span span{3, 14, 15};
    CHECK_FALSE(picture::read(Blob(bytes), "图/a.jpg", span, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    const auto& error = diagnostics.all()[0];
    CHECK(error.code == "picture-unsupported");
    CHECK(error.span == span);
    CHECK(error.message.en == "picture 图/a.jpg: its format is " + kind);
    REQUIRE(error.hints.size() == 1);
    CHECK(error.hints[0].zh == "支持 JPEG、PNG、WebP、TIFF 和 SVG；请另存为其中一种");
}

TEST_CASE("An empty file") {
    diag::Diagnostics diagnostics;
    CHECK_FALSE(picture::read(Blob(std::string()), "a.png", {}, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "picture-broken");
    CHECK(diagnostics.all()[0].message.zh == "图片 a.png：文件是空的");
}
