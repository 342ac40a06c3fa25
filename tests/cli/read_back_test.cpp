// The default brochure, built by the program and read back by poppler: every paragraph must come out as it was written.
#include "cli/program.h"
#include "layout/fixture.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

using namespace zheye;
using namespace zheye::cli::test;

namespace {

const std::string kBrochure = std::string(ZHEYE_ROOT) + "/content/jinshui-2019";

/// Lines joined as the writer would: a space between Latin words, nothing beside Han.
std::string joined(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' && text[i] != '\f') {
            result += text[i];
            continue;
        }
        const bool latin = i > 0 && i + 1 < text.size() && static_cast<unsigned char>(text[i - 1]) < 0x80 &&
                           static_cast<unsigned char>(text[i + 1]) < 0x80 && text[i - 1] != ' ';
        if (latin) result += ' ';
    }
    return result;
}

/// The quoted strings of `pdfinfo -struct-text`, which breaks them where it likes.
std::string structure_text(const std::string& listing) {
    std::string result;
    std::size_t at = 0;
    while (at < listing.size()) {
        auto end = listing.find('\n', at);
        if (end == std::string::npos) end = listing.size();
        const auto line = listing.substr(at, end - at);
        const auto open = line.find_first_not_of(' ');
        if (open != std::string::npos && line[open] == '"' && line.back() == '"')
            result += line.substr(open + 1, line.size() - open - 2);
        at = end + 1;
    }
    return result;
}

}  // namespace

TEST_CASE("the default brochure reads back as it was written") {
    const Desk desk;
    const auto built = desk.run({"build", kBrochure, "-o", desk.path("out.pdf")});
    INFO(built.err);
    REQUIRE(built.exit == 0);
    CHECK(built.err.find("warning") == std::string::npos);
    CHECK(built.err.find("警告") == std::string::npos);
    const auto laid = zheye::test::lay_out_file(kBrochure);

    SECTION("pdftotext -raw has every paragraph, heading, item and cell") {
        const auto raw = joined(output_of("pdftotext -raw '" + desk.path("out.pdf") + "' -"));
        int looked_at = 0;
        for (const auto role : {layout::Role::p, layout::Role::h1, layout::Role::h2, layout::Role::h3,
                                layout::Role::list_body, layout::Role::caption})
            for (const auto id : zheye::test::elements(laid.pages, role)) {
                if (!laid.pages.structure.nodes[id].children.empty()) continue;
                const auto text = zheye::test::text_of(laid.pages, id);
                INFO(text);
                CHECK(raw.find(text) != std::string::npos);
                ++looked_at;
            }
        CHECK(looked_at > 100);
    }
    SECTION("the structure tree has the whole text in the writer's order") {
        const auto got = structure_text(output_of("pdfinfo -struct-text '" + desk.path("out.pdf") + "'"));
        CHECK(got == zheye::test::text_of(laid.pages, 0));
    }
    SECTION("qpdf finds nothing wrong") {
        CHECK(output_of("qpdf --check '" + desk.path("out.pdf") + "' 2>&1; echo exit $?").find("exit 0") !=
              std::string::npos);
    }
}

TEST_CASE("a vertical page reads back as it was written") {
    const Desk desk;
    const std::vector<std::string> paragraphs = {
        "竖排的行自上而下，从右到左。点号在字的右上，引号转过来：“双引号”‘单引号’（圆括号）《书名号》。",
        "两三位的数横着放：6月18日、127亿元；四位以上的数和词躺下来：2019年、12345热线、Wi-Fi。缩写立着：GDP。",
        "挤压、禁则、对齐，和横排是同一套规矩——只是换了一个方向……",
    };
    std::string yaml =
        "zheye: 1\ntitle: 题\ncover: false\ncontents: false\npage: {size: A5}\nchapters:\n- title: 章\n"
        "  direction: vertical\n  content:\n";
    for (const auto& text : paragraphs) yaml += "  - text: " + text + "\n";
    desk.write("b.yaml", yaml);
    REQUIRE(desk.run({"build", desk.path("b.yaml"), "-o", desk.path("out.pdf")}).exit == 0);
    const auto without_spaces = [](std::string text) {
        std::erase(text, ' ');
        return text;
    };
    const std::string file = " '" + desk.path("out.pdf") + "'";
    const std::string raw = output_of("pdftotext -raw" + file + " -");
    const std::string plain = output_of("pdftotext" + file + " -");
    const std::string mupdf = without_spaces(joined(output_of("mutool draw -q -F txt" + file + " 2>/dev/null")));
    std::string all;
    for (const auto& text : paragraphs) {
        INFO(text);
        CHECK(joined(raw).find(text) != std::string::npos);
        CHECK(mupdf.find(text) != std::string::npos);
        CHECK(raw.find(text.substr(0, 30)) != std::string::npos);  // ten characters of one line
        all += text;
    }
    CHECK(joined(raw).find(all) != std::string::npos);
    // Without -raw the order of the lines is Poppler's guess; each of them is whole.
    std::size_t lines = 0;
    for (std::size_t at = 0, end = 0; (end = raw.find('\n', at)) != std::string::npos; at = end + 1, ++lines)
        CHECK(plain.find(raw.substr(at, end - at)) != std::string::npos);
    CHECK(lines < 15);  // and not one of each character
    CHECK(mupdf.find(all) != std::string::npos);
}

TEST_CASE("footnotes read back as references and notes that are linked to each other") {
    const Desk desk;
    desk.write("b.yaml",
               "zheye: 1\ntitle: 题\ncover: false\ncontents: false\nchapters:\n- title: 章\n  content:\n"
               "  - 甲[注文一。]{注}乙[注文二。]{注}丙。\n");
    REQUIRE(desk.run({"build", desk.path("b.yaml"), "-o", desk.path("out.pdf")}).exit == 0);
    const auto listing = output_of("pdfinfo -struct-text '" + desk.path("out.pdf") + "'");
    INFO(listing);
    // The text without interruption, and after it each note with its number.
    CHECK(structure_text(listing) == "章甲①乙②丙。①注文一。②注文二。");
    std::size_t references = 0, notes = 0, links = 0;
    for (std::size_t at = 0; (at = listing.find("Reference", at)) != std::string::npos; ++at) ++references;
    for (std::size_t at = 0; (at = listing.find("Note <note-", at)) != std::string::npos; ++at) ++notes;
    for (std::size_t at = 0; (at = listing.find("Object ", at)) != std::string::npos; ++at) ++links;
    CHECK(references == 2);
    CHECK(notes == 2);  // each with an ID of its own
    CHECK(links == 4);  // there and back
    CHECK(output_of("qpdf --check '" + desk.path("out.pdf") + "' 2>&1; echo exit $?").find("exit 0") !=
          std::string::npos);
}

TEST_CASE("the archive has the writer's YAML in it, and the booklet is imposed") {
    const Desk desk;
    desk.write("a.yaml", "!include parts/all.yaml\n");
    desk.write(
        "parts/all.yaml",
        "zheye: 1\ntitle: 一本\nmeta: {date: 2019-07}\nchapters:\n- title: 一章\n  content:\n  - text: 一段话。\n");
    CHECK(desk.run({"build", "a.yaml", "--profile", "archive,booklet"}).exit == 0);
    const auto listed = output_of("qpdf --list-attachments " + desk.path("output/a-archive.pdf"));
    CHECK_THAT(listed, Catch::Contains("a.yaml") && Catch::Contains("parts/all.yaml") && !Catch::Contains("vermilion"));
    CHECK_THAT(output_of("pdfinfo " + desk.path("output/a-booklet.pdf")), Catch::Contains("PDF/X-4"));
}

TEST_CASE("an archive holds the YAML of its own brochure, not of another in the same command") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    desk.write("b.yaml", kFiveLines);
    const auto built =
        desk.run({"build", desk.path("a.yaml"), desk.path("b.yaml"), "--profile", "archive", "-o", desk.path("out")});
    INFO(built.err);
    REQUIRE(built.exit == 0);
    const auto listed = output_of("qpdf --list-attachments '" + desk.path("out/b-archive.pdf") + "'");
    CHECK(listed.find("b.yaml") != std::string::npos);
    CHECK(listed.find("a.yaml") == std::string::npos);
}

TEST_CASE("a file with a password opens with it alone, and no longer says that it is PDF/A") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    desk.write("word.txt", "街道2019\nnot this\n");
    const auto built = desk.run({"build", desk.path("a.yaml"), "-o", desk.path("a.pdf"), "--password-file",
                                 desk.path("word.txt"), "--lang", "en"});
    INFO(built.err);
    REQUIRE(built.exit == 0);
    CHECK_THAT(built.err, Catch::Contains("[no-archive]"));
    const std::string file = " '" + desk.path("a.pdf") + "' 2>&1";
    CHECK_THAT(output_of("qpdf --check" + file), Catch::Contains("invalid password"));
    CHECK_THAT(output_of("qpdf --check --password=not-this" + file), Catch::Contains("invalid password"));
    const auto opened = output_of("qpdf --check --password=街道2019" + file);
    CHECK_THAT(opened, Catch::Contains("R = 6") && Catch::Contains("AESv3") && Catch::Contains("File is linearized") &&
                           Catch::Contains("No syntax or stream encoding errors"));
    const auto text = output_of("pdftotext -upw 街道2019 '" + desk.path("a.pdf") + "' -");
    CHECK_THAT(text, Catch::Contains("二〇一八年，辖区绿意渐浓。"));
    const auto info = output_of("pdfinfo -upw 街道2019 -meta '" + desk.path("a.pdf") + "'");
    CHECK_THAT(info, Catch::Contains("pdfuaid:part") && !Catch::Contains("pdfaid:part>"));
}

TEST_CASE("a password is refused where it cannot be, and where there is none") {
    const Desk desk;
    desk.write("a.yaml", kFiveLines);
    desk.write("word.txt", "secret\n");
    desk.write("empty.txt", "\n");
    const auto press = desk.run({"build", desk.path("a.yaml"), "-o", desk.path("a.pdf"), "--profile", "print",
                                 "--password-file", desk.path("word.txt"), "--lang", "en"});
    CHECK(press.exit == 2);
    CHECK_THAT(press.err, Catch::Contains("takes no password"));
    CHECK_FALSE(desk.has("a.pdf"));
    for (const std::string name : {"empty.txt", "none.txt"}) {
        const auto none = desk.run({"build", desk.path("a.yaml"), "-o", desk.path("a.pdf"), "--password-file",
                                    desk.path(name), "--lang", "en"});
        CHECK(none.exit == 3);
        CHECK_THAT(none.err, Catch::Contains("no password"));
    }
}
