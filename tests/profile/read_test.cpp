// Profiles from YAML: those that ship, one's own, and what is wrong with them.
#include "diag/render.h"
#include "profile/read.h"
#include "support/places.h"

#include <catch2/catch.hpp>

using namespace zheye;
using Catch::Contains;

namespace {

struct Run {
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    diag::Result<profile::Profile> profile;

    Run(const std::string& name, const profile::Request& request, const FileSystem& files)
        : profile(profile::read(name, request, files, sources, diagnostics)) {}
    /// Of the first message: "file:line:column code".
    [[nodiscard]] std::string place() const {
        const auto& first = diagnostics.all().front();
        if (!first.span.known()) return "nowhere " + first.code;
        const auto at = sources.place(first.span);
        return at.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " + first.code;
    }
    [[nodiscard]] std::string said() const {
        std::string text;
        for (const auto& one : diagnostics.all()) {
            text += one.code + ": " + one.message.en + "\n";
            for (const auto& hint : one.hints) text += "  " + hint.en + "\n";
        }
        return text;
    }
};

const profile::Request kShipped{{ZHEYE_ROOT "/profiles"}, {"/usr/share/color/icc/ghostscript"}};

std::string wrong(const std::string& yaml) {
    const MemoryFileSystem files({{"/p/own.yaml", yaml}, {"/p/plain.yaml", "colours: rgb\n"}, {"/p/bad.icc", "none"}});
    const Run run("own", {{"/p"}, {}}, files);
    CHECK_FALSE(run.profile);
    return run.said();
}

}  // namespace

TEST_CASE("the profiles that ship are whole") {
    const DiskFileSystem files;
    const Run screen("screen", kShipped, files), print("print", kShipped, files);
    INFO(screen.said() << print.said());
    REQUIRE(screen.profile);
    CHECK(screen.profile->name == "screen");
    CHECK(screen.profile->accessible);
    CHECK(screen.profile->archive == profile::Archive::a2a);
    CHECK(screen.profile->linearized);
    CHECK_FALSE(screen.profile->intent);
    REQUIRE(print.profile);
    CHECK(print.profile->press);
    CHECK_FALSE(print.profile->accessible);
    CHECK(print.profile->archive == profile::Archive::none);
    CHECK(print.profile->sheets);
    REQUIRE(print.profile->intent);
    CHECK(print.profile->intent->space == icc::Space::cmyk);
    CHECK(print.profile->inks.total == 3);
}

TEST_CASE("the booklet is print, imposed; the archive is the screen's file with its sources") {
    const DiskFileSystem files;
    const Run booklet("booklet", kShipped, files), archive("archive", kShipped, files);
    INFO(booklet.said() << archive.said());
    REQUIRE(booklet.profile);
    CHECK(booklet.profile->press);
    CHECK(booklet.profile->impose == profile::Impose::saddle);
    CHECK(booklet.profile->creep == Approx(0.1 * 72 / 25.4));
    REQUIRE(archive.profile);
    CHECK(archive.profile->archive == profile::Archive::a3a);
    CHECK(archive.profile->source);
    CHECK(archive.profile->links);
}

TEST_CASE("one's own profile says only what differs, under the name of the one it is based on") {
    const MemoryFileSystem files({{"/own/print.yaml", "base: print\nink-limit: 240\n"},
                                  {"/home/print.yaml", "base: flat\nleast-tint: 5\n"},
                                  {"/home/flat.yaml", "standards: []\ncolours: rgb\nlinks: false\n"}});
    const Run run("print", {{"/own", "/home"}, {}}, files);
    INFO(run.said());
    REQUIRE(run.profile);
    CHECK(run.profile->inks.total == Approx(2.4));
    CHECK(run.profile->inks.least_tint == Approx(0.05));
    CHECK_FALSE(run.profile->links);
    CHECK_FALSE(run.profile->accessible);
    const Run by_path("/home/print.yaml", {{"/own", "/home"}, {}}, files);
    REQUIRE(by_path.profile);
    CHECK(by_path.profile->name == "print");
    CHECK(by_path.profile->inks.total == 4);
}

TEST_CASE("what is wrong with a profile is said, all of it in one run") {
    CHECK_THAT(wrong("base: plian\n"), Contains("there is no profile 'plian'") && Contains("own, plain"));
    CHECK_THAT(wrong("base: own\n"), Contains("there is no profile 'own'"));
    CHECK_THAT(wrong("- a\n"), Contains("must be a mapping"));
    const auto many = wrong(
        "standards: [PDF/X-1a]\ncolours: cmy\nlinks: perhaps\nink-limit: 90\nleast-tnt: 3\nblack-text: {chrome: 2}\n"
        "intent: {icc: no.icc}\n");
    CHECK_THAT(many, Contains("'standards' must be") && Contains("not 'PDF/X-1a'"));
    CHECK_THAT(many, Contains("'colours' must be rgb or cmyk, not 'cmy'"));
    CHECK_THAT(many, Contains("'links' must be true or false, not 'perhaps'"));
    CHECK_THAT(many, Contains("'ink-limit' must be a number from 100–400, not '90'"));
    CHECK_THAT(many, Contains("'least-tnt'") && Contains("did you mean 'least-tint'?"));
    CHECK_THAT(many, Contains("'black-text.chrome'") && Contains("did you mean 'chroma'?"));
    CHECK_THAT(many, Contains("there is no ICC file 'no.icc'") && Contains("/p/no.icc"));
    CHECK_THAT(wrong("intent: {icc: bad.icc}\n"), Contains("'/p/bad.icc' is no ICC profile"));
    CHECK_THAT(wrong("impose: 2-up\ncreep: 9mm\nturn: left\n"),
               Contains("'impose' must be none, saddle or four-up") &&
                   Contains("'creep' must be a length from 0 to 2mm") && Contains("'turn' must be short or long"));
    CHECK_THAT(wrong("source: true\n"), Contains("may lie in a PDF/A-3a only"));
    CHECK_THAT(wrong("colours: cmyk\n"), Contains("not of the kind that 'colours' says"));
    CHECK_THAT(wrong("standards: [PDF/X-4, PDF/UA-1]\n"),
               Contains("has no links") && Contains("make one file for PDF/X-4"));
}

TEST_CASE("profiles that are based on each other in a circle are an error at the base that closes it") {
    const MemoryFileSystem files({{"/p/a.yaml", "base: b\n"}, {"/p/b.yaml", "base: a\n"}});
    const Run run("a", {{"/p"}, {}}, files);
    CHECK_FALSE(run.profile);
    CHECK(run.said() == "profile-circle: the profiles are based on each other in a circle, by way of 'a'\n");
}

TEST_CASE("Inks of their own have a name and a colour, in a profile for the press") {
    const auto icc = DiskFileSystem().read("/usr/share/color/icc/ghostscript/default_cmyk.icc");
    REQUIRE(icc);
    const MemoryFileSystem files(
        {{"/p/own.yaml", "colours: cmyk\nintent: {icc: a.icc, condition: x}\nspots: {专色红: \"#b5261e\"}\n"},
         {"/p/a.icc", std::string(icc->bytes())}});
    const Run own("own", {{"/p"}, {}}, files);
    INFO(own.said());
    REQUIRE(own.profile);
    REQUIRE(own.profile->spots.size() == 1);
    CHECK(own.profile->spots[0].name == "专色红");
    CHECK(own.profile->spots[0].colour == Colour{0xb5, 0x26, 0x1e});
    CHECK_THAT(wrong("colours: cmyk\nspots: {红: red}\n"),
               Contains("profile setting 'spots.红' must be a colour like #rrggbb"));
    CHECK_THAT(wrong("colours: rgb\nspots: {红: \"#b5261e\"}\n"), Contains("profile-clash: inks of their own"));
    CHECK_THAT(wrong("colours: cmyk\nspots: 红\n"), Contains("names and colours of inks"));
}

TEST_CASE("how finely pictures are shown is a matter of the profile") {
    const DiskFileSystem files;
    const Run screen("screen", kShipped, files), print("print", kShipped, files), archive("archive", kShipped, files);
    REQUIRE((screen.profile && print.profile && archive.profile));
    CHECK(screen.profile->pictures.most > screen.profile->pictures.good);
    CHECK(screen.profile->pictures.least == 0);
    CHECK(print.profile->pictures.least == 100);
    CHECK(print.profile->pictures.most == 0);
    CHECK(archive.profile->pictures.most == 0);
    CHECK(screen.profile->pictures.converted);
    CHECK(screen.profile->pictures.inks.ends_with("ghostscript/default_cmyk.icc"));
    CHECK(print.profile->pictures.converted);
    CHECK_FALSE(archive.profile->pictures.converted);
    CHECK(archive.profile->pictures.inks == screen.profile->pictures.inks);
    CHECK_THAT(wrong("pictures: {colours: perhaps}\n"),
               Contains("profile setting 'pictures.colours' must be keep or convert, not 'perhaps'"));
    CHECK_THAT(wrong("pictures: {good: viele}\n"), Contains("profile setting 'pictures.good' must be a number"));
    CHECK_THAT(wrong("pictures: {most: 150}\n"), Contains("profile-clash: in 'pictures', most may not be under good"));
}

TEST_CASE("a clash is told at the setting that makes it, in the file that was asked for rather than in its base") {
    const auto place = [](const std::string& yaml) {
        const MemoryFileSystem files(
            {{"/p/own.yaml", yaml}, {"/p/screen.yaml", "standards: [PDF/UA-1]\n\nlinks: true\n"}});
        const Run run("own", {{"/p"}, {}}, files);
        REQUIRE_FALSE(run.profile);
        return run.place();
    };
    CHECK(place("colours: rgb\nspots: {红: \"#b5261e\"}\n") == "/p/own.yaml:2:8 profile-clash");
    CHECK(place("pictures: {most: 50}\n") == "/p/own.yaml:1:18 profile-clash");
    CHECK(place("source: true\nstandards: [PDF/UA-1]\n") == "/p/own.yaml:2:12 profile-clash");
    CHECK(place("base: screen\nstandards: [PDF/X-4]\n") == "/p/own.yaml:2:12 profile-clash");
    CHECK(place("base: screen\nsource: true\n") == "/p/own.yaml:2:9 profile-clash");
}
