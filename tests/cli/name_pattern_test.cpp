// Names of files by a pattern.
#include "cli/name_pattern.h"
#include "cli/program.h"
#include "diag/render.h"

#include <catch2/catch.hpp>

using namespace zheye;
using namespace zheye::cli::test;
using Catch::Contains;

namespace {

const project::Imprint kImprint{"路从门前过", "2019-07", "12", "zh-Hans", "booklet", "册子"};

struct Named {
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    std::string path;

    Named(const std::string& text, const cli::NamePattern::Output& output, const project::Imprint& imprint = kImprint) {
        const auto pattern = cli::NamePattern::read(text, sources, diagnostics);
        if (!pattern) return;
        path = pattern->fill(output, imprint, diagnostics).value_or("");
    }
    /// "6: message (hint)" for each.
    [[nodiscard]] std::string said() const {
        std::string all;
        for (const auto& one : diagnostics.all()) {
            all += sources.place(one.span).path + ":" + std::to_string(sources.place(one.span).column) + ": " +
                   one.message.en;
            for (const auto& hint : one.hints) all += " (" + hint.en + ")";
            all += "\n";
        }
        return all;
    }
};

std::string name(const std::string& text, const std::string& profile = "print") {
    const Named named(text, {"jinshui", profile, profile == "screen" ? "" : "-" + profile, ".pdf"});
    CHECK(named.said().empty());
    return named.path;
}

std::string wrong(const std::string& text, const project::Imprint& imprint = kImprint) {
    const Named named(text, {"jinshui", "print", "-print", ".pdf"}, imprint);
    CHECK(named.path.empty());
    return named.said();
}

constexpr const char* kYaml =
    "zheye: 1\ntitle: 问/答\nmeta: {date: 2019-07}\nchapters:\n- title: 一章\n  content:\n  - text: 一段话。\n";

}  // namespace

TEST_CASE("A pattern takes what the brochure says of itself, in words of either language") {
    CHECK(name("成品/{title}-{form}-{profile}-{date}.pdf") == "成品/路从门前过-booklet-print-2019-07.pdf");
    CHECK(name("成品/{标题}-{形式}-{用途}-{日期}") == "成品/路从门前过-册子-print-2019-07.pdf");
    CHECK(name("{number}/{name}-{语言}", "screen") == "12/jinshui-zh-Hans.pdf");
    CHECK(name("{name}.dump", "screen") == "jinshui.dump");
    CHECK(name("{date}/", "screen") == "2019-07/jinshui.pdf");
}

TEST_CASE("Where the pattern does not name the profile, files of several are told apart as ever") {
    CHECK(name("{title}") == "路从门前过-print.pdf");
    CHECK(name("{title}.pdf") == "路从门前过-print.pdf");
    CHECK(name("{title}", "screen") == "路从门前过.pdf");
}

TEST_CASE("What a file cannot be called is written otherwise") {
    auto odd = kImprint;
    odd.title = "问/答：\"a\\b\"?\n*<1.5>|";
    const Named named("{title}", {"x", "screen", "", ".pdf"}, odd);
    CHECK(named.path == "问／答：”a＼b”？ ＊＜1.5＞｜.pdf");
    odd.title = "..";
    CHECK(Named("{title}", {"x", "screen", "", ".pdf"}, odd).path == "_...pdf");
}

TEST_CASE("What is wrong with a pattern is told at its place, all of it") {
    CHECK(wrong("成品/{titel}-{foo}") ==
          "-o:4: a file name has no '{titel}' (did you mean {title}?)\n"
          "-o:12: a file name has no '{foo}' (there are: {name}, {title}, {form}, "
          "{profile}, {date}, {number}, {language})\n");
    CHECK(wrong("{标提}") == "-o:1: a file name has no '{标提}' (did you mean {标题}?)\n");
    CHECK(wrong("a{title") == "-o:2: this '{' has no '}'\n");
    auto undated = kImprint;
    undated.date.clear();
    CHECK(wrong("x-{日期}", undated) == "-o:3: the content says no {日期}, which the name of the file asks for\n");
    auto endless = kImprint;
    for (int i = 0; i < 80; ++i) endless.title += "路";
    CHECK_THAT(wrong("{title}", endless), Contains("-o:1: the name of the file is too long"));
}

TEST_CASE("build names its files by a pattern") {
    const Desk desk;
    desk.write("a.yaml", kYaml);
    const auto built = desk.run({"build", "a.yaml", "-o", "成品/{标题}-{用途}", "--profile", "screen,print"});
    INFO(built.err);
    CHECK(built.exit == 0);
    CHECK(desk.has("成品/问／答-screen.pdf"));
    CHECK(desk.has("成品/问／答-print.pdf"));
}

TEST_CASE("a pattern that is wrong makes nothing, and one that names two files alike makes the first") {
    const Desk desk;
    desk.write("a.yaml", kYaml);
    desk.write("b.yaml", kYaml);
    const auto wrong = desk.run({"build", "a.yaml", "-o", "out/{titel}", "--lang", "en"});
    CHECK(wrong.exit == 2);
    CHECK_THAT(wrong.err, Contains("-o:1:5: error: a file name has no '{titel}'") && Contains("out/{titel}\n"));
    CHECK_FALSE(desk.has("out"));
    const auto both = desk.run({"build", "a.yaml", "b.yaml", "-o", "out/{title}", "--lang", "en"});
    CHECK(both.exit == 2);
    CHECK_THAT(both.err, Contains("the output of 'b.yaml', 'out/问／答.pdf', is that of 'a.yaml' already"));
    CHECK(desk.names("out") == std::vector<std::string>{"问／答.pdf"});
    CHECK(desk.run({"build", "a.yaml", "b.yaml", "-o", "out/{title}-{name}"}).exit == 0);
    const auto batch = desk.run({"batch", "a.yaml", "-o", "{title}", "--lang", "en"});
    CHECK(batch.exit == 2);
    CHECK_THAT(batch.err, Contains("names as {title} in -o are for build"));
}
