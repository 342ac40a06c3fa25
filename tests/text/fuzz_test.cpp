// Any text at any width: no crash, no endless loop, and every byte in one glyph, once and in order.
#include "lines.h"
#include "base/utf8.h"
#include "text/hyphenation.h"

#include <catch2/catch.hpp>

#include <random>

namespace zheye::text::test {
namespace {

class Source {
public:
    explicit Source(std::uint32_t seed) : random_(seed) {}

    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

    std::string text() {
        std::string text;
        for (std::uint32_t length = 1 + below(60); length > 0; --length) utf8::append(text, character());
        return text;
    }

    CharStyle style() {
        static const std::vector<std::string> kLanguages = {"", "en", "ja", "ko", "zh-Hant", "zh-Hans", "ar", "x"};
        static const std::vector<double> kSizes = {10, 10, 10, 7, 24, 0.5};
        CharStyle style = char_style(below(3) == 0 ? "kai" : "song", 400, kSizes[below(6)]);
        style.language = kLanguages[below(8)];
        style.tracking = below(5) == 0 ? 0.1 : 0;
        style.rise = below(6) == 0 ? 3 : 0;
        return style;
    }

    ParagraphStyle paragraph() {
        ParagraphStyle style;
        style.align = static_cast<Align>(below(4));
        style.punctuation = static_cast<PunctuationStyle>(below(3));
        style.prohibition = static_cast<Prohibition>(below(4));
        style.indent = below(3) * 10.0;
        style.hanging_indent = below(4) == 0 ? 15 : 0;
        style.hanging = below(2) == 0;
        style.balance = below(4) == 0;
        style.optimal = below(4) != 0;
        style.language = style_language();
        return style;
    }

private:
    std::string style_language() {
        static const std::vector<std::string> kLanguages = {"zh-Hans", "zh-Hant", "en", "ja", "ko"};
        return kLanguages[below(5)];
    }

    char32_t character() {
        static const std::u32string kOften =
            U"汉字漢中文，。、；：！？“”‘’（）《》「」—…·～ \u3000\u00A0abcdefgho.-/@%1234567890\u00AD\u200B\u2060\n"
            U"かなカナー한글\u0301\u0308\uFE00\uFE01\U000E0100①½²℃¥〇𠮷𫖯葛";
        for (;;) {
            if (below(4) != 0) return kOften[below(static_cast<std::uint32_t>(kOften.size()))];
            const std::uint32_t kind = below(4);
            const char32_t c = kind == 0   ? 0x20 + below(0x300)
                               : kind == 1 ? 0x300 + below(0x2000)
                               : kind == 2 ? 0x2000 + below(0xE000)
                                           : 0x10000 + below(0xFFFFF);
            if (c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF)) return c;
        }
    }

    std::mt19937 random_;
};

void check_whole(const Paragraph& paragraph, const std::vector<Line>& lines) {
    std::uint32_t at = 0;
    for (const Line& line : lines) {
        REQUIRE(line.text_begin == at);
        for (const Glyph& glyph : line.glyphs) {
            REQUIRE(glyph.text_begin <= glyph.text_end);
            REQUIRE(glyph.text_end <= line.text_end);
            REQUIRE(std::isfinite(glyph.x));
            REQUIRE(glyph.id != 0);
        }
        REQUIRE(line.text_end > at);
        at = line.text_end;
    }
    REQUIRE(at == paragraph.text().size());
}

TEST_CASE("any text, any style, any width: lines that hold the whole text once") {
    static const DiskFileSystem kDisk;
    const Hyphenator hyphenator(kDisk, {"/usr/share/hyphen"});
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        INFO("seed " << seed);
        Source source(seed);
        std::vector<StyledRun> runs;
        for (std::uint32_t n = 1 + source.below(4); n > 0; --n) runs.push_back(run(source.text(), source.style()));
        diag::Diagnostics diagnostics;
        const Paragraph paragraph = shape(runs, source.paragraph(), book(), diagnostics, &hyphenator);
        for (const diag::Diagnostic& d : diagnostics.all()) REQUIRE(d.code == "missing-glyph");
        for (const double width : {0.0, 1.0, 10.0 + source.below(100), 40.0 + source.below(400), 1e5})
            check_whole(paragraph, break_lines(paragraph, width));
    }
}

}  // namespace
}  // namespace zheye::text::test
