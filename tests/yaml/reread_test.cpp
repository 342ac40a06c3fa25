// A text that is read again after a few lines changed gives the tree that reading it for the first time gives, places
// and messages included; and only what changed is parsed. The seed is fixed.
#include "diag/render.h"
#include "yaml/read.h"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <string>

using namespace zheye;

namespace {

void append(std::string& out, diag::Span span, const diag::Sources& sources) {
    span = sources.whole(span);
    out += " " + std::to_string(span.source) + ":" + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

/// Everything that a tree knows.
void append(std::string& out, const yaml::Node& node, const diag::Sources& sources) {
    out += "(" + std::to_string(static_cast<int>(node.kind)) + "“" + node.text + "”";
    for (const bool flag : {node.quoted, node.is_broken, node.is_literal}) out += flag ? "+" : "-";
    append(out, node.span, sources);
    for (const auto& piece : node.pieces) {
        out += " " + std::to_string(piece.value) + "=";
        append(out, {piece.file == diag::Span::kNowhere ? node.span.source : piece.file, piece.source, piece.source},
               sources);
    }
    for (const auto fold : node.folds) out += " f" + std::to_string(fold);
    for (const auto& item : node.items) append(out, item, sources);
    for (const auto& entry : node.entries) {
        out += " " + entry.key;
        append(out, entry.key_span, sources);
        append(out, entry.value, sources);
    }
    out += ")";
}

std::string all_of(const std::string& text, yaml::Memory* memory) {
    const MemoryFileSystem files({{"/b/a.yaml", text}, {"/b/more.yaml", "k: v\n"}});
    diag::Sources sources;
    diag::Diagnostics diagnostics;
    const auto root = yaml::read("/b/a.yaml", files, sources, diagnostics, memory);
    std::string all = diag::render_json(diagnostics, sources);
    if (root) append(all, *root, sources);
    return all;
}

const std::string kText =
    "zheye: 1\n"
    "title: 书名\n"
    "# 一章接一章\n"
    "chapters:\n"
    "- title: 第一章\n"
    "  content:\n"
    "  - 一段话，“引号”在里面。\n"
    "  - text: |\n"
    "      一行\n"
    "      - 不是一项\n"
    "\n"
    "- title: \"第\\u4e8c章\"\n"
    "  content: [a, {b: c}]\n"
    "- >\n"
    "  折起来的\n"
    "  一段\n"
    "# 后面是事实\n"
    "facts:\n"
    "  - 4.30\n"
    "  - 一段写\n"
    "    成两行\n"
    "end: 完\n";

constexpr std::array<const char*, 22> kPieces = {
    "\n", "- ",  "  - x\n", "# 注\n", "\"", "'",  "|\n",   "key: 值\n",          "  deeper: 1\n", "[",
    "}",  "&a ", "*a",      "---\n",  "\t", "：", " # 注", "!include more.yaml", "<<: {a: b}\n",  "- \n",
    "新", "  \n"};

}  // namespace

TEST_CASE("a text that was read before but for some bytes gives what it gives the first time") {
    std::mt19937 random(7);
    yaml::Memory memory;
    std::size_t whole = 0;
    for (int round = 0; round < 3000; ++round) {
        auto text = kText;
        for (auto edits = random() % 3; edits > 0; --edits) {
            const auto at = random() % text.size();
            if (random() % 4 == 0)
                text.erase(at, random() % 12);
            else
                text.insert(random() % 2 == 0 ? text.find('\n', at) + 1 : at, kPieces[random() % kPieces.size()]);
        }
        INFO(text);
        const auto fresh = all_of(text, nullptr);
        REQUIRE(all_of(text, &memory) == fresh);
        if (fresh.contains("书名")) ++whole;
        memory.end_run();
    }
    CHECK(whole > 1000);
}

TEST_CASE("what did not change is not parsed again") {
    yaml::Memory memory;
    const auto values_after = [&](const std::string& text) {
        CHECK(all_of(text, &memory) == all_of(text, nullptr));
        return memory.values.size();
    };
    const auto first = values_after(kText);
    CHECK(first == 8);  // three chapters, the first one's two paragraphs, two facts and the rest
    CHECK(memory.items.size() == 5);
    auto longer = kText;
    longer.insert(longer.find("一段话"), "新的");
    CHECK(values_after(longer) == first + 1);  // the paragraph
    CHECK(memory.items.size() == 6);
    longer.insert(longer.find("书名"), "新");
    CHECK(values_after(longer) == first + 2);
    longer.insert(longer.find("- title: \""), "- 多一章\n");
    CHECK(values_after(longer) == first + 4);  // one more word in the rest
    memory.end_run();
    // Of an item that is known its parts are not asked for; they are kept for when it changes.
    values_after(longer);
    memory.end_run();
    const auto made = memory.values.made();
    longer.insert(longer.find("  - text: |"), "  - 又一段\n");
    values_after(longer);
    CHECK(memory.values.made() == made + 2);  // the paragraph, and what is left of the chapter without its list
    memory.end_run();
    memory.end_run();
    CHECK(memory.values.size() == 0);
    CHECK(memory.items.size() == 0);
}
