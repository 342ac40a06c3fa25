// How pictures are cut, put into grids, and have words on them; icons.
#include "content/keys_icons.h"
#include "support/content_brochure.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace zheye;
using namespace zheye::content;
using test::with_blocks;

namespace {

Figure figure(const std::string& keys) {
    return with_blocks("  - figure: {picture: placeholder, caption: 图, " + keys + "}\n").block<Figure>();
}

}  // namespace

TEST_CASE("what a picture is cut to") {
    using Case = std::pair<std::string, double>;
    const auto [text, ratio] = GENERATE(Case{"3:2", 1.5}, Case{"3：2", 1.5}, Case{"1/2", 0.5}, Case{"16:9", 16.0 / 9},
                                        Case{"1.25", 1.25}, Case{"square", 1}, Case{"方形", 1});
    INFO(text);
    CHECK(figure("裁切: " + text).pictures.front().crop == Approx(ratio));
}

TEST_CASE("what is kept of it") {
    using Case = std::pair<std::string, Point>;
    const auto [text, point] =
        GENERATE(Case{"[0.3, 0.4]", {0.3, 0.4}}, Case{"[30%, 100%]", {0.3, 1}}, Case{"top", {0.5, 0}},
                 Case{"bottom left", {0, 1}}, Case{"左上", {0, 0}}, Case{"右", {1, 0.5}}, Case{"中", {0.5, 0.5}});
    INFO(text);
    CHECK(figure("焦点: " + text).pictures.front().focus == point);
}

TEST_CASE("what is said of all pictures holds for each, unless it says otherwise") {
    const auto run = with_blocks(
        "  - figure:\n      裁切: 2:1\n      焦点: 上\n      网格: 2×2\n      caption: 图\n"
        "      pictures: [{picture: 占位, caption: 一}, {picture: 占位, caption: 二, crop: 1:1}]\n"
        "  - figure: {grid: 3, caption: 图, pictures: [占位]}\n");
    const auto& f = run.block<Figure>();
    REQUIRE(f.grid);
    CHECK((f.grid->rows == 2 && f.grid->columns == 2));
    CHECK(f.crop == 2.0);
    CHECK(f.pictures[0].crop == 2.0);
    CHECK(f.pictures[0].focus == Point{0.5, 0});
    CHECK(f.pictures[1].crop == 1.0);
    CHECK(run.block<Figure>(1).grid->columns == 3);
}

TEST_CASE("an icon of one's own is an SVG file beside the brochure") {
    const auto run = with_blocks("  - list: [{text: 甲, icon: 标.svg}]\n", {{"/b/标.svg", "<svg/>"}});
    CHECK(run.block<List>().items.front().icon == "/b/标.svg");
    CHECK(with_blocks("  - list: [{text: 甲, icon: 没有.svg}]\n").codes() == "9:28 picture-missing");
}

TEST_CASE("whether a drawing has the theme's colours, and whether a picture fills its page") {
    CHECK(!figure("span: page").pictures.front().toned);
    CHECK(figure("色调: 主题").pictures.front().toned);
    CHECK(!figure("色调: 本色").pictures.front().toned);
    CHECK(figure("span: page, 补满: 是").fills);
    CHECK(!figure("span: page").fills);
}

TEST_CASE("only one picture across the page can fill it") {
    const auto narrow = with_blocks("  - figure: {picture: placeholder, caption: 图, fill: true}\n");
    CHECK(narrow.codes().find("fill-place") != std::string::npos);
    const auto several = with_blocks(
        "  - figure: {span: page, fill: true, pictures: [{picture: 占位, caption: 一}, {picture: 占位, caption: "
        "二}]}\n");
    CHECK(several.codes().find("fill-place") != std::string::npos);
    CHECK(with_blocks("  - figure: {picture: placeholder, caption: 图, span: bleed, fill: true}\n")
              .codes()
              .find("fill-place") == std::string::npos);
}

TEST_CASE("words on a picture; they tell what it shows where nothing else does") {
    const auto run = with_blocks("  - figure: {picture: placeholder, 标题: 河, 文字: 傍晚。}\n");
    const auto& f = run.block<Figure>();
    CHECK(plain_text(f.title) == "河");
    CHECK(plain_text(f.text) == "傍晚。");
    CHECK(f.pictures.front().alt == "河");
}

TEST_CASE("icons have names in both languages") {
    const auto run = with_blocks(
        "  - list: [{文字: 甲, 图标: 人群}, {text: 乙, icon: people}, 丙]\n"
        "  - cards: [{title: 丁, icon: 图书}]\n  - flow: [{title: 戊, icon: tree}]\n");
    const auto& items = run.block<List>(0).items;
    CHECK(items[0].icon == "people");
    CHECK(items[1].icon == "people");
    CHECK(items[2].icon.empty());
    CHECK(run.block<Cards>(1).entries[0].icon == "book");
    CHECK(run.block<Flow>(2).entries[0].icon == "tree");
}

TEST_CASE("the names of icons are those of the files, each once, and all are in the docs") {
    namespace fs = std::filesystem;
    std::set<std::string> files, names, all;
    for (const auto& entry : fs::directory_iterator(ZHEYE_ROOT "/themes/icons"))
        files.insert(entry.path().stem().string());
    std::ifstream in(ZHEYE_ROOT "/docs/icons.md");
    const std::string docs{std::istreambuf_iterator<char>(in), {}};
    for (const auto& icon : keys::kIcons) {
        names.insert(std::string(icon.name));
        each_name(icon, [&](std::string_view name) {
            INFO(name);
            CHECK(all.insert(std::string(name)).second);
            CHECK(docs.find(name) != std::string::npos);
        });
    }
    CHECK(files == names);
}
