// A brochure that is edited at random places, again and again: what is made with the memory of the times before is,
// byte for byte, what is made without, and the same is said about it. The seeds are fixed.
#include "diag/render.h"
#include "project/make.h"
#include "support/places.h"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <random>
#include <utility>
#include <string>
#include <vector>

using namespace zheye;
using namespace zheye::project;

namespace {

/// The disk, but for what was put in its place.
class Overlaid final : public ReadOnly {
public:
    void put(const std::string& path, std::string text) { texts_.insert_or_assign(path, Blob(std::move(text))); }
    [[nodiscard]] std::expected<Blob, IoError> read(const std::string& path) const override {
        const auto at = texts_.find(path);
        return at == texts_.end() ? disk_.read(path) : at->second;
    }
    [[nodiscard]] bool is_file(const std::string& path) const override {
        return texts_.contains(path) || disk_.is_file(path);
    }
    [[nodiscard]] bool is_folder(const std::string& path) const override { return disk_.is_folder(path); }
    [[nodiscard]] std::string canonical(const std::string& path) const override { return disk_.canonical(path); }
    [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override { return disk_.list(folder); }

private:
    DiskFileSystem disk_;
    std::map<std::string, Blob> texts_;
};

/// All that one making says and gives.
struct Made {
    std::string bytes, said;
    bool operator==(const Made&) const = default;
};

Made make_once(const std::string& path, const FileSystem& files, Shelf& shelf, Memory* memory) {
    Order order;
    order.home = ZHEYE_ROOT;
    order.epoch = 0;
    order.profiles = {"archive"};
    const Recording recording(files, files, folder_of(path));
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    const auto product = make(
        {path}, order, recording, shelf, sources, diagnostics, [](Stage) {}, memory);
    return {product ? product->outputs.front().bytes : "", diag::render_json(diagnostics, sources)};
}

/// A character more or less, a line twice or not at all; most of it leaves the file readable.
class Editor {
public:
    explicit Editor(unsigned seed) : random_(seed) {}

    void edit(std::string& text) {
        auto at = below(text.size());
        while (at + 1 < text.size() && static_cast<unsigned char>(text[at]) < 0xE4) ++at;  // a Han character
        const auto line = text.rfind('\n', at) + 1;
        const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        switch (below(8)) {
            case 0:
                text.insert(line, text.substr(line, end - line));
                break;
            case 1:
                text.erase(line, end - line);
                break;
            case 2:
                text.insert(line, "\n");
                break;
            case 3:
                text.erase(at, 3);
                break;
            default:
                text.insert(at, kWords[below(kWords.size())]);
        }
    }
    std::size_t below(std::size_t n) { return random_() % n; }

private:
    static constexpr std::array<const char*, 8> kWords = {"新", "，", "路", "的", "word ", "7", "“", "鑫\U0010FFFD"};
    std::mt19937 random_;
};

/// With a theme of its own, in one file, with marks, a link, a note, a reading and a warning.
const std::string kOwn =
    "zheye: 1\ntitle: 自己的样子\ntheme: theme.yaml\nfacts: !include facts.yaml\nchapters:\n"
    "- title: 第一章\n  content:\n"
    "  - 一段话，有**重点**，有[链接](https://example.org/)，人口{population}。\n"
    "  - text: |\n      半角标点,要提醒。注在这里[注的话，在页脚。]{注}，还有{汉|hàn}字。\n\n      "
    "第二段，写得长一些，好分成几行来排，看看行怎么断。\n"
    "  - list: [一项, 又一项, 第三项]\n"
    "- title: 第二章\n  content:\n"
    "  - heading: 小标题\n"
    "  - 又一段话，Latin words 夹在中间，2019年。\n";
const std::string kTheme = "base: harbour\npalette:\n  accent: \"#336655\"\n";

}  // namespace

TEST_CASE("what is made with a memory is what is made without") {
    const std::string folder = std::string(ZHEYE_ROOT) + "/content/jinshui-2019";
    const std::string main = GENERATE("brochure.yaml", "trifold.yaml", "poster.yaml", "own.yaml");
    std::vector<std::string> names = {main, "facts.yaml"};
    if (main == "brochure.yaml") names.insert(names.end(), {"dongfenglu.yaml", "wenhualu.yaml"});
    if (main == "own.yaml") names.emplace_back("theme.yaml");
    const auto path = folder + "/" + main;
    Overlaid files;
    files.put(folder + "/own.yaml", kOwn);
    files.put(folder + "/theme.yaml", kTheme);
    Shelf shelf;
    Memory memory;
    Editor editor(20260726);
    CHECK(make_once(path, files, shelf, &memory).bytes.size() > 10000);
    std::size_t good = 0;
    for (int round = 0; round < 25; ++round) {
        const auto name = folder + "/" + names[editor.below(names.size())];
        const auto before = std::string(files.read(name)->bytes());
        auto after = before;
        editor.edit(after);
        files.put(name, after);
        INFO("round " << round << " of " << main);
        Shelf bare;
        const auto made = make_once(path, files, shelf, &memory);
        REQUIRE(made == make_once(path, files, bare, nullptr));
        if (!made.bytes.empty()) {
            ++good;
            continue;
        }
        REQUIRE(made == make_once(path, files, shelf, &memory));  // what is wrong is said every time
        files.put(name, before);
    }
    CHECK(good > 5);
}

namespace {

std::string drawing(const std::string& colour) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill=")" +
           colour + R"("/></svg>)";
}

const std::string kPictured =
    "zheye: 1\ntitle: 图\nchapters:\n"
    "- title: 第一章\n  content:\n  - figure: {picture: a.svg, caption: 甲}\n  - 一段话。\n"
    "- title: 第二章\n  content:\n  - figure: {picture: b.svg, caption: 乙}\n  - figure: {picture: a.svg, caption: "
    "又是甲}\n"
    "- title: 第三章\n  content:\n  - 没有图，有**重点**，也有注[注的话。]{注}。\n";

}  // namespace

TEST_CASE("a chapter is not set again for what changes in another, and is for what it shows") {
    const std::string path = "/b/book.yaml";
    Overlaid files;
    const auto put = [&](const std::string& name, const std::string& colour) {
        files.put("/b/" + name, drawing(colour));
    };
    put("a.svg", "#800000"), put("b.svg", "#008000"), put("c.svg", "#000080");
    auto text = kPictured;
    files.put(path, text);
    Shelf shelf;
    Memory memory;
    const auto same = [&] {
        Shelf bare;
        const auto made = make_once(path, files, shelf, &memory);
        INFO(made.said);
        CHECK(!made.bytes.empty());
        return made == make_once(path, files, bare, nullptr);
    };
    const auto replace = [&](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
        files.put(path, text);
    };
    auto set_anew = [&, before = std::size_t{0}]() mutable {
        const auto made = memory.layout.chapters.made();
        return made - std::exchange(before, made);
    };
    CHECK(same());
    CHECK(set_anew() == 3);
    replace("一段话", "一段新话");
    CHECK(same());
    CHECK(set_anew() == 1);
    // What the others are made of is not forgotten: their turn may come.
    const auto lines = memory.layout.lines.made();
    replace("又是甲", "又是甲甲");
    CHECK(same());
    CHECK(set_anew() == 1);
    CHECK(memory.layout.lines.made() < lines + 5);
    put("a.svg", "#808000");
    CHECK(same());
    replace("b.svg", "c.svg");
    CHECK(same());
    replace("一段新话。",
            "一段话。\n  - figure: {picture: c.svg, caption: 丙}");  // pictures have other numbers from here on
    CHECK(same());
    replace("- title: 第一章", "- title: 序\n  content:\n  - 多一章。\n- title: 第一章");
    CHECK(same());
    replace("没有图", "没有 picture 图");
    CHECK(same());
}
