// Values → words, addresses and the files that programs read.
#include "site/card.h"
#include "site/feeds.h"
#include "site/pages.h"
#include "site/words.h"

#include <catch2/catch.hpp>

using namespace zheye::site;

namespace {

Brochure brochure(const std::string& path, const std::string& title, const std::string& date) {
    Brochure one{path, {}, {{"a.pdf", "screen", 3, 2048, std::string(64, 'a')}}};
    one.card.title = title;
    one.card.date = date;
    one.card.width = 100;
    one.card.height = 200;
    return one;
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("dates are said as exactly as they are known") {
    CHECK(date_words("2019", Language::zh) == "2019年");
    CHECK(date_words("2019-07", Language::zh) == "2019年7月");
    CHECK(date_words("2019-07-31", Language::zh) == "2019年7月31日");
    CHECK(date_words("2019-07-31", Language::en) == "31 July 2019");
    CHECK(date_words("2019-07", Language::en) == "July 2019");
    CHECK(date_words("去年", Language::zh) == "去年");
    CHECK(moment("2019") == "2019-01-01T00:00:00Z");
    CHECK(moment("2019-07-31") == "2019-07-31T00:00:00Z");
    CHECK(date_of(1564531200) == "2019-07-31");
}

TEST_CASE("sizes and addresses") {
    CHECK(size_words(10) == "1 KB");
    CHECK(size_words(321000) == "313 KB");
    CHECK(size_words(1300000) == "1.2 MB");
    CHECK(in_address("东/a b#?%.pdf") == "%E4%B8%9C/a%20b%23%3F%25.pdf");
    CHECK(readable("https://a.org/%E4%B8%9C/a%20b") == "https://a.org/东/a%20b");
    CHECK(form_words("trifold", Language::zh) == "三折页");
    CHECK(form_words("", Language::en).empty());
    CHECK(way_up("a") == "../");
    CHECK(way_up("a/b/c") == "../../../");
}

TEST_CASE("a card is read back as it was written, and nothing else is read") {
    Card card{"标题", "副",   "poster", "en", "2019-07", "社", {"甲", "乙"}, {{"一", 3, "1"}, {"二", 5, ""}},
              595.28, 841.89, "<svg/>"};
    const auto text = to_text(card);
    const auto back = read_card(text);
    REQUIRE(back);
    CHECK(to_text(*back) == text);
    CHECK(back->contents[1].page == 5);
    CHECK(back->contents[0].label == "1");
    CHECK(back->authors == card.authors);
    CHECK(back->width == card.width);
    CHECK_FALSE(read_card(text.substr(0, text.size() / 2)));
    CHECK_FALSE(read_card("{}"));
    CHECK_FALSE(read_card(""));
}

TEST_CASE("the newest comes first, of one date the first that was named") {
    std::vector<Brochure> all{brochure("b", "", "2018"), brochure("c", "", ""), brochure("a", "", "2018"),
                              brochure("d", "", "2019-07")};
    sort(all);
    std::string order;
    for (const auto& one : all) order += one.path;
    CHECK(order == "dbac");
}

TEST_CASE("language and title of the whole are those of all, or those that fit any") {
    auto a = brochure("a", "", ""), b = a;
    a.card.publisher = b.card.publisher = "某某街道";
    CHECK(title_of({a, b}, Language::zh) == "某某街道");
    b.card.publisher = "别处";
    CHECK(title_of({a, b}, Language::zh) == "宣传册");
    CHECK(title_of({a, b}, Language::en) == "Brochures");
    a.card.language = "en-GB";
    CHECK(language_of({a, b}) == Language::zh);
    b.card.language = "en";
    CHECK(language_of({a, b}) == Language::en);
    CHECK(language_of({}) == Language::zh);
}

TEST_CASE("the index is parted where brochures lie in folders") {
    Site site{"题", "", Language::zh, {}, {brochure("a", "甲", "2019"), brochure("b", "乙", "2019")}};
    const auto plain = index_page(site);
    CHECK(count(plain, "<section") == 0);
    CHECK(count(plain, "<h2 class=\"title\">") == 2);
    CHECK(plain.find("共 2 种") != std::string::npos);
    site.brochures.push_back(brochure("街道/c", "丙", "2019"));
    const auto parted = index_page(site);
    CHECK(count(parted, "<section") == 1);
    CHECK(count(parted, "<h2 class=\"title\">") == 2);
    CHECK(count(parted, "<h3 class=\"title\">") == 1);
    CHECK(parted.find("<h2 id=\"group-1\">街道</h2>") != std::string::npos);
    CHECK(parted.find("href=\"%E8%A1%97%E9%81%93/c/index.html\"") != std::string::npos);
}

TEST_CASE("a page in another language than the site's says so where it is") {
    auto one = brochure("a", "A year", "2019");
    one.card.language = "en";
    Site site{"题", "", Language::zh, {}, {one, brochure("b", "乙", "2019")}};
    CHECK(brochure_page(site, one).find("<header lang=\"en\">\n<h1>A year</h1>") != std::string::npos);
    CHECK(brochure_page(site, site.brochures[1]).find("<header>\n<h1>") != std::string::npos);
    site.language = Language::en;
    site.brochures.pop_back();
    const auto page = brochure_page(site, one);
    CHECK(page.find("<html lang=\"en\">") != std::string::npos);
    CHECK(page.find("Cover of A year") != std::string::npos);
    CHECK(page.find("3 pages") != std::string::npos);
}

TEST_CASE("contents lead into the file that has a reader's pages, into none that is for the press") {
    auto one = brochure("a", "题", "2019");
    one.card.contents = {{"一", 4, "2"}, {"二", 8, ""}};
    one.downloads = {{"a-print.pdf", "print", 9, 1, ""}, {"a.pdf", "screen", 8, 1, ""}};
    Site site{"题", "", Language::zh, {}, {one}};
    CHECK(brochure_page(site, one).find(
              "<a href=\"a.pdf#page=4\"><span>一</span> <span class=\"folio\">2</span></a>") != std::string::npos);
    one.downloads.pop_back();
    CHECK(brochure_page(site, one).find("#page=") == std::string::npos);
    CHECK(brochure_page(site, one).find("<li><span>一</span>") != std::string::npos);
    one.card.contents[1].page = 4;
    CHECK(brochure_page(site, one).find("class=\"contents\"") == std::string::npos);
    one.card.contents.pop_back();
    CHECK(brochure_page(site, one).find("class=\"contents\"") == std::string::npos);
}

TEST_CASE("the feed has what has a date; names in it stay the same from run to run") {
    Site site{"题 & 名", "", Language::zh, {}, {brochure("a", "<甲>", "2019-07"), brochure("b", "乙", "")}};
    const auto local = feed(site);
    CHECK(count(local, "<entry>") == 1);
    CHECK(local.find("<updated>2019-07-01T00:00:00Z</updated>") != std::string::npos);
    CHECK(local.find("<title>&lt;甲&gt;</title>") != std::string::npos);
    CHECK(count(local, "<id>urn:uuid:") == 2);
    CHECK(local == feed(site));
    site.epoch = 0;
    CHECK(count(feed(site), "<entry>") == 2);
    site.base = "https://example.org/";
    const auto served = feed(site);
    CHECK(served.find("<id>https://example.org/a/</id>") != std::string::npos);
    CHECK(served.find("length=\"2048\" href=\"https://example.org/a/a.pdf\"") != std::string::npos);
    const auto map = sitemap(site);
    CHECK(map.find("<loc>https://example.org/a/</loc><lastmod>2019-07-01</lastmod>") != std::string::npos);
}

TEST_CASE("sums are written as sha256sum reads them") {
    CHECK(sums({{"b", "2"}, {"a b", "1"}}) == "1  a b\n2  b\n");
    CHECK(sums({{"a\\b\nc", "1"}}) == "\\1  a\\\\b\\nc\n");
}

TEST_CASE("a code stands on light ground with a quiet zone around it") {
    const auto picture = qr_picture("https://example.org/a/", Language::zh);
    CHECK(picture.find("viewBox=\"0 0 33 33\"") != std::string::npos);  // 25 modules and 4 on each side
    CHECK(picture.find("<path d=\"M4 4h7v1H4z") != std::string::npos);  // the corner where a reader begins
    CHECK(qr_picture(std::string(3000, 'a'), Language::zh).empty());
}
