// Words of other languages on the page: their elements say so; the words that layout adds are the document's.
#include "fixture.h"
#include "layout/typesetter.h"
#include "layout/words.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::test;

namespace {

const std::string kMixed = "- text: 来自[東京]{ja}与[서울]{ko}的客人[organisation]{en}。\n";

std::string language_of(const layout::Pages& pages, const std::string& text) {
    for (const auto id : elements(pages, layout::Role::span))
        if (text_of(pages, id) == text) return pages.structure.nodes[id].language;
    return "no such span";
}

std::string whole_text(const layout::Pages& pages) {
    std::string text;
    for (const auto id : elements(pages, layout::Role::p)) text += text_of(pages, id);
    return text;
}

}  // namespace

TEST_CASE("words of another language are a span that names it; the document's own are not") {
    const auto laid = lay_out(chapter(kMixed));
    CHECK(language_of(laid.pages, "東京") == "ja");
    CHECK(language_of(laid.pages, "서울") == "ko");
    CHECK(language_of(laid.pages, "organisation") == "en");
    CHECK(language_of(laid.pages, "的客人").empty());
    const auto own = lay_out(chapter("- text: 来自[东京]{zh-Hans}的客人。\n"));
    CHECK(elements(own.pages, layout::Role::span).empty());
    const auto english = lay_out(chapter("- text: The [organisation]{en} of [東京]{ja}.\n", "language: en\n"));
    CHECK(language_of(english.pages, "東京") == "ja");
    CHECK(language_of(english.pages, "organisation").empty());
}

TEST_CASE("a word that is parted at a line's end is whole in the element's text") {
    const std::string words = "internationalization characteristically responsibilities documentation";
    const auto laid = lay_out(chapter("- text: 甲乙丙[" + words + "]{en}丁。\n", "page: {columns: 3}\n"));
    CHECK(whole_text(laid.pages) == "甲乙丙" + words + "丁。");
    std::size_t parted = 0;
    for (const auto& line : lines(laid.pages))
        parted += !line.text.empty() && line.text.back() >= 'a' && line.text.back() <= 'z' &&
                          words.find(line.text.substr(line.text.size() - 4) + " ") == std::string::npos
                      ? 1
                      : 0;
    CHECK(parted > 0);
}

TEST_CASE("what says that a table goes on stands behind its caption as its language has it") {
    std::string rows;
    for (int i = 0; i < 130; ++i) rows += "    - [一, 二]\n";
    const auto mark = [&](const std::string& language, const std::string& caption) {
        const auto laid = lay_out(chapter("- table:\n" + caption + "    columns: [甲, 乙]\n    rows:\n" + rows,
                                          "language: " + language + "\n"));
        const std::string word = layout::words_for(language).continued;
        for (const auto& line : lines(laid.pages))
            if (line.artifact && line.text.find(word) != std::string::npos) return line.text;
        return std::string();
    };
    const std::string caption = "    caption: 表\n";
    CHECK(mark("zh-Hans", caption) == "表　续表");
    CHECK(mark("zh-Hant", caption) == "表　續表");
    CHECK(mark("ja", caption) == "表　続き");
    CHECK(mark("ko", caption) == "表 (이어짐)");
    CHECK(mark("en", caption) == "表 (continued)");
    CHECK(mark("en", "") == "continued");
    CHECK(mark("zh-Hans", "") == "续表");
}

TEST_CASE("the words and numerals that layout adds are those of the language") {
    CHECK(layout::words_for("zh-Hant").contents == "目錄");
    CHECK(layout::words_for("zh-HK").continued == "續表");
    CHECK(layout::words_for("zh-Hans").contents == "目录");
    CHECK(layout::words_for("ja").contents == "目次");
    CHECK(layout::words_for("ko").contents == "차례");
    CHECK(layout::words_for("en-GB").contents == "Contents");
    CHECK(layout::numeral(2, "formal", "zh-Hans") == "贰");
    CHECK(layout::numeral(2, "formal", "zh-Hant") == "貳");
    CHECK(layout::numeral(12, "plain", "zh-Hant") == "十二");
    CHECK(layout::numeral(2, "formal", "ja") == "2");
    CHECK(layout::date_in_words("2026-07-01", "ko") == "2026년 7월 1일");
    CHECK(layout::date_in_words("2026-07-01", "ja") == "2026年7月1日");
}

TEST_CASE("a language without its dictionary is told once, with the package that brings it") {
    const auto laid = lay_out(chapter("- text: 甲。\n"));
    const MemoryFileSystem nothing;
    const text::Hyphenator none(nothing, {});
    layout::Pages pages;
    pages.structure.add(0, layout::Role::document);
    diag::Diagnostics diagnostics;
    diag::Sources sources;
    layout::Typesetter type(laid.theme, laid.fonts, none, nothing, sources, "zh-Hans", pages, diagnostics);
    content::RichText text = layout::plain("Wort");
    text.front().language = "de";
    for (int i = 0; i < 2; ++i) (void)type.shape(text, theme::Style::body, 0);
    REQUIRE(diagnostics.all().size() == 1);
    const auto& said = diagnostics.all()[0];
    CHECK(said.code == "no-hyphenation");
    CHECK(said.severity == diag::Severity::warning);
    CHECK(said.message.zh == "没有语言“de”的断词词典，行末的长词不会断开");
    CHECK(said.message.en ==
          "there is no hyphenation dictionary of the language 'de': long words at line ends stay whole");
    REQUIRE(said.hints.size() == 1);
    CHECK(said.hints[0].en == "install the package: sudo apt install hyphen-de");
}
