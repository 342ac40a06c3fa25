// B4: words are parted with a hyphen where the language is set, at soft hyphens in any; and what a dictionary says.
#include "text/hyphenation.h"

#include "lines.h"
#include "support/conformance.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <thread>

namespace zheye::text::test {
namespace {

const DiskFileSystem& disk() {
    static const DiskFileSystem kDisk;
    return kDisk;
}

const Hyphenator& hyphenator() {
    static const Hyphenator kHyphenator(disk(), {"/usr/share/hyphen"});
    return kHyphenator;
}

std::string hyphenated(const Hyphenator& h, const std::string& language, const std::u32string& word) {
    std::string text;
    std::size_t from = 0;
    for (const auto point : h.points(language, word)) {
        for (; from < point; ++from) text += static_cast<char>(word[from]);
        text += '-';
    }
    for (; from < word.size(); ++from) text += static_cast<char>(word[from]);
    return text;
}

Setting set_in(const std::string& language, const std::string& text, double em, ParagraphStyle style = {},
               const Hyphenator* with = &hyphenator()) {
    diag::Diagnostics diagnostics;
    StyledRun styled = run(text);
    styled.style.language = language;
    Setting setting{shape(std::vector{styled}, style, book(), diagnostics, with), {}};
    REQUIRE(diagnostics.all().empty());
    setting.lines = break_lines(setting.paragraph, em * kSize);
    return setting;
}

/// The hyphens that stand at line ends: glyphs without text.
std::size_t hyphens(const Setting& s) {
    std::size_t count = 0;
    for (const Line& line : s.lines)
        for (const Glyph& g : line.glyphs) count += g.text_begin == g.text_end ? 1 : 0;
    return count;
}

std::size_t underfull(const Setting& s) {
    std::size_t count = 0;
    for (const Line& line : s.lines) count += line.underfull || line.overfull ? 1 : 0;
    return count;
}

const std::string kLong = "甲 internationalization 乙 characteristically 丙 responsibilities 丁";

TEST_CASE("points: by the patterns of the language, two letters before and three after at least") {
    CHECK(hyphenated(hyphenator(), "en-US", U"hyphenation") == "hy-phen-ation");
    CHECK(hyphenated(hyphenator(), "en", U"Hyphenation") == "Hy-phen-ation");
    CHECK(hyphenated(hyphenator(), "en-GB-oxendict", U"documentation").find("doc-u-men-ta-tion") == 0);
    CHECK(hyphenator().points("en", U"about").size() <= 1);
    for (const auto* word : {U"the", U"of", U"able", U"party"})
        for (const auto point : hyphenator().points("en", word)) CHECK(point >= 2);
    CHECK(hyphenator().points("en", U"").empty());
    CHECK(hyphenator().points("en", std::u32string(5000, U'a')).empty());
    CHECK(hyphenator().points("tlh", U"hyphenation").empty());
    CHECK(hyphenator().points("en", U"\U00020000\U00020001\U00020000\U00020001\U00020000").empty());
}

TEST_CASE(
    "dictionaries are found by the tag or the nearest to it; their encoding is theirs; broken ones part nothing") {
    const MemoryFileSystem files({{"/d/hyph_xx_XX.dic", "UTF-8\na1b\né1z\n"},
                                  {"/d/hyph_yy.dic",
                                   "ISO8859-1\na1b\n\xE9"
                                   "1z\n"},
                                  {"/d/hyph_zz_AA.dic", ""},
                                  {"/d/hyph_ww.txt", "UTF-8\na1b\n"},
                                  {"/d/hyph_uu.dic", "UTF-8\na1b/a=b,1,1\n"}});
    const Hyphenator h(files, {"/none", "/d"});
    CHECK(h.has("xx"));
    CHECK(h.has("xx-Latn-XX"));
    CHECK(h.has("YY-zz"));
    CHECK_FALSE(h.has("ww"));
    CHECK_FALSE(h.has("x"));
    CHECK_FALSE(h.has(""));
    CHECK(h.points("xx", U"ssabsss") == std::vector<std::uint32_t>{3});
    CHECK(h.points("xx", U"ssézsss") == std::vector<std::uint32_t>{3});
    CHECK(h.points("yy", U"ssÉzsss") == std::vector<std::uint32_t>{3});
    CHECK(h.points("yy", U"ss汉absss").empty());
    CHECK(h.points("zz", U"ssabsss").empty());
    CHECK(h.points("uu", U"ssabsss").empty());  // the spelling would change
}

TEST_CASE("a hyphenator may be shared between threads") {
    const Hyphenator fresh(disk(), {"/usr/share/hyphen"});
    std::vector<std::string> results(8);
    {
        std::vector<std::jthread> threads;
        for (auto& result : results)
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i) result = hyphenated(fresh, i % 2 ? "en" : "en-US", U"hyphenation");
            });
    }
    for (const auto& result : results) CHECK(result == "hy-phen-ation");
}

TEST_CASE("the package of a language's dictionary") {
    CHECK(Hyphenator::package_of("en") == "hyphen-en-us");
    CHECK(Hyphenator::package_of("en-GB") == "hyphen-en-gb");
    CHECK(Hyphenator::package_of("de-AT") == "hyphen-de");
    CHECK(Hyphenator::package_of("pt-BR") == "hyphen-pt-br");
    CHECK(Hyphenator::package_of("zh-Hans").empty());
    CHECK(Hyphenator::package_of("ja").empty());
}

TEST_CASE("B4: a word is parted where its language is set, and lines are filled that could not be") {
    const Setting with = set_in("en", kLong, 9), without_language = set_in("", kLong, 9);
    CHECK(hyphens(with) > 0);
    CHECK(hyphens(without_language) == 0);
    CHECK(underfull(with) == 0);
    CHECK(underfull(without_language) > 0);
    CHECK(hyphens(set_in("en", kLong, 9, {}, nullptr)) == 0);
    CHECK(hyphens(set_in("ja", kLong, 9)) == 0);
    for (std::size_t i = 0; i + 1 < with.lines.size(); ++i)
        CHECK(std::abs(with.lines[i].width - 90) < 0.01);  // J3, hyphens included
    zheye::test::conform("B4", "[…]{en}", "words parted", std::to_string(hyphens(with)),
                         std::to_string(hyphens(without_language)));
    zheye::test::conform("B4", "[…]{en}", "lines unfilled", std::to_string(underfull(with)),
                         std::to_string(underfull(without_language)));
}

TEST_CASE("a hyphen stands for no text: every byte has its glyph once") {
    for (double em = 4; em < 12; em += 0.5) {
        const Setting s = set_in("en", kLong, em);
        CHECK(s.text_of_glyphs() == kLong);
        for (const Line& line : s.lines) {
            const Glyph& last = line.glyphs.back();
            if (last.text_begin != last.text_end) continue;
            CHECK(last.x + last.advance == Approx(line.width));
            CHECK(last.text_end == line.text_end);
        }
    }
}

TEST_CASE("no hyphen in numbers, capitals, addresses and compounds") {
    for (const char* word : {"internationalization2", "INTERNATIONALIZATION", "InternationalIzation",
                             "www.internationalization.org", "internationalization@characteristically.org",
                             "characteristically/responsibilities", "characteristically-responsibilities"}) {
        INFO(word);
        const Setting s = set_in("en", std::string("甲乙丙丁 ") + word + " 戊己庚辛壬癸", 9);
        CHECK(hyphens(s) == 0);
    }
    CHECK(hyphens(set_in("en", "甲乙丙丁 “internationalization,” 戊己庚辛壬癸", 9)) > 0);
}

TEST_CASE("ragged text parts a word only where it would not fit a line") {
    ParagraphStyle ragged;
    ragged.align = Align::left;
    CHECK(hyphens(set_in("en", "one characteristically two responsibilities", 12, ragged)) == 0);
    CHECK(hyphens(set_in("en", "one characteristically two responsibilities", 5, ragged)) > 0);
    ParagraphStyle balanced;
    balanced.balance = true;
    CHECK(hyphens(set_in("en", "one characteristically two responsibilities", 12, balanced)) == 0);
    ragged.optimal = false;
    CHECK(hyphens(set_in("en", "one characteristically two responsibilities", 12, ragged)) == 0);
    CHECK(set_in("en", "characteristically", 5).paragraph.minimum_width() ==
          Approx(set_line("characteristically").lines[0].width));
}

TEST_CASE("soft hyphens part words in any language, show where they part and nowhere else") {
    const std::string text = "甲乙丙 char\u00ADac\u00ADter\u00ADis\u00ADti\u00ADcal\u00ADly 丁戊己庚";
    const Setting s = set_in("", text, 7);
    CHECK(hyphens(s) > 0);
    CHECK(underfull(s) == 0);
    CHECK(s.text_of_glyphs() == text);
    CHECK(hyphens(set_in("", text, 100)) == 0);
    const double plain = set_line("characteristically").lines[0].width;
    CHECK(set_line("char\u00ADac\u00ADter\u00ADis\u00ADti\u00ADcal\u00ADly").lines[0].width ==
          Approx(plain).margin(0.5));
    // The writer's points replace the dictionary's.
    const Setting own = set_in("en", "甲乙丙 charact\u00ADeristically 丁", 7);
    for (const std::string& line : own.texts())
        if (line.starts_with("eris")) SUCCEED();
    CHECK(hyphens(own) <= 1);
}

}  // namespace
}  // namespace zheye::text::test
