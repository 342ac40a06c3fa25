// What a writer should know before a brochure goes out.
#include "content/read.h"
#include "content/review.h"
#include "yaml/read.h"

#include <catch2/catch.hpp>

using namespace zheye;

namespace {

constexpr const char* kPictures =
    "zheye: 1\n"
    "title: 题\n"
    "cover: {picture: placeholder}\n"
    "chapters:\n"
    "- title: 章\n"
    "  content:\n"
    "  - figure: {picture: a.png, caption: 升国旗}\n"
    "  - figure: {picture: a.png, caption: 升国旗, alt: 旗杆下站着两排人}\n"
    "  - box:\n"
    "      title: 框\n"
    "      content:\n"
    "      - figure: {pictures: [a.png, {picture: placeholder, alt: 一座桥}], caption: 两张}\n"
    "  - span: {content: [{figure: {picture: placeholder, caption: 待供}}]}\n"
    "  - people: [{title: 某人, picture: placeholder}]\n";

struct Reviewed {
    diag::Sources sources;
    diag::Diagnostics read, press, alternatives;
    std::vector<const content::Picture*> pictures;
    content::Document document;

    Reviewed() {
        const MemoryFileSystem files({{"/b/brochure.yaml", kPictures}, {"/b/a.png", "x"}});
        const auto tree = yaml::read("/b/brochure.yaml", files, sources, read);
        REQUIRE(tree);
        auto brochure = content::read(*tree, "/b", files, read);
        for (const auto& one : read.all()) UNSCOPED_INFO(one.message.en);
        REQUIRE(brochure);
        document = std::move(brochure->document);
        pictures = content::pictures(document);
        content::review_for_press(document, press);
        content::review_alternatives(document, alternatives);
    }
    [[nodiscard]] std::vector<std::string> lines(const diag::Diagnostics& said) const {
        std::vector<std::string> lines;
        for (const auto& one : said.all())
            lines.push_back(one.code + " " + std::to_string(sources.place(one.span).line));
        return lines;
    }
};

}  // namespace

TEST_CASE("every picture is found, on the cover, in boxes and on cards") {
    const Reviewed reviewed;
    CHECK(reviewed.pictures.size() == 7);
}

TEST_CASE("for the press, pictures that are still to come are told where they are written") {
    const Reviewed reviewed;
    CHECK(reviewed.lines(reviewed.press) ==
          std::vector<std::string>{"placeholder 3", "placeholder 12", "placeholder 13", "placeholder 14"});
}

TEST_CASE("a caption that stands for the alternative text is noted, the writer's own is not") {
    const Reviewed reviewed;
    CHECK(reviewed.lines(reviewed.alternatives) == std::vector<std::string>{"alt-from-caption 7"});
    REQUIRE_FALSE(reviewed.alternatives.all().empty());
    CHECK(reviewed.alternatives.all()[0].severity == diag::Severity::note);
}
