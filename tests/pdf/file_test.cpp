// The file as a whole: reproducible, complete, readable when it is long.
#include "fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <regex>

#include <clocale>
#include <filesystem>
#include <fstream>

using namespace zheye;
using namespace zheye::test;
using layout::Role;

namespace {

layout::Pages small_brochure() {
    Draft draft;
    auto& pages = draft.pages;
    pages.metadata.title = "金水区（一） A&B";
    pages.metadata.subject = "街道 <手册>";
    pages.metadata.authors = {"甲", "Second"};
    pages.metadata.keywords = {"街道", "2019"};
    pages.metadata.date = "2019-07";
    const auto heading = draft.node(Role::h1), text = draft.node(Role::p);
    draft.tagged(heading, {shaped("概况", 18, {40, 60}, "hei")});
    draft.tagged(text, {shaped("文化路街道位于金水区。", 10.5, {40, 90}), shaped("见官网", 10.5, {40, 110}, "kai")});
    const auto link = draft.node(Role::link), inner = draft.node(Role::link);
    draft.tagged(link, {shaped("网站", 10.5, {40, 130}),
                        layout::Link{{40, 118, 21, 15}, link, "https://例.cn/a b", 0, 0, "网站"}});
    draft.tagged(inner, {shaped("下页", 10.5, {40, 150})});
    draft.item(layout::Link{{40, 138, 21, 15}, inner, "", 1, 50, "到下一页"});
    draft.page();
    draft.tagged(text, {shaped("完。", 10.5, {40, 60})});
    pages.outline = {{"概况", 1, 0, 60, heading}, {"文化路", 2, 0, 90, text}, {"完", 1, 1, 0, 0}};
    pages.pages[1].label = "1";
    return std::move(pages);
}

/// With outlines and links.
layout::Pages many_pages(int count) {
    Draft draft;
    auto& pages = draft.pages;
    pages.pages.clear();
    const auto line = shaped("第一段，2019年文化路街道。", 10.5, {40, 60});
    for (int number = 1; number <= count; ++number) {
        draft.page().label = std::to_string(number);
        const auto section = draft.node(Role::sect);
        for (int i = 0; i < 8; ++i) {
            auto run = line;
            run.origin.y += 20 * i;
            draft.tagged(draft.node(Role::p, section), {run});
        }
        pages.outline.push_back({"第" + std::to_string(number) + "节", number % 10 == 1 ? 1 : 2,
                                 static_cast<std::uint32_t>(number - 1), 40, section});
        draft.tagged(draft.node(Role::link, section),
                     {shaped("回", 9, {40, 500}), layout::Link{{40, 490, 9, 12}, section + 9, "", 0, 0, "回"}});
    }
    return std::move(draft.pages);
}

}  // namespace

TEST_CASE("Same pages, same bytes, whatever the locale") {
    const auto pages = small_brochure();
    const auto first = written(pages);
    CHECK(written(pages) == first);
    const std::string before = std::setlocale(LC_ALL, nullptr);
    bool tried = false;
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8", "zh_CN.UTF-8"})
        if (std::setlocale(LC_ALL, name)) {
            tried = true;
            CHECK(written(pages) == first);
        }
    std::setlocale(LC_ALL, before.c_str());
    CHECK(tried);
    auto other = pages;
    other.metadata.title = "别的";
    CHECK(written(other) != first);
}

TEST_CASE("Everything is in object streams but what may not be") {
    const auto bytes = written(small_brochure());
    CHECK(bytes.starts_with("%PDF-1.7\n"));
    CHECK(bytes.find("/Type/ObjStm") != std::string::npos);
    CHECK(bytes.find("/Type/XRef") != std::string::npos);
    CHECK(bytes.find("\nxref\n") == std::string::npos);
    CHECK(bytes.find("/StructElem") == std::string::npos);
    CHECK(bytes.find("/Catalog") == std::string::npos);
    const auto plain = written(small_brochure(), {.epoch = {}, .compress = false});
    CHECK(plain.find("/Filter") == std::string::npos);
    CHECK(plain.find("/MCID 0") != std::string::npos);
    check_syntax(File(plain));
}

TEST_CASE("Metadata says the same in both places") {
    const File file(written(small_brochure()));
    check_syntax(file);
    const auto info = output_of("pdfinfo " + file.path());
    INFO(info);
    CHECK(info.find("Title:           金水区（一） A&B\n") != std::string::npos);
    CHECK(info.find("Subject:         街道 <手册>\n") != std::string::npos);
    CHECK(info.find("Author:          甲, Second\n") != std::string::npos);
    CHECK(info.find("Keywords:        街道, 2019\n") != std::string::npos);
    CHECK(info.find("Producer:        zheye\n") != std::string::npos);
    CHECK(info.find("Tagged:          yes\n") != std::string::npos);
    CHECK(info.find("Pages:           2\n") != std::string::npos);
    CHECK(info.find("PDF version:     1.7\n") != std::string::npos);
    const auto xmp = output_of("pdfinfo -meta " + file.path());
    INFO(xmp);
    CHECK(xmp.find("金水区（一） A&amp;B</rdf:li></rdf:Alt></dc:title>") != std::string::npos);
    CHECK(xmp.find("<dc:creator><rdf:Seq><rdf:li>甲</rdf:li><rdf:li>Second</rdf:li>") != std::string::npos);
    CHECK(xmp.find("<xmp:CreateDate>2019-07</xmp:CreateDate>") != std::string::npos);
    CHECK(xmp.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
    CHECK(xmp.find("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>") != std::string::npos);
    CHECK(spelt_out(file).find("/CreationDate (D:201907)") != std::string::npos);
    const File dated(written(small_brochure(), {.epoch = 1564531200}));
    CHECK(spelt_out(dated).find("/CreationDate (D:20190731000000Z)") != std::string::npos);
    CHECK(output_of("pdfinfo -meta " + dated.path()).find("2019-07-31T00:00:00Z") != std::string::npos);
}

TEST_CASE("What is said about the document may be long") {
    auto pages = small_brochure();
    pages.metadata.title.clear();
    for (int i = 0; i < 40'000; ++i) pages.metadata.title += "长";
    auto& link = std::get<layout::Link>(pages.pages[0].frame.items[9]);
    link.url = "https://example.cn/" + std::string(70'000, 'x');
    const File file(written(pages));
    check_syntax(file);
    CHECK(output_of("pdfinfo " + file.path()).find(pages.metadata.title + "\n") != std::string::npos);
    CHECK(spelt_out(file).find(link.url) != std::string::npos);
}

TEST_CASE("The catalogue says what readers need") {
    const auto qdf = spelt_out(File(written(small_brochure())));
    CHECK(qdf.find("/DisplayDocTitle true") != std::string::npos);
    CHECK(qdf.find("/Marked true") != std::string::npos);
    CHECK(qdf.find("/Lang (zh-Hans)") != std::string::npos);
    CHECK(written(small_brochure()).find("/ID[<") != std::string::npos);
}

TEST_CASE("Links, outline and page labels lead where they should") {
    const File file(written(small_brochure()));
    const auto qdf = spelt_out(file);
    CHECK(count(qdf, "/Subtype /Link") == 2);
    CHECK(count(qdf, "/Type /OBJR") == 2);
    const auto plain = written(small_brochure(), {.epoch = {}, .compress = false});
    const auto parents = plain.substr(plain.find("/Nums[0"), 200);
    for (const std::string key : {"2", "3"}) {  // after the keys of two pages
        CHECK(std::regex_search(plain, std::regex("/StructParent " + key + "[/>]")));
        CHECK(std::regex_search(parents, std::regex("[\\] ]" + key + " [0-9]+ 0 R")));
    }
    CHECK(qdf.find("/URI (https://%E4%BE%8B.cn/a%20b)") != std::string::npos);
    CHECK(qdf.find("/Tabs /S") != std::string::npos);
    CHECK(qdf.find("545.276") != std::string::npos);
    const auto outline = output_of("mutool show " + file.path() + " outline 2>/dev/null");
    INFO(outline);
    CHECK(outline.find("\"概况\"\t#page=1") != std::string::npos);
    CHECK(outline.find("\t\"文化路\"") != std::string::npos);
    CHECK(outline.find("\"完\"\t#page=2") != std::string::npos);
    CHECK(output_of("pdfinfo -dests " + file.path()).find("error") == std::string::npos);
    const auto json = output_of("qpdf --json --json-key=pagelabels " + file.path());
    INFO(json);
    CHECK(json.find("\"/S\": \"/D\"") != std::string::npos);
    CHECK(json.find("\"index\": 1") != std::string::npos);
}

TEST_CASE("Fonts are embedded as subsets that map every code") {
    const File file(written(small_brochure()));
    const auto fonts = output_of("pdffonts " + file.path());
    INFO(fonts);
    CHECK(count(fonts, "yes yes yes") == 3);
    CHECK(count(fonts, "CID Type 0C") == 2);
    CHECK(count(fonts, "CID TrueType") == 1);
    CHECK(fonts.find("+NotoSerifCJKsc-Regular") != std::string::npos);
}

TEST_CASE("A page outside of which something stands, or that is empty, is a page") {
    Draft draft;
    draft.page().bleed = 8;
    layout::Shape shape;
    shape.path = Path::rectangle({-8, -8, 100, 100});
    shape.fill = Colour{1, 2, 3};
    draft.item(shape);
    const File file(written(draft.pages));
    check_syntax(file);
    CHECK(count(spelt_out(file), "/StructParents") == 0);
    const auto boxes = output_of("pdfinfo -box " + file.path());
    CHECK(boxes.find("TrimBox:             0.00     0.00   419.53   595.28") != std::string::npos);
}

TEST_CASE("Two thousand pages are one sound document") {
    const File file(written(many_pages(2000)));
    check_syntax(file);
    CHECK(output_of("pdfinfo " + file.path()).find("Pages:           2000\n") != std::string::npos);
    const auto text = output_of("pdftotext -raw -f 1999 -l 1999 " + file.path() + " -");
    CHECK(count(text, "第一段，2019年文化路街道。") == 8);
    CHECK(std::filesystem::file_size(file.path()) < 3'000'000);
}

namespace {

/// Each page the same ground, a folio, and the same text but for the last one.
layout::Pages alike(int count) {
    Draft draft;
    draft.pages.pages.clear();
    for (int number = 1; number <= count; ++number) {
        draft.page();
        layout::Shape ground;
        ground.path = Path::rectangle({0, 0, 419, 595});
        ground.fill = Colour{255, 250, 240};
        draft.item(ground);
        draft.item(shaped(std::to_string(number), 9, {200, 560}));
        draft.paragraph(shaped(number < count ? "各页一样" : "末页不同", 9, {40, 60}));
    }
    return std::move(draft.pages);
}

}  // namespace

TEST_CASE("What pages have in common is in the file once, and each page still reads the same") {
    pdf::Options options;
    options.compress = false;
    options.profile.linearized = GENERATE(true, false);
    const auto bytes = written(alike(6), options);
    CHECK(count(bytes, "/P<</MCID 0>>BDC") == 2);  // a body of five pages, and the last page's
    CHECK(count(bytes, "re\nf\n") == 1);
    CHECK(std::regex_search(bytes, std::regex("/Contents\\[[0-9]+ 0 R [0-9]+ 0 R [0-9]+ 0 R\\]")));
    // What no other page has is not parted: ground, and folio with body.
    CHECK(std::regex_search(bytes, std::regex("/Contents\\[[0-9]+ 0 R [0-9]+ 0 R\\]")));
    CHECK(count(bytes, "/Resources<<") == 0);
    CHECK(count(bytes, "/Resources ") == 6);
    CHECK(count(bytes, "/Font<<") == 1);
    const File file(bytes);
    check_syntax(file);
    const std::vector<std::string> lines = {"各页一样", "1", "各页一样", "2", "各页一样", "3",
                                            "各页一样", "4", "各页一样", "5", "末页不同", "6"};
    auto read = mupdf_lines(file), wanted = lines;
    std::ranges::sort(read), std::ranges::sort(wanted);
    CHECK(read == wanted);
    const auto tagged = structure_text(file);
    REQUIRE(tagged.size() == 6);
    CHECK(tagged[4].second == "各页一样");
    CHECK(tagged[5].second == "末页不同");
}

TEST_CASE("A page that is alone names its things itself") {
    pdf::Options options;
    options.compress = false;
    const auto bytes = written(alike(1), options);
    CHECK(count(bytes, "/Resources<<") == 1);
    CHECK(count(bytes, "/Contents[") == 0);
}
